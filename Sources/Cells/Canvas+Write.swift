extension Canvas {
  /// Draws text in one row, and returns the columns it took.
  ///
  /// - Parameter width: the columns it may take; nil: all to the edge. Wider text ends in `…`, which
  ///   leaves a blank where a wide character would be split.
  @discardableResult
  package mutating func write(
    _ text: String, row: Int, column: Int, width: Int? = nil, style: Style = .plain
  ) -> Int {
    let limit = min(columns, width.map { column.addingClamped(max(0, $0)) } ?? columns)
    guard (0..<rows).contains(row), column < limit else { return 0 }
    if let end = write(ascii: text.utf8, row: row, from: column, to: limit, style: style) {
      return end - column
    }
    return write(glyphs: Glyphs(text), row: row, from: column, to: limit, style: style) - column
  }

  @discardableResult
  package mutating func write(
    _ text: Substring, row: Int, column: Int, width: Int? = nil, style: Style = .plain
  ) -> Int {
    write(String(text), row: row, column: column, width: width, style: style)
  }

  /// Draws plain ASCII that fits, a byte a column; nil when the text is anything else.
  private mutating func write(
    ascii text: String.UTF8View, row: Int, from start: Int, to limit: Int, style: Style
  ) -> Int? {
    guard start >= 0 else { return nil }
    let end = text.withContiguousStorageIfAvailable { bytes -> Int? in
      guard bytes.count <= limit - start, bytes.allSatisfy({ (0x20..<0x7F).contains($0) }) else {
        return nil
      }
      separate(row: row, atColumn: start)
      var cell = Cell(" ", style: style)
      let first = row * columns + start
      for (offset, byte) in bytes.enumerated() {
        cell.base = Unicode.Scalar(byte)
        cells[first + offset] = cell
      }
      return start + bytes.count
    }
    guard case .some(.some(let end)) = end else { return nil }
    closeRun(row: row, endingAt: end)
    return end
  }

  /// Draws cells from one column up to another, and returns the column after the last.
  private mutating func write(
    glyphs: Glyphs, row: Int, from start: Int, to limit: Int, style: Style
  ) -> Int {
    separate(row: row, atColumn: start)
    var column = start
    var lastBeforeEllipsis = start
    for var glyph in glyphs {
      let end = column + Int(glyph.width)
      guard end <= limit else {
        endInEllipsis(row: row, from: lastBeforeEllipsis, to: limit, style: style)
        column = limit
        break
      }
      glyph.style = style
      put(glyph, row: row, column: column)
      column = end
      if end < limit { lastBeforeEllipsis = end }
    }
    closeRun(row: row, endingAt: column)
    return column
  }

  private mutating func endInEllipsis(row: Int, from column: Int, to limit: Int, style: Style) {
    put(Cell("…", style: style), row: row, column: column)
    for column in column + 1..<max(column + 1, limit) {
      put(Cell(" ", style: style), row: row, column: column)
    }
  }

  /// Stores a cell that ends inside the canvas; what lies left of the canvas is clipped.
  private mutating func put(_ cell: Cell, row: Int, column: Int) {
    if column >= 0 {
      let index = row * columns + column
      cells[index] = cell
      if cell.width == 2 { cells[index + 1] = .secondHalf(style: cell.style) }
    } else if column == -1, cell.width == 2 {
      cells[row * columns] = cell.blanked
    }
  }

  /// Blanks the second half of a wide character whose first half has just been overwritten.
  private mutating func closeRun(row: Int, endingAt column: Int) {
    guard column > 0, column < columns else { return }
    let index = row * columns + column
    if cells[index].isSecondHalf { cells[index] = cells[index].blanked }
  }
}

extension Int {
  /// The sum, or the greatest number when it is too large.
  func addingClamped(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other < 0 ? .min : .max) : sum
  }
}
