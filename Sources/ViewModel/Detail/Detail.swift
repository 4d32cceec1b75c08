import Foundation
import WorkOS

/// The organization that was opened, with a copy of its own: it stays when its row goes.
package struct Detail: Equatable, Sendable {
  package internal(set) var organization: Organization?
  package internal(set) var read: Pending?
  /// Why the last reading failed; what was known before stays.
  package internal(set) var failure: WorkOSError?
  /// The server no longer knows the organization.
  package internal(set) var isGone = false

  package var isOpen: Bool { organization != nil }

  mutating func open(_ organization: Organization, _ turn: inout Turn) {
    close(&turn)
    self.organization = organization
    refresh(&turn)
  }

  mutating func close(_ turn: inout Turn) {
    if let read { turn.cancel(read) }
    self = Detail()
  }

  mutating func refresh(_ turn: inout Turn) {
    guard let organization else { return }
    if let read { turn.cancel(read) }
    read = turn.ask { .fetchOrganization($0, organization.id) }
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
  case refreshWanted
}
