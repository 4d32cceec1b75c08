import Delivery
import Foundation
import JSON
import WorkOS

/// The journal of writes as it was last read, and what is being taken from it.
package struct Journal: Equatable, Sendable {
  package internal(set) var entries: [JournalEntry] = []
  package internal(set) var isRead = false
  package internal(set) var failure: RecordError?
  /// The update that is to be reverted, while its organization is read.
  var reverting: (read: Pending, entry: JournalEntry)?

  package static func == (one: Journal, other: Journal) -> Bool {
    one.entries == other.entries && one.isRead == other.isRead && one.failure == other.failure
      && one.reverting?.read == other.reverting?.read
  }
}

/// What happened to the journal pane.
package enum JournalEvent: Equatable, Sendable {
  case wanted
  case read(Result<[JournalEntry], RecordError>)
  /// A deleted organization is to be created again, or an update reverted.
  case takingBackWanted(JournalEntry.ID)
}

extension JournalEntry {
  /// What the organization held before the write.
  package var fieldsBefore: EditableFields? {
    guard intent.subject.isOrganization else { return nil }
    return intent.before.flatMap { try? Organization(decoding: $0) }.map { EditableFields($0) }
  }

  /// The organization it is about, or whose subject it is; nil for a create that was not answered.
  package var organizationID: Organization.ID? {
    intent.organizationID.map { Organization.ID(rawValue: $0) } ?? organizationAfter?.id
  }

  /// Where it leads: to its organization, or to the one that a person took for what it has made, though
  /// somebody else may have made that.
  package var leadsTo: Organization.ID? {
    if let organizationID { return organizationID }
    guard intent.subject.isOrganization else { return nil }
    return outcome?.takenFor.map { Organization.ID(rawValue: $0) }
  }

  /// The id of what was written; nil where it is not known, as of what no answer says was made, and nobody
  /// took anything for.
  package var subjectID: String? {
    let subject = intent.subject
    if subject.isOrganization { return leadsTo?.rawValue }
    // What was yet to be made has one by the answer.
    return subject.id ?? outcome?.after?.id
  }

  /// Whether an organization was created, while nobody knows whether its first admin was added.
  package var leavesAdminUnknown: Bool {
    // It has an id by the first answer, or by the intent of the second request.
    guard intent.subject.isOrganization, intent.verb == .create, organizationID != nil else {
      return false
    }
    return outcome == nil || outcome?.result == .unknown
  }

  /// The organization as the write left it.
  var organizationAfter: Organization? {
    guard intent.subject.isOrganization else { return nil }
    return outcome?.after.flatMap { try? Organization(decoding: $0) }
  }
}

extension RawJSON {
  /// The id of what it tells of.
  package var id: String? {
    let node = try? JSONReader.read([UInt8](bytes)[...], by: .kept)
    return node?.first("id")?.string
  }
}
