import Cells
import Foundation
import ViewModel
import WorkOS

extension Workspace {
  /// Draws the whole screen as it is at `now`, after scrolling what has to be in sight into it.
  package mutating func draw(
    _ console: Console, rows: Int, columns: Int, now: Date
  ) -> Canvas {
    fit(console, rows: rows, columns: columns, now: now)
    return frame(console)
  }

  /// Lays out the screen as it is at `now`.
  mutating func fit(_ console: Console, rows: Int, columns: Int, now: Date) {
    follow(console)
    drawnAt = now
    // At another size a question shows other lines, which have to be read anew.
    if rows != layout.rows || columns != layout.columns { screenWasAway() }
    layout = Layout(rows: rows, columns: columns, isWide: isWide)
    noteQuestion(in: console)
    guard !layout.isTooSmall else { return }
    news = news(scene(console))
    layout.newsRows = news.map { $0.lines.count - ($0.isInsteadOfKeys ? 1 : 0) } ?? 0
    let scene = scene(console)
    for index in panesInSight(scene) { panes[index].fit(scene) }
    if let shown = panes[top(in: console).index].linesShown {
      keyboard.asking?.shows(shown.lines, of: shown.count)
    }
  }

  /// The screen as it was laid out.
  private func frame(_ console: Console) -> Canvas {
    let scene = scene(console)
    var canvas = Canvas(rows: layout.rows, columns: layout.columns)
    guard !layout.isTooSmall else {
      drawTooSmall(console, on: &canvas)
      return canvas
    }
    let inSight = panesInSight(scene)
    let over = inSight.firstIndex { panes[$0].place == .over } ?? inSight.endIndex
    scene.drawTitle(on: &canvas)
    for index in inSight[..<over] { panes[index].draw(scene, on: &canvas) }
    drawStatus(scene, on: &canvas)
    for index in inSight[over...] { panes[index].draw(scene, on: &canvas) }
    panes[top(in: console).index].drawOver(scene, on: &canvas)
    drawLastLines(scene, on: &canvas)
    return canvas
  }

  private func drawTooSmall(_ console: Console, on canvas: inout Canvas) {
    let isAsked = console.quitting == .asking || console.quitting == .finishing
    let words = [
      "This terminal is too small:", "40×8 is the least.",
      isAsked ? "Make it larger: something is unfinished." : "Make it larger, or ^C to quit.",
    ]
    for (row, text) in words.enumerated() {
      canvas.write(text, row: row, column: 0)
    }
  }

  /// The panes that are not hidden by others, from the bottom to the top.
  private func panesInSight(_ scene: Scene) -> [Int] {
    let open = panes.indices.filter {
      panes[$0].place == .besideList && scene.layout.hasDetailBeside && isFirstBeside($0)
        || panes[$0].name(in: scene.console) != nil
    }
    return Self.inSight(open, of: panes, scene)
  }

  /// Whether it is the detail, which follows the selection beside the list without being open.
  private func isFirstBeside(_ index: Int) -> Bool {
    panes.firstIndex { $0.place == .besideList } == index
  }

  private static func inSight(_ open: [Int], of panes: [any Pane], _ scene: Scene) -> [Int] {
    let base = open.filter { panes[$0].place != .over }
    let body = base.last { panes[$0].place == .body }
    let beside = base.last { panes[$0].place == .besideList }
    var inSight: [Int]
    if let body {
      inSight = [body]
    } else if scene.layout.hasDetailBeside {
      inSight = base.filter { panes[$0].place == .list } + [beside].compactMap(\.self)
    } else {
      inSight = [beside ?? base.last { panes[$0].place == .list }].compactMap(\.self)
    }
    // What is laid below the form waits there.
    let over = open.filter { panes[$0].place == .over && $0 > base.last ?? 0 }
    if let top = over.last {
      if panes[top].showsPaneBelow(in: scene.console) { inSight += over.dropLast().suffix(1) }
      inSight.append(top)
    }
    return inSight
  }
}
