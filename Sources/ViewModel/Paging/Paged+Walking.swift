import Foundation
import WorkOS

extension Paged {
  /// The seconds after which a remembered page is read again when it comes back on screen.
  static var freshness: TimeInterval { 30 }
  /// The next page is read ahead once the selection is this near to the end of this one.
  static var prefetchDistance: Int { 15 }

  mutating func loadFirstPage(_ turn: inout Turn) {
    start(target: 0, cursor: .first, purpose: .show(.firstRow), &turn)
  }

  mutating func refresh(_ turn: inout Turn, isQuiet: Bool = false) {
    guard let page else { return loadFirstPage(&turn) }
    start(target: index, cursor: page.cursor, purpose: .refresh(isQuiet: isQuiet), &turn)
  }

  mutating func goForward(landing: Landing = .firstRow, _ turn: inout Turn) {
    guard let page else { return }
    if index + 1 < pages.count {
      show(index + 1, landing)
      readAgainIfStale(&turn)
      prefetch(&turn, hasMomentum: true)
    } else if load?.target == index + 1 {
      load?.purpose = .show(landing)
    } else if let after = page.after {
      start(target: index + 1, cursor: .after(after), purpose: .show(landing), &turn)
    } else {
      turn.notice = .lastPage
    }
  }

  mutating func goBack(landing: Landing = .firstRow, _ turn: inout Turn) {
    showNoMore()
    guard index > 0 else {
      turn.notice = .firstPage
      return
    }
    show(index - 1, landing)
    readAgainIfStale(&turn)
  }

  /// A page further on that is still awaited is no longer wanted on screen.
  mutating func showNoMore() {
    if case .show = load?.purpose, page != nil { load?.purpose = .prefetch }
  }

  mutating func stopLoading(_ turn: inout Turn) {
    guard let load else { return }
    turn.cancel(load.pending)
    forget(load)
    turn.notice = .loadStopped
  }

  /// Reads the next page ahead when the selection is near the end, or when pages are being turned.
  mutating func prefetch(_ turn: inout Turn, hasMomentum: Bool = false) {
    guard load == nil, index == pages.count - 1, let page, let after = page.after else { return }
    guard after != failedPrefetch else { return }
    let row = position(of: selection) ?? 0
    guard hasMomentum || page.rows.count - row <= Self.prefetchDistance else { return }
    start(target: index + 1, cursor: .after(after), purpose: .prefetch, &turn)
  }

  private mutating func readAgainIfStale(_ turn: inout Turn) {
    guard let page else { return }
    let age = turn.now.timeIntervalSince(page.loadedAt)
    guard age > Self.freshness || page.rows.isEmpty else { return }
    refresh(&turn, isQuiet: true)
  }

  mutating func show(_ target: Int, _ landing: Landing) {
    index = target
    failure = nil
    switch landing {
    case .firstRow: selection = rows.first?.id
    case .lastRow: selection = rows.last?.id
    }
  }

  mutating func start(
    target: Int,
    cursor: PageCursor,
    purpose: PageLoad.Purpose,
    skippedPages: Int = 0,
    _ turn: inout Turn
  ) {
    if let load { turn.cancel(load.pending) }
    load = PageLoad(
      pending: turn.ask(
        Item.page(from: source, order: order, cursor: cursor, limit: limit), for: Item.asker,
        purpose == .prefetch ? .ahead : .byHand
      ) { Item.pageArrived($0, $1) },
      target: target, cursor: cursor, purpose: purpose, skippedPages: skippedPages)
  }
}
