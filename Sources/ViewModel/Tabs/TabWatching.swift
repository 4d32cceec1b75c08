import Delivery
import Foundation
import WorkOS

/// Something that goes on at the server after a write, and is looked at until it is over.
package struct TabWatching: Equatable, Sendable {
  let watch: TabWatch
  let address: OrganizationTabs.Address
  package let since: Date
  /// The reading that is under way.
  package internal(set) var pending: Pending?
  /// When it is looked at next; nil while it is.
  var next: Date?

  init(_ watch: TabWatch, of address: OrganizationTabs.Address, since now: Date) {
    self.watch = watch
    self.address = address
    since = now
    next = now.addingTimeInterval(watch.interval)
  }

  package var title: String { watch.title }

  package static func == (one: TabWatching, other: TabWatching) -> Bool {
    one.title == other.title && one.address == other.address && one.since == other.since
      && one.pending == other.pending && one.next == other.next
  }
}

extension OrganizationTabs {
  mutating func pollWatch(_ turn: inout Turn) {
    guard let watch, let next = watch.next, next <= turn.now else { return }
    if turn.now.timeIntervalSince(watch.since) > watch.watch.patience {
      self.watch = nil
      turn.notice = .tab(.watchStopped(watch.title))
      return
    }
    self.watch?.next = nil
    self.watch?.pending = turn.ask(watch.watch.call, for: .tabs) {
      .tab(.answered($0, $1.map(TabAnswer.row)))
    }
  }

  mutating func watched(_ result: Result<TabRow?, WorkOSError>, _ turn: inout Turn) {
    guard let watch else { return }
    self.watch?.pending = nil
    switch result {
    case .failure(let error):
      self.watch = nil
      turn.notice = .tab(.watchFailed(watch.title, error))
    case .success(let row):
      guard let row, let ending = watch.watch.ending(row) else {
        self.watch?.next = turn.now.addingTimeInterval(watch.watch.interval)
        if row == nil { self.watch = nil }
        return
      }
      self.watch = nil
      note(row, id: row.id, in: watch.address)
      turn.notice = .tab(.watched(ending))
      if catalog.tabs.first(where: { $0.id == watch.address.tab })?.isPartOfOrganization == true {
        _ = turn.read(watch.address.organization, for: .shown)
      }
    }
  }

  /// Waits for it no longer; false: nothing was waited for.
  @discardableResult
  mutating func stopWatch(_ turn: inout Turn) -> Bool {
    guard let watch else { return false }
    if let pending = watch.pending { turn.cancel(pending) }
    self.watch = nil
    turn.notice = .tab(.watchStopped(watch.title))
    return true
  }
}
