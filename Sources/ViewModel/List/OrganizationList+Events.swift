import Delivery
import Foundation
import WorkOS

extension OrganizationList {
  mutating func update(_ event: ListEvent, _ turn: inout Turn) {
    if isFiltered, event.choosesRow { hasChosenMatch = true }
    if !event.goesOn { dropPagesWanted() }
    switch event {
    case .selectionMoved(let distance): move(by: distance, &turn)
    case .firstRowWanted: select(row: 0, &turn)
    case .lastRowWanted: select(row: rows.count - 1, &turn)
    case .rowWanted(let row): select(row: row, &turn)
    case .selected(let id):
      if rows.contains(id) { selection = id }
    case .nextPageWanted: turnPages(by: 1, &turn)
    case .previousPageWanted: turnPages(by: -1, &turn)
    case .pagesTurned(let count): turnPages(by: count, &turn)
    case .refreshWanted:
      if search == nil { browsing.refresh(&turn) } else { search?.refresh(&turn) }
    case .orderFlipped: flipOrder(&turn)
    case .filterChanged(let text): changeFilter(to: text)
    case .searchSubmitted(let text): submitSearch(text, &turn)
    case .left: leave(&turn)
    case .nextMatchWanted: findMatch(forward: true, &turn)
    case .previousMatchWanted: findMatch(forward: false, &turn)
    case .pageArrived(let id, let result):
      // What is given up for another reading comes back as a failure that stops nothing.
      let isWaitedFor = loads.contains { $0.pending.id == id }
      // Only one of the two waits for this answer.
      keepingSelection {
        $0.browsing.pageArrived(id, result, &turn)
        $0.search?.pageArrived(id, result, &turn)
        $0.turningArrived(id, result, &turn)
      }
      if case .failure = result, isWaitedFor { dropPagesWanted() }
      turnWantedPages(&turn)
    }
  }

  mutating func goForward(landing: Landing, _ turn: inout Turn) {
    if search == nil {
      browsing.goForward(landing: landing, &turn)
    } else {
      search?.goForward(landing: landing, &turn)
    }
  }

  mutating func goBack(landing: Landing, _ turn: inout Turn) {
    if search == nil {
      browsing.goBack(landing: landing, &turn)
    } else {
      search?.goBack(landing: landing, &turn)
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
      goForward(landing: .firstRow, &turn)
    } else {
      if current > 0 { return select(row: 0, &turn) }
      goBack(landing: .lastRow, &turn)
    }
  }

  mutating func select(row: Int, _ turn: inout Turn) {
    guard !rows.isEmpty else { return }
    lastRow = min(max(row, 0), rows.count - 1)
    selection = rows[lastRow].id
    if isFiltered { return }
    if search == nil {
      browsing.prefetch(&turn)
    } else {
      search?.prefetch(from: lastRow, &turn)
    }
  }

  /// Keeps what matches of what is loaded, and asks the server for whatever the text may be.
  private mutating func submitSearch(_ text: String, _ turn: inout Turn) {
    guard let inquiry = Inquiry(text) else { return }
    let kept = matches(of: inquiry)
    giveWayToSearch()
    lastFilter = text
    search?.giveUp(&turn)
    otherOrder.search = nil
    search = ServerSearch(inquiry, keeping: kept, order: browsing.order, limit: browsing.limit)
    search?.ask(&turn)
  }

  /// Whether a filter or a load comes before anything else that could be left.
  var isFilteredOrLoading: Bool {
    isFiltered || search?.isLoadingMore ?? (browsing.load?.isAwaited == true)
      || otherOrder.turning != nil
  }

  private mutating func leave(_ turn: inout Turn) {
    if isFiltered {
      changeFilter(to: "")
    } else if search == nil, stopTurning(&turn) {
      turn.notice = .loadStopped
    } else if search?.isLoadingMore == true {
      search?.stopLoadingMore(&turn)
    } else if search != nil {
      search?.giveUp(&turn)
      search = nil
      otherOrder.search = nil
      // Whatever kept the list from being loaded before, it is wanted now.
      if browsing.page == nil, browsing.load == nil { browsing.loadFirstPage(&turn) }
    } else if browsing.load?.isAwaited == true {
      browsing.stopLoading(&turn)
    }
  }

  /// Tells why what a stopped load waited for is not there.
  mutating func noteStop(of request: RequestID, because error: WorkOSError) {
    browsing.noteStop(of: request, because: error)
    search?.noteStop(of: request, because: error)
  }

  private mutating func findMatch(forward: Bool, _ turn: inout Turn) {
    let former = selection
    if !selectMatch(forward: forward) {
      turn.notice = .noMatch
    } else if selection == former {
      turn.notice = .onlyMatch
    }
  }

  mutating func replace(_ organization: Organization) {
    keepingSelection {
      $0.browsing.replace(organization)
      $0.search?.replace(organization)
      $0.otherOrder.replace(organization)
    }
  }

  mutating func insertCreated(_ organization: Organization, _ turn: inout Turn) {
    changeFilter(to: "")
    browsing.insertCreated(organization, &turn)
    search?.insertCreated(organization, &turn)
    otherOrder.noteCreated(organization.id)
  }

  mutating func remove(_ id: Organization.ID, _ turn: inout Turn) {
    keepingSelection {
      $0.browsing.remove(id, &turn)
      $0.search?.remove(id, &turn)
      $0.otherOrder.remove(id, &turn)
    }
  }
}
