import Delivery
import Foundation
import JSON
import WorkOS

/// What a person has typed into the form of one organization, finished or not.
package struct Draft: Equatable, Sendable {
  package enum Subject: Hashable, Sendable {
    case creation
    case organization(Organization.ID)
  }

  /// Tells a draft from every other, also from those for the same organization.
  package struct ID: Hashable, Sendable {
    package let uuid: UUID

    package init(_ uuid: UUID) {
      self.uuid = uuid
    }
  }

  /// The organization as it was when the form was opened; nil while creating one.
  package private(set) var base: Organization?
  package var name = ""
  package var externalID = ""
  /// Of a new organization only when it is created again: the API takes it once that exists.
  package var stripeCustomerID = ""
  package private(set) var domains: [DomainRow] = []
  package private(set) var metadata: [MetadataRow] = []
  /// Who is to be added to it once it is there.
  package var firstAdmin = FirstAdmin()
  /// Whether the organization was made without the admin who was wanted, and the form asks for one still.
  package private(set) var lacksAdmin = false
  /// The id the next added row gets.
  package private(set) var nextRow = 0
  /// What was written in an editor and could not be read; the next editor begins with it.
  package var unreadText: String?
  /// What that editor had been given, to tell what was changed in it.
  package var textBeforeUnread: String?
  /// The creates of it that were sent, the first one first, while they are not known to have come to
  /// nothing, or may be sent again under the same key.
  package var attempts: [CreationAttempt] = []
  /// How far the saving of it has come, while that has no end that is known.
  package var saveUnderway: SaveUnderway?

  /// An empty draft, for a new organization.
  package init() {}

  package init(base: Organization) {
    self.init(base: base, fields: EditableFields(base))
  }

  /// A draft that would turn `base` into what `fields` say.
  package init(base: Organization, fields: EditableFields) {
    self.base = base
    name = fields[.name] ?? ""
    externalID = fields[.externalID] ?? ""
    stripeCustomerID = fields[.stripeCustomerID] ?? ""
    firstAdmin = fields.firstAdmin ?? FirstAdmin()
    lacksAdmin = fields.firstAdmin != nil
    fill(from: EditableFields(base), to: fields)
  }

  /// A draft of a new organization that already holds something.
  package init(creating fields: EditableFields) {
    name = fields[.name] ?? ""
    externalID = fields[.externalID] ?? ""
    stripeCustomerID = fields[.stripeCustomerID] ?? ""
    firstAdmin = fields.firstAdmin ?? FirstAdmin()
    fill(from: EditableFields(), to: fields)
  }

  /// A draft of a new organization that holds what another would have made of one that is gone.
  init(recreating draft: Draft) {
    self = draft
    base = nil
    lacksAdmin = false
    // A domain has to be verified anew: nothing shows that it still belongs to them.
    domains = draft.domains.filter { !$0.isRemoved }.map { row in
      DomainRow(
        id: row.id, domain: row.domain, state: row.original == nil ? row.state : .pending,
        original: nil)
    }
    metadata = draft.metadata.filter { !$0.isRemoved }.map { row in
      MetadataRow(id: row.id, key: row.key, value: row.value, original: nil)
    }
  }

  /// A draft as it was kept on disk.
  package init(
    base: Organization?, name: String, externalID: String, stripeCustomerID: String,
    domains: [DomainRow], metadata: [MetadataRow], nextRow: Int, unreadText: String? = nil,
    textBeforeUnread: String? = nil, attempts: [CreationAttempt] = [],
    saveUnderway: SaveUnderway? = nil, firstAdmin: FirstAdmin? = nil
  ) {
    self.base = base
    self.name = name
    self.externalID = externalID
    self.stripeCustomerID = stripeCustomerID
    self.domains = domains
    self.metadata = metadata
    self.nextRow = nextRow
    self.unreadText = unreadText
    self.textBeforeUnread = textBeforeUnread
    self.attempts = attempts
    self.firstAdmin = firstAdmin ?? FirstAdmin()
    lacksAdmin = base != nil && firstAdmin != nil
    self.saveUnderway = saveUnderway
  }

  package var subject: Subject {
    base.map { .organization($0.id) } ?? .creation
  }

  /// Whether a create of it was sent and may have been carried out, as no answer told.
  package var mayExist: Bool { base == nil && attempts.contains(where: \.mayBeDone) }

  package var isEmpty: Bool {
    before.changes(to: fields).isEmpty && !hasUnfinishedRows && unreadText == nil
      && !firstAdmin.isWanted && !mayExist
  }

  /// Rows that were added and touched but do not amount to a field yet.
  var hasUnfinishedRows: Bool {
    metadata.contains(where: \.isUnfinished)
  }

  /// What the organization holds before this draft is saved.
  package var before: EditableFields { base.map(EditableFields.init) ?? EditableFields() }

  private mutating func fill(from old: EditableFields, to new: EditableFields) {
    let fields = Set(old.values.keys).union(new.values.keys).sorted()
    for field in fields {
      switch field {
      case .name, .externalID, .stripeCustomerID: continue
      case .domain(let domain):
        let state = OrganizationDomain.State(rawValue: new[field] ?? old[field] ?? "pending")
        domains.append(
          DomainRow(
            id: takeRow(), domain: domain, state: state,
            original: old[field] == nil ? nil : domain, isRemoved: new[field] == nil))
      case .metadata(let key):
        metadata.append(
          MetadataRow(
            id: takeRow(), key: key, value: new[field] ?? old[field] ?? "",
            original: old[field] == nil ? nil : key, isRemoved: new[field] == nil))
      }
    }
  }

  private mutating func takeRow() -> Int {
    defer { nextRow += 1 }
    return nextRow
  }
}

/// A domain in the form.
package struct DomainRow: Equatable, Sendable, Identifiable {
  package let id: Int
  package var domain: String
  package var state: OrganizationDomain.State
  /// The domain as the server has it; nil for one that was added here.
  package let original: String?
  package var isRemoved = false

  package init(
    id: Int, domain: String, state: OrganizationDomain.State, original: String?,
    isRemoved: Bool = false
  ) {
    self.id = id
    self.domain = domain
    self.state = state
    self.original = original
    self.isRemoved = isRemoved
  }
}

/// A metadata pair in the form.
package struct MetadataRow: Equatable, Sendable, Identifiable {
  package let id: Int
  package var key: String
  package var value: String
  /// The key as the server has it; nil for a pair that was added here.
  package let original: String?
  package var isRemoved = false

  /// Whether it holds something, and is no pair yet.
  var isUnfinished: Bool { original == nil && key.isEmpty && !value.isEmpty }

  package init(id: Int, key: String, value: String, original: String?, isRemoved: Bool = false) {
    self.id = id
    self.key = key
    self.value = value
    self.original = original
    self.isRemoved = isRemoved
  }
}

// MARK: - Editing

extension Draft {
  package func text(of field: FormField) -> String {
    switch field {
    case .name: name
    case .externalID: externalID
    case .stripeCustomerID: stripeCustomerID
    case .domain(let id): domains.first { $0.id == id }?.domain ?? ""
    case .domainState(let id): domains.first { $0.id == id }?.state.rawValue ?? ""
    case .metadataKey(let id): metadata.first { $0.id == id }?.key ?? ""
    case .metadataValue(let id): metadata.first { $0.id == id }?.value ?? ""
    case .adminEmail: firstAdmin.email
    case .adminRole: firstAdmin.role
    case .domains, .metadata: ""
    }
  }

  package mutating func setText(_ text: String, of field: FormField) {
    switch field {
    case .name: name = text
    case .externalID: externalID = text
    case .stripeCustomerID: stripeCustomerID = text
    case .domain(let id): changeHost(ofDomain: id, to: text)
    case .metadataKey(let id): changePair(id) { $0.key = text }
    case .metadataValue(let id): changePair(id) { $0.value = text }
    case .adminEmail:
      guard firstAdmin.email != text else { return }
      firstAdmin = FirstAdmin(email: text, roles: firstAdmin.roles)
    case .domainState, .adminRole, .domains, .metadata: break
    }
  }

  /// The first admin is a member, and no longer asked for.
  mutating func adminIsThere() {
    firstAdmin = FirstAdmin()
    lacksAdmin = false
  }

  /// The API takes a domain as pending or verified; any other state comes back after both.
  package mutating func toggleState(ofDomain id: Int) {
    guard let row = domains.first(where: { $0.id == id }) else { return }
    let original = row.original.flatMap { before[.domain(HostName.normalized($0))] } ?? "pending"
    let first = OrganizationDomain.State(rawValue: original)
    let others: [OrganizationDomain.State] = first.isVerified ? [.pending] : [.verified, .pending]
    let states = [first] + others.filter { $0 != first }
    let index = states.firstIndex(of: row.state) ?? 0
    changeDomain(id) { $0.state = states[(index + 1) % states.count] }
  }

  package mutating func addDomain() -> Int {
    let id = takeRow()
    domains.append(DomainRow(id: id, domain: "", state: .pending, original: nil))
    return id
  }

  package mutating func addPair() -> Int {
    let id = takeRow()
    metadata.append(MetadataRow(id: id, key: "", value: "", original: nil))
    return id
  }

  /// Takes over from another draft what was written there and amounts to no field yet.
  mutating func takeUnfinished(of other: Draft) {
    (unreadText, textBeforeUnread) = (other.unreadText, other.textBeforeUnread)
    for row in other.metadata where row.isUnfinished {
      let id = addPair()
      setText(row.value, of: .metadataValue(id))
    }
  }

  /// Takes a row out, or puts it back; a row the server does not know simply goes.
  package mutating func toggleRemoval(of field: FormField) {
    switch field {
    case .domain(let id), .domainState(let id):
      domains.removeAll { $0.id == id && $0.original == nil }
      changeDomain(id) { $0.isRemoved.toggle() }
    case .metadataKey(let id), .metadataValue(let id):
      metadata.removeAll { $0.id == id && $0.original == nil }
      changePair(id) { $0.isRemoved.toggle() }
    case .name, .externalID, .stripeCustomerID, .adminEmail, .adminRole, .domains, .metadata: break
    }
  }

  mutating func setState(_ state: OrganizationDomain.State, ofDomain id: Int) {
    changeDomain(id) { $0.state = state }
  }

  mutating func setDomains(_ rows: [DomainRow]) { domains = rows }

  mutating func setMetadata(_ rows: [MetadataRow]) { metadata = rows }

  private mutating func changeDomain(_ id: Int, _ change: (inout DomainRow) -> Void) {
    guard let index = domains.firstIndex(where: { $0.id == id }) else { return }
    change(&domains[index])
  }

  /// A row that comes to hold another domain has not that one's state: a new domain is pending.
  private mutating func changeHost(ofDomain id: Int, to text: String) {
    let states = before
    changeDomain(id) { row in
      let former = HostName.normalized(row.domain)
      row.domain = text
      guard let original = row.original.map(HostName.normalized) else { return }
      let host = HostName.normalized(text)
      if former == original, host != original {
        row.state = .pending
      } else if former != original, host == original {
        row.state = OrganizationDomain.State(rawValue: states[.domain(original)] ?? "pending")
      }
    }
  }

  private mutating func changePair(_ id: Int, _ change: (inout MetadataRow) -> Void) {
    guard let index = metadata.firstIndex(where: { $0.id == id }) else { return }
    change(&metadata[index])
  }
}

// MARK: - What it comes to

extension Draft {
  /// What the organization is to hold once this draft is saved.
  package var fields: EditableFields {
    var fields = EditableFields()
    fields[.name] = asTyped(name, unlike: base?.name)
    fields[.externalID] = asTyped(externalID, unlike: base?.externalID)
    fields[.stripeCustomerID] = asTyped(stripeCustomerID, unlike: base?.stripeCustomerID)
    for row in domains where !row.isRemoved && !row.domain.trimmed.isEmpty {
      fields[.domain(HostName.normalized(row.domain))] = row.state.rawValue
    }
    for row in metadata where !row.isRemoved && !row.key.isEmpty {
      fields[.metadata(row.key)] = row.value
    }
    fields.firstAdmin = firstAdmin.isWanted || lacksAdmin ? firstAdmin : nil
    return fields
  }

  /// What is sent to save it: the body of the one request, or all requests.
  package var body: RawJSON {
    plan().account ?? RawJSON("{}")
  }

  /// The requests that save it.
  ///
  /// - Parameter sendsAllMetadata: for a server that replaces metadata, where WorkOS merges it.
  package func plan(sendsAllMetadata: Bool = false) -> SavePlan {
    guard let base else { return SavePlan(creating: fields) }
    return SavePlan(from: base, to: fields, sendsAllMetadata: sendsAllMetadata)
  }

  /// An untouched value stays to the letter; a typed one loses the space around it, and none is nil.
  private func asTyped(_ text: String, unlike original: String?) -> String? {
    if text == original ?? "" { return original }
    return text.trimmed.isEmpty ? nil : text.trimmed
  }
}
