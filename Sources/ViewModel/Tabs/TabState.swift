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

  var table = RowTable<TabItem>()
  /// The numbers of the rows, in order, and of those of them that match.
  var order: [Int32] = []
  var found: [Int32] = []
  /// Where each row stands, by its number; they increase along `order`, which has gaps.
  var ranks: [Int32] = []
  /// What the filter looks for; nil: nothing.
  var sought: Sought?
  package internal(set) var filterText = FilterText("")
  package internal(set) var selection: TabRow.ID?
  package private(set) var load: Load?
  /// Why the last load failed; the rows from before stay.
  package private(set) var failure: WorkOSError?
  /// Whether that was further rows, and those that are there are as they were read.
  package private(set) var isMoreUnread = false
  /// When the first page came.
  package private(set) var loadedAt: Date?
  /// Where the rows go on that are not loaded; nil: there are none.
  package private(set) var after: String?
  /// Those whom rows name by an id alone.
  var users = UserLook()
  /// When it was last on screen.
  var seenAt = Date.distantPast
  /// Whether the rows are those that there are without an answer.
  private var isWithoutAnswer = false
  /// What was read again so far, while the rows from before are still shown.
  private var incoming: [TabRow] = []

  /// A page that is being read.
  package struct Load: Equatable, Sendable {
    package var pending: Pending
    var cursor: PageCursor
    /// Whether the rows that are there are being read again.
    package var isRefresh: Bool
    /// Whether a key asked for it, with rows there already.
    package var isByHand = false
  }

  package var isLoaded: Bool { loadedAt != nil }
  package var isComplete: Bool { isLoaded && after == nil }
  /// What was typed to filter them.
  package var filter: String { filterText.text }
  package var isFiltered: Bool { !filter.isEmpty }

  /// Whether no row is there that could be marked, and one may come.
  package var isAwaited: Bool { load != nil && shown.isEmpty }

  /// All rows that are loaded.
  package var rows: TabRowList { TabRowList(table, order) }

  /// Those that match the filter; all, where there is none.
  package var matches: TabRowList { TabRowList(table, shown) }

  /// The place of the marked row among those that match.
  package var position: Int? {
    selection.flatMap { table.number(of: TabItem.ID(rawValue: $0)) }.flatMap {
      place(of: $0, in: shown)
    }
  }

  /// The marked row.
  package var selected: TabRow? { position.map { table.row(shown[$0]) } }

  // MARK: Loading

  /// It comes on screen: it is read for the first time, or again when that was a while ago.
  mutating func show(_ ask: Ask, _ turn: inout Turn) {
    seenAt = turn.now
    guard load == nil else { return }
    guard let loadedAt else { return start(.first, isRefresh: false, ask, &turn) }
    if turn.now.timeIntervalSince(loadedAt) > Self.freshness, order.count <= Self.mostReadAgain {
      refresh(ask, &turn)
    }
  }

  /// Puts the question for a page.
  typealias Ask = (PageRequest, Urgency, inout Turn) -> Pending

  mutating func refresh(isByHand: Bool = false, _ ask: Ask, _ turn: inout Turn) {
    incoming = []
    start(.first, isRefresh: isLoaded, isByHand: isByHand && isLoaded, ask, &turn)
  }

  mutating func stop(_ turn: inout Turn) {
    guard let load else { return }
    turn.cancel(load.pending)
    self.load = nil
    incoming = []
  }

  /// Gives up what is being read, as it was not there for a reason or for none; what was read stays.
  mutating func stop(
    because error: WorkOSError?, orElse rows: [TabRow]?, _ turn: inout Turn
  ) {
    guard let load else { return }
    stop(&turn)
    if let error { fail(load, error, orElse: rows, turn.now) }
  }

  private mutating func start(
    _ cursor: PageCursor, isRefresh: Bool, isByHand: Bool = false, urgency: Urgency = .byHand,
    _ ask: Ask, _ turn: inout Turn
  ) {
    if let load { turn.cancel(load.pending) }
    let pending = ask(PageRequest(cursor: cursor, limit: Self.pageSize), urgency, &turn)
    load = Load(pending: pending, cursor: cursor, isRefresh: isRefresh, isByHand: isByHand)
  }

  /// Reads more once that is wanted; one that failed is not tried at every key.
  private mutating func loadOn(isWanted: Bool = false, _ ask: Ask, _ turn: inout Turn) {
    guard load == nil, let after, failure == nil || isWanted else { return }
    let isNear = (position ?? 0) >= shown.count - Self.prefetchDistance
    let isSought = isFiltered && shown.count < Self.enoughMatches
    guard isWanted || isNear || isSought else { return }
    start(
      .after(after), isRefresh: false, isByHand: isWanted,
      urgency: isWanted || isSought ? .byHand : .ahead, ask, &turn)
  }

  /// - Parameter rows: what there is without an answer, which takes the place of no row that was read.
  mutating func take(
    _ result: Result<Page<TabRow>, WorkOSError>, orElse rows: [TabRow]?, _ ask: Ask,
    _ turn: inout Turn
  ) {
    guard let load else { return }
    self.load = nil
    switch result {
    case .failure(let error): fail(load, error, orElse: rows, turn.now)
    case .success(let page):
      (failure, isWithoutAnswer) = (nil, false)
      // A cursor that leads back would lead round and round.
      let after = page.after.flatMap { .after($0) == load.cursor ? nil : $0 }
      if load.isRefresh {
        incoming += page.items
        if let after, incoming.count < order.count, !page.items.isEmpty {
          return start(
            .after(after), isRefresh: true, isByHand: load.isByHand, ask, &turn)
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

  private mutating func fail(
    _ load: Load, _ error: WorkOSError, orElse rows: [TabRow]?, _ now: Date
  ) {
    incoming = []
    guard let rows, !isLoaded || isWithoutAnswer else {
      (failure, isMoreUnread) = (error, load.cursor != .first && !load.isRefresh)
      return
    }
    // Why the rest is missing stands in one of them.
    failure = nil
    (isWithoutAnswer, loadedAt) = (true, now)
    replace(with: rows)
  }

  // MARK: Moving and filtering

  mutating func move(by distance: Int, _ ask: Ask, _ turn: inout Turn) {
    go(to: (position ?? 0) + distance, isWanted: distance > 0, ask, &turn)
  }

  mutating func goToLast(_ ask: Ask, _ turn: inout Turn) {
    go(to: shown.count - 1, isWanted: true, ask, &turn)
  }

  mutating func go(
    to place: Int, isWanted: Bool = false, _ ask: Ask, _ turn: inout Turn
  ) {
    guard !shown.isEmpty else { return loadOn(isWanted: isWanted, ask, &turn) }
    let place = max(0, min(place, shown.count - 1))
    selection = table.row(shown[place]).id
    loadOn(isWanted: isWanted && place == shown.count - 1, ask, &turn)
  }

  mutating func filter(by text: FilterText, _ ask: Ask, _ turn: inout Turn) {
    look(for: text)
    loadOn(ask, &turn)
  }
}
