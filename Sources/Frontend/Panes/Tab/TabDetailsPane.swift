import Cells
import ViewModel

extension PaneName {
  package static let tabDetails = PaneName(
    "tab-details", "Row of a tab", [.isRead, .coversStatus])
}

/// All that a row of a tab says, whole.
struct TabDetailsPane: Pane {
  private var row: TabRow?
  private var text = ScrolledText()

  init() {}

  init(of row: TabRow) {
    self.row = row
  }

  let causes: PaneCauses = []

  /// What becomes of the row meanwhile is shown; one that has gone stays to be read.
  mutating func follow(_ console: Console) {
    if let row, let now = console.tabs.state?.selected, now.id == row.id { self.row = now }
  }

  func name(in console: Console) -> PaneName? {
    row != nil && console.tabs.current != nil ? .tabDetails : nil
  }

  var scrolledTo: [Int]? { [text.scroll.top] }

  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    if action == .back {
      self = TabDetailsPane()
    } else {
      _ = text.scroll.perform(
        action, screenful: scene.layout.listRows, count: keyboard.count)
    }
    return []
  }

  mutating func quitWanted() { self = TabDetailsPane() }

  mutating func fit(_ scene: Scene) {
    guard let row, let tab = scene.console.tabs.current else { return }
    let facts =
      TabRowWords(times: scene.times, now: scene.now).facts(of: row, tab)
      + scene.factsBeside(row, tab)
    let width = min(17, 2 + (facts.map { DisplayWidth.of($0.label) }.max() ?? 0))
    let lines = facts.map { TabRowWords.line($0, labelWidth: width) }
    text.fit(lines, title: AddressWords.shortened(row.name), in: scene.layout)
  }

  func draw(_ scene: Scene, on canvas: inout Canvas) { text.draw(scene, on: &canvas) }
}
