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
  package private(set) var matches: [ListedOrganization] = []
  /// The number of rows the filter looks through.
  package private(set) var loadedCount = 0
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
  package var rows: [ListedOrganization] {
    isFiltered ? matches : search?.rows ?? browsing.rows
  }

  /// What is being read for the list on screen.
  package var loads: [PageLoad] { search?.loads ?? [browsing.load].compactMap(\.self) }

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
    (search?.organization(id) ?? browsing.organization(id))?.organization
  }

  /// The position of the selection among `rows`.
  package var selectedRow: Int? {
    guard let selection else { return nil }
    let rows = rows
    if rows.indices.contains(lastRow), rows[lastRow].id == selection { return lastRow }
    return rows.firstIndex { $0.id == selection }
  }

  /// Every loaded row, from first to last.
  private var loaded: [ListedOrganization] {
    search?.loaded ?? browsing.pages.flatMap(\.rows)
  }

  /// Which of the loaded organizations have each name, whatever its case and accents.
  package var idsByName: [FoldedText: Set<Organization.ID>] {
    var ids: [FoldedText: Set<Organization.ID>] = [:]
    for row in (search?.loaded ?? []) + browsing.pages.flatMap(\.rows) {
      ids[FoldedText(row.organization.name.trimmed), default: []].insert(row.id)
    }
    return ids
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
    if selectedRow == nil { selection = matches.first?.id ?? selection }
  }

  /// The loaded rows that match a text, be it the filter's or not: those of a search come first.
  func matches(of inquiry: Inquiry) -> [ListedOrganization] {
    let all = search.map { $0.loaded + browsing.pages.flatMap(\.rows) } ?? loaded
    return OrganizationList.matches(of: inquiry, in: all)
  }

  private static func matches(
    of inquiry: Inquiry?, in rows: [ListedOrganization]
  ) -> [ListedOrganization] {
    guard let inquiry else { return [] }
    var seen: Set<Organization.ID> = []
    return rows.filter { inquiry.matches($0) && seen.insert($0.id).inserted }
  }

  /// Drops the filter, and what it selected while it was typed, for a search instead.
  mutating func giveWayToSearch() {
    if isFiltered, let selectionBeforeFilter { selection = selectionBeforeFilter }
    changeFilter(to: "")
  }

  /// Brings `matches` up to date after rows came, went or changed.
  mutating func findMatches() {
    guard isFiltered else {
      matches = []
      return
    }
    let loaded = loaded
    loadedCount = loaded.count
    matches = OrganizationList.matches(of: filterInquiry, in: loaded)
  }

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
    let isStillThere = matches.contains { $0.id == selection }
    self.selection = isStillThere ? selection : matches[min(row ?? 0, matches.count - 1)].id
  }

  private mutating func showPageOfSelection() {
    let selection = selection
    if search != nil {
      search?.turnTo(selection)
      return
    }
    guard let selection, browsing.page?.index(of: selection) == nil else { return }
    if let page = browsing.pages.firstIndex(where: { $0.index(of: selection) != nil }) {
      browsing.index = page
    } else {
      browsing.selection = browsing.rows.first?.id
    }
  }

  /// Selects the next loaded row (or the one before) that matches the last filter, going round.
  mutating func selectMatch(forward: Bool) -> Bool {
    guard let inquiry = Inquiry(lastFilter) else { return false }
    let all = loaded
    guard !all.isEmpty else { return false }
    let start = selection.flatMap { id in all.firstIndex { $0.id == id } } ?? 0
    for step in 1...all.count {
      let offset = forward ? step : all.count - step
      let row = all[(start + offset) % all.count]
      guard inquiry.matches(row) else { continue }
      if isFiltered {
        selection = row.id
      } else if search != nil {
        search?.turnTo(row.id)
      } else {
        browsing.selection = row.id
        showPageOfSelection()
      }
      return true
    }
    return false
  }
}
