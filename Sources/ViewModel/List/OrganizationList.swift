import Foundation
import WorkOS

/// The list pane: the list one browses, a search over it, and a filter over what is loaded.
package struct OrganizationList: Equatable, Sendable {
  package internal(set) var browsing: PagedOrganizations
  /// What the server was asked, while its answer is on screen instead of the whole list.
  package internal(set) var search: ServerSearch?
  /// The filter as typed; it narrows the loaded rows, on whatever page they are.
  package private(set) var filter = ""
  /// Whether the filter holds anything to look for.
  package private(set) var isFiltered = false
  /// The rows that match the filter, while there is one.
  package private(set) var matches: [ListedOrganization] = []
  /// The last filter or search, which `n` and `N` look for.
  package internal(set) var lastFilter = ""
  /// What was selected before there was a filter, to which dropping it or leaving a search goes back.
  private var selectionBeforeFilter: Organization.ID?
  /// Whether a row was chosen among the matches, which then stays selected without the filter.
  var hasChosenMatch = false

  init(limit: Int) {
    browsing = PagedOrganizations(source: .everything, order: .newestFirst, limit: limit)
  }

  /// The list on screen: the search's, or else the whole one.
  package internal(set) var shown: PagedOrganizations {
    get { search?.results ?? browsing }
    set {
      if search == nil { browsing = newValue } else { search?.results = newValue }
    }
  }

  /// The rows on screen, from first to last.
  package var rows: [ListedOrganization] { isFiltered ? matches : shown.rows }

  /// The number of rows a filter looks through.
  package var loadedCount: Int {
    shown.pages.reduce(0) { $0 + $1.rows.count }
  }

  package var selection: Organization.ID? { shown.selection }

  /// The organization whose row is selected and on screen.
  package var selectedOrganization: Organization? {
    selectedRow.map { rows[$0].organization }
  }

  package func organization(_ id: Organization.ID) -> Organization? {
    (shown.organization(id) ?? browsing.organization(id))?.organization
  }

  /// The position of the selection among `rows`.
  package var selectedRow: Int? {
    selection.flatMap { id in rows.firstIndex { $0.id == id } }
  }

  mutating func changeFilter(to text: String) {
    if !isFiltered {
      selectionBeforeFilter = selection
      hasChosenMatch = false
    }
    let wasFiltered = isFiltered
    filter = text
    isFiltered = !text.trimmed.isEmpty
    if isFiltered { lastFilter = text }
    findMatches()
    guard isFiltered else {
      if wasFiltered, !hasChosenMatch { shown.selection = selectionBeforeFilter ?? selection }
      return showPageOfSelection()
    }
    if selectedRow == nil { shown.selection = matches.first?.id ?? shown.selection }
  }

  /// Drops the filter, and what it selected while it was typed, for a search instead.
  mutating func giveWayToSearch() {
    if isFiltered, let selectionBeforeFilter { shown.selection = selectionBeforeFilter }
    changeFilter(to: "")
  }

  /// Brings `matches` up to date after rows came, went or changed.
  mutating func findMatches() {
    guard isFiltered else {
      matches = []
      return
    }
    let wanted = FoldedText(filter.trimmed)
    var seen: Set<Organization.ID> = []
    matches = shown.pages.flatMap(\.rows).filter {
      $0.searchText.contains(wanted) && seen.insert($0.id).inserted
    }
  }

  /// Makes a change to the rows without letting the selection slip out of the filter.
  mutating func keepingSelection(_ change: (inout OrganizationList) -> Void) {
    let selection = selection
    let row = selectedRow
    change(&self)
    findMatches()
    guard isFiltered, !matches.isEmpty else { return }
    let isStillThere = matches.contains { $0.id == selection }
    shown.selection = isStillThere ? selection : matches[min(row ?? 0, matches.count - 1)].id
  }

  private mutating func showPageOfSelection() {
    guard let selection, shown.page?.index(of: selection) == nil else { return }
    if let page = shown.pages.firstIndex(where: { $0.index(of: selection) != nil }) {
      shown.index = page
    } else {
      shown.selection = shown.rows.first?.id
    }
  }

  /// Selects the next loaded row (or the one before) that matches the last filter, going round.
  mutating func selectMatch(forward: Bool) -> Bool {
    let wanted = FoldedText(lastFilter.trimmed)
    guard !wanted.isEmpty else { return false }
    let all = shown.pages.flatMap(\.rows)
    guard !all.isEmpty else { return false }
    let start = selection.flatMap { id in all.firstIndex { $0.id == id } } ?? 0
    for step in 1...all.count {
      let offset = forward ? step : all.count - step
      let row = all[(start + offset) % all.count]
      guard row.searchText.contains(wanted) else { continue }
      shown.selection = row.id
      if !isFiltered { showPageOfSelection() }
      return true
    }
    return false
  }
}

/// A question put to the server, and the list it answered with.
package struct ServerSearch: Equatable, Sendable {
  /// What the person typed.
  package var text: String
  package var results: PagedOrganizations
}
