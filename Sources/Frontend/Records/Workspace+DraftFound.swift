import Cells
import Foundation
import ViewModel

/// The question before a form opens for which something was typed before.
extension Workspace {
  func drawDraftFound(_ console: Console, now: Date, on canvas: inout Canvas) {
    guard let listed = console.foundDraft, let found = console.drafts.found else { return }
    let width = min(64, layout.columns - 6)
    let times = TimeWords(timeZone: surroundings.timeZone)
    let words = DraftWords(times: times, now: now, columns: layout.columns)
    var facts = words.details(of: listed, opening: nil).flatMap { $0.wrapped(to: width) }
    if found.others > 0 {
      let others =
        found.others == 1 ? "There is one older draft" : "There are \(found.others) older drafts"
      let key = keyMap.name(of: .showDrafts, in: .list).map { "; \($0) shows all" } ?? ""
      facts.append(TextLine("\(others) of it\(key).", Palette.quiet))
    }
    let answers = answers(isNew: listed.draft.base == nil)
    let box = DialogBox(rows: facts.count + 1 + answers.count, columns: width, in: layout)
    drawFrame(
      of: box,
      title: (layout.columns < 60 ? "Draft of " : "Go on with the draft of ")
        + "\(words.moment(listed.typedAt))?", style: Palette.warningMark,
      on: &canvas)
    // Where not all of it fits, the answers do.
    let room = box.innerRows - answers.count
    let shown = facts.cut(to: room > facts.count ? facts.count : room)
    let gap = room > facts.count ? [TextLine.empty] : []
    box.draw(shown + gap + answers, on: &canvas)
    canvas.focus = Position(
      row: box.innerRow + shown.count + gap.count, column: box.innerColumn)
  }

  private func answers(isNew: Bool) -> [TextLine] {
    let words: [(action: Action, words: String)] = [
      (.goOnWithDraft, "continue with it"),
      (.beginAfresh, (isNew ? "start empty" : "start afresh") + "; it is kept"),
      (.back, "open nothing"),
    ]
    return words.map { action, words in
      let key = keyMap.name(of: action, in: .draftFound) ?? ""
      return TextLine(spans: [Span(key.padded(to: 5), Palette.key), Span(words)])
    }
  }

  mutating func performInDraftFound(_ action: Action) -> [Command] {
    switch action {
    case .goOnWithDraft: answer(.goOn)
    case .beginAfresh: answer(.beginAfresh)
    case .back: answer(.openNothing)
    default: []
    }
  }

  private mutating func answer(_ answer: FoundDraftAnswer) -> [Command] {
    resetForm(at: wantedField)
    return [.send(.drafts(.foundAnswered(answer)))]
  }
}
