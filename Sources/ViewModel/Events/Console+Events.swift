import Delivery
import WorkOS

/// What happened in the open organization, while that is on screen.
extension Console {
  mutating func handle(_ event: EventsEvent, _ turn: inout Turn) {
    switch event {
    case .selectionMoved(let distance): events.move(by: distance, &turn)
    case .lineWanted(let place): events.go(to: place, &turn)
    case .lastLineWanted: events.goToLast(&turn)
    case .filterChanged(let text): events.filter(by: text, &turn)
    case .periodChosen(let period): events.choose(period, &turn)
    case .kindsChosen(let id): events.choose(id, &turn)
    case .refreshWanted: events.refresh(&turn)
    case .followToggled: events.toggleFollowing(&turn)
    case .stopped: events.stop(&turn)
    case .pageArrived(let id, let result): events.take(id, result, &turn)
    }
  }

  /// Takes in whether the tab of events is on screen, and of which organization.
  mutating func followEvents(_ turn: inout Turn) {
    let isShown = tabs.current?.id == EventsTab.name
    events.show(isShown ? tabs.organization?.id : nil, &turn)
    events.forget(unless: tabs.organization?.id, at: turn.now)
  }

  /// Takes in what the journal holds, among which the writes of the open organization are.
  mutating func noteInEvents(_ entries: [JournalEntry]) {
    // A sandbox that has ended had other data, on another port.
    events.take(entries.filter { isOwn($0) && $0.intent.author.host == workplace.host })
  }
}
