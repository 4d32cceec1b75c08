import Cells
import ViewModel

/// The last line: what is being typed into the filter, else the keys; news stands in its place or
/// above it.
extension Workspace {
  func drawFooter(_ console: Console, _ news: News?, on canvas: inout Canvas) {
    if let news { draw(news, on: &canvas) }
    if let news, news.isInsteadOfKeys { return }
    if pane(in: console) == .filter, let line = filterLine {
      drawFilter(line, on: &canvas)
    } else if pane(in: console) == .overlaySearch, let line = overlaySearch.line {
      drawOverlayLine(line, console, on: &canvas)
    } else {
      drawKeys(console, from: 1, to: layout.columns - 1 - countColumns, on: &canvas)
    }
  }

  private func draw(_ news: News, on canvas: inout Canvas) {
    for (row, line) in zip((layout.statusRow + 1)..., news.lines) {
      canvas.write(line, row: row, column: 1, width: layout.columns - 2)
    }
  }

  private func drawFilter(_ line: LineEditor, on canvas: inout Canvas) {
    let row = layout.footerRow
    canvas.write("/", row: row, column: 1, style: Palette.key)
    let room = max(14, min(40, layout.columns / 4 + 1))
    drawInput(line, row: row, column: 2, width: room, on: &canvas)
    drawHints(from: room + 4, to: layout.columns - 1, on: &canvas)
  }

  /// What Enter does and the prefix that nobody guesses come first, then the other keys.
  private func drawHints(from start: Int, to end: Int, on canvas: inout Canvas) {
    let keys = keyMap.footer(of: .filter).filter { !$0.keys.isEmpty }
      .map { (KeyName.of($0.keys[0]), $0.title) }
    let hints = Array(keys.prefix(1)) + [("ext:", "external id")] + keys.dropFirst()
    var column = start
    for (key, title) in hints {
      let width = DisplayWidth.of(key) + 1 + DisplayWidth.of(title)
      guard column + width <= end else { continue }
      column += canvas.write(key, row: layout.footerRow, column: column, style: Palette.key) + 1
      column += canvas.write(title, row: layout.footerRow, column: column, style: Palette.quiet) + 2
    }
  }

  /// Draws text that is being typed, its caret in sight, and puts the cursor there.
  func drawInput(_ line: LineEditor, row: Int, column: Int, width: Int, on canvas: inout Canvas) {
    guard width > 1 else { return }
    canvas.fill(row: row, column: column, rows: 1, columns: width, style: Palette.input)
    // The caret needs a column of its own after the last character, and what follows it some more.
    let rest = line.textAfterCaret.prefix(width + 1)
    let after = min(DisplayWidth.of(rest.prefix(width)), width / 3)
    let nearest = String(line.textBeforeCaret.suffix(width))
    let before = DisplayWidth.suffix(of: nearest, fitting: width - 1 - after)
    let visible = String(String(before.text + rest).prefix(width + 1))
    canvas.write(visible, row: row, column: column, width: width, style: Palette.input)
    if before.text.utf8.count < line.textBeforeCaret.utf8.count {
      // What is to the left of here is not gone.
      canvas.write("…", row: row, column: column, width: 1, style: Palette.input)
    }
    canvas.cursor = Position(row: row, column: column + before.columns)
  }

  func drawKeys(
    _ console: Console, from start: Int, to end: Int, on canvas: inout Canvas
  ) {
    var column = start
    for binding in footer(console, columns: end - start) {
      let key = KeyName.of(binding.keys[0])
      column += canvas.write(key, row: layout.footerRow, column: column, style: Palette.key) + 1
      column +=
        canvas.write(binding.title, row: layout.footerRow, column: column, style: Palette.quiet) + 2
    }
  }

  /// The bindings that would do something now and have room: those that lead to all others and out,
  /// then as many of the rest as fit, the most useful first and none before one more useful.
  func footer(_ console: Console, columns: Int) -> [KeyBinding] {
    func width(_ binding: KeyBinding) -> Int {
      DisplayWidth.of(KeyName.of(binding.keys[0])) + 1 + DisplayWidth.of(binding.title) + 2
    }
    let pane = pane(in: console)
    let all = keyMap.footer(of: pane).filter {
      !$0.keys.isEmpty && isUseful($0.action, console, in: pane)
    }
    .map { binding in
      // A yes to what was not on screen yet only brings it there.
      guard binding.action == .accept, asking?.firstUnseenLine != nil else { return binding }
      var binding = binding
      binding.title = "read on"
      return binding
    }
    let needed = all.indices.filter { [.help, .back, .quit].contains(all[$0].action) }
    var room = columns + 2
    var chosen: Set<Int> = []
    for index in needed + all.indices.filter({ !needed.contains($0) }) {
      guard width(all[index]) <= room else { break }
      room -= width(all[index])
      chosen.insert(index)
    }
    return chosen.sorted().map { all[$0] }
  }
}
