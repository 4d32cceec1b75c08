import Foundation
import WorkOS

extension PagedOrganizations {
  /// The seconds after which a remembered page is read again when it comes back on screen.
  static let freshness: TimeInterval = 30
  /// The next page is read ahead once the selection is this near to the end of this one.
  static let prefetchDistance = 15

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
    // A page further on that is still awaited is no longer wanted on screen.
    if case .show = load?.purpose, page != nil { load?.purpose = .prefetch }
    guard index > 0 else {
      turn.notice = .firstPage
      return
    }
    show(index - 1, landing)
    readAgainIfStale(&turn)
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
    let row = selection.flatMap(page.index(of:)) ?? 0
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

  private mutating func start(
    target: Int,
    cursor: PageCursor,
    purpose: PageLoad.Purpose,
    skippedPages: Int = 0,
    _ turn: inout Turn
  ) {
    if let load { turn.cancel(load.pending) }
    let question = PageQuestion(source: source, order: order, cursor: cursor, limit: limit)
    load = PageLoad(
      pending: question.ask(for: .list, &turn),
      target: target, cursor: cursor, purpose: purpose, skippedPages: skippedPages)
  }
}

// MARK: - Answers

extension PagedOrganizations {
  /// A server that answers with empty pages and further cursors is followed this far.
  static let mostSkippedPages = 20

  mutating func pageArrived(
    _ id: RequestID,
    _ result: Result<Page<ListedOrganization>, WorkOSError>,
    _ turn: inout Turn
  ) {
    guard let load, load.pending.id == id else { return }
    self.load = nil
    switch result {
    case .success(let page):
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
    _ answer: Page<ListedOrganization>, for load: PageLoad, _ turn: inout Turn
  ) {
    let answer = upToDate(answer, for: load)
    failedPrefetch = nil
    if answer.items.isEmpty, let after = answer.after, .after(after) != load.cursor,
      load.skippedPages < Self.mostSkippedPages
    {
      return start(
        target: load.target, cursor: .after(after), purpose: load.purpose,
        skippedPages: load.skippedPages + 1, &turn)
    }

    var page = LoadedPage(
      cursor: cursor(ofPage: load.target) ?? load.cursor, rows: answer.items,
      before: answer.before, after: answer.after, loadedAt: turn.now)
    if !withoutRepetition(&page, at: load.target) { turn.notice = .cursorRepeated }
    if load.target < index, pages[load.target].after != page.after {
      // The page on screen would be forgotten; the earlier one is read again when it is back.
      return
    }
    if page.rows.isEmpty, load.target > 0 { return end(before: load, &turn) }
    place(page, at: load.target, &turn)

    failure = nil
    if case .show(let landing) = load.purpose {
      show(load.target, landing)
      prefetch(&turn, hasMomentum: load.target > 0)
    } else {
      prefetch(&turn)
    }
  }

  /// The answer without what this console changed while it was on its way.
  private func upToDate(
    _ answer: Page<ListedOrganization>, for load: PageLoad
  ) -> Page<ListedOrganization> {
    var answer = answer
    answer.items.removeAll {
      load.removedMeanwhile.contains($0.id) || load.target > 0 && elsewhere.contains($0.id)
    }
    if let after = answer.after, load.removedMeanwhile.contains(Organization.ID(rawValue: after)) {
      answer.after = answer.items.last?.id.rawValue ?? after
    }
    guard pages.indices.contains(load.target) else { return answer }
    let known = pages[load.target]
    answer.items = answer.items.map { row in
      guard let index = known.index(of: row.id) else { return row }
      let isOlder = row.organization.isOlder(than: known.rows[index].organization)
      return isOlder ? known.rows[index] : row
    }
    return answer
  }

  /// The cursor a page of the chain is read with, which skipped pages do not change.
  private func cursor(ofPage target: Int) -> PageCursor? {
    target == 0 ? .first : pages[target - 1].after.map(PageCursor.after)
  }

  /// Ends the list before a page that turned out to hold no row.
  private mutating func end(before load: PageLoad, _ turn: inout Turn) {
    pages.removeSubrange(load.target...)
    pages[load.target - 1].after = nil
    if index >= load.target { show(load.target - 1, .lastRow) }
    if load.isAwaited { turn.notice = turn.notice ?? .lastPage }
  }

  /// Drops what earlier pages already hold, and a cursor that leads back; false when it had to.
  private func withoutRepetition(_ page: inout LoadedPage, at target: Int) -> Bool {
    let earlier = pages.prefix(target)
    let known = Set(earlier.flatMap { $0.rows.map(\.id) }).subtracting(created)
    var seen = known
    page.rows = page.rows.filter { seen.insert($0.id).inserted }

    guard let after = page.after else { return true }
    let leadsBack =
      PageCursor.after(after) == page.cursor
      || earlier.contains { $0.cursor == .after(after) }
    if leadsBack { page.after = nil }
    return !leadsBack
  }

  private mutating func place(_ page: LoadedPage, at target: Int, _ turn: inout Turn) {
    guard target < pages.count else {
      pages.append(page)
      return
    }
    let old = pages[target]
    let position = selection.flatMap(old.index(of:)) ?? 0
    if old.after != page.after { pages.removeSubrange((target + 1)...) }
    pages[target] = page
    guard target == index else { return }

    let movement = PageMovement(
      from: old.rows.map(\.id).filter { !created.contains($0) },
      to: page.rows.map(\.id).filter { !created.contains($0) })
    if !movement.isNone { turn.notice = .listMoved(movement, since: old.loadedAt) }
    if selection.flatMap(page.index(of:)) == nil {
      selection = page.rows.isEmpty ? nil : page.rows[min(position, page.rows.count - 1)].id
    }
  }
}
