import Cells

extension Canvas {
  /// Draws text that is being typed, its caret in sight, and puts the cursor there.
  mutating func drawInput(_ line: LineEditor, row: Int, column: Int, width: Int) {
    guard width > 1 else { return }
    fill(row: row, column: column, rows: 1, columns: width, style: Palette.input)
    // The caret needs a column of its own after the last character, and what follows it some more.
    let rest = line.textAfterCaret.prefix(width + 1)
    let after = min(DisplayWidth.of(rest.prefix(width)), width / 3)
    let nearest = String(line.textBeforeCaret.suffix(width))
    let before = DisplayWidth.suffix(of: nearest, fitting: width - 1 - after)
    let visible = String(String(before.text + rest).prefix(width + 1))
    write(visible, row: row, column: column, width: width, style: Palette.input)
    if before.text.utf8.count < line.textBeforeCaret.utf8.count {
      // What is to the left of here is not gone.
      write("…", row: row, column: column, width: 1, style: Palette.input)
    }
    cursor = Position(row: row, column: column + before.columns)
  }
}
