import Delivery
import Foundation
import WorkOS

extension Paged {
  /// A server that answers with empty pages and further cursors is followed this far.
  static var mostSkippedPages: Int { 20 }

  /// - Parameter isElsewhere: whether an item is on screen beside this list, and is left out of its
  ///   further pages.
  mutating func pageArrived(
    _ id: RequestID, _ result: Result<Page<Row<Item>>, WorkOSError>,
    leavingOut isElsewhere: (Item.ID) -> Bool = { _ in false }, _ turn: inout Turn
  ) {
    guard let load, load.pending.id == id else { return }
    self.load = nil
    switch result {
    case .success(var page):
      if load.target > 0 { page.items.removeAll { isElsewhere($0.id) } }
      accept(page, for: load, &turn)
    case .failure(let error):
      if case .prefetch = load.purpose, case .after(let cursor) = load.cursor {
        failedPrefetch = cursor
      } else {
        failure = error
        if load.isAwaited, !pages.isEmpty { turn.notice = .readFailed(error) }
      }
    }
  }

  private mutating func accept(
    _ answer: Page<Row<Item>>, for load: PageLoad, _ turn: inout Turn
  ) {
    let answer = withoutRemoved(answer, for: load)
    failedPrefetch = nil
    if answer.items.isEmpty, let after = answer.after, .after(after) != load.cursor,
      load.skippedPages < Self.mostSkippedPages
    {
      return start(
        target: load.target, cursor: .after(after), purpose: load.purpose,
        skippedPages: load.skippedPages + 1, &turn)
    }

    var page = LoadedPage(
      cursor: cursor(ofPage: load.target) ?? load.cursor, rows: [],
      before: answer.before, after: answer.after, loadedAt: turn.now)
    if leadsBack(page, at: load.target) {
      page.after = nil
      turn.notice = .cursorRepeated
    }
    if load.target < index, pages[load.target].after != page.after {
      // The page on screen would be forgotten; the earlier one is read again when it is back.
      return
    }
    let rows = withoutRepetition(answer.items, at: load.target)
    if rows.isEmpty, load.target > 0 { return end(before: load, &turn) }
    place(page, rows, at: load.target, &turn)

    failure = nil
    if case .show(let landing) = load.purpose {
      show(load.target, landing)
      prefetch(&turn, hasMomentum: load.target > 0)
    } else {
      prefetch(&turn)
    }
  }

  /// The answer without what this console deleted while it was on its way.
  private func withoutRemoved(
    _ answer: Page<Row<Item>>, for load: PageLoad
  ) -> Page<Row<Item>> {
    guard !load.removedMeanwhile.isEmpty else { return answer }
    var answer = answer
    answer.items.removeAll { load.removedMeanwhile.contains($0.id.rawValue) }
    if let after = answer.after, load.removedMeanwhile.contains(after) {
      answer.after = answer.items.last?.id.rawValue ?? after
    }
    return answer
  }

  /// The cursor a page of the chain is read with, which skipped pages do not change.
  private func cursor(ofPage target: Int) -> PageCursor? {
    target == 0 ? .first : pages[target - 1].after.map(PageCursor.after)
  }

  /// Ends the list before a page that turned out to hold no row.
  private mutating func end(before load: PageLoad, _ turn: inout Turn) {
    dropPages(from: load.target)
    pages[load.target - 1].after = nil
    if index >= load.target { show(load.target - 1, .lastRow) }
    if load.isAwaited { turn.notice = turn.notice ?? .lastPage }
  }

  /// Whether a page says that one follows it which comes before it, or is itself.
  private func leadsBack(_ page: LoadedPage, at target: Int) -> Bool {
    guard let after = page.after else { return false }
    return .after(after) == page.cursor || held.isKnown(.after(after), beforePage: target)
  }

  /// Drops what earlier pages hold already.
  private func withoutRepetition(_ rows: [Row<Item>], at target: Int) -> [Row<Item>] {
    var seen: Set<Item.ID> = []
    return rows.filter { row in
      let id = row.id
      guard seen.insert(id).inserted else { return false }
      return created.contains(id) || !held.isHeld(id, beforePage: target)
    }
  }

  private mutating func place(
    _ page: LoadedPage, _ rows: [Row<Item>], at target: Int, _ turn: inout Turn
  ) {
    var page = page
    guard target < pages.count else {
      page.rows = rows.map { held.hold($0, onPage: target) }
      held.noteCursor(page.cursor, ofPage: target)
      pages.append(page)
      return pageAdded()
    }
    let old = pages[target]
    let formerIDs = target == index ? self.rows(ofPage: target).map(\.id) : []
    let position = selection.flatMap { formerIDs.firstIndex(of: $0) } ?? 0
    if old.after != page.after, target + 1 < pages.count { dropPages(from: target + 1) }
    page.rows = rows.map { held.hold($0, onPage: target) }
    pages[target] = page
    held.release(old.rows, ofPage: target, pages)
    held.noteCursor(page.cursor, ofPage: target)
    rowsChanged()
    guard target == index else { return }

    let movement = PageMovement(
      from: formerIDs.filter { !created.contains($0) },
      to: rows.map(\.id).filter { !created.contains($0) })
    if !movement.isNone { turn.notice = .listMoved(movement, since: old.loadedAt) }
    if self.position(of: selection) == nil {
      selection = rows.isEmpty ? nil : rows[min(position, rows.count - 1)].id
    }
  }
}
