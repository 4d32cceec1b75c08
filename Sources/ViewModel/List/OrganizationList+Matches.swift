import WorkOS

/// `n` and `N`: from one row that matches to the next.
extension OrganizationList {
  /// Selects the next loaded row (or the one before) that matches the last filter, going round.
  mutating func selectMatch(forward: Bool) -> Bool {
    guard let inquiry = Inquiry(lastFilter),
      let found = nextMatch(of: inquiry, forward: forward)
    else { return false }
    if isFiltered {
      selection = found
    } else if search != nil {
      search?.turnTo(found)
    } else {
      browsing.selection = found
      showPageOfSelection()
    }
    return true
  }

  /// Goes from page to page from the selection on, and looks through no more of them than it has to.
  private func nextMatch(of inquiry: Inquiry, forward: Bool) -> Organization.ID? {
    let pages = search?.allPages
    let count = pages?.count ?? browsing.pages.count
    guard count > 0 else { return nil }
    func rows(_ page: Int) -> RowList<Organization> {
      pages?[page] ?? browsing.rows(ofPage: page)
    }
    let (start, row) = place(of: selection, among: pages)
    // The page of the selection comes twice: what follows it first, what precedes it last.
    for step in 0...count {
      let page = rows(((forward ? start + step : start - step) % count + count) % count)
      var range = page.indices
      if step == 0 { range = forward ? min(row + 1, page.count)..<page.count : 0..<row }
      if step == count { range = forward ? 0..<min(row + 1, page.count) : row..<page.count }
      let found = page.table.numbers(Array(page.numbers[range]), holding: inquiry.sought)
      if let next = forward ? found.first : found.last { return page.table[next].id }
    }
    return nil
  }

  private func place(
    of id: Organization.ID?, among pages: [RowList<Organization>]?
  ) -> (page: Int, row: Int) {
    guard let id else { return (0, 0) }
    if let pages {
      let page = pages.firstIndex { $0.contains(id) } ?? 0
      return (page, pages[page].index(of: id) ?? 0)
    }
    guard let number = browsing.held.table.number(of: id) else { return (0, 0) }
    let page = browsing.held.home(of: number)
    return (page, browsing.pages[page].rows.firstIndex(of: number) ?? 0)
  }
}
