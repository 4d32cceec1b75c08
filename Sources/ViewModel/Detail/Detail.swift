import Delivery
import Foundation
import WorkOS

/// The organization that was opened, with a copy of its own: it stays when its row goes.
package struct Detail: Equatable, Sendable {
  package internal(set) var organization: Organization?
  package internal(set) var read: Pending?
  /// When it was last read by its id; nil: it is as the list has it.
  package internal(set) var readAt: Date?
  /// Why the last reading failed; what was known before stays.
  package internal(set) var failure: WorkOSError?
  /// The server no longer knows the organization.
  package internal(set) var isGone = false
  /// Whether it was reached from the one before or after it, so that what was asked there is asked here.
  var isSteppedTo = false
  /// How many organizations further on is wanted, on pages that are still awaited.
  var stepsWanted = 0
  /// What is read to be opened, though it is in no list.
  package internal(set) var sought: SoughtOrganization?
  /// The organizations that led here, one to the next, to go back through.
  var origins: [DetailOrigin] = []

  package var isOpen: Bool { organization != nil }

  mutating func open(_ organization: Organization, _ turn: inout Turn) {
    close(&turn)
    self.organization = organization
    refresh(&turn)
  }

  mutating func close(_ turn: inout Turn) {
    if let read { turn.cancel(read) }
    if let sought { turn.cancel(sought.read) }
    self = Detail()
  }

  mutating func refresh(_ turn: inout Turn) {
    guard let organization else { return }
    if let read { turn.cancel(read) }
    read = turn.read(organization.id, for: .detail)
  }

  mutating func replace(_ organization: Organization) {
    guard let known = self.organization, known.id == organization.id else { return }
    if !organization.isOlder(than: known) { self.organization = organization }
  }
}

/// What happened to the detail pane.
package enum DetailEvent: Equatable, Sendable {
  case opened(Organization.ID)
  case closed
  /// Back to what led here: the organization it was come from, else the list.
  case left
  case refreshWanted
  /// So many organizations further on in the list, or back when negative.
  case stepped(by: Int)
  /// An organization is to be opened that may be in no list.
  case sought(Organization.ID)
  /// The same, from a line of records, which are gone back to.
  case ledTo(Organization.ID, from: RecordsName)
  /// It is no longer wanted.
  case seekingLeft
  /// How the audit log is kept was read, for the overview.
  case auditLogRead(RequestID, Result<AuditLogConfiguration, WorkOSError>)
  /// How long it is kept is to be changed.
  case retentionWanted
}

/// An organization that is read by its id, to be opened.
package struct SoughtOrganization: Equatable, Sendable {
  package let id: Organization.ID
  package let read: Pending
}
