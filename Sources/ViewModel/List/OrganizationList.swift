import Foundation
import WorkOS

/// The list pane: the list one browses, a search over it, and a filter over what is loaded.
package struct OrganizationList: Equatable, Sendable {
  package internal(set) var browsing: PagedOrganizations
  /// What the server was asked, while its answer is on screen instead of the whole list.
  package internal(set) var search: ServerSearch?
  /// The filter as typed; it narrows the loaded rows, on whatever page they are.
  package private(set) var filter = ""
  /// What the filter may mean; nil when it holds nothing that could be looked for.
  package private(set) var filterInquiry: Inquiry?
  /// Whether the filter holds anything to look for.
  package private(set) var isFiltered = false
  /// The rows that match the filter, while there is one.
  private var matching = Matching<Organization>()
  /// The last filter or search, which `n` and `N` look for.
  package internal(set) var lastFilter = ""
  /// What was selected before there was a filter, to which dropping it or leaving a search goes back.
  private var selectionBeforeFilter: Organization.ID?
  /// Whether a row was chosen among the matches, which then stays selected without the filter.
  var hasChosenMatch = false
  /// The list from its other end, as it was left.
  var otherOrder = OtherOrder()
  /// How many pages are wanted beyond the one that is awaited.
  package internal(set) var pagesWanted = 0
  /// Where the selection was last, so that it need not be looked for among all rows.
  var lastRow = 0

  init(limit: Int) {
    browsing = PagedOrganizations(source: .everything, order: .newestFirst, limit: limit)
  }

  /// The rows on screen, from first to last.
  package var rows: RowList<Organization> {
    isFiltered ? matches : search?.rows ?? browsing.rows
  }

  /// The rows on screen of a range, as far as there are any.
  package func rows(_ range: Range<Int>) -> [ListedOrganization] {
    Array(rows[range.clamped(to: 0..<rows.count)])
  }

  /// The rows that match the filter, while there is one.
  package var matches: RowList<Organization> {
    RowList(matching.found ?? browsing.held.table, matching.numbers)
  }

  /// The number of rows the filter looks through.
  package var loadedCount: Int { matching.loadedCount }

  /// What is being read for the list on screen.
  package var loads: [PageLoad] {
    search?.loads ?? [browsing.load, otherOrder.turning?.load].compactMap(\.self)
  }

  /// The other end of the list, while it is read for the first time.
  package var turning: PageLoad? { otherOrder.turning?.load }

  package var order: OrganizationQuery.Order { search?.questions.first?.order ?? browsing.order }

  /// When what is on screen was read.
  package var loadedAt: Date? {
    search == nil ? browsing.page?.loadedAt : search?.loadedAt
  }

  /// Organizations this console created, which may stand where the server would not list them.
  package var created: Set<Organization.ID> { search?.created ?? browsing.created }

  /// What the rows on screen were found by.
  package var inquiry: Inquiry? { isFiltered ? filterInquiry : search?.inquiry }

  package internal(set) var selection: Organization.ID? {
    get { search == nil ? browsing.selection : search?.selection }
    set {
      if search == nil { browsing.selection = newValue } else { search?.selection = newValue }
    }
  }

  /// The organization whose row is selected and on screen.
  package var selectedOrganization: Organization? {
    selectedRow.map { rows[$0].organization }
  }

  package func organization(_ id: Organization.ID) -> Organization? {
    (search?.row(id) ?? browsing.row(id))?.organization
  }

  /// The position of the selection among `rows`.
  package var selectedRow: Int? {
    selection.flatMap(row(of:))
  }

  /// The position of an organization among `rows`.
  package func row(of id: Organization.ID) -> Int? {
    let rows = rows
    if rows.indices.contains(lastRow), rows[lastRow].has(id) { return lastRow }
    return rows.index(of: id)
  }

  /// Which of the loaded organizations go by a name, whatever its case and accents.
  package func ids(named name: FoldedText) -> Set<Organization.ID> {
    let table = browsing.held.table
    let ids = Set(table.numbers(named: name).map { table[$0].id })
    return search.map { ids.union($0.ids(named: name)) } ?? ids
  }

  mutating func changeFilter(to text: String) {
    if !isFiltered {
      selectionBeforeFilter = selection
      hasChosenMatch = false
    }
    let wasFiltered = isFiltered
    filter = text
    filterInquiry = Inquiry(text)
    isFiltered = !text.withoutInvisibles.isEmpty
    if isFiltered { lastFilter = text }
    findMatches()
    guard isFiltered else {
      if wasFiltered, !hasChosenMatch { selection = selectionBeforeFilter ?? selection }
      return showPageOfSelection()
    }
    if let row = selectedRow {
      lastRow = row
    } else {
      lastRow = 0
      selection = matches.first?.id ?? selection
    }
  }

  /// The loaded rows that match a text, be it the filter's or not: those of a search come first.
  func matches(of inquiry: Inquiry) -> [ListedOrganization] {
    var found = Matching<Organization>()
    if let search {
      for page in search.allPages { found.gather(inquiry.sought, from: page) }
    }
    for page in browsing.pages.indices {
      found.gather(inquiry.sought, from: browsing.rows(ofPage: page))
    }
    if let surest = inquiry.surest { found.putFirst(surest, of: found.found ?? RowTable()) }
    return Array(RowList(found.found ?? RowTable(), found.numbers))
  }

  /// Drops the filter, and what it selected while it was typed, for a search instead.
  mutating func giveWayToSearch() {
    if isFiltered, let selectionBeforeFilter { selection = selectionBeforeFilter }
    changeFilter(to: "")
  }

  /// Brings `matches` up to date after rows came, went or changed, or the filter did.
  private mutating func findMatches() {
    guard isFiltered else {
      matching = Matching()
      return
    }
    guard let filterInquiry else {
      matching = Matching(loadedCount: search == nil ? browsing.loadedCount : countInSearch)
      return
    }
    if let search {
      matching = Matching()
      for page in search.allPages { matching.gather(filterInquiry.sought, from: page) }
    } else {
      matching.look(for: filterInquiry.sought, in: browsing)
    }
    if let surest = filterInquiry.surest {
      matching.putFirst(surest, of: matching.found ?? browsing.held.table)
    }
  }

  /// Has all rows looked through anew: the list is another one.
  mutating func forgetMatches() { matching = Matching() }

  private var countInSearch: Int { search?.allPages.reduce(0) { $0 + $1.count } ?? 0 }

  /// Makes a change to the rows without letting the selection slip out of the filter.
  mutating func keepingSelection(_ change: (inout OrganizationList) -> Void) {
    let selection = selection
    let row = selectedRow
    change(&self)
    findMatches()
    guard isFiltered else { return }
    guard !matches.isEmpty else {
      // The last match is gone, and with it what was selected.
      if let now = self.selection, organization(now) == nil {
        self.selection = (search?.rows ?? browsing.rows).first?.id
      }
      return
    }
    let matches = matches
    // Mostly it stands where it stood.
    let stays = row.map { $0 < matches.count && matches[$0].id == selection } == true
    let place = stays ? row : selection.flatMap(matches.index(of:))
    lastRow = place ?? min(row ?? 0, matches.count - 1)
    self.selection = place == nil ? matches[lastRow].id : selection
  }

  mutating func showPageOfSelection() {
    let selection = selection
    if search != nil {
      search?.turnTo(selection)
      return
    }
    guard let selection, browsing.position(of: selection) == nil else { return }
    if let number = browsing.held.table.number(of: selection) {
      browsing.index = browsing.held.home(of: number)
    }
    // Whoever changed the list may have taken it off its page.
    if browsing.position(of: selection) == nil { browsing.selection = browsing.rows.first?.id }
  }
}
