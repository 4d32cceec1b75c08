import Cells
import Foundation
import ViewModel
import WorkOS

/// The form, and beside it, where there is room, what would be sent.
extension Workspace {
  /// The columns of the labels; on a narrow screen the text needs them more.
  private var labelWidth: Int { layout.columns < 60 ? 13 : 20 }

  mutating func drawForm(_ console: Console, on canvas: inout Canvas) {
    guard let session = console.editor.session else { return }
    goToWantedField(in: session.draft)
    goToRefusal(in: session)
    syncFormLine(with: session.draft)
    let title =
      session.draft.base.map { "Edit \(ListWords.shortened($0.name))" } ?? "New organization"
    let width = formColumns
    canvas.write(title, row: layout.bodyTop, column: 1, width: width - 2, style: Palette.heading)
    canvas.focus = Position(row: layout.bodyTop, column: 1)

    let rows = formRows(of: session, console)
    let room = formRoom
    let top = layout.bodyTop + 2
    scrollForm(rows, room: room)
    for (row, content) in zip(top..., rows.dropFirst(formTop).prefix(room)) {
      draw(content, of: session, row: row, width: width - 2, on: &canvas)
    }
    if rows.count > formTop + room {
      canvas.writeRight(
        "↓ more", row: layout.bodyTop + 1, column: 1, width: width - 3, style: Palette.quiet)
    }
    if layout.hasDetailBeside { drawPreview(session, on: &canvas) }
  }

  private var formColumns: Int { layout.hasDetailBeside ? layout.listColumns : layout.columns }

  /// How many rows of the form there is room for.
  var formRoom: Int { max(1, layout.bodyRows - 2) }

  /// How far a screenful goes, with news below the form or without: one row is seen again.
  var formScreenful: Int { max(1, layout.rows - 6) }

  /// The form's rows as they are on screen.
  mutating func formRows(of session: EditorSession, _ console: Console) -> [FormRow] {
    let width = formColumns - 7
    return session.formRows(caret: formField).flatMap { row in
      row.wrapped(to: width) + neighbours(below: row, of: session, console, width: width)
    }
  }

  private mutating func scrollForm(_ rows: [FormRow], room: Int) {
    guard let focused = rows.firstIndex(where: { $0.holds(formField) }) else { return }
    // The problem below the field belongs in sight too, as far as there is room.
    var last = min(focused + 1, rows.count - 1)
    while last + 1 < rows.count, rows[last].isBelowField, rows[last + 1].isBelowField { last += 1 }
    if focused < formTop { formTop = max(0, focused - 1) }
    if last >= formTop + room { formTop = min(focused, last - room + 1) }
    formTop = min(formTop, max(0, rows.count - room))
  }

  private func draw(
    _ formRow: FormRow, of session: EditorSession, row: Int, width: Int, on canvas: inout Canvas
  ) {
    let hasFocus = formRow.holds(formField) && session.phase == .editing
    if hasFocus {
      canvas.write("▸", row: row, column: 1, style: Palette.accentMark)
      canvas.focus = Position(row: row, column: 3)
    }
    switch formRow.content {
    case .blank: break
    case .heading(let text, let count):
      canvas.write(text, row: row, column: 3, style: Palette.heading)
      canvas.write(count, row: row, column: 3 + labelWidth, style: Palette.quiet)
    case .field(let field, let label, let count):
      let label = [label, "Stripe id"].fitting(labelWidth - 1)
      canvas.write(label, row: row, column: 3, style: hasFocus ? .plain : Palette.quiet)
      let start = 3 + labelWidth
      // On a narrow screen the text has the columns of a count that there is not.
      let room = max(8, width - start - (count.isEmpty && labelWidth < 20 ? 2 : 9))
      drawText(of: field, in: session, row: row, column: start, width: room, on: &canvas)
      canvas.writeRight(
        count, row: row, column: start + room, width: max(0, width - start - room - 1),
        style: Palette.quiet)
    case .domain(let id): drawDomain(id, session, row: row, width: width, on: &canvas)
    case .pair(let id): drawPair(id, session, row: row, width: width, on: &canvas)
    case .add(_, let text):
      canvas.write(
        "+ \(text)", row: row, column: 5, style: hasFocus ? Palette.button : Palette.quiet)
      if hasFocus { canvas.focus = Position(row: row, column: 5) }
    case .problem: break
    case .words(let line): canvas.write(line, row: row, column: 5, width: width - 5)
    }
  }

  private func drawDomain(
    _ id: Int, _ session: EditorSession, row: Int, width: Int, on canvas: inout Canvas
  ) {
    guard let domain = session.draft.domains.first(where: { $0.id == id }) else { return }
    let state = FieldWords.state(domain.state)
    let stateWidth = layout.columns < 60 ? DisplayWidth.of(state) + 3 : 20
    let stateColumn = max(16, width - stateWidth)
    if domain.isRemoved {
      return drawRemoved(domain.domain, row: row, width: width, on: &canvas)
    }
    drawText(
      of: .domain(id), in: session, row: row, column: 5, width: stateColumn - 7, on: &canvas)
    let focused = formField == .domainState(id)
    if focused { canvas.focus = Position(row: row, column: stateColumn + 1) }
    canvas.write(
      focused ? "‹\(state)›" : " \(state) ", row: row, column: stateColumn, width: 20,
      style: focused ? Palette.button : .plain)
  }

  private func drawPair(
    _ id: Int, _ session: EditorSession, row: Int, width: Int, on canvas: inout Canvas
  ) {
    guard let pair = session.draft.metadata.first(where: { $0.id == id }) else { return }
    if pair.isRemoved {
      return drawRemoved("\(pair.key) = \(pair.value)", row: row, width: width, on: &canvas)
    }
    let keyWidth = max(8, min(24, (width - 8) / 3))
    drawText(
      of: .metadataKey(id), in: session, row: row, column: 5, width: keyWidth, on: &canvas)
    canvas.write("=", row: row, column: 6 + keyWidth, style: Palette.quiet)
    drawText(
      of: .metadataValue(id), in: session, row: row, column: 8 + keyWidth,
      width: max(8, width - keyWidth - 9), on: &canvas)
  }

  private func drawRemoved(_ text: String, row: Int, width: Int, on canvas: inout Canvas) {
    let room = width - 8 - DisplayWidth.of(text)
    let words = ["removed · ^X puts it back", "removed · ^X: back", "removed"].fitting(room)
    let used = canvas.write(
      text, row: row, column: 5, width: max(4, width - words.count - 8), style: Palette.leaving)
    canvas.write(words, row: row, column: 7 + used, style: Palette.warning)
  }

  private func drawText(
    of field: FormField, in session: EditorSession, row: Int, column: Int, width: Int,
    on canvas: inout Canvas
  ) {
    if formField == field, session.phase == .editing, discarding == nil {
      drawInput(formLine, row: row, column: column, width: width, on: &canvas)
    } else {
      let text = session.draft.text(of: field)
      canvas.write(
        text.isEmpty ? "·" : text, row: row, column: column, width: width,
        style: text.isEmpty ? Palette.faint : .plain)
    }
  }

  /// The changes so far, as they would be sent.
  private func drawPreview(_ session: EditorSession, on canvas: inout Canvas) {
    let column = layout.listColumns + 2
    let width = layout.columns - column - 1
    for row in layout.bodyTop..<layout.bodyTop + layout.bodyRows {
      canvas.write("│", row: row, column: layout.listColumns, style: Palette.faint)
    }
    var lines = [TextLine("What will change", Palette.heading), .empty]
    lines += ReviewLines(session: session).changes
    let wrapped = lines.flatMap { $0.wrapped(to: width) }.prefix(layout.bodyRows)
    for (row, line) in zip(layout.bodyTop..., wrapped) {
      canvas.write(line, row: row, column: column, width: width)
    }
  }
}
