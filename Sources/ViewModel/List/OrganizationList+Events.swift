import Foundation
import WorkOS

extension OrganizationList {
  mutating func update(_ event: ListEvent, _ turn: inout Turn) {
    if isFiltered, event.choosesRow { hasChosenMatch = true }
    switch event {
    case .selectionMoved(let distance): move(by: distance, &turn)
    case .firstRowWanted: select(row: 0, &turn)
    case .lastRowWanted: select(row: rows.count - 1, &turn)
    case .selected(let id):
      if rows.contains(where: { $0.id == id }) { shown.selection = id }
    case .nextPageWanted:
      if !isFiltered { shown.goForward(&turn) }
    case .previousPageWanted:
      if !isFiltered { shown.goBack(&turn) }
    case .refreshWanted: shown.refresh(&turn)
    case .orderFlipped: flipOrder(&turn)
    case .filterChanged(let text): changeFilter(to: text)
    case .searchSubmitted(let text): submitSearch(text, &turn)
    case .left: leave(&turn)
    case .nextMatchWanted: findMatch(forward: true, &turn)
    case .previousMatchWanted: findMatch(forward: false, &turn)
    case .pageArrived(let id, let result):
      // Only one of the two waits for this answer.
      keepingSelection {
        $0.browsing.pageArrived(id, result, &turn)
        $0.search?.results.pageArrived(id, result, &turn)
      }
    }
  }

  private mutating func move(by distance: Int, _ turn: inout Turn) {
    guard distance != 0, !rows.isEmpty else { return }
    let current = selectedRow ?? 0
    let target = current + distance
    if rows.indices.contains(target) || isFiltered {
      return select(row: target, &turn)
    }
    if distance > 0 {
      if current < rows.count - 1 { return select(row: rows.count - 1, &turn) }
      shown.goForward(landing: .firstRow, &turn)
    } else {
      if current > 0 { return select(row: 0, &turn) }
      shown.goBack(landing: .lastRow, &turn)
    }
  }

  private mutating func select(row: Int, _ turn: inout Turn) {
    guard !rows.isEmpty else { return }
    shown.selection = rows[min(max(row, 0), rows.count - 1)].id
    if !isFiltered { shown.prefetch(&turn) }
  }

  private mutating func flipOrder(_ turn: inout Turn) {
    let old = shown
    if let load = old.load { turn.cancel(load.pending) }
    shown = PagedOrganizations(
      source: old.source,
      order: old.order == .newestFirst ? .oldestFirst : .newestFirst,
      limit: old.limit)
    shown.created = old.created
    changeFilter(to: "")
    shown.loadFirstPage(&turn)
  }

  private mutating func submitSearch(_ text: String, _ turn: inout Turn) {
    guard let source = ListSource(asking: text) else { return }
    giveWayToSearch()
    lastFilter = text.trimmed
    if let load = search?.results.load { turn.cancel(load.pending) }
    var results = PagedOrganizations(
      source: source, order: browsing.order, limit: browsing.limit)
    results.loadFirstPage(&turn)
    search = ServerSearch(text: text.trimmed, results: results)
  }

  /// Whether a filter or a load comes before anything else that could be left.
  var isFilteredOrLoading: Bool {
    isFiltered || shown.load.map { $0.isAwaited && (!shown.pages.isEmpty || search == nil) } == true
  }

  private mutating func leave(_ turn: inout Turn) {
    if isFiltered {
      changeFilter(to: "")
    } else if isFilteredOrLoading {
      shown.stopLoading(&turn)
    } else if let search {
      if let load = search.results.load { turn.cancel(load.pending) }
      self.search = nil
    }
  }

  private mutating func findMatch(forward: Bool, _ turn: inout Turn) {
    if !selectMatch(forward: forward) { turn.notice = .noMatch }
  }

  mutating func replace(_ organization: Organization) {
    keepingSelection {
      $0.browsing.replace(organization)
      $0.search?.results.replace(organization)
    }
  }

  mutating func insertCreated(_ organization: Organization, _ turn: inout Turn) {
    changeFilter(to: "")
    browsing.insertCreated(organization, &turn)
    search?.results.insertCreated(organization, &turn)
  }

  mutating func remove(_ id: Organization.ID, _ turn: inout Turn) {
    keepingSelection {
      $0.browsing.remove(id, &turn)
      $0.search?.results.remove(id, &turn)
    }
  }
}
