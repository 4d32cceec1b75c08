import Cells
import ViewModel

/// The last lines: the keys, what is being typed, and news in their place or above them.
extension Workspace {
  func drawStatus(_ scene: Scene, _ open: OpenPanes, on canvas: inout Canvas) {
    let layout = scene.layout
    let width = layout.columns - 2
    var whereabouts: [Wording] = []
    for place in open.places.reversed() {
      guard let said = panes[place].whereabouts(scene) else { continue }
      whereabouts = said
      break
    }
    let isTyping = open.places.contains { panes[$0].ownsStatus(in: scene.console) }
    var wordings = RowWordings(
      left: whereabouts, right: [isTyping ? Wording(line: .empty, loss: 0) : scene.goingsOnInFull])
    // Mostly there is room for all of it, and no shorter words need be found.
    if !wordings.haveRoomInFull(width) {
      wordings.left.append(Wording(line: .empty, loss: 1_000))
      if !isTyping { wordings.right = scene.goingsOn }
    }
    let (left, right) = wordings.fitting(width)
    let column = 1 + max(0, width - right.width)
    canvas.write(right, row: layout.statusRow, column: column, width: width)
    canvas.write(left, row: layout.statusRow, column: 1, width: width)
  }

  func drawLastLines(_ scene: Scene, _ open: OpenPanes, on canvas: inout Canvas) {
    let pane = panes[open.top.index]
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
  ///
  /// A text that is longer than usual takes the room of all keys but the first.
  func drawPrompt(_ line: LineEditor, on canvas: inout Canvas) -> Int {
    canvas.write("/", row: layout.footerRow, column: 1, style: Palette.key)
    var room = max(14, min(40, layout.columns / 4 + 1))
    if line.text.unicodeScalars.count >= room || DisplayWidth.of(line.text) >= room {
      room = max(room, layout.columns - 5 - (layout.columns < 60 ? 12 : 24))
    }
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
    for key in footer(of: pane, columns: end - start) {
      column +=
        canvas.write(key.name, row: layout.footerRow, column: column, style: Palette.key) + 1
      column +=
        canvas.write(key.title, row: layout.footerRow, column: column, style: Palette.quiet) + 2
    }
  }

  /// The keys that would do something now and have room: those that lead to all others and out,
  /// then of the rest, the most useful first, those that fit.
  private func footer(of pane: some Pane, columns: Int) -> [FooterKey] {
    let all = keyMap.footer(of: top)
    let isStopped = pane.stopsBeforeLeaving(self)
    var room = columns + 2
    var chosen: [FooterKey?] = Array(repeating: nil, count: all.count)
    for isNeeded in [true, false] {
      for (index, key) in all.enumerated() where key.leadsOn == isNeeded {
        // A yes to what was not on screen yet only brings it there.
        let isToReadOn = key.action.isYes && asking?.firstUnseenLine != nil
        let title =
          isToReadOn
          ? "read on"
          : key.action == .back && isStopped ? "stop" : pane.title(of: key.action, self)
        let key = title.map(key.titled) ?? key
        // Only of those that have room it is asked whether they would do something.
        guard key.columns + 2 <= room, pane.hindrance(to: key.action, self) == nil else { continue }
        room -= key.columns + 2
        chosen[index] = key
      }
    }
    return chosen.compactMap(\.self)
  }
}
