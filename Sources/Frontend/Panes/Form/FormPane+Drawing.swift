import Cells
import Foundation
import ViewModel
import WorkOS

extension FormPane {
  func draw(_ scene: Scene, on canvas: inout Canvas) {
    guard let session = scene.console.editor.session else { return }
    let layout = scene.layout
    let title =
      session.draft.base.map { "Edit \(ListWords.shortened($0.name))" } ?? "New organization"
    let width = columns(scene)
    canvas.write(title, row: layout.bodyTop, column: 1, width: width - 2, style: Palette.heading)
    canvas.focus = Position(row: layout.bodyTop, column: 1)

    let room = Self.room(in: layout)
    for (row, content) in zip((layout.bodyTop + 2)..., rows.dropFirst(scroll.top).prefix(room)) {
      draw(content, of: session, scene, row: row, width: width - 2, on: &canvas)
    }
    if rows.count > scroll.top + room {
      canvas.writeRight(
        "↓ more", row: layout.bodyTop + 1, column: 1, width: width - 3, style: Palette.quiet)
    }
    if layout.hasDetailBeside { drawPreview(session, scene, on: &canvas) }
  }

  private func columns(_ scene: Scene) -> Int {
    scene.layout.hasDetailBeside ? scene.layout.listColumns : scene.layout.columns
  }

  /// The columns of the labels; on a narrow screen the text needs them more.
  private func labelWidth(_ scene: Scene) -> Int { scene.layout.columns < 60 ? 13 : 20 }

  /// The form's rows as they are on screen.
  func formRows(of session: EditorSession, _ scene: Scene) -> [FormRow] {
    let width = columns(scene) - 7
    return session.formRows(caret: field).flatMap { row in
      let own = row.wrapped(to: width)
      let others =
        neighbours(below: row, of: session, scene, width: width)
        + roleLines(below: row, of: session, scene, width: width)
      // In a small room who has it comes before what the server says of it: a key goes there.
      let isFirst = if case .problem = row.content { scene.layout.rows < 14 } else { false }
      return isFirst ? others + own : own + others
    }
  }

  private func draw(
    _ formRow: FormRow, of session: EditorSession, _ scene: Scene, row: Int, width: Int,
    on canvas: inout Canvas
  ) {
    let hasFocus = formRow.holds(field) && session.phase == .editing
    if hasFocus {
      canvas.write("▸", row: row, column: 1, style: Palette.accentMark)
      canvas.focus = Position(row: row, column: 3)
    }
    switch formRow.content {
    case .blank: break
    case .heading(let text, let count):
      canvas.write(text, row: row, column: 3, style: Palette.heading)
      canvas.write(count, row: row, column: 3 + labelWidth(scene), style: Palette.quiet)
    case .field(let field, let label, let count):
      let label = [label, "Stripe id"].fitting(labelWidth(scene) - 1)
      canvas.write(label, row: row, column: 3, style: hasFocus ? .plain : Palette.quiet)
      let start = 3 + labelWidth(scene)
      // On a narrow screen the text has the columns of a count that there is not.
      let room = max(8, width - start - (count.isEmpty && labelWidth(scene) < 20 ? 2 : 9))
      drawText(of: field, in: session, row: row, column: start, width: room, on: &canvas)
      canvas.writeRight(
        count, row: row, column: start + room, width: max(0, width - start - room - 1),
        style: Palette.quiet)
    case .admin: drawAdmin(session, scene, row: row, width: width, on: &canvas)
    case .domain(let id): drawDomain(id, session, scene, row: row, width: width, on: &canvas)
    case .pair(let id): drawPair(id, session, scene, row: row, width: width, on: &canvas)
    case .add(_, let text):
      canvas.write(
        "+ \(text)", row: row, column: 5, style: hasFocus ? Palette.button : Palette.quiet)
      if hasFocus { canvas.focus = Position(row: row, column: 5) }
    case .problem: break
    case .words(let line): canvas.write(line, row: row, column: 5, width: width - 5)
    }
  }

  private func drawAdmin(
    _ session: EditorSession, _ scene: Scene, row: Int, width: Int, on canvas: inout Canvas
  ) {
    let isOnRight = field == .adminRole
    let isHere = isOnRight || field == .adminEmail
    canvas.write("First admin", row: row, column: 3, style: isHere ? .plain : Palette.quiet)
    let start = 3 + labelWidth(scene)
    guard session.draft.firstAdmin.isWanted || isHere else {
      canvas.write("·", row: row, column: start, style: Palette.faint)
      return
    }
    let hasSeveral = session.draft.firstAdmin.roles.count > 1
    let most = hasSeveral ? max(18, (width - start) / 2) : 18
    let role = "as " + ListWords.shortened(session.draft.firstAdmin.role, columns: most)
    let roleColumn = max(start + 12, width - max(12, DisplayWidth.of(role) + 3))
    drawText(
      of: .adminEmail, in: session, row: row, column: start, width: roleColumn - start - 2,
      on: &canvas)
    if isOnRight { canvas.focus = Position(row: row, column: roleColumn + 1) }
    canvas.write(
      isOnRight ? "‹\(role)›" : " \(role) ", row: row, column: roleColumn,
      width: width - roleColumn, style: isOnRight ? Palette.button : .plain)
  }

  private func drawDomain(
    _ id: Int, _ session: EditorSession, _ scene: Scene, row: Int, width: Int,
    on canvas: inout Canvas
  ) {
    guard let domain = session.draft.domains.first(where: { $0.id == id }) else { return }
    let state = FieldWords.state(domain.state)
    let stateWidth = scene.layout.columns < 60 ? DisplayWidth.of(state) + 3 : 20
    let stateColumn = max(16, width - stateWidth)
    if domain.isRemoved {
      return drawRemoved(AddressWords.both(domain.domain), row: row, width: width, on: &canvas)
    }
    drawText(
      of: .domain(id), in: session, row: row, column: 5, width: stateColumn - 7, on: &canvas)
    let focused = field == .domainState(id)
    if focused { canvas.focus = Position(row: row, column: stateColumn + 1) }
    canvas.write(
      focused ? "‹\(state)›" : " \(state) ", row: row, column: stateColumn, width: 20,
      style: focused ? Palette.button : .plain)
  }

  private func drawPair(
    _ id: Int, _ session: EditorSession, _ scene: Scene, row: Int, width: Int,
    on canvas: inout Canvas
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
    of field: FormField, in session: EditorSession, row: Int, column: Int,
    width: Int,
    on canvas: inout Canvas
  ) {
    if self.field == field, session.phase == .editing, !isDiscarding {
      canvas.drawInput(line(in: session.draft), row: row, column: column, width: width)
    } else {
      var text = session.draft.text(of: field)
      if case .domain = field, text.contains("xn--") {
        text = DomainWords.both(text, fitting: width)
      }
      canvas.write(
        text.isEmpty ? "·" : text, row: row, column: column, width: width,
        style: text.isEmpty ? Palette.faint : .plain)
    }
  }

  /// The changes so far, as they would be sent.
  private func drawPreview(_ session: EditorSession, _ scene: Scene, on canvas: inout Canvas) {
    let column = scene.layout.listColumns + 2
    let width = scene.layout.columns - column - 1
    for row in scene.layout.bodyTop..<scene.layout.bodyTop + scene.layout.bodyRows {
      canvas.write("│", row: row, column: scene.layout.listColumns, style: Palette.faint)
    }
    var lines = [TextLine("What will change", Palette.heading), .empty]
    lines += ReviewLines(session: session, draft: draftOnceLeft(session.draft)).changes
    let wrapped = lines.flatMap { $0.wrapped(to: width) }.prefix(scene.layout.bodyRows)
    for (row, line) in zip(scene.layout.bodyTop..., wrapped) {
      canvas.write(line, row: row, column: column, width: width)
    }
  }
}
