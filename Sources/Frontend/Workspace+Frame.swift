import Cells
import Foundation
import ViewModel
import WorkOS

extension Workspace {
  /// Draws the whole screen as it is at `now`, after scrolling what has to be in sight into it.
  package mutating func draw(
    _ snapshot: Snapshot, rows: Int, columns: Int, now: Date
  ) -> Canvas {
    let open = follow(snapshot.console)
    let scene = fit(snapshot, open, rows: rows, columns: columns, now: now)
    return frame(scene, open)
  }

  /// Lays out ahead what the next key may bring on screen, while nobody waits for it.
  package mutating func prepare(_ snapshot: Snapshot) {
    guard !layout.isTooSmall else { return }
    let open = follow(snapshot.console)
    let scene = scene(snapshot, top: open.top.name)
    for index in panesInSight(open, scene) { panes[index].prepare(scene) }
  }

  /// Lays out the screen as it is at `now`.
  private mutating func fit(
    _ snapshot: Snapshot, _ open: OpenPanes, rows: Int, columns: Int, now: Date
  ) -> Scene {
    drawnAt = now
    // At another size a question shows other lines, which have to be read anew.
    if rows != layout.rows || columns != layout.columns { screenWasAway() }
    layout = Layout(
      rows: rows, columns: columns, isWide: isWide,
      hasTabOpen: snapshot.console.tabs.current != nil
        || snapshot.console.answers.cardInSight != nil)
    noteQuestion(of: open.top.index, in: snapshot.console)
    var scene = scene(snapshot, top: open.top.name)
    guard !layout.isTooSmall else { return scene }
    news = news(panes[open.top.index], scene)
    layout.newsRows = news.map { $0.lines.count - ($0.isInsteadOfKeys ? 1 : 0) } ?? 0
    if news != nil { scene = self.scene(snapshot, top: open.top.name) }
    for index in panesInSight(open, scene) { panes[index].fit(scene) }
    guard let shown = panes[open.top.index].linesShown else { return scene }
    keyboard.asking?.shows(shown.lines, of: shown.count)
    return self.scene(snapshot, top: open.top.name)
  }

  /// The screen as it was laid out.
  private func frame(_ scene: Scene, _ open: OpenPanes) -> Canvas {
    var canvas = Canvas(rows: layout.rows, columns: layout.columns)
    guard !layout.isTooSmall else {
      drawTooSmall(scene.console, on: &canvas)
      return canvas
    }
    let inSight = panesInSight(open, scene)
    let over = inSight.firstIndex { panes[$0].place == .over } ?? inSight.endIndex
    scene.drawTitle(on: &canvas)
    for index in inSight[..<over] { panes[index].draw(scene, on: &canvas) }
    drawStatus(scene, open, on: &canvas)
    for index in inSight[over...] { panes[index].draw(scene, on: &canvas) }
    panes[open.top.index].drawOver(scene, on: &canvas)
    drawLastLines(scene, open, on: &canvas)
    return canvas
  }

  /// What a screen of this size means for what counts down, where that is news; nil: it is known.
  package static func sightChange(rows: Int, columns: Int, in console: Console) -> Event? {
    let isOutOfSight = Layout(rows: rows, columns: columns).isTooSmall
    return console.isOutOfSight == isOutOfSight ? nil : .sightChanged(isOutOfSight: isOutOfSight)
  }

  private func drawTooSmall(_ console: Console, on canvas: inout Canvas) {
    let sentences = Self.sentencesOfTooSmall(console)
    var lines = sentences.flatMap { TextLine($0).wrapped(to: canvas.columns) }
    // Where not each has rows of its own, one goes on behind the other.
    if lines.count > canvas.rows {
      lines = TextLine(sentences.joined(separator: " ")).wrapped(to: canvas.columns)
    }
    for (row, line) in lines.ending(after: canvas.rows).enumerated() {
      canvas.write(line, row: row, column: 0, width: canvas.columns)
    }
  }

  /// What is said where nothing can be shown: first what that holds up, as the rest may have no room.
  private static func sentencesOfTooSmall(_ console: Console) -> [String] {
    let small = ["This terminal is too small:", "40×8 is the least."]
    if console.quitting == .asking || console.quitting == .finishing {
      return ["Something is unfinished."] + small + ["Make it larger to see it."]
    }
    let (deletes, changes) = console.countingDown
    let kind = changes == 0 ? "delete" : "change"
    let held =
      switch deletes + changes {
      case 0: [String]()
      case 1: ["A \(kind) waits until you can see it."]
      case let count: ["\(count) \(kind)s wait until you can see them."]
      }
    return held + small + ["Make it larger, or ^C to quit."]
  }

  /// The panes that are not hidden by others, from the bottom to the top.
  private func panesInSight(_ open: OpenPanes, _ scene: Scene) -> [Int] {
    var places = open.places
    // The detail follows the selection beside the list without being open.
    if scene.layout.hasDetailBeside,
      let detail = panes.firstIndex(where: { $0.place == .besideList }), !places.contains(detail)
    {
      places.insert(detail, at: places.firstIndex { $0 > detail } ?? places.endIndex)
    }
    return Self.inSight(places, of: panes, scene)
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
