import Cells

extension Canvas {
  /// Has the panes step back behind a box: faint as a whole, and nothing beside the box, whose edge
  /// would cut words in half.
  ///
  /// - Parameters:
  ///   - body: the rows of the panes.
  ///   - box: the rows of the box, which may lie over more than the panes.
  mutating func stepBack(_ body: Range<Int>, behind box: Range<Int>) {
    for row in box {
      for column in 0..<columns where self[row, column].base != "│" {
        // The frame below goes on where its rule is cut off.
        let isFrame = ["├", "┤"].contains(self[row, column].base)
        fill(row: row, column: column, rows: 1, columns: 1)
        if isFrame { write("│", row: row, column: column) }
      }
    }
    restyleText(inRows: body) { style in
      // A bar and a stroke still say which row it is that the box is about.
      style = Style(
        attributes: style.attributes.intersection([.reverse, .strikethrough]).union(.dim))
    }
  }
}
