import Cells
import ViewModel

/// The last lines: the keys, what is being typed, and news in their place or above them.
extension Workspace {
  func drawStatus(_ scene: Scene, on canvas: inout Canvas) {
    let layout = scene.layout
    let width = layout.columns - 2
    let open = panes.filter { $0.name(in: scene.console) != nil }
    let whereabouts = open.reversed().lazy.compactMap { $0.whereabouts(scene) }.first ?? []
    let isTyping = open.contains { $0.ownsStatus(in: scene.console) }
    let (left, right) = RowWordings(
      left: whereabouts + [Wording(line: .empty, loss: 1_000)],
      right: isTyping ? [Wording(line: .empty, loss: 0)] : scene.goingsOn
    ).fitting(width)
    let column = 1 + max(0, width - right.width)
    canvas.write(right, row: layout.statusRow, column: column, width: width)
    canvas.write(left, row: layout.statusRow, column: 1, width: width)
  }

  func drawLastLines(_ scene: Scene, on canvas: inout Canvas) {
    let pane = panes[top(in: scene.console).index]
    if let news {
      for (row, line) in zip((scene.layout.statusRow + 1)..., news.lines) {
        canvas.write(line, row: row, column: 1, width: scene.layout.columns - 2)
      }
    }
    // The number that is typed before a movement stands at the end of the line.
    let count = keyboard.count.map { " \($0)" }
    if news?.isInsteadOfKeys != true, !pane.drawLastLine(scene, on: &canvas) {
      let columns = count?.count ?? 0
      scene.drawKeys(of: pane, from: 1, to: scene.layout.columns - 1 - columns, on: &canvas)
    }
    guard let count else { return }
    canvas.write(
      count, row: scene.layout.footerRow, column: scene.layout.columns - 1 - count.count,
      width: count.count, style: Palette.key)
  }
}

extension Scene {
  /// Draws a line that is typed in the last line, behind its slash, and returns the columns it has.
  func drawPrompt(_ line: LineEditor, on canvas: inout Canvas) -> Int {
    canvas.write("/", row: layout.footerRow, column: 1, style: Palette.key)
    let room = max(14, min(40, layout.columns / 4 + 1))
    canvas.drawInput(line, row: layout.footerRow, column: 2, width: room)
    return room
  }

  /// Says behind a line that is typed in that a key did nothing there; false: none was pressed.
  func drawRemark(from start: Int, on canvas: inout Canvas) -> Bool {
    guard let subject = console.notice?.subject, subject.isAboutKey else { return false }
    let words = NoticeWords(timeZone: surroundings.timeZone).line(for: subject)
    canvas.write(
      words, row: layout.footerRow, column: start, width: layout.columns - 1 - start)
    return true
  }

  func drawKeys(
    of pane: some Pane, from start: Int, to end: Int, on canvas: inout Canvas
  ) {
    var column = start
    for binding in footer(of: pane, columns: end - start) {
      let key = KeyName.of(binding.keys[0])
      column += canvas.write(key, row: layout.footerRow, column: column, style: Palette.key) + 1
      column +=
        canvas.write(binding.title, row: layout.footerRow, column: column, style: Palette.quiet) + 2
    }
  }

  /// The bindings that would do something now and have room: those that lead to all others and out,
  /// then as many of the rest as fit, the most useful first and none before one more useful.
  private func footer(of pane: some Pane, columns: Int) -> [KeyBinding] {
    func width(_ binding: KeyBinding) -> Int {
      DisplayWidth.of(KeyName.of(binding.keys[0])) + 1 + DisplayWidth.of(binding.title) + 2
    }
    let all = keyMap.footer(of: top).filter {
      !$0.keys.isEmpty && pane.hindrance(to: $0.action, self) == nil
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
