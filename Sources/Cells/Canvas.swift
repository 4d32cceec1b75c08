/// A grid of styled characters, drawn on by value and shown by whoever has a terminal.
///
/// Every text that reaches a screen passes `write`, which makes it harmless and measures it.
/// Whatever lies outside the canvas is clipped.
package struct Canvas: Equatable, Sendable {
  package let rows: Int
  package let columns: Int
  /// Where the terminal's cursor shows; nil: hidden.
  package var cursor: Position?
  /// What the person is at, where the hidden cursor rests for whoever follows it without seeing.
  package var focus: Position?
  var cells: [Cell]

  /// A blank canvas; sizes are brought into `0...4096`, far beyond any terminal.
  package init(rows: Int, columns: Int) {
    self.rows = min(max(0, rows), 4096)
    self.columns = min(max(0, columns), 4096)
    cells = Array(repeating: .blank, count: self.rows * self.columns)
  }

  /// The cell at a place; a blank one outside the canvas.
  package subscript(row: Int, column: Int) -> Cell {
    guard (0..<rows).contains(row), (0..<columns).contains(column) else { return .blank }
    return cells[row * columns + column]
  }

  /// The cells of one row, which must exist.
  package func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * columns..<(row + 1) * columns]
  }

  /// The screen as text: rows end in newlines but the last, trailing spaces are trimmed.
  package var text: String {
    (0..<rows).map(text(ofRow:)).joined(separator: "\n")
  }

  /// One row as text, trailing spaces trimmed; empty outside the canvas.
  package func text(ofRow row: Int) -> String {
    guard (0..<rows).contains(row) else { return "" }
    let cells = self.row(row)
    let end = cells.lastIndex { $0.base != " " || $0.hasMarks || $0.isSecondHalf }
    guard let end else { return "" }
    return cells[...end].map(\.text).joined()
  }

  /// Leaves no half of a wide character beside a column where something else begins.
  mutating func separate(row: Int, atColumn column: Int) {
    guard column > 0, column < columns else { return }
    let index = row * columns + column
    guard cells[index].isSecondHalf else { return }
    cells[index] = cells[index].blanked
    if cells[index - 1].width == 2 {
      cells[index - 1] = cells[index - 1].blanked
    }
  }
}
