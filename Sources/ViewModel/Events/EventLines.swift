import Delivery
import Foundation
import WorkOS

/// Which members are known: others than before may be once another page of them was read, or all anew.
struct KnownMembers: Equatable, Sendable {
  var loadedAt: Date?
  var count: Int
  /// How many of them were named after they were read.
  var namedLater = 0
}

/// The events that were read and the writes from here, in one order; which of them match a filter, and
/// which is marked.
struct EventLines: Equatable, Sendable {
  /// A line to be marked once it was read.
  struct Wanted: Equatable {
    var line: EventLine.ID
    /// When it happened: before that it need not be looked for.
    var moment: Date
  }

  /// What is to match; a text that is set here counts from the next reading on.
  var filter = ""
  private(set) var all: [EventLine] = []
  /// The places in `all` of those that match the filter, in order.
  private(set) var matches: [Int] = []
  /// The marked one of those that match.
  private(set) var position: Int?
  var wanted: Wanted?
  /// As far back as events were read; nil: nowhere yet.
  var beginning: Date?
  /// What was read, without the writes from here.
  private(set) var events: [EventLine] = []

  private var kinds = EventKinds.all
  private var known: Set<String> = []
  private var own: [JournalEntry] = []
  private var folded: [FoldedText] = []
  /// What those that match were found by.
  private var sought = FilterText("").sought
  /// The beginning that the lines were laid out for.
  private var arrangedFrom: Date?
  /// Whom lines of the organization have told of, also those of other kinds and periods.
  private var people = PeopleTold()
  private var organization: Organization.ID?
  /// How many lines tell of somebody by an id of whom nobody knows whose it is.
  private(set) var namedByIDCount = 0

  var selected: EventLine? { position.map { all[matches[$0]] } }

  /// Begins anew, with nothing read; the filter and what is wanted stay, and who is who in the same
  /// organization.
  mutating func begin(with kinds: EventKinds, of organization: Organization.ID?) {
    if organization == self.organization { people.beginAnew() } else { people = PeopleTold() }
    (self.kinds, self.organization) = (kinds, organization)
    (events, known, own, beginning) = ([], [], [], nil)
    arrange()
  }

  /// None, that know who is who as these do.
  var emptied: EventLines {
    var lines = EventLines()
    (lines.people, lines.organization) = (people, organization)
    return lines
  }

  /// Takes in the writes from here, newest first.
  mutating func take(_ own: [JournalEntry]) {
    guard own != self.own else { return }
    self.own = own
    arrange()
  }

  /// - Returns: how many of them were not there yet.
  @discardableResult
  mutating func add(_ new: [EventLine], isFollowing: Bool) -> Int {
    let new = new.filter { known.insert($0.id).inserted }
    let isFirst = (position ?? 0) == 0
    if !new.isEmpty { events = (events + new).sorted(by: EventLine.isBefore) }
    people.add(new)
    // A look every few seconds that finds nothing new lays out nothing anew.
    if !new.isEmpty || beginning != arrangedFrom { arrange() }
    // Who looks at the newest goes on looking at the newest.
    if isFollowing, isFirst { goToFirst() }
    return new.count
  }

  /// Looks no longer for a line that would have been read by now.
  mutating func giveUpWanted() {
    if let wanted, let beginning, beginning <= wanted.moment { self.wanted = nil }
  }

  /// Names those whom lines tell by an id: in what was added since the last time, in what that tells the
  /// address for, and in all lines where other members are known by now.
  mutating func namePeople(among members: KnownMembers?, by address: (String) -> String?) {
    var isAnyNew = false
    for line in people.linesToName(in: events, among: members) {
      guard let place = Self.place(of: line, in: events) else { continue }
      let isNew = events[place].name(by: address, or: people.address(of:))
      people.note(events[place])
      guard isNew else { continue }
      isAnyNew = true
      if let shown = Self.place(of: line, in: all) {
        if all[shown].isNamedByID { namedByIDCount -= 1 }
        (all[shown], folded[shown]) = (events[place], events[place].folded)
      }
    }
    if isAnyNew, !filter.isEmpty { match(marked: selected?.id, former: position) }
  }

  /// Where a line is among lines in their order.
  private static func place(of line: EventLine, in lines: [EventLine]) -> Int? {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if EventLine.isBefore(lines[middle], line) { low = middle + 1 } else { high = middle }
    }
    return low < lines.count && lines[low].id == line.id ? low : nil
  }

  mutating func filter(by text: String) {
    let marked = selected?.id
    filter = text
    // One more letter can only find less.
    let narrows = FilterText(text).sought.narrows(sought)
    match(marked: marked, former: nil, among: narrows ? matches : nil)
  }

  mutating func goToFirst() { position = matches.isEmpty ? nil : 0 }

  /// Marks the one at a place among those that match, or the nearest to it.
  mutating func mark(_ place: Int) {
    guard !matches.isEmpty else { return }
    position = max(0, min(place, matches.count - 1))
  }

  mutating func mark(_ id: EventLine.ID) {
    if let place = matches.firstIndex(where: { all[$0].id == id }) { position = place }
  }

  /// Lays events and own writes into one order, as far back as events were read.
  private mutating func arrange() {
    let marked = selected?.id
    let former = position
    arrangedFrom = beginning
    let own = beginning.map { start in
      self.own.filter { $0.time >= start && kinds.cover($0) }.map(EventLine.init)
    }
    all = own.map { $0.isEmpty ? events : (events + $0).sorted(by: EventLine.isBefore) } ?? []
    folded = all.map(\.folded)
    namedByIDCount = all.count(where: \.isNamedByID)
    match(marked: marked, former: former)
  }

  /// - Parameter candidates: those of which alone any can match; nil: any can.
  private mutating func match(
    marked: EventLine.ID?, former: Int?, among candidates: [Int]? = nil
  ) {
    let text = FilterText(filter)
    sought = text.sought
    matches = (candidates ?? Array(all.indices)).filter { text.matches(folded[$0]) }
    if let wanted, let place = matches.firstIndex(where: { all[$0].id == wanted.line }) {
      (position, self.wanted) = (place, nil)
      return
    }
    position =
      matches.firstIndex { all[$0].id == marked }
      ?? (matches.isEmpty ? nil : min(former ?? 0, matches.count - 1))
  }
}

extension EventKinds {
  /// The kinds that a write from here would be told as.
  private static let kindsOfSubjects = [
    "organization": "organization", "domain": "domains", "member": "members",
    "membership": "members", "invitation": "invitations", "role": "roles",
    "connection": "connections", "directory": "directories", "API key": "keys", "api_key": "keys",
    "flag": "flags",
  ]

  /// Whether a write from here is one of these.
  fileprivate func cover(_ entry: JournalEntry) -> Bool {
    id == EventKinds.all.id || Self.kindsOfSubjects[entry.intent.subject.kind.rawValue] == id
  }
}
