import Cells
import Foundation
import ViewModel
import WorkOS

extension Workspace {
  /// Takes a key that was pressed at `now`, and returns what it leads to.
  ///
  /// - Parameter now: the time on a clock that only goes forward, the one of `frameWritten`.
  package mutating func handle(_ key: Key, _ console: Console, at now: Duration) -> [Command] {
    // What it brings up is noted after it, and it before what it answers.
    defer { lastKey = key }
    if hasArrived(in: console) { closeOverlayForGood() }
    let pane = pane(in: console)
    let action = keyMap.action(for: key, in: pane)
    // Where nothing can be seen, nothing may be changed.
    if layout.isTooSmall, ![.quit, .suspend, .repaint].contains(action) { return [] }
    if isTailOfPaste(key, meaning: action, in: pane, at: now) { return [] }
    // What was typed ahead was not meant as an answer, nor is what was pasted; leaving harms nothing.
    if ignores(key, meaning: action, console, in: pane, at: now) { return [] }
    if case .paste = key, asking != nil { return [] }
    lastKey = key
    if action == .suspend { screenWasAway() }
    if takeCount(key, meaning: action, in: pane) { return [.send(.keyPressed)] }
    guard action != nil || pane.takesText && key.isText else {
      return sayUnbound(key, in: pane)
    }
    unboundKey = nil
    if action?.isKill != true { kills.isOpen = false }
    defer { count = nil }
    return [.send(.keyPressed)]
      + (action.map { perform($0, console, in: pane) } ?? type(key, console, in: pane))
  }

  private mutating func type(_ key: Key, _ console: Console, in pane: Pane) -> [Command] {
    switch key {
    case .character(let character): edit(console, in: pane) { $0.insert(String(character)) }
    // Each line is looked for on its own.
    case .paste(let text) where pane == .filter:
      edit(console, in: pane) { $0.insert(LineEditor.markingLines(of: text)) }
    case .paste(let text): edit(console, in: pane) { $0.insert(text) }
    default: []
    }
  }

  /// Changes the line that is being typed in, and says so to the view model.
  mutating func edit(
    _ console: Console, in pane: Pane, _ change: (inout LineEditor) -> Void
  ) -> [Command] {
    switch pane {
    case .filter:
      guard var line = filterLine else { return [] }
      withKills(&line, change)
      let isChanged = line.text != filterLine?.text
      filterLine = line
      return isChanged ? [.send(.list(.filterChanged(line.text)))] : []
    case .naming:
      guard let dialog = console.deletions.dialog else { return [] }
      nameLine = nameLine(holding: dialog.typedName)
      change(&nameLine)
      return [.send(.deletion(.nameTyped(nameLine.text)))]
    case .form:
      return editFormField(console, change)
    case .losing:
      guard case .asking(let question) = console.editor.session?.phase else { return [] }
      nameLine = nameLine(holding: question.typedText)
      change(&nameLine)
      return [.send(.editor(.questionTyped(nameLine.text)))]
    case .overlaySearch:
      guard var line = overlaySearch.line else { return [] }
      withKills(&line, change)
      overlayTextChanged(to: line, console)
      return []
    case .list, .detail, .review, .rewriting, .conflict, .finding, .deletion, .discarding,
      .quitting, .copying, .json, .journal, .drafts, .restoring, .draftFound, .requests, .help:
      return []
    }
  }

  /// What a question wants typed, as far as it is, with the caret where it was left.
  func nameLine(holding text: String) -> LineEditor {
    nameLine.text == text ? nameLine : LineEditor(text: text)
  }

  private mutating func perform(
    _ action: Action, _ console: Console, in pane: Pane
  ) -> [Command] {
    switch action {
    case .quit: return quit(console)
    case .suspend: return [.suspend]
    case .repaint: return [.repaint]
    case .help:
      overlayBelowHelp = (overlay, overlayScroll)
      overlayScroll = Scroll()
      overlay = .help(pane)
      return []
    default: break
    }
    switch pane {
    case .list: return performInList(action, console)
    case .detail: return performInDetail(action, console)
    case .filter: return performInFilter(action, console)
    case .form: return performInForm(action, console)
    case .review: return performInReview(action)
    case .rewriting, .losing: return performInSaveQuestion(action, console, in: pane)
    case .finding: return performInFinding(action, console)
    case .conflict: return performInConflict(action, console)
    case .deletion, .naming: return performInDeletion(action, console)
    case .discarding: return performInDiscarding(action, console)
    case .quitting: return performInQuitting(action)
    case .json: return performInJSON(action)
    case .overlaySearch: return performInOverlaySearch(action, console)
    case .copying, .help: return performInOverlay(action, console)
    case .journal: return performInJournal(action, console)
    case .drafts: return performInDrafts(action, console)
    case .restoring: return performInRestoring(action, console)
    case .draftFound: return performInDraftFound(action)
    case .requests: return performInRequests(action, console)
    }
  }

  private mutating func quit(_ console: Console) -> [Command] {
    // A dialog that is open stays open behind the question, or the question would be skipped.
    filterLine = nil
    closeOverlayForGood()
    return [.send(.quitWanted)]
  }
}
