import Cells

/// Printing, moving and erasing.
extension TerminalEmulator {
  private static let lineDrawing: [Unicode.Scalar: Unicode.Scalar] = [
    "j": "┘", "k": "┐", "l": "┌", "m": "└", "n": "┼", "q": "─", "t": "├", "u": "┤", "v": "┴",
    "w": "┬", "x": "│", "a": "▒", "`": "◆", "f": "°", "g": "±", "~": "·",
  ]

  mutating func print(_ scalar: Unicode.Scalar) {
    let shown = cursor.drawsLines ? TerminalEmulator.lineDrawing[scalar] ?? scalar : scalar
    let width = DisplayWidth.of(scalar: shown)
    guard width > 0 else { return combine(shown) }
    parser.lastPrinted = scalar
    guard width <= columns else { return }
    if cursor.isPastEnd {
      cursor.column = 0
      lineFeed()
    } else if cursor.column + width > columns {
      if modes.contains(7) {
        cursor.column = 0
        lineFeed()
      } else {
        cursor.column = columns - width
      }
    }
    put(Cell(text: String(shown), attributes: cursor.attributes), at: cursor.column)
    if width == 2 {
      put(Cell(text: "", attributes: cursor.attributes), at: cursor.column + 1, isSecondHalf: true)
    }
    cursor.printedColumn = cursor.column
    cursor.isPastEnd = modes.contains(7) && cursor.column + width >= columns
    cursor.column = min(cursor.column + width, columns - 1)
  }

  private mutating func combine(_ mark: Unicode.Scalar) {
    var column = cursor.printedColumn ?? cursor.column - 1
    if column > 0, grid[cursor.row][column].text.isEmpty { column -= 1 }
    guard column >= 0 else { return }
    grid[cursor.row][column].text.unicodeScalars.append(mark)
  }

  /// Writes one column; half a wide character elsewhere becomes a space.
  private mutating func put(_ cell: Cell, at column: Int, isSecondHalf: Bool = false) {
    let row = cursor.row
    if grid[row][column].text.isEmpty, column > 0, !isSecondHalf {
      grid[row][column - 1].text = " "
    }
    if column + 1 < columns, grid[row][column + 1].text.isEmpty {
      grid[row][column + 1].text = " "
    }
    grid[row][column] = cell
  }

  mutating func execute(_ control: UInt8) {
    switch control {
    case 0x07: break
    case 0x08: move(toColumn: cursor.column - 1)
    case 0x09: move(toColumn: (cursor.column / 8 + 1) * 8)
    case 0x0A, 0x0B, 0x0C: lineFeed()
    case 0x0D: move(toColumn: 0)
    case 0x0E: cursor.drawsLines = true
    case 0x0F: cursor.drawsLines = false
    default: unknownSequences.append("control \(control)")
    }
  }

  mutating func lineFeed() {
    cursor.isPastEnd = false
    cursor.printedColumn = nil
    if cursor.row == margins.upperBound {
      scrollUp(1)
    } else {
      move(toRow: cursor.row + 1)
    }
  }

  mutating func reverseLineFeed() {
    if cursor.row == margins.lowerBound {
      scrollDown(1)
    } else {
      move(toRow: cursor.row - 1)
    }
  }

  mutating func move(toRow row: Int) {
    cursor.row = min(max(0, row), rows - 1)
    cursor.isPastEnd = false
    cursor.printedColumn = nil
  }

  mutating func move(toColumn column: Int) {
    cursor.column = min(max(0, column), columns - 1)
    cursor.isPastEnd = false
    cursor.printedColumn = nil
  }

  /// A blank of the current background, as erasing leaves it.
  var eraser: Cell {
    var attributes = Attributes()
    attributes.background = cursor.attributes.background
    return Cell(attributes: attributes)
  }

  mutating func erase(row: Int, _ range: Range<Int>) {
    for column in range.clamped(to: 0..<columns) {
      grid[row][column] = eraser
    }
    if range.upperBound < columns, grid[row][range.upperBound].text.isEmpty {
      grid[row][range.upperBound].text = " "
    }
    if range.lowerBound > 0, isWide(row: row, column: range.lowerBound - 1),
      !grid[row][range.lowerBound].text.isEmpty
    {
      grid[row][range.lowerBound - 1].text = " "
    }
  }

  private func isWide(row: Int, column: Int) -> Bool {
    grid[row][column].text.unicodeScalars.first.map { DisplayWidth.of(scalar: $0) } == 2
  }

  mutating func eraseRows(_ range: Range<Int>) {
    for row in range.clamped(to: 0..<rows) {
      erase(row: row, 0..<columns)
    }
  }

  mutating func insertCells(_ count: Int) {
    let blanks = Array(repeating: eraser, count: min(count, columns - cursor.column))
    grid[cursor.row].insert(contentsOf: blanks, at: cursor.column)
    grid[cursor.row].removeLast(blanks.count)
  }

  mutating func deleteCells(_ count: Int) {
    let blanks = Array(repeating: eraser, count: min(count, columns - cursor.column))
    grid[cursor.row].removeSubrange(cursor.column..<cursor.column + blanks.count)
    grid[cursor.row] += blanks
  }

  mutating func scrollUp(_ count: Int, from top: Int? = nil) {
    let top = top ?? margins.lowerBound
    let count = min(count, margins.upperBound - top + 1)
    grid.removeSubrange(top..<top + count)
    insertBlankRows(count, at: margins.upperBound - count + 1)
  }

  mutating func scrollDown(_ count: Int, from top: Int? = nil) {
    let top = top ?? margins.lowerBound
    let count = min(count, margins.upperBound - top + 1)
    grid.removeSubrange(margins.upperBound - count + 1...margins.upperBound)
    insertBlankRows(count, at: top)
  }

  private mutating func insertBlankRows(_ count: Int, at row: Int) {
    let blank = Array(repeating: eraser, count: columns)
    grid.insert(contentsOf: Array(repeating: blank, count: count), at: row)
  }
}
