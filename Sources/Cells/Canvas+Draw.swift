extension Canvas {
  /// Fills a rectangle with a character (blank by default), repeated in whole.
  package mutating func fill(
    row: Int, column: Int, rows: Int, columns: Int, character: Character = " ",
    style: Style = .plain
  ) {
    guard var glyph = Glyphs(String(character)).first(where: { _ in true }) else { return }
    glyph.style = style
    let (rowRange, columnRange) = clipped(row: row, column: column, rows: rows, columns: columns)
    for row in rowRange {
      separate(row: row, atColumn: columnRange.lowerBound)
      separate(row: row, atColumn: columnRange.upperBound)
      let start = row * self.columns
      var column = columnRange.lowerBound
      while column < columnRange.upperBound {
        if glyph.width == 1 {
          cells[start + column] = glyph
        } else if column + 1 < columnRange.upperBound {
          cells[start + column] = glyph
          cells[start + column + 1] = .secondHalf(style: style)
        } else {
          cells[start + column] = glyph.blanked
        }
        column += Int(glyph.width)
      }
    }
  }

  /// Changes the style of cells already drawn; a wide character on the border is changed whole.
  package mutating func restyle(
    row: Int, column: Int, width: Int, _ change: (inout Style) -> Void
  ) {
    let (rowRange, columnRange) = clipped(row: row, column: column, rows: 1, columns: width)
    guard !rowRange.isEmpty, !columnRange.isEmpty else { return }
    let start = row * columns
    var first = start + columnRange.lowerBound
    var end = start + columnRange.upperBound
    if cells[first].isSecondHalf { first -= 1 }
    if columnRange.upperBound < columns, cells[end].isSecondHalf { end += 1 }
    for index in first..<end {
      change(&cells[index].style)
    }
  }

  /// Changes the style of all that shows something in whole rows.
  ///
  /// Short runs of blanks between change with it, as a terminal would have to be told twice at each
  /// word; long ones stay as they are, as they are skipped.
  package mutating func restyleText(inRows rows: Range<Int>, _ change: (inout Style) -> Void) {
    let longestGap = 12
    for row in rows.clamped(to: 0..<self.rows) {
      var end: Int?
      for index in row * columns..<(row + 1) * columns {
        let cell = cells[index]
        guard cell.base != " " || cell.isSecondHalf || cell.style != .plain else { continue }
        if let end, index - end <= longestGap {
          for blank in end..<index { change(&cells[blank].style) }
        }
        change(&cells[index].style)
        end = index + 1
      }
    }
  }

  /// Copies another canvas at a position; its cursor and its focus come along, when it has them.
  package mutating func draw(_ other: Canvas, row: Int, column: Int) {
    let (rowRange, columnRange) = clipped(
      row: row, column: column, rows: other.rows, columns: other.columns)
    guard !columnRange.isEmpty else { return }
    for target in rowRange {
      separate(row: target, atColumn: columnRange.lowerBound)
      separate(row: target, atColumn: columnRange.upperBound)
      let source = (target - row) * other.columns - column
      let start = target * columns
      cells.withUnsafeMutableBufferPointer { cells in
        other.cells.withUnsafeBufferPointer { others in
          guard let cells = cells.baseAddress, let others = others.baseAddress else { return }
          let first = columnRange.lowerBound
          (cells + start + first).update(from: others + source + first, count: columnRange.count)
        }
      }
      blankHalves(row: target, in: columnRange)
    }
    func moved(_ place: Position) -> Position {
      Position(row: place.row.addingClamped(row), column: place.column.addingClamped(column))
    }
    if let cursor = other.cursor { self.cursor = moved(cursor) }
    if let focus = other.focus { self.focus = moved(focus) }
  }

  /// Copies a whole row of a canvas of the same width.
  package mutating func copyRow(_ source: Int, of other: Canvas, to row: Int) {
    guard other.columns == columns, (0..<other.rows).contains(source), (0..<rows).contains(row)
    else { return }
    let start = row * columns
    cells.replaceSubrange(start..<start + columns, with: other.row(source))
  }

  /// A part of the canvas, as a canvas of that size; blank where it lies outside.
  package func part(row: Int, column: Int, rows: Int, columns: Int) -> Canvas {
    var part = Canvas(rows: rows, columns: columns)
    part.draw(self, row: 0 &- row, column: 0 &- column)
    return part
  }

  /// Blanks the halves of wide characters that a clipped copy has left at the ends of a range.
  private mutating func blankHalves(row: Int, in range: Range<Int>) {
    let first = row * columns + range.lowerBound
    let last = row * columns + range.upperBound - 1
    if cells[first].isSecondHalf { cells[first] = cells[first].blanked }
    if cells[last].width == 2 { cells[last] = cells[last].blanked }
  }

  private func clipped(
    row: Int, column: Int, rows: Int, columns: Int
  ) -> (rows: Range<Int>, columns: Range<Int>) {
    func range(_ start: Int, _ count: Int, _ limit: Int) -> Range<Int> {
      let first = min(max(0, start), limit)
      return first..<min(max(first, start.addingClamped(max(0, count))), limit)
    }
    return (range(row, rows, self.rows), range(column, columns, self.columns))
  }
}
