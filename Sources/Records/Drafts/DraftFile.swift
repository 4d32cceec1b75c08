import Delivery
import Foundation
import JSON
import ViewModel
import WorkOS

/// What the file of a draft holds: everything the form needs to be as it was left.
struct DraftFile: Codable {
  static let currentVersion = 1

  private var version: Int
  var environment: RecordEnvironment
  private var base: KeptOrganization?
  private var name: String
  private var externalID: String
  private var stripeCustomerID: String
  private var domains: [KeptDomainRow]
  private var metadata: [KeptMetadataRow]
  private var nextRow: Int
  /// What an editor left and could not be read.
  private var unreadText: String?
  private var textBeforeUnread: String?
  /// A create of it that may have been carried out, the first of several.
  private var attempt: KeptAttempt?
  /// All of them, where there are several: a program that knows of one alone looks for the first.
  private var attempts: [KeptAttempt]?
  /// The address of the first admin, and the role; none where nobody is asked for.
  private var firstAdmin: String?
  private var firstAdminRole: String?
  /// All of the roles, where there are several: a program that knows of one alone takes the first.
  private var firstAdminRoles: [String]?
  /// How far the saving of it had come.
  private var saveUnderway: KeptSave?

  private enum CodingKeys: String, CodingKey {
    case version
    case environment
    case base
    case name
    case externalID = "external_id"
    case stripeCustomerID = "stripe_customer_id"
    case domains
    case metadata
    case nextRow = "next_row"
    case unreadText = "unread_text"
    case textBeforeUnread = "text_before_unread"
    case attempt
    case attempts
    case firstAdmin = "first_admin"
    case firstAdminRole = "first_admin_role"
    case firstAdminRoles = "first_admin_roles"
    case saveUnderway = "save_underway"
  }

  init(_ draft: Draft, in environment: RecordEnvironment) {
    version = DraftFile.currentVersion
    self.environment = environment
    base = draft.base.map(KeptOrganization.init)
    name = draft.name
    externalID = draft.externalID
    stripeCustomerID = draft.stripeCustomerID
    domains = draft.domains.map(KeptDomainRow.init)
    metadata = draft.metadata.map(KeptMetadataRow.init)
    nextRow = draft.nextRow
    unreadText = draft.unreadText
    textBeforeUnread = draft.textBeforeUnread
    attempt = (draft.attempts.unsettled.first ?? draft.attempts.last).map(KeptAttempt.init)
    attempts = draft.attempts.count > 1 ? draft.attempts.map(KeptAttempt.init) : nil
    if draft.firstAdmin.isWanted || draft.lacksAdmin {
      firstAdmin = draft.firstAdmin.email
      let roles = draft.firstAdmin.roles
      firstAdminRole = roles.first
      firstAdminRoles = roles.count > 1 ? roles : nil
    }
    saveUnderway = draft.saveUnderway.map(KeptSave.init)
  }

  /// The draft; nil when the file is of a later version, or its rows cannot be told apart.
  var draft: Draft? {
    let rows = domains.map(\.row) + metadata.map(\.row)
    guard version == DraftFile.currentVersion, Set(rows).count == rows.count,
      rows.allSatisfy({ (0..<nextRow).contains($0) }), nextRow < Int(Int32.max)
    else { return nil }
    return Draft(
      base: base?.organization, name: name, externalID: externalID,
      stripeCustomerID: stripeCustomerID, domains: domains.map(\.domainRow),
      metadata: metadata.map(\.metadataRow), nextRow: nextRow, unreadText: unreadText,
      textBeforeUnread: textBeforeUnread, attempts: sentCreates,
      saveUnderway: saveUnderway?.saveUnderway,
      firstAdmin: firstAdmin.map { FirstAdmin(email: $0, roles: adminRoles) })
  }

  private var sentCreates: [CreationAttempt] {
    var all: [CreationAttempt] = []
    for kept in attempts ?? [attempt].compactMap(\.self) { all.add(kept.attempt) }
    return all
  }

  private var adminRoles: [String] {
    if let firstAdminRoles, !firstAdminRoles.isEmpty { return firstAdminRoles }
    return [firstAdminRole ?? FirstAdmin.usualRole]
  }

  /// The same draft is always the same bytes, in visible ASCII.
  func bytes(for path: String) throws(RecordError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let json = try? encoder.encode(self),
      let text = RawJSON(bytes: json).compact(escaping: { !$0.isVisibleASCII })
    else {
      throw RecordError(path: path, reason: "the draft cannot be written as JSON")
    }
    return [UInt8](text.utf8) + [UInt8(ascii: "\n")]
  }
}

private struct KeptSave: Codable {
  var done: Int
  var total: Int
  var sent: Bool

  init(_ save: SaveUnderway) {
    (done, total, sent) = (save.done, save.total, save.isSent)
  }

  /// Nil where it says nothing that can be.
  var saveUnderway: SaveUnderway? {
    guard (0...total).contains(done), total > 0 else { return nil }
    return SaveUnderway(done: done, total: total, isSent: sent)
  }
}

private struct KeptDomainRow: Codable {
  var row: Int
  var domain: String
  var state: String
  var original: String?
  var removed: Bool

  init(_ row: DomainRow) {
    self.row = row.id
    domain = row.domain
    state = row.state.rawValue
    original = row.original
    removed = row.isRemoved
  }

  var domainRow: DomainRow {
    DomainRow(
      id: row, domain: domain, state: OrganizationDomain.State(rawValue: state),
      original: original, isRemoved: removed)
  }
}

private struct KeptMetadataRow: Codable {
  var row: Int
  var key: String
  var value: String
  var original: String?
  var removed: Bool

  init(_ row: MetadataRow) {
    self.row = row.id
    key = row.key
    value = row.value
    original = row.original
    removed = row.isRemoved
  }

  var metadataRow: MetadataRow {
    MetadataRow(id: row, key: key, value: value, original: original, isRemoved: removed)
  }
}
