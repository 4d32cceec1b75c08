import Cells
import ViewModel
import WorkOS

/// The question after a review, where a save does more than it was asked for, or what cannot be had
/// back.
extension Workspace {
  mutating func drawSaveQuestion(_ console: Console, on canvas: inout Canvas) {
    guard let session = console.editor.session, case .asking(let question) = session.phase else {
      return
    }
    let width = min(64, layout.columns - 6)
    let lines = (losses(question) + rewritings(question) + [destination(of: console), .empty])
      .flatMap { $0.wrapped(to: width) }
    let prompt = question.asksForText ? self.prompt(question).flatMap { $0.wrapped(to: width) } : []
    let below = question.asksForText ? 3 : 1
    let box = DialogBox(rows: lines.count + prompt.count + below, columns: width, in: layout)
    let room = box.innerRows - below - prompt.count
    let shown = scrolled(lines, room: room)
    drawFrame(
      of: box,
      title: question.losses.isEmpty ? "Change other domains too?" : "Lose a verified domain?",
      style: question.losses.isEmpty ? Palette.warningMark : Palette.dangerMark,
      marks: shown.above + shown.below > 0 ? 18 : 0, on: &canvas)
    box.draw(shown.lines + prompt, on: &canvas)
    box.drawScroll(above: shown.above, below: shown.below, on: &canvas)
    let last = box.innerRow + box.innerRows - 1
    if question.asksForText {
      drawInput(
        nameLine(holding: question.typedText), row: last - 2, column: box.innerColumn,
        width: box.innerColumns, on: &canvas)
      canvas.write(
        question.isTextRight
          ? "Enter saves · Esc goes back"
          : ["It does not match yet · Esc goes back", "Does not match yet · Esc: back"]
            .fitting(box.innerColumns),
        row: last, column: box.innerColumn, width: box.innerColumns,
        style: question.isTextRight ? Palette.danger : Palette.quiet)
    } else {
      drawButtons(cancel: "Cancel", accept: "Save (y)", row: last, in: box, on: &canvas)
    }
  }

  private func losses(_ question: SaveQuestion) -> [TextLine] {
    guard !question.losses.isEmpty else { return [] }
    let count = question.losses.count
    return [
      TextLine(
        count == 1
          ? "This domain is verified, and will no longer be:"
          : "These \(count) domains are verified, and will no longer be:")
    ] + question.losses.prefix(6).map { TextLine("  \($0)", Palette.heading) }
      + (count > 6 ? [TextLine("  and \(count - 6) more", Palette.quiet)] : [])
      + [
        TextLine(
          "People may no longer be able to sign in with it. To get it back, it has to be verified "
            + "again."),
        .empty,
      ]
  }

  private func rewritings(_ question: SaveQuestion) -> [TextLine] {
    guard !question.rewritten.isEmpty else { return [] }
    return [
      TextLine(
        "To set a state by hand, all domains are sent again, and the API cannot keep these states. "
          + "They change too:")
    ] + question.rewritten.map(ReviewLines.line) + [.empty]
  }

  private func prompt(_ question: SaveQuestion) -> [TextLine] {
    [
      TextLine(
        question.losses.count == 1
          ? "Type the domain to save it:" : "Type the organization's name to save it:",
        Palette.quiet),
      TextLine(question.wantedText, Palette.danger),
    ]
  }

  mutating func performInSaveQuestion(
    _ action: Action, _ console: Console, in pane: Pane
  ) -> [Command] {
    switch action {
    case .accept: return readsOn() ? [] : [.send(.editor(.submitted))]
    case .back: return [.send(.editor(.reviewLeft))]
    case .switchButton: isAcceptMarked.toggle()
    case .pressButton:
      if isAcceptMarked, readsOn() { return [] }
      return [.send(.editor(isAcceptMarked ? .submitted : .reviewLeft))]
    default: return edit(console, in: pane) { _ = $0.perform(action) }
    }
    return []
  }
}
