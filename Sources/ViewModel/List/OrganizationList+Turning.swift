import WorkOS

/// Pages that are turned faster than they come: each is still read by the cursor of the one before.
extension OrganizationList {
  mutating func turnPages(by count: Int, _ turn: inout Turn) {
    if isFiltered { return }
    if count > 0 {
      pagesWanted += count
      turnWantedPages(&turn)
    } else {
      for _ in 0..<min(-count, pageIndex + 1) { goBack(landing: .firstRow, &turn) }
    }
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
