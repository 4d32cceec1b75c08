import Cells
import Foundation
import ViewModel
import WorkOS

/// Dialogs that ask before something is lost.
extension Workspace {
  mutating func drawDeletionDialog(_ console: Console, on canvas: inout Canvas) {
    guard let dialog = console.deletions.dialog else { return }
    let width = min(64, layout.columns - 6)
    var warning: [TextLine] = [
      .empty, destination(of: console),
      TextLine(
        "Its connections, directories and memberships are deleted too. "
          + (console.workplace.deleteGrace > 0
            ? "z undoes it for \(Int(console.workplace.deleteGrace)) s; after that, "
            : "It is deleted at once; after that, ")
          + "L can only create a new one like it."),
    ]
    if console.editor.subjects.contains(.organization(dialog.organization.id)) {
      warning.append(
        TextLine("Your unsaved draft of it is lost too.", Palette.warning))
    }
    warning.append(.empty)
    var lines =
      description(of: dialog.organization, width: width) + warning.flatMap { $0.wrapped(to: width) }
    if dialog.hasChanged {
      lines.append(
        TextLine("Someone changed it a moment ago. This is how it is now.", Palette.warning))
    }
    var prompt: [TextLine] = []
    if dialog.asksForName {
      let name = dialog.organization.name
      let request =
        name.isBlank ? "Type the end of its id, " : "Type its name, or the end of its id, "
      prompt.append(
        dialog.isNameTypeable
          ? TextLine("Type its name to delete it:", Palette.quiet)
          : TextLine(
            spans: [
              Span(request, Palette.quiet), Span(dialog.endOfID), Span(":", Palette.quiet),
            ]))
      prompt += TextLine(name, Palette.danger).wrapped(to: width)
    }

    let below = dialog.asksForName ? 3 : 1
    let box = DialogBox(rows: lines.count + prompt.count + below, columns: width, in: layout)
    // Where not all of it fits, what is to be typed does, and the name comes first.
    let space = box.innerRows - below
    if space == 1, dialog.isNameTypeable { prompt = prompt.suffix(1) }
    prompt = Array(prompt.prefix(max(2, space - 1)))
    let room = max(0, space - prompt.count)
    let shown = scrolled(lines, room: room)
    drawFrame(
      of: box, title: "Delete this organization?", style: Palette.dangerMark,
      marks: shown.above + shown.below > 0 ? 18 : 0, on: &canvas)
    box.draw(Array((shown.lines + prompt).prefix(space)), on: &canvas)
    box.drawScroll(above: shown.above, below: shown.below, on: &canvas)
    let last = box.innerRow + box.innerRows - 1
    if dialog.asksForName {
      drawInput(
        nameLine(holding: dialog.typedName), row: last - 2, column: box.innerColumn,
        width: box.innerColumns, on: &canvas)
      canvas.write(
        dialog.isNameRight
          ? "Enter deletes · Esc cancels"
          : ["The name does not match yet · Esc cancels", "Does not match yet · Esc cancels"]
            .fitting(box.innerColumns),
        row: last, column: box.innerColumn, width: box.innerColumns,
        style: dialog.isNameRight ? Palette.danger : Palette.quiet)
    } else {
      drawButtons(cancel: "Cancel", accept: "Delete (y)", row: last, in: box, on: &canvas)
    }
  }

  private func description(of organization: Organization, width: Int) -> [TextLine] {
    let name = organization.name.isBlank ? ListWords.noName : organization.name
    let domains = organization.domains.map { DomainWords.both($0.domain) }
    let shown = domains.prefix(4).joined(separator: ", ")
    let more = domains.count > 4 ? " and \(domains.count - 4) more" : ""
    return TextLine(name, Palette.heading).wrapped(to: width).cut(to: 3)
      + [TextLine(organization.id.rawValue, Palette.quiet)]
      + TextLine(domains.isEmpty ? "no domains" : shown + more, Palette.quiet).wrapped(to: width)
  }

  func drawButtons(
    cancel: String, accept: String, row: Int, in box: DialogBox, on canvas: inout Canvas
  ) {
    let used = canvas.write(
      "[ \(cancel) ]", row: row, column: box.innerColumn,
      style: isAcceptMarked ? .plain : Palette.button)
    canvas.write(
      "[ \(accept) ]", row: row, column: box.innerColumn + used + 2,
      style: isAcceptMarked ? Palette.dangerousButton : .plain)
    canvas.focus = Position(
      row: row, column: box.innerColumn + (isAcceptMarked ? used + 4 : 2))
  }

  func drawQuitDialog(_ console: Console, on canvas: inout Canvas) {
    let answers = answers(console)
    let lines = unfinished(console) + [.empty] + answers
    let title =
      console.quitting == .finishing
      ? "Finishing before quitting" : "Quit? Something is unfinished"
    let width = min(max(title.count + 2, lines.map(\.width).max() ?? 0), layout.columns - 6)
    let box = DialogBox(rows: lines.count, columns: width, in: layout)
    drawFrame(of: box, title: title, style: Palette.warningMark, on: &canvas)
    // Where not all of it fits, the answers do.
    let room = max(0, box.innerRows - answers.count)
    let shown = Array(lines.dropLast(answers.count).prefix(room))
    box.draw(shown + answers, on: &canvas)
    canvas.focus = Position(row: box.innerRow + shown.count, column: box.innerColumn)
  }

  private func unfinished(_ console: Console) -> [TextLine] {
    var lines: [TextLine] = []
    for deletion in console.deletions.underway.prefix(6) {
      let words = deletion.canBeTakenBack ? "delete queued" : "delete sent, no answer yet"
      // The name makes room for what becomes of it.
      let room = max(8, min(40, layout.columns - 10 - DisplayWidth.of(words)))
      let name = ListWords.shortened(deletion.organization.name, columns: room)
      lines.append(
        TextLine(spans: [Span("• \(name)"), Span("  \(words)", Palette.quiet)]))
    }
    let more = console.deletions.underway.count - 6
    if more > 0 { lines.append(TextLine("  and \(more) more", Palette.quiet)) }
    if console.editor.session?.isWriting == true {
      lines.append(TextLine("• a save that got no answer yet"))
    }
    let drafts = console.editor.unsavedCount
    if drafts > 0, console.editor.session?.isWriting != true {
      let fate = console.wouldLoseDrafts ? "" : drafts == 1 ? ", which is kept" : ", which are kept"
      lines.append(
        TextLine((drafts == 1 ? "• one unsaved draft" : "• \(drafts) unsaved drafts") + fate))
    }
    return lines
  }

  private func answers(_ console: Console) -> [TextLine] {
    func answer(_ key: String, _ wordings: String...) -> TextLine {
      TextLine(spans: [
        Span(key.padded(to: 5), Palette.key), Span(wordings.fitting(layout.columns - 11)),
      ])
    }
    guard console.quitting == .asking else {
      return [answer("Esc", "stay"), answer("x", "quit without waiting")]
    }
    var lines = [answer("Esc", "stay")]
    if console.hasWritesUnderway {
      lines.append(
        answer(
          "s", "send what is queued, wait for the answers, then quit", "send, wait, then quit"))
    }
    let losses = [
      console.wouldLoseDrafts ? "lose what was typed" : nil,
      console.deletions.revocable.isEmpty ? nil : "send no queued delete",
    ].compactMap(\.self)
    let short =
      console.wouldLoseDrafts
      ? losses.count > 1 ? "quit, and lose all of that" : "quit, lose what was typed"
      : losses.isEmpty ? "quit without waiting" : "quit, send no delete"
    let quit =
      losses.isEmpty ? "quit without waiting" : "quit, and \(losses.joined(separator: " and "))"
    return lines + [answer("x", quit, short)]
  }
}
