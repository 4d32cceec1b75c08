import Delivery
import Foundation
import JSON
import WorkOS

/// A write of a tab on its way, from its last answer to what became of it.
package struct TabDelivery: WriteUnderway {
  package let id: UUID
  package let order: Int
  package let organization: Organization
  package let tab: String
  package internal(set) var write: TabWrite
  package var phase: WritePhase
  /// The form that it was typed in; nil: it comes from none.
  var form: TabFormSession.Key?
  /// What was typed there.
  var draft: TabDraft.ID?
  package var tries = 0
  /// Whether it is read whether something is still to be asked, and not its row.
  var isLookingAround = false
  /// Whether that was read, for this sending.
  var hasLookedAround = false
  /// Whether the answer was a yes, and told no row: what has come of it is being read.
  var isAnswered = false
  /// The row as it was read right before it was sent: as long as it is the same, nothing has become of it.
  var lastRead: TabRow?
  /// Whether nothing else was done here since it was agreed to.
  var isInMind = true
  package var lostAnswer: WorkOSError?
  /// The server's time when it was first sent, as far as its answers told it; nil: what was sent
  /// certainly came to nothing.
  var sentAt: Date?
  /// When what was typed for it was sent before it, without an answer that tells: no answer to this one
  /// tells what came of that.
  var formerlySentAt: Date?
  package var missing: WorkOSError?
  /// What the server said against it, until a reading shows whether it is done all the same.
  var objection: WorkOSError?

  package var waitsOutGrace: Bool { write.waits }
  package var isRepeatable: Bool { write.call.request.isRepeatable }
  package var takesSubjectAway: Bool { write.verb.takesRowAway }

  package var account: WriteAccount {
    WriteAccount(
      write: id, verb: write.verb.account,
      subject: Subject(
        kind: Subject.Kind(rawValue: write.kind), id: write.id, name: write.name,
        organization: Subject.Owner(id: organization.id.rawValue, name: organization.name)),
      before: write.before?.json, change: write.call.request.body,
      secrets: write.call.request.secrets)
  }

  /// Since when what was typed for it may have been carried out; nil: nothing has come of it.
  var mayBeDoneSince: Date? { formerlySentAt ?? (lostAnswer == nil ? nil : sentAt) }

  /// The servers' clocks tell whole seconds, and take some time to be read.
  private static let tolerance: TimeInterval = 5

  /// Whether a reading shows that it was carried out.
  func isDone(_ row: TabRow?) -> Bool {
    guard write.isDone(row) else { return false }
    if let row, row == lastRead { return false }
    guard write.makesAnew, let sentAt, let created = row?.createdAt else { return true }
    return created >= sentAt.addingTimeInterval(-Self.tolerance)
  }

  /// What is asked about once more, with the word that it may be done, where a sending of it got no
  /// answer that tells.
  func askedAgain(_ write: TabWrite) -> TabWrite {
    guard mayBeDoneSince != nil, !write.warnings.contains(TabWrite.mayBeDoneAlready) else {
      return write
    }
    var write = write
    write.warnings.append(TabWrite.mayBeDoneAlready)
    return write
  }
}
