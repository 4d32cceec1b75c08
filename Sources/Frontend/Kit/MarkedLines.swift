import Cells

/// Lines of text, some of which belong to rows of which one is marked, scrolled to where the person is.
struct MarkedLines: Sendable {
  struct Line: Sendable {
    var line: TextLine
    /// The row it belongs to, counted from 0; nil: it is only read.
    var row: Int?

    init(_ line: TextLine, row: Int? = nil) {
      self.line = line
      self.row = row
    }
  }

  private(set) var marked = 0
  /// Whether the person has moved the mark.
  private(set) var wasMoved = false
  private var lines: [Line] = []
  private var top = 0
  private var room = 1

  /// The lines before the first row, which come in sight with it.
  private var rows: Int { (lines.compactMap(\.row).max() ?? -1) + 1 }

  /// Takes the lines there are, broken where they are too long, and brings the marked row in sight.
  ///
  /// - Parameter start: the row that is marked until the person has moved.
  mutating func fit(_ new: [Line], columns: Int, room: Int, startingAt start: Int = 0) {
    lines = new.flatMap { line in
      line.line.wrapped(to: columns).map { Line($0, row: line.row) }
    }
    self.room = max(1, room)
    if !wasMoved { marked = start }
    marked = max(0, min(marked, rows - 1))
    top = max(0, min(top, lines.count - self.room))
    showMarked()
  }

  private mutating func showMarked() {
    guard let first = lines.firstIndex(where: { $0.row == marked }),
      let last = lines.lastIndex(where: { $0.row == marked })
    else { return }
    if marked == 0, first < room { top = 0 }
    if first < top { top = first }
    if last >= top + room { top = min(first, last - room + 1) }
    // Below the last row there may be something to read.
    if marked == rows - 1, lines.count - first <= room { top = max(0, lines.count - room) }
  }

  /// Carries out an action of the key map; false when it is not about moving.
  mutating func perform(_ action: Action, count: Int?, distance: Int) -> Bool {
    let times = count ?? 1
    switch action {
    case .moveDown: move(by: times)
    case .moveUp: move(by: -times)
    case .pageDown, .pageUp, .halfPageDown, .halfPageUp: move(by: distance)
    case .moveToFirst: mark((count ?? 1) - 1)
    case .moveToLast: mark(count.map { $0 - 1 } ?? rows - 1)
    default: return false
    }
    return true
  }

  private mutating func move(by distance: Int) {
    if rows == 0 {
      top = max(0, min(top + distance, lines.count - room))
    } else {
      mark(marked + distance)
    }
  }

  private mutating func mark(_ row: Int) {
    wasMoved = true
    marked = max(0, min(row, rows - 1))
    showMarked()
  }

  /// Draws what is in sight; the terminal's cursor goes to the marked row.
  func draw(in rows: Range<Int>, column: Int, columns: Int, on canvas: inout Canvas) {
    canvas.focus = Position(row: rows.lowerBound, column: column)
    var isFocused = false
    for (row, line) in zip(rows, lines.dropFirst(top)) {
      canvas.write(line.line, row: row, column: column, width: columns)
      guard let number = line.row, number == marked else { continue }
      canvas.restyle(row: row, column: column, width: columns) { style in
        style.attributes = .reverse
        style.color = .standard
      }
      if !isFocused { canvas.focus = Position(row: row, column: column) }
      isFocused = true
    }
    let below = lines.count - top - rows.count
    guard below > 0 else { return }
    let last = rows.upperBound - 1
    canvas.fill(row: last, column: column, rows: 1, columns: columns)
    canvas.write(
      "↓ \(below + 1) more lines", row: last, column: column, width: columns, style: Palette.quiet)
  }
}
