import Delivery
import Foundation
import WorkOS

/// Something that goes on at the server after a write, and is looked at until it is over.
package struct TabWatching: Equatable, Sendable {
  let watch: TabWatch
  let address: OrganizationTabs.Address
  /// The row whose write it follows; nil: the write made it.
  let row: TabRow.ID?
  package let since: Date
  /// The reading that is under way.
  package internal(set) var pending: Pending?
  /// When it is looked at next; nil while it is.
  var next: Date?

  init(
    _ watch: TabWatch, of address: OrganizationTabs.Address, row: TabRow.ID?, since now: Date
  ) {
    self.watch = watch
    self.address = address
    self.row = row
    since = now
    next = now.addingTimeInterval(watch.interval)
  }

  package var title: String { watch.title }

  package static func == (one: TabWatching, other: TabWatching) -> Bool {
    one.title == other.title && one.address == other.address && one.row == other.row
      && one.since == other.since
      && one.pending == other.pending && one.next == other.next
  }
}

extension OrganizationTabs {
  /// The one whose clock is on screen: the latest.
  package var watch: TabWatching? { watches.last }

  /// What is waited for of a row.
  package func watch(of row: TabRow.ID?) -> TabWatching? {
    row.flatMap { row in watches.first { $0.row == row } }
  }

  /// Waits for what comes of a write, beside what is waited for already.
  mutating func wait(for delivery: TabDelivery, _ turn: inout Turn) {
    guard let watch = delivery.write.watch else { return }
    watches.append(
      TabWatching(watch, of: delivery.address, row: delivery.write.id, since: turn.now))
  }

  mutating func pollWatches(_ turn: inout Turn) {
    for index in watches.indices.reversed() {
      let watch = watches[index]
      guard let next = watch.next, next <= turn.now else { continue }
      if turn.now.timeIntervalSince(watch.since) > watch.watch.patience {
        watches.remove(at: index)
        turn.notice = .tab(.watchStopped([watch.title]))
        continue
      }
      watches[index].next = nil
      watches[index].pending = turn.ask(watch.watch.call, for: .tabs) {
        .tab(.answered($0, $1.map(TabAnswer.row)))
      }
    }
  }

  /// Takes in what was read for one of them; false: it was not for any.
  mutating func watched(
    _ id: RequestID, _ result: Result<TabRow?, WorkOSError>, _ turn: inout Turn
  ) -> Bool {
    guard let index = watches.firstIndex(where: { $0.pending?.id == id }) else { return false }
    watches[index].pending = nil
    let watch = watches[index]
    switch result {
    case .failure(let error):
      watches.remove(at: index)
      turn.notice = .tab(.watchFailed(watch.title, error))
    case .success(nil):
      watches.remove(at: index)
      turn.notice = .tab(.watchGone(watch.title))
    case .success(let row?):
      guard let ending = watch.watch.ending(row) else {
        watches[index].next = turn.now.addingTimeInterval(watch.watch.interval)
        return true
      }
      watches.remove(at: index)
      note(row, id: row.id, in: watch.address)
      turn.notice = .tab(.watched(ending))
      if catalog.tabs.first(where: { $0.id == watch.address.tab })?.isPartOfOrganization == true {
        _ = turn.read(watch.address.organization, for: .shown)
      }
    }
    return true
  }

  /// Waits for nothing any longer.
  mutating func stopWatches(_ turn: inout Turn) {
    guard !watches.isEmpty else { return }
    for pending in watches.compactMap(\.pending) { turn.cancel(pending) }
    turn.notice = .tab(.watchStopped(watches.map(\.title)))
    watches = []
  }
}
