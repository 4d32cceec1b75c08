import Foundation
import WorkOS

extension Console {
  mutating func handle(_ event: TabEvent, _ turn: inout Turn) {
    switch event {
    case .shown(let index): tabs.show(index, &turn)
    case .stepped(let distance):
      let index = tabs.index
      tabs.step(by: distance, &turn)
      if distance > 0, tabs.index == index { turn.notice = .atEnd(.lastTab) }
    case .selectionMoved(let distance):
      moveInTab(isUpward: distance < 0, &turn) { $0.move(by: distance, $1, &$2) }
    case .rowWanted(let place): moveInTab(isUpward: true, &turn) { $0.go(to: place, $1, &$2) }
    case .rowMarkedAgain(let id): tabs.withState(&turn) { state, _, _ in state.mark(id) }
    case .lastRowWanted: moveInTab(isUpward: false, &turn) { $0.goToLast($1, &$2) }
    case .filterChanged(let text): tabs.filter(by: text, &turn)
    case .insideWanted: tabs.goInside(&turn)
    case .insideLeft: tabs.leaveInside(&turn)
    case .refreshWanted: tabs.withState(&turn) { $0.refresh(isByHand: true, $1, &$2) }
    case .loadStopped:
      let wait = tabs.state?.load.flatMap { retries[$0.pending.id] }
      tabs.stopLoading(because: wait?.error, &turn)
      turn.notice = .loadStopped
    case .actionWanted(let id):
      drafts.openedInTab = nil
      guard let action = tabs[action: id], mayWrite(action, &turn) else { return }
      tabs.perform(id, at: workplace, &turn)
      followReferences(&turn)
    case .referenceChosen(let index): go(along: index, &turn)
    case .referencesLeft: tabs.references = []
    case .textChanged(let text, let field): tabs.form?.type(text, in: field)
    case .picked(let value, let field, let beside):
      tabs.form?.pick(value, in: field, beside: beside, &turn)
    case .submitted: tabs.reviewForm(&turn)
    case .reviewAccepted where access.isRefused, .confirmed where access.isRefused:
      tabs.asking = nil
      turn.notice = .keyRefused
    case .foundAnswered(let answer): tabs.answerFound(answer, &turn)
    case .reviewAccepted: tabs.acceptReview(at: workplace, &turn)
    case .formLeft:
      tabs.leaveFormStep(&turn)
      returnToDrafts(&turn)
    case .formDiscarded:
      tabs.discardForm(&turn)
      returnToDrafts(&turn)
    case .ownerOpened: openOwner(&turn)
    case .secretShownOrHidden: tabs.showOrHideSecret()
    case .secretCopied(let value): tabs.secretWasCopied(value)
    case .secretClosed: tabs.closeSecret()
    case .nameTyped(let name): tabs.asking?.confirmation.typedText = name
    case .confirmed: tabs.confirm(at: workplace, &turn)
    case .cancelled: tabs.asking = nil
    case .undone: undo(&turn)
    case .doctor(let event): tabs.handle(event, &turn)
    case .watchStopped: tabs.stopWatches(&turn)
    case .answered(let id, let result):
      let load = tabs.state.flatMap { $0.isLoaded && $0.load?.pending.id == id ? $0.load : nil }
      tabs.answered(id, result, &turn)
      if let load, let error = tabs.state?.failure { noteUnread(load, error, &turn) }
    }
  }

  /// Rows on screen could not be read again, or no more of them: whoever asked for it is told, and where
  /// that is not there, it is looked whether their organization is.
  private mutating func noteUnread(
    _ load: TabState.Load, _ error: WorkOSError, _ turn: inout Turn
  ) {
    if load.isByHand, let tab = tabs.current {
      turn.notice = .tab(.rowsNotRefreshed(tab.words.many, error))
    }
    if error.isNotFound, !detail.isGone, detail.read == nil { detail.refresh(&turn) }
  }

  /// The seconds after which the first rows of a tab are waited for, and no longer just on their way.
  private static let firstWait: TimeInterval = 1

  /// Whether what the tab on screen reads is stopped before anything is left: a key asked for it, it is
  /// tried again, or its first rows take long.
  package func isTabLoadStoppable(at now: Date) -> Bool {
    guard let state = tabs.state, let load = state.load else { return false }
    let isSlow = now.timeIntervalSince(load.pending.since) >= Self.firstWait
    return load.isByHand || retries[load.pending.id] != nil || !state.isLoaded && isSlow
  }

  /// Moves in the rows of the tab on screen; where that leads nowhere, and nothing more is awaited, it
  /// is said that there is nothing more.
  private mutating func moveInTab(
    isUpward: Bool, _ turn: inout Turn,
    _ move: (inout TabState, TabState.Ask, inout Turn) -> Void
  ) {
    let position = tabs.state?.position
    tabs.withState(&turn, move)
    guard let state = tabs.state, state.position == position, turn.notice == nil,
      isUpward && position != nil || state.load == nil && state.isComplete
    else { return }
    turn.notice = .atEnd(position == nil ? .noRow : isUpward ? .firstRow : .lastRow)
  }

  /// Takes back what was agreed to last, be it a change in a tab or the delete of an organization; where
  /// nothing can be taken back any more, the last that is under way says so.
  mutating func undo(_ turn: inout Turn) {
    let lasts = (
      tab: tabs.underway.last(where: \.canBeTakenBack)?.order,
      list: deletions.revocable.last?.order
    )
    let sent = (tab: tabs.underway.last?.order, list: deletions.underway.last?.order)
    let (tab, list) = lasts.tab == nil && lasts.list == nil ? sent : lasts
    if let tab, tab > list ?? 0 {
      _ = tabs.undo(&turn)
    } else {
      deletions.undo(&turn)
    }
  }

  private func mayWrite(_ action: TabAction, _ turn: inout Turn) -> Bool {
    !action.writes || mayWrite(&turn)
  }

  /// Whether something may be written to the open organization; else it is said why not.
  func mayWrite(_ turn: inout Turn) -> Bool {
    if workplace.isReadOnly {
      turn.notice = .readOnly
    } else if access.isRefused {
      turn.notice = .keyRefused
    } else if detail.isGone, let organization = detail.organization {
      turn.notice = .organizationGoneAlready(name: organization.name)
    } else if let organization = detail.organization, deletions[organization.id] != nil {
      turn.notice = .organizationLeaving(name: organization.name)
    } else {
      return true
    }
    return false
  }
}
