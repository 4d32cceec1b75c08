import Cells
import ViewModel

extension PaneName {
  package static let tabCopying = PaneName(
    "tab-copying", "Copy menu of a tab", [.isRead, .coversStatus])
}

/// What of a row of a tab can be copied.
struct TabCopyPane: Pane {
  private var row: TabRow?
  private var facts: [TabFact] = []
  private var marked = 0
  private var scroll = Scroll()

  init() {}

  init(of row: TabRow, in tab: any Tab) {
    self.row = row
    facts = tab.copyable(of: row)
  }

  func name(in console: Console) -> PaneName? {
    row != nil && console.tabs.current != nil ? .tabCopying : nil
  }

  /// The facts, and behind them the JSON.
  private var count: Int { facts.count + 1 }

  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    switch action {
    case .moveDown: marked = min(marked + keyboard.times, count - 1)
    case .moveUp: marked = max(marked - keyboard.times, 0)
    case .moveToFirst: marked = 0
    case .moveToLast: marked = count - 1
    case .pageDown, .pageUp, .halfPageDown, .halfPageUp:
      let distance = keyboard.distance(of: action, screenful: scene.layout.listRows)
      marked = max(0, min(marked + distance, count - 1))
    case .copyLine: return copy()
    case .back: self = TabCopyPane()
    default: break
    }
    return []
  }

  private mutating func copy() -> [Reaction] {
    guard let row else { return [] }
    let fact = facts.indices.contains(marked) ? facts[marked] : nil
    self = TabCopyPane()
    return [
      fact.map { .copy(CopiedText(line: $0.value), what: TabRowWords.thing($0.label)) }
        ?? .copy(CopiedText(json: row.json), what: "the JSON")
    ]
  }

  mutating func quitWanted() { self = TabCopyPane() }

  private func lines() -> [TextLine] {
    facts.map { TabRowWords.line($0, labelWidth: 17) }
      + [TextLine(spans: [.label("JSON".padded(to: 17)), Span("as the server sent it")])]
  }

  private func box(_ scene: Scene) -> DialogBox {
    DialogBox(rows: count, columns: min(76, scene.layout.columns - 6), in: scene.layout)
  }

  mutating func fit(_ scene: Scene) {
    let room = box(scene).innerRows
    scroll.fit(lines: count, room: room)
    scroll.show(line: marked, room: room)
  }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    let box = box(scene)
    box.drawFrame(title: "Copy", on: &canvas)
    let below = box.draw(lines(), from: scroll.top, on: &canvas)
    box.drawScroll(above: scroll.top, below: below, on: &canvas)
    let line = box.innerRow + marked - scroll.top
    canvas.restyle(row: line, column: box.innerColumn, width: box.innerColumns) { style in
      style.attributes = .reverse
      style.color = .standard
    }
    canvas.focus = Position(row: line, column: box.innerColumn)
  }
}
