import Delivery
import Foundation
import WorkOS

/// What happened in the open organization, newest first: the server's events, and the writes from here
/// among them.
package struct OrganizationEvents: Equatable, Sendable {
  /// The seconds after which what nobody looks at is forgotten.
  private static let patience: TimeInterval = 600
  /// The seconds between two looks while new events are followed.
  static let interval: TimeInterval = 5
  /// More is read while there is less than that to see.
  private static let enoughLines = 50
  /// More is read once the selection is this near to the end of what is loaded.
  private static let prefetchDistance = 20

  /// Whose they are; nil while they were not looked at.
  private(set) var organization: Organization.ID?
  package private(set) var kinds = EventKinds.all
  package private(set) var period = EventPeriod.week
  /// Why the last reading failed; what was there stays.
  package private(set) var failure: WorkOSError?
  package private(set) var loadedAt: Date?
  package private(set) var walk: Walk?
  package private(set) var follow: Follow?

  /// The organization that was open last, for which kinds and period are chosen.
  private var askedOf: Organization.ID?
  /// What was chosen before an answer led to sign-ins alone; nil: what is shown is what was chosen.
  private var chosen: Choice?
  /// What was read so far.
  private var kept = EventLines()
  private var isOnScreen = false
  private var seenAt = Date.distantPast
  private var windows: [Events.Stretch] = []
  /// How many of the windows were walked through.
  private var walked = 0
  /// What was read of the window that is walked through, and where it goes on; it is shown once the
  /// window is, as its newest come last.
  private var partial = Partial()

  private struct Choice: Equatable {
    var kinds: EventKinds
    var period: EventPeriod
  }

  /// A page that is being read.
  package struct Walk: Equatable, Sendable {
    package var pending: Pending
    var stretch: Events.Stretch
    var goal: Goal
  }

  enum Goal: Equatable, Sendable {
    case window
    /// What happened since.
    case newer
  }

  private struct Partial: Equatable {
    var lines: [EventLine] = []
    var after: String?
  }

  /// New events are looked for by the second.
  package struct Follow: Equatable, Sendable {
    package let since: Date
    /// How many have come.
    package internal(set) var count = 0
    /// When it is looked next.
    var next: Date
  }

  package var filter: String { kept.filter }
  package var lines: [EventLine] { kept.all }
  /// The places in `lines` of those that match the filter, in order.
  package var matches: [Int] { kept.matches }
  /// The marked one of those that match.
  package var position: Int? { kept.position }
  package var selected: EventLine? { kept.selected }
  package var isLoaded: Bool { loadedAt != nil }
  /// Whether the whole period was read.
  package var isComplete: Bool { isLoaded && walked == windows.count }
  package var isFiltered: Bool { !filter.isEmpty }
  /// How many lines tell of somebody by an id of whom nobody knows whose it is.
  package var namedByIDCount: Int { kept.namedByIDCount }
  /// Whether no line is there that could be marked, and one may come.
  package var isAwaited: Bool { walk != nil && matches.isEmpty }
  /// How many were read that cannot be shown yet.
  package var partialCount: Int { partial.lines.count }
  /// When it goes on by itself.
  var nextDeadline: Date? { walk == nil ? follow?.next : nil }

  // MARK: Coming and going

  /// Takes in which organization is open: what was chosen for another is chosen for it only where it is
  /// one of many that are looked through with the same question.
  mutating func noteOpen(_ open: Organization.ID?, isSteppedTo: Bool) {
    guard let open, open != askedOf else { return }
    askedOf = open
    guard !isSteppedTo else { return }
    let usual = OrganizationEvents()
    (kinds, period, chosen) = (usual.kinds, usual.period, nil)
  }

  /// Takes in whether the events of an organization are on screen.
  mutating func show(_ shown: Organization.ID?, _ turn: inout Turn) {
    guard let shown else {
      if isOnScreen {
        stop(&turn)
        (isOnScreen, seenAt) = (false, turn.now)
        goBackToChosen(&turn)
      }
      return
    }
    if organization != shown { goBackToChosen(&turn) }
    let isNew = organization != shown
    guard isNew || !isOnScreen else { return }
    let isOld = turn.now.timeIntervalSince(seenAt) > Self.patience
    if isNew || isOld {
      stop(&turn)
      kept.filter = ""
    }
    (organization, isOnScreen) = (shown, true)
    if isNew || isOld {
      begin(&turn)
    } else {
      refresh(&turn)
    }
  }

  /// What an answer led to was for that answer: the next time it is what was chosen, read anew.
  private mutating func goBackToChosen(_ turn: inout Turn) {
    guard let chosen else { return }
    let people = kept.emptied
    forgetLines(keeping: chosen, &turn)
    kept = people
  }

  /// Forgets what was read of an organization that is closed, or has not been looked at for long.
  mutating func forget(unless open: Organization.ID?, _ turn: inout Turn) {
    guard let organization, !isOnScreen else { return }
    guard organization != open || turn.now.timeIntervalSince(seenAt) > Self.patience else {
      return
    }
    forgetLines(keeping: Choice(kinds: kinds, period: period), &turn)
  }

  private mutating func forgetLines(keeping choice: Choice, _ turn: inout Turn) {
    // Nobody would take in what is still being read.
    stop(&turn)
    var fresh = OrganizationEvents()
    (fresh.kinds, fresh.period, fresh.askedOf) = (choice.kinds, choice.period, askedOf)
    self = fresh
  }

  /// Reads what happened, from the beginning; what is followed goes on being followed.
  private mutating func begin(_ turn: inout Turn) {
    if let walk { turn.cancel(walk.pending) }
    windows = period.windows(before: turn.now)
    (walk, failure, loadedAt, walked) = (nil, nil, nil, 0)
    follow?.count = 0
    partial = Partial()
    kept.begin(with: kinds, of: organization)
    turn.effects.append(.record(.readJournal))
    readOn(isWanted: true, &turn)
  }

  mutating func choose(_ period: EventPeriod, _ turn: inout Turn) {
    guard period != self.period, organization != nil else { return }
    self.period = period
    chosen = nil
    begin(&turn)
  }

  mutating func choose(_ id: String, _ turn: inout Turn) {
    guard let kinds = EventKinds.offered.first(where: { $0.id == id }), kinds != self.kinds,
      organization != nil
    else { return }
    self.kinds = kinds
    chosen = nil
    begin(&turn)
  }

  /// Shows sign-ins alone, in the shortest period that holds a moment, with one of them marked.
  mutating func showSignIns(since moment: Date, marking line: EventLine.ID?, _ turn: inout Turn) {
    guard organization != nil, let kinds = EventKinds.offered.first(where: { $0.id == "sign-ins" })
    else { return }
    chosen = chosen ?? Choice(kinds: self.kinds, period: period)
    kept.wanted = line.map { EventLines.Wanted(line: $0, moment: moment) }
    let days = turn.now.timeIntervalSince(moment) / 86_400
    period = days < 1 ? .day : days < 7 ? .week : days < 30 ? .month : .everything
    (self.kinds, follow) = (kinds, nil)
    kept.filter = ""
    begin(&turn)
  }

  // MARK: Reading

  private mutating func ask(_ stretch: Events.Stretch, _ goal: Goal, _ turn: inout Turn) {
    guard let organization else { return }
    let pending = turn.ask(Events.list(kinds, of: organization, stretch), for: .events) {
      .events(.pageArrived($0, $1))
    }
    walk = Walk(pending: pending, stretch: stretch, goal: goal)
  }

  /// Goes on with the window that is next, where that is wanted.
  private mutating func readOn(isWanted: Bool = false, _ turn: inout Turn) {
    guard walk == nil, isOnScreen, walked < windows.count, failure == nil || isWanted else {
      return
    }
    let isNear = (position ?? 0) >= matches.count - Self.prefetchDistance
    guard isWanted || isNear || matches.count < Self.enoughLines || kept.wanted != nil else {
      return
    }
    var stretch = windows[walked]
    if let after = partial.after { stretch.start = .after(after) }
    ask(stretch, .window, &turn)
  }

  /// Reads what has happened since, and goes on with what was stopped.
  mutating func refresh(_ turn: inout Turn) {
    turn.effects.append(.record(.readJournal))
    guard walk == nil else { return }
    // Without a first window there is nothing that anything could be newer than.
    walked == 0 ? readOn(isWanted: true, &turn) : readNewer(&turn)
  }

  private mutating func readNewer(_ turn: inout Turn) {
    // Where nothing has happened, the clocks of the two machines may be apart.
    let start =
      kept.events.first.map { Events.Stretch.Start.after($0.id) }
      ?? .time(
        (loadedAt ?? turn.now).addingTimeInterval(-3600))
    ask(Events.Stretch(from: start), .newer, &turn)
  }

  /// Reads and follows no longer; what was read stays, to go on from.
  mutating func stop(_ turn: inout Turn) {
    if let walk { turn.cancel(walk.pending) }
    (walk, follow) = (nil, nil)
  }

  mutating func toggleFollowing(_ turn: inout Turn) {
    if follow != nil {
      follow = nil
      return
    }
    follow = Follow(since: turn.now, next: turn.now)
    kept.goToFirst()
    look(&turn)
  }

  /// Looks for what is new, when its time has come.
  mutating func look(_ turn: inout Turn) {
    guard let follow, follow.next <= turn.now, walk == nil else { return }
    self.follow?.next = turn.now.addingTimeInterval(Self.interval)
    refresh(&turn)
  }

  mutating func take(
    _ id: RequestID, _ result: Result<Page<Received<OrganizationEvent>>, WorkOSError>,
    _ turn: inout Turn
  ) {
    guard let walk, walk.pending.id == id else { return }
    self.walk = nil
    switch result {
    case .failure(let error):
      failure = error
      // Nothing comes of asking again what is refused.
      if follow != nil, case .rejected(let rejection) = error, rejection.status < 500,
        rejection.status != 429
      {
        follow = nil
        turn.notice = .followingEnded(error)
      }
    case .success(let page):
      failure = nil
      let new = page.items.filter(isHere).map(EventLine.init)
      // A cursor that leads back would lead round and round.
      let after = page.after.flatMap { walk.stretch.start == .after($0) ? nil : $0 }
      takeIn(new, after: page.items.isEmpty ? nil : after, walk, &turn)
    }
    follow?.next = turn.now.addingTimeInterval(Self.interval)
  }

  private mutating func takeIn(
    _ new: [EventLine], after: String?, _ walk: Walk, _ turn: inout Turn
  ) {
    switch walk.goal {
    case .newer:
      let count = kept.add(new, isFollowing: follow != nil)
      follow?.count += count
      loadedAt = turn.now
      if let after { return ask(Events.Stretch(from: .after(after)), .newer, &turn) }
    case .window:
      partial.lines += new
      partial.after = after
      if let after {
        var stretch = walk.stretch
        stretch.start = .after(after)
        return ask(stretch, .window, &turn)
      }
      walked += 1
      loadedAt = loadedAt ?? turn.now
      let lines = partial.lines
      partial = Partial()
      kept.beginning = windows[walked - 1].start.time ?? .distantPast
      kept.add(lines, isFollowing: follow != nil)
      kept.giveUpWanted()
    }
    readOn(&turn)
  }

  /// Not every server takes the organization into account.
  private func isHere(_ received: Received<OrganizationEvent>) -> Bool {
    received.item.organizationID.map { $0 == organization?.rawValue } ?? true
  }

  // MARK: Lines

  /// Takes in the writes from here, newest first.
  mutating func take(_ entries: [JournalEntry]) {
    kept.take(entries.filter { $0.organizationID != nil && $0.organizationID == organization })
  }

  /// Names those of whom events tell only an id, as far as their addresses are known by now: those of
  /// members by their memberships, and those that other events tell.
  ///
  /// - Parameter members: which members are known, so that it is seen whether others are by now.
  mutating func namePeople(among members: KnownMembers?, by address: (String) -> String?) {
    kept.namePeople(among: members, by: address)
  }

  mutating func filter(by text: String, _ turn: inout Turn) {
    kept.filter(by: text)
    readOn(&turn)
  }

  // MARK: Moving

  mutating func move(by distance: Int, _ turn: inout Turn) {
    go(to: (position ?? 0) + distance, isWanted: distance > 0, &turn)
  }

  mutating func goToLast(_ turn: inout Turn) { go(to: matches.count - 1, isWanted: true, &turn) }

  /// Marks a line, where it is one of those that match.
  mutating func mark(_ id: EventLine.ID) { kept.mark(id) }

  mutating func go(to place: Int, isWanted: Bool = false, _ turn: inout Turn) {
    // Who moves looks for something else by now.
    kept.wanted = nil
    guard !matches.isEmpty else { return readOn(isWanted: isWanted, &turn) }
    kept.mark(place)
    readOn(isWanted: isWanted && position == matches.count - 1, &turn)
  }
}

extension Events.Stretch.Start {
  fileprivate var time: Date? {
    if case .time(let date) = self { date } else { nil }
  }
}
