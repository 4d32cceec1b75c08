import Cells
import Foundation
import ViewModel
import WorkOS

/// What was typed and not saved, laid over the panes.
extension Workspace {
  mutating func drawDrafts(_ console: Console, now: Date, on canvas: inout Canvas) {
    let drafts = console.listedDrafts
    recordRow = markedRow(in: drafts)
    let times = TimeWords(timeZone: surroundings.timeZone)
    let words = DraftWords(times: times, now: now, columns: layout.columns)
    let width = words.nameWidth(of: drafts)
    let opening = keyMap.name(of: .edit, in: .drafts)
    drawRecords(
      drafts.count, line: { words.line(for: drafts[$0], nameWidth: width) },
      titles: [
        "Drafts: typed and not saved, newest first", "Drafts, times in \(times.zone(at: now))",
      ],
      none: "Nothing is unfinished. What you type and do not save is kept and listed here.",
      details: { words.details(of: drafts[$0], opening: opening) }, on: &canvas)
  }

  func drawDiscardDialog(_ console: Console, on canvas: inout Canvas) {
    let loss = TextLine(lossWords(console))
    let width = min(max(46, loss.width), layout.columns - 6)
    let lines = loss.wrapped(to: width) + [.empty, .empty]
    let box = DialogBox(rows: lines.count, columns: width, in: layout)
    drawFrame(of: box, title: "Discard the draft?", style: Palette.dangerMark, on: &canvas)
    box.draw(lines, on: &canvas)
    drawButtons(
      cancel: "Keep it", accept: "Discard (y)", row: box.innerRow + box.innerRows - 1, in: box,
      on: &canvas)
  }

  private func lossWords(_ console: Console) -> String {
    guard case .kept(let id) = discarding, let draft = console.editor.drafts[id]
    else { return "What you typed into this form will be gone." }
    guard let base = draft.base else {
      return draft.name.isBlank
        ? "What you typed for a new organization will be gone."
        : "What you typed for the new organization \(ListWords.quoted(draft.name)) will be gone."
    }
    return "What you typed for \(ListWords.quoted(base.name)) will be gone."
  }

  /// What the last line says while an organization is read that is to be opened.
  func openingLine(_ read: Pending, _ console: Console, now: Date) -> TextLine {
    if let retry = console.retries[read.id], retry.until > now {
      return TextLine(ListWords.retry(retry, at: now), Palette.warning)
    }
    let seconds = Int(now.timeIntervalSince(read.since))
    return TextLine(
      "Reading the organization first" + (seconds < 1 ? "" : " · \(seconds) s") + " · Esc stops",
      Palette.accent)
  }

  // MARK: Keys

  mutating func openDrafts() -> [Command] {
    (overlay, recordRow, recordTop) = (.drafts, 0, 0)
    (markedDraft, discarding) = (nil, nil)
    return [.send(.drafts(.wanted))]
  }

  mutating func performInDrafts(_ action: Action, _ console: Console) -> [Command] {
    // What is typed ahead was meant for the form.
    if console.drafts.opening != nil {
      return action == .back ? [.send(.drafts(.openingLeft))] : []
    }
    let drafts = console.listedDrafts
    recordRow = markedRow(in: drafts)
    let isMoved = moveRecord(action, count: drafts.count)
    guard drafts.indices.contains(recordRow) else { return [] }
    let listed = drafts[recordRow]
    markedDraft = listed.id
    if isMoved { return [] }
    switch action {
    case .edit:
      resetForm()
      return [.send(.drafts(.opened(listed.id)))]
    case .discardDraft:
      isAcceptMarked = false
      discarding = .kept(listed.id)
    case .copyJSON: return [copy(listed.draft)]
    default: break
    }
    return []
  }

  private func copy(_ draft: Draft) -> Command {
    draft.before == draft.fields
      ? .send(.noticed(.nothingToCopy(what: "finished change")))
      : .copy(CopiedText(json: draft.body), what: "the draft")
  }

  private func markedRow(in drafts: [ListedDraft]) -> Int {
    drafts.firstIndex { $0.id == markedDraft } ?? max(0, min(recordRow, drafts.count - 1))
  }
}
