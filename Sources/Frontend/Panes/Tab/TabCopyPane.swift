import Cells
import JSON
import ViewModel

extension PaneName {
  package static let tabCopying = PaneName(
    "tab-copying", "Copy menu of a tab", [.isRead, .coversStatus])
}

/// What of a row of a tab, or of a line of its events, can be copied.
struct TabCopyPane: Pane {
  private var isOpen = false
  private var facts: [TabFact] = []
  private var json: RawJSON?
  private var marked = 0
  private var scroll = Scroll()

  init() {}

  init(of row: TabRow, in tab: any Tab) {
    self.init(of: tab.copyable(of: row), json: tab.json(of: row))
  }

  /// - Parameter json: as the server sent it; nil where there is none.
  init(of facts: [TabFact], json: RawJSON?) {
    isOpen = true
    self.facts = facts.filter { !$0.value.isBlank }
    self.json = json
  }

  let causes: PaneCauses = []

  func name(in console: Console) -> PaneName? {
    isOpen && console.tabs.current != nil ? .tabCopying : nil
  }

  /// The facts, and behind them the JSON.
  private var count: Int { facts.count + (json == nil ? 0 : 1) }

  var scrolledTo: [Int]? { [marked] }

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
    let fact = facts.indices.contains(marked) ? facts[marked] : nil
    let json = json
    self = TabCopyPane()
    if let fact {
      return [.copy(CopiedText(line: fact.value), what: TabRowWords.thing(fact.label))]
    }
    return json.map { [.copy(CopiedText(json: $0), what: $0.thing)] } ?? []
  }

  mutating func quitWanted() { self = TabCopyPane() }

  private func lines() -> [TextLine] {
    let ofJSON = json.map {
      [TextLine(spans: [.label("JSON".padded(to: 17)), Span($0.origin)])]
    }
    return facts.map { TabRowWords.line($0, labelWidth: 17) } + (ofJSON ?? [])
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
