import Delivery
import Foundation
import WorkOS

/// The rows of one tab of one organization, as far as they are loaded.
package struct TabState: Equatable, Sendable {
  /// The rows asked for at a time; the API gives no more.
  static let pageSize = 100
  /// More is read once the selection is this near to the end of what is loaded.
  private static let prefetchDistance = 20
  /// While a filter finds less than that, more is read by itself.
  private static let enoughMatches = 50
  /// The seconds after which rows are read again when they come back on screen.
  private static let freshness: TimeInterval = 10
  /// Rows that took more pages than one are read again only when that is asked for.
  private static let mostReadAgain = pageSize

  package private(set) var rows: [TabRow] = []
  /// The places in `rows` of those that match the filter, in order.
  package private(set) var matches: [Int] = []
  package private(set) var filter = ""
  package private(set) var selection: TabRow.ID?
  package private(set) var load: Load?
  /// Why the last load failed; the rows from before stay.
  package private(set) var failure: WorkOSError?
  /// When the first page came.
  package private(set) var loadedAt: Date?
  /// Where the rows go on that are not loaded; nil: there are none.
  package private(set) var after: String?
  /// When it was last on screen.
  var seenAt = Date.distantPast
  private var folded: [FoldedText] = []
  /// What was read again so far, while the rows from before are still shown.
  private var incoming: [TabRow] = []

  /// A page that is being read.
  package struct Load: Equatable, Sendable {
    package var pending: Pending
    var cursor: PageCursor
    /// Whether the rows that are there are being read again.
    package var isRefresh: Bool
  }

  package var isLoaded: Bool { loadedAt != nil }
  package var isComplete: Bool { isLoaded && after == nil }
  package var isFiltered: Bool { !filter.isEmpty }

  /// The place of the marked row among those that match.
  package var position: Int? {
    guard let selection else { return nil }
    return matches.firstIndex { rows[$0].id == selection }
  }

  /// The marked row.
  package var selected: TabRow? { position.map { rows[matches[$0]] } }

  // MARK: Loading

  /// It comes on screen: it is read for the first time, or again when that was a while ago.
  mutating func show(_ ask: Ask, _ turn: inout Turn) {
    seenAt = turn.now
    guard load == nil else { return }
    guard let loadedAt else { return start(.first, isRefresh: false, ask, &turn) }
    if turn.now.timeIntervalSince(loadedAt) > Self.freshness, rows.count <= Self.mostReadAgain {
      refresh(ask, &turn)
    }
  }

  /// Puts the question for a page.
  typealias Ask = (PageRequest, inout Turn) -> Pending

  mutating func refresh(_ ask: Ask, _ turn: inout Turn) {
    incoming = []
    start(.first, isRefresh: isLoaded, ask, &turn)
  }

  mutating func stop(_ turn: inout Turn) {
    guard let load else { return }
    turn.cancel(load.pending)
    self.load = nil
    incoming = []
  }

  private mutating func start(
    _ cursor: PageCursor, isRefresh: Bool, _ ask: Ask, _ turn: inout Turn
  ) {
    if let load { turn.cancel(load.pending) }
    let pending = ask(PageRequest(cursor: cursor, limit: Self.pageSize), &turn)
    load = Load(pending: pending, cursor: cursor, isRefresh: isRefresh)
  }

  /// Reads more once that is wanted; one that failed is not tried at every key.
  private mutating func loadOn(isWanted: Bool = false, _ ask: Ask, _ turn: inout Turn) {
    guard load == nil, let after, failure == nil || isWanted else { return }
    let isNear = (position ?? 0) >= matches.count - Self.prefetchDistance
    let isSought = isFiltered && matches.count < Self.enoughMatches
    guard isWanted || isNear || isSought else { return }
    start(.after(after), isRefresh: false, ask, &turn)
  }

  mutating func take(_ result: Result<Page<TabRow>, WorkOSError>, _ ask: Ask, _ turn: inout Turn) {
    guard let load else { return }
    self.load = nil
    switch result {
    case .failure(let error):
      failure = error
      incoming = []
    case .success(let page):
      failure = nil
      // A cursor that leads back would lead round and round.
      let after = page.after.flatMap { .after($0) == load.cursor ? nil : $0 }
      if load.isRefresh {
        incoming += page.items
        if let after, incoming.count < rows.count, !page.items.isEmpty {
          return start(.after(after), isRefresh: true, ask, &turn)
        }
        replace(with: incoming)
        incoming = []
      } else if load.cursor == .first {
        replace(with: page.items)
      } else {
        append(page.items)
      }
      if load.cursor == .first || load.isRefresh { loadedAt = turn.now }
      self.after = after
      loadOn(ask, &turn)
    }
  }

  private mutating func replace(with new: [TabRow]) {
    let former = position
    rows = []
    folded = []
    matches = []
    append(new)
    if position == nil {
      let place = min(former ?? 0, matches.count - 1)
      selection = place >= 0 ? rows[matches[place]].id : nil
    }
  }

  private mutating func append(_ new: [TabRow]) {
    var known = Set(rows.map(\.id))
    let new = new.filter { known.insert($0.id).inserted }
    let needle = FoldedText(filter)
    for row in new {
      let text = row.folded
      if needle.isEmpty || text.contains(needle) { matches.append(rows.count) }
      rows.append(row)
      folded.append(text)
    }
    if position == nil { selection = matches.first.map { rows[$0].id } }
  }

  // MARK: Moving and filtering

  mutating func move(by distance: Int, _ ask: Ask, _ turn: inout Turn) {
    go(to: (position ?? 0) + distance, isWanted: distance > 0, ask, &turn)
  }

  mutating func goToLast(_ ask: Ask, _ turn: inout Turn) {
    go(to: matches.count - 1, isWanted: true, ask, &turn)
  }

  mutating func go(
    to place: Int, isWanted: Bool = false, _ ask: Ask, _ turn: inout Turn
  ) {
    guard !matches.isEmpty else { return loadOn(isWanted: isWanted, ask, &turn) }
    let place = max(0, min(place, matches.count - 1))
    selection = rows[matches[place]].id
    loadOn(isWanted: isWanted && place == matches.count - 1, ask, &turn)
  }

  mutating func filter(by text: String, _ ask: Ask, _ turn: inout Turn) {
    let former = FoldedText(filter)
    let needle = FoldedText(text)
    filter = text
    // One more letter can only find less.
    let places = !former.isEmpty && needle.contains(former) ? matches : Array(rows.indices)
    matches = needle.isEmpty ? places : places.filter { folded[$0].contains(needle) }
    if position == nil { selection = matches.first.map { rows[$0].id } }
    loadOn(ask, &turn)
  }

  // MARK: What this console did

  /// Puts a row where it is, or first where it is new.
  mutating func put(_ row: TabRow) {
    if let place = rows.firstIndex(where: { $0.id == row.id }) {
      rows[place] = row
      folded[place] = row.folded
    } else {
      rows.insert(row, at: 0)
      folded.insert(row.folded, at: 0)
      selection = row.id
    }
    match()
  }

  mutating func remove(_ id: TabRow.ID) {
    guard let place = rows.firstIndex(where: { $0.id == id }) else { return }
    let former = position
    rows.remove(at: place)
    folded.remove(at: place)
    match()
    if position == nil, let former, !matches.isEmpty {
      selection = rows[matches[min(former, matches.count - 1)]].id
    }
  }

  private mutating func match() {
    let needle = FoldedText(filter)
    matches = rows.indices.filter { needle.isEmpty || folded[$0].contains(needle) }
  }
}
