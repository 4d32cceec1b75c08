import Cells

/// A framed box in the middle of the screen.
struct DialogBox {
  let row: Int
  let column: Int
  let rows: Int
  let columns: Int
  /// The rows of the panes behind it.
  private let body: Range<Int>

  /// - Parameters:
  ///   - rows: the lines wanted inside; it gets as many as there is room for.
  ///   - columns: the columns wanted inside.
  init(rows wantedRows: Int, columns wantedColumns: Int, in layout: Layout) {
    rows = min(wantedRows + 2, layout.rows - layout.newsRows - 2)
    columns = min(wantedColumns + 4, layout.columns - 2)
    // What is said below it for a moment does not move it, as long as it has room there.
    let lowest = layout.rows - layout.newsRows - 1 - rows
    row = max(1, min((layout.rows - rows) / 2, lowest))
    column = max(0, (layout.columns - columns) / 2)
    body = layout.bodyTop..<layout.bodyTop + layout.bodyRows
  }

  var innerRows: Int { rows - 2 }
  var innerColumns: Int { columns - 4 }
  var innerRow: Int { row + 1 }
  var innerColumn: Int { column + 2 }

  /// Draws the frame, of which the style is for the lines alone; what lies under it steps back.
  func drawFrame(title: String, style: Style = .plain, on canvas: inout Canvas) {
    canvas.stepBack(body, behind: row..<row + rows)
    // A box as wide as the screen leaves no sliver of what is below at its sides.
    let margin = column <= 1 ? column : 0
    canvas.fill(row: row, column: column - margin, rows: rows, columns: columns + 2 * margin)
    let last = row + rows - 1
    let edge = columns - 2
    let line = String(repeating: "─", count: max(0, edge))
    canvas.write("┌\(line)┐", row: row, column: column, style: style)
    canvas.write("└\(line)┘", row: last, column: column, style: style)
    for side in row + 1..<max(row + 1, last) {
      canvas.write("│", row: side, column: column, style: style)
      canvas.write("│", row: side, column: column + columns - 1, style: style)
    }
    canvas.write(
      " \(title) ", row: row, column: column + 2, width: max(0, edge - 2),
      style: Palette.heading)
    canvas.cursor = nil
    canvas.focus = Position(row: innerRow, column: innerColumn)
  }

  /// Draws lines inside, from `top` on, and says how many are left below.
  @discardableResult
  func draw(_ lines: [TextLine], from top: Int = 0, on canvas: inout Canvas) -> Int {
    let visible = lines.dropFirst(top).prefix(innerRows)
    for (row, line) in zip(innerRow..., visible) {
      canvas.write(line, row: row, column: innerColumn, width: innerColumns)
    }
    return max(0, lines.count - top - innerRows)
  }

  /// Draws a scroll mark in the frame, when there is more above or below.
  func drawScroll(above: Int, below: Int, on canvas: inout Canvas) {
    guard above > 0 || below > 0 else { return }
    let words = [above > 0 ? "↑ \(above)" : nil, below > 0 ? "↓ \(below)" : nil]
      .compactMap(\.self).joined(separator: "  ")
    canvas.writeRight(
      " \(words) more ", row: row + rows - 1, column: column, width: columns - 2,
      style: Palette.quiet)
  }
}

extension Scene {
  /// Draws the frame of a box; in that of a question, what there is to say of an answer to it.
  ///
  /// - Parameter marks: the columns that scroll marks may take on the right of its last line.
  func drawFrame(
    of box: DialogBox, title: String, style: Style = .plain, marks: Int = 0,
    on canvas: inout Canvas
  ) {
    box.drawFrame(title: title, style: style, on: &canvas)
    guard let words = frameWords(columns: box.columns - 4 - marks) else { return }
    canvas.write(
      " \(words) ", row: box.row + box.rows - 1, column: box.column + 1, width: box.columns - 2,
      style: Palette.warning)
  }

  /// Where a write goes, for whoever is about to send it.
  var destination: TextLine {
    TextLine(
      spans: badge(of: console.workplace.kind).spans
        + [Span("  \(console.workplace.host)", Palette.quiet)])
  }
}
