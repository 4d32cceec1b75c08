import Delivery
import Foundation
import JSON
import WorkOS

/// The requests that save what is in a form, in the order in which they are sent.
///
/// Domains are added and removed by requests of their own. `domain_data` would replace the whole
/// list, and can say no state but `pending` and `verified`: it is sent only where a state is set by
/// hand, and then whatever else it changes is told.
package struct SavePlan: Equatable, Sendable {
  package enum Step: Equatable, Sendable {
    case create(NewOrganization)
    case update(Organization.ID, OrganizationUpdate)
    case addDomain(String, to: Organization.ID)
    case removeDomain(String, id: String, of: Organization.ID)
    /// Nil: to the organization that is made right before.
    case addAdmin(FirstAdmin, to: Organization.ID?)
  }

  package var steps: [Step] = []
  /// The domains whose state changes though nobody asked for it, as `domain_data` cannot say it.
  package var rewritten: [DomainRewriting] = []
  /// The domains that are verified now, and will be no longer.
  package var losses: [String] = []

  package var isEmpty: Bool { steps.isEmpty }

  /// Whether the person is asked once more than by the review.
  package var asks: Bool { !rewritten.isEmpty || !losses.isEmpty }

  /// The requests for a new organization.
  init(creating fields: EditableFields) {
    steps = [.create(fields.newOrganization)]
    if let admin = fields.firstAdmin, admin.isWanted { steps.append(.addAdmin(admin, to: nil)) }
  }

  /// The requests that turn an organization into what `fields` say.
  ///
  /// - Parameter sendsAllMetadata: for a server that replaces metadata, where WorkOS merges it.
  init(from base: Organization, to fields: EditableFields, sendsAllMetadata: Bool = false) {
    let before = EditableFields(base)
    let domains = DomainPlan(from: base.domains, to: fields)
    var update = OrganizationUpdate(from: before, to: fields)
    update.domains = domains.data
    if sendsAllMetadata, !update.metadata.isEmpty {
      update.metadata.merge(fields.metadata) { changed, _ in changed }
    }
    if !update.isEmpty { steps.append(.update(base.id, update)) }
    steps += domains.added.map { .addDomain($0, to: base.id) }
    steps += domains.removed.map { .removeDomain($0.domain, id: $0.id, of: base.id) }
    if let admin = fields.firstAdmin, admin.isWanted { steps.append(.addAdmin(admin, to: base.id)) }
    rewritten = domains.rewritten
    losses = domains.losses
  }
}

/// A domain whose state changes by an update that is about another one.
package struct DomainRewriting: Equatable, Sendable {
  package var domain: String
  /// Nil where the server told none.
  package var old: String?
  package var new: String

  package init(domain: String, old: String?, new: String) {
    self.domain = domain
    self.old = old
    self.new = new
  }
}

/// What becomes of an organization's domains.
private struct DomainPlan {
  /// The complete list with its states; nil where none is set by hand.
  var data: [DomainData]?
  var added: [String] = []
  var removed: [(domain: String, id: String)] = []
  var rewritten: [DomainRewriting] = []
  var losses: [String] = []

  init(from domains: [OrganizationDomain], to fields: EditableFields) {
    var list: [DomainData] = []
    var others: [DomainRewriting] = []
    var known: Set<String> = []
    var isSetByHand = false
    for domain in domains {
      let host = HostName.normalized(domain.domain)
      let old = domain.state?.rawValue
      guard known.insert(host).inserted else { continue }
      guard let wanted = fields[.domain(host)] else {
        if domain.state?.isVerified == true { losses.append(host) }
        if let id = domain.id {
          removed.append((host, id))
          list.append(DomainData(domain: host, state: .init(domain.state)))
        } else {
          isSetByHand = true  // Only a list without it can remove what has no id.
        }
        continue
      }
      let state = OrganizationDomain.State(rawValue: wanted)
      list.append(DomainData(domain: host, state: .init(state)))
      if wanted != old ?? "pending" {
        isSetByHand = true
        if domain.state?.isVerified == true, !state.isVerified { losses.append(host) }
        let sent = DomainData.State(state).rawValue
        if sent != wanted { others.append(DomainRewriting(domain: host, old: wanted, new: sent)) }
      } else if old != DomainData.State(state).rawValue {
        others.append(
          DomainRewriting(domain: host, old: old, new: DomainData.State(state).rawValue))
      }
    }
    for case .domain(let host) in fields.values.keys.sorted() where !known.contains(host) {
      if OrganizationDomain.State(rawValue: fields[.domain(host)] ?? "").isVerified {
        isSetByHand = true
        list.append(DomainData(domain: host, state: .verified))
      } else {
        added.append(host)
      }
    }
    guard isSetByHand else { return }
    data = list.sorted { $0.domain < $1.domain }
    rewritten = others
  }
}

extension DomainData.State {
  /// The nearer of the two states that can be sent.
  fileprivate init(_ state: OrganizationDomain.State?) {
    self = state?.isVerified == true ? .verified : .pending
  }
}

extension SavePlan.Step {
  /// Whether sending it twice may do it twice.
  var makesSomething: Bool {
    switch self {
    case .create, .addDomain, .addAdmin: true
    case .update, .removeDomain: false
    }
  }

  /// The domain that it is about alone.
  var domain: String? {
    switch self {
    case .addDomain(let domain, _), .removeDomain(let domain, _, _): domain
    case .create, .update, .addAdmin: nil
    }
  }

  /// What is sent, to the letter.
  package func request(key: UUID? = nil) -> APIRequest {
    switch self {
    case .create(let new): Organizations.create(new, idempotencyKey: key).request
    case .update(let id, let update): Organizations.update(id, update).request
    case .addDomain(let domain, let organization):
      OrganizationDomains.add(domain, to: organization).request
    case .removeDomain(_, let id, _): OrganizationDomains.remove(id).request
    case .addAdmin(let admin, let organization): Self.adding(admin, to: organization).request
    }
  }

  /// Stands for the id of the organization that is made right before.
  package static let futureID = Organization.ID(rawValue: "{its new id}")

  private static func adding(
    _ admin: FirstAdmin, to organization: Organization.ID?
  ) -> Call<Received<Membership>> {
    Members.create(
      user: admin.user?.id ?? "", organization: organization ?? futureID, roles: admin.roles)
  }

  /// The same for an organization that exists by now.
  func of(_ organization: Organization.ID) -> SavePlan.Step {
    if case .addAdmin(let admin, nil) = self { .addAdmin(admin, to: organization) } else { self }
  }

  /// Sends it as the next request of an act.
  func send(_ act: SaveAct, _ turn: inout Turn) -> Pending {
    switch self {
    case .create(let new):
      turn.write(
        Organizations.create(new, idempotencyKey: act.key), as: act.sending, for: .editor,
        after: \.json
      ) { .editor(.saved($0, $1)) }
    case .update(let id, let update):
      turn.write(
        Organizations.update(id, update), as: act.sending, for: .editor, after: \.json
      ) { .editor(.saved($0, $1)) }
    case .addDomain(let domain, let organization):
      turn.write(
        OrganizationDomains.add(domain, to: organization).map(\.item), as: act.sending, for: .editor
      ) { .editor(.domainChanged($0, $1.map(Optional.some))) }
    case .removeDomain(_, let id, _):
      turn.write(OrganizationDomains.remove(id), as: act.sending, for: .editor) {
        .editor(.domainChanged($0, $1.map { _ in nil }))
      }
    case .addAdmin(let admin, let organization):
      turn.write(
        Self.adding(admin, to: organization).map(\.item), as: act.sending, for: .editor
      ) { .editor(.adminAnswered($0, $1)) }
    }
  }
}

extension SavePlan {
  /// What the journal keeps of it: the body of the one request, or all of them.
  var account: RawJSON? {
    let sent = steps.map { $0.request() }
    if sent.count == 1, let body = sent[0].body { return body }
    let requests = sent.map { one in
      var request: [JSONValue.Member] = []
      request.add("method", one.method.rawValue)
      request.add("path", one.path)
      request.add("body", one.body.map { .spelled($0.text) })
      return JSONValue.object(request)
    }
    return JSONValue.object([.init(key: "requests", value: .array(requests))]).raw
  }
}
