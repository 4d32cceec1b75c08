import Delivery
import Foundation
import WorkOS

/// What the overview shows of an organization that is not in the organization itself.
package struct Overview: Equatable, Sendable {
  /// The seconds an overview is looked at before anything is asked for it: whoever steps through
  /// organizations asks nothing.
  static let pause: TimeInterval = 0.7
  /// The name under which its forms and writes go, where those of tabs have their tab's.
  static let name = "overview"

  package private(set) var organization: Organization.ID?
  package private(set) var audit: AuditLogConfiguration?
  package private(set) var failure: WorkOSError?
  package private(set) var pending: Pending?
  /// When it is asked for; nil: it was, or nobody looks.
  private(set) var due: Date?
  /// How many writes to it are on their way.
  private var writes = 0

  /// Takes in what is on screen: nil where it is no overview.
  mutating func follow(_ shown: Organization.ID?, writes: Int, _ turn: inout Turn) {
    if let shown, shown != organization {
      stop(&turn)
      self = Overview()
      organization = shown
      due = turn.now.addingTimeInterval(Self.pause)
    } else if shown == nil {
      stop(&turn)
    } else if audit == nil, failure == nil, pending == nil, due == nil {
      due = turn.now.addingTimeInterval(Self.pause)
    }
    // What was written is there anew.
    if writes < self.writes, shown != nil { due = turn.now }
    self.writes = writes
    guard let due, due <= turn.now else { return }
    ask(&turn)
  }

  /// Asks anew at once.
  mutating func refresh(_ turn: inout Turn) {
    if organization != nil { ask(&turn) }
  }

  private mutating func ask(_ turn: inout Turn) {
    stop(&turn)
    guard let organization else { return }
    pending = turn.ask(AuditLogs.configuration(of: organization), for: .detail) {
      .detail(.auditLogRead($0, $1.map(\.item)))
    }
  }

  private mutating func stop(_ turn: inout Turn) {
    if let pending { turn.cancel(pending) }
    (pending, due) = (nil, nil)
  }

  mutating func take(_ id: RequestID, _ result: Result<AuditLogConfiguration, WorkOSError>) {
    guard pending?.id == id else { return }
    pending = nil
    switch result {
    case .success(let audit):
      self.audit = audit
      failure = nil
    case .failure(let error): failure = error
    }
  }
}

extension Console {
  /// The organization whose overview is looked at.
  var overviewed: Organization.ID? {
    tabs.index == 0 && !detail.isGone ? detail.organization?.id : nil
  }

  mutating func followOverview(_ turn: inout Turn) {
    let writes = tabs.underway.count { $0.tab == Overview.name }
    overview.follow(overviewed, writes: writes, &turn)
  }

  /// Opens the form in which the retention is picked.
  mutating func changeRetention(_ turn: inout Turn) {
    guard mayWrite(&turn), let organization = detail.organization else { return }
    guard let audit = overview.audit, overview.organization == organization.id else {
      turn.notice = .notPossible(because: "How the audit log is kept is not known yet.")
      return
    }
    tabs.open(
      RetentionForm.form(for: organization, audit),
      TabFormSession.Key(
        organization: organization.id, tab: Overview.name, action: "change-retention", row: nil),
      &turn)
  }
}
