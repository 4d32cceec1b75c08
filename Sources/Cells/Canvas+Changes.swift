extension Canvas {
  /// The columns of a row that differ from another canvas of the same size, whole wide characters.
  package func changes(inRow row: Int, since previous: Canvas) -> Range<Int>? {
    guard previous.rows == rows, previous.columns == columns, (0..<rows).contains(row) else {
      return columns > 0 && (0..<rows).contains(row) ? 0..<columns : nil
    }
    let start = row * columns
    return cells.withUnsafeBufferPointer { new in
      previous.cells.withUnsafeBufferPointer { old in
        var first = start
        var end = start + columns
        while first < end, new[first] == old[first] { first += 1 }
        guard first < end else { return nil }
        while new[end - 1] == old[end - 1] { end -= 1 }
        // Half a wide character cannot be drawn, nor can half of one be left behind.
        while new[first].isSecondHalf || old[first].isSecondHalf { first -= 1 }
        let rowEnd = start + columns
        while end < rowEnd, new[end].isSecondHalf || old[end].isSecondHalf { end += 1 }
        return first - start..<end - start
      }
    }
  }
}
