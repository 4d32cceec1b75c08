import WorkOS

/// Pages that are turned faster than they come: each is still read by the cursor of the one before.
extension OrganizationList {
  mutating func turnPages(by count: Int, _ turn: inout Turn) {
    if isFiltered { return }
    if count > 0 {
      pagesWanted += count
      turnWantedPages(&turn)
    } else {
      let left = takeBackPagesWanted(-count)
      for _ in 0..<min(left, pageIndex + 1) { goBack(landing: .firstRow, &turn) }
    }
  }

  /// Shows the page before the one on screen, whatever else is wanted.
  mutating func turnBack(_ turn: inout Turn) {
    dropPagesWanted()
    if !isFiltered { goBack(landing: .firstRow, &turn) }
  }

  /// Takes back pages that are wanted and not there yet, the last of them first, and returns how many
  /// steps back are left.
  private mutating func takeBackPagesWanted(_ count: Int) -> Int {
    let taken = min(count, pagesWanted)
    pagesWanted -= taken
    guard taken < count, isTurning else { return count - taken }
    noLongerTurning()
    return count - taken - 1
  }

  /// The page that is awaited is still read, and is there the next time it is wanted.
  private mutating func noLongerTurning() {
    guard search != nil else { return browsing.showNoMore() }
    search?.changeQuestions { $0.showNoMore() }
  }

  /// Goes on as far as pages are wanted and there.
  mutating func turnWantedPages(_ turn: inout Turn) {
    while pagesWanted > 0, !isTurning, !isFiltered {
      let page = pageIndex
      goForward(landing: .firstRow, &turn)
      if isTurning || pageIndex != page {
        pagesWanted -= 1
      } else if !isAwaitingFirstPage {
        pagesWanted = 0
      } else {
        return
      }
    }
  }

  /// What is awaited stays so; the pages beyond it are no longer wanted.
  mutating func dropPagesWanted() { pagesWanted = 0 }

  /// Whether a page further on is awaited on screen.
  package var isTurning: Bool {
    let lists = search?.questions ?? [browsing]
    return lists.contains { list in
      guard let load = list.load, case .show = load.purpose else { return false }
      return load.target == list.index + 1
    }
  }

  private var isAwaitingFirstPage: Bool {
    search.map { !$0.unanswered.isEmpty } ?? (browsing.page == nil && browsing.load != nil)
  }

  /// The number of pages before the one on screen.
  package var pageIndex: Int { search.map { $0.pageNumber - 1 } ?? browsing.index }
}
