import Cells
import Foundation
import ViewModel

/// The last line: what is being typed into the filter, else the news, else the keys.
extension Workspace {
  func drawFooter(_ console: Console, now: Date, on canvas: inout Canvas) {
    let row = layout.footerRow
    let width = layout.columns - 2
    let pane = pane(in: console)
    if pane == .filter, let line = filterLine {
      return drawFilter(line, on: &canvas)
    }
    if let notice = console.notice {
      let news = NoticeWords(timeZone: surroundings.timeZone).line(for: notice.subject)
      canvas.write(news, row: row, column: 1, width: width)
      return
    }
    if let session = console.editor.session, pane == .form, let failure = session.failure {
      canvas.write(ErrorWords.sentence(failure), row: row, column: 1, width: width, style: Palette.danger)
      return
    }
    drawKeys(of: pane, from: 1, to: layout.columns - 1, on: &canvas)
  }

  private func drawFilter(_ line: LineEditor, on canvas: inout Canvas) {
    let row = layout.footerRow
    canvas.write("/", row: row, column: 1, style: Palette.key)
    let room = max(1, min(40, layout.columns / 2))
    drawInput(line, row: row, column: 2, width: room, on: &canvas)
    drawKeys(of: .filter, from: room + 4, to: layout.columns - 1, on: &canvas)
  }

  /// Draws text that is being typed, its caret in sight, and puts the cursor there.
  func drawInput(_ line: LineEditor, row: Int, column: Int, width: Int, on canvas: inout Canvas) {
    guard width > 1 else { return }
    canvas.fill(row: row, column: column, rows: 1, columns: width, style: Palette.input)
    // The caret needs a column of its own after the last character.
    let before = DisplayWidth.suffix(of: line.textBeforeCaret, fitting: width - 1)
    let hidden = line.textBeforeCaret.count - String(before.text).count
    let visible = String(line.characters[hidden...])
    canvas.write(visible, row: row, column: column, width: width, style: Palette.input)
    canvas.cursor = Position(row: row, column: column + before.columns)
  }

  private func drawKeys(of pane: Pane, from start: Int, to end: Int, on canvas: inout Canvas) {
    var column = start
    for binding in keyMap.footer(of: pane) {
      guard let key = binding.keys.first.map(KeyName.of) else { continue }
      let width = DisplayWidth.of(key) + 1 + DisplayWidth.of(binding.title)
      guard column + width <= end else { continue }
      column += canvas.write(key, row: layout.footerRow, column: column, style: Palette.key) + 1
      column +=
        canvas.write(binding.title, row: layout.footerRow, column: column, style: Palette.quiet) + 2
    }
  }
}
