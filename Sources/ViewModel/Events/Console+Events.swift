import Delivery
import WorkOS

/// What happened in the open organization, while that is on screen.
extension Console {
  mutating func handle(_ event: EventsEvent, _ turn: inout Turn) {
    switch event {
    case .selectionMoved(let distance):
      moveInEvents(isUpward: distance < 0, &turn) { $0.move(by: distance, &$1) }
    case .lineWanted(let place):
      moveInEvents(isUpward: true, &turn) { $0.go(to: place, &$1) }
    case .lineMarkedAgain(let id): events.mark(id)
    case .lastLineWanted: moveInEvents(isUpward: false, &turn) { $0.goToLast(&$1) }
    case .filterChanged(let text): events.filter(by: text, &turn)
    case .periodChosen(let period): events.choose(period, &turn)
    case .kindsChosen(let id): events.choose(id, &turn)
    case .refreshWanted: events.refresh(&turn)
    case .followToggled:
      events.toggleFollowing(&turn)
      if events.follow != nil { followedAgain() }
    case .stopped: events.stop(&turn)
    case .pageArrived(let id, let result):
      events.take(id, result, &turn)
      namePeopleInEvents()
    }
  }

  /// Whether it was read who the members are of the organization whose events are shown.
  package var areMembersOfEventsRead: Bool { membersOfEvents?.isLoaded == true }

  private var membersOfEvents: TabState? {
    events.organization.flatMap {
      tabs.states[.init(organization: $0, tab: MembersTab().id)]
    }
  }

  /// Moves in the lines; where that leads nowhere, and nothing more is awaited, it is said that there is
  /// nothing more.
  private mutating func moveInEvents(
    isUpward: Bool, _ turn: inout Turn, _ move: (inout OrganizationEvents, inout Turn) -> Void
  ) {
    let position = events.position
    move(&events, &turn)
    guard events.position == position, turn.notice == nil,
      isUpward && position != nil || events.walk == nil && events.isComplete
    else { return }
    turn.notice = .atEnd(position == nil ? .noRow : isUpward ? .firstRow : .lastRow)
  }

  /// Looks for whom events tell by a bare id among the members and the events that are loaded: of members
  /// by the membership, and for the events of a page alone while the members stay the same, so that it
  /// costs nothing for how many there are of either.
  private mutating func namePeopleInEvents() {
    let state = membersOfEvents
    let members = state?.table
    let known = state.map {
      KnownMembers(
        loadedAt: $0.loadedAt, count: $0.table.count, namedLater: $0.users.knownCount)
    }
    events.namePeople(among: known) { membership in
      guard let members, let number = members.number(of: TabItem.ID(rawValue: membership)) else {
        return nil
      }
      let email = members.row(number).name
      return email.contains("@") ? email : nil
    }
  }

  /// Takes in whether the tab of events is on screen, and of which organization.
  mutating func followEvents(_ turn: inout Turn) {
    events.noteOpen(tabs.organization?.id, isSteppedTo: detail.isSteppedTo)
    let isShown = tabs.current?.id == EventsTab.name
    events.show(isShown ? tabs.organization?.id : nil, &turn)
    events.forget(unless: tabs.organization?.id, &turn)
  }

  /// Takes in what the journal holds, among which the writes of the open organization are.
  mutating func noteInEvents(_ entries: [JournalEntry]) {
    // A sandbox that has ended had other data, on another port.
    events.take(entries.filter { isOwn($0) && $0.intent.author.host == workplace.host })
  }
}
