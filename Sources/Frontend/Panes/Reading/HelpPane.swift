import Cells
import ViewModel

extension PaneName {
  package static let help = PaneName("help", "Help", [.isRead, .coversStatus])
}

/// The keys of the pane it was opened over.
struct HelpPane: Pane {
  private var pane: PaneName?
  private var text = ScrolledText()

  init() {}

  init(of pane: PaneName) {
    self.pane = pane
  }

  let causes: PaneCauses = []

  func name(in console: Console) -> PaneName? { pane == nil ? nil : .help }

  var scrolledTo: [Int]? { [text.scroll.top] }

  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    let screenful = scene.layout.listRows
    if text.scroll.perform(action, screenful: screenful, count: keyboard.count) { return [] }
    if action == .back { self = HelpPane() }
    return []
  }

  mutating func quitWanted() { self = HelpPane() }

  /// Where a screen is small, a line at the end is all that is left to a message.
  func rowsToBeLeft(in layout: Layout, _ scene: Scene) -> Int {
    layout.rows < 14 ? layout.rows - 2 : 0
  }

  mutating func fit(_ scene: Scene) {
    guard let pane else { return }
    var keys = scene.keyMap.bindings(in: pane).map { (KeyName.of($0.keys), $0.help) }
    if pane.takesCounts {
      keys.append(("1 … 9", "how often, or which line: 5j, 3G; Esc drops the number"))
    }
    let widest = keys.map { DisplayWidth.of($0.0) }.max() ?? 0
    // On a narrow screen the words would have next to no room beside the longest names of keys.
    let width = min(widest, scene.layout.columns < 60 ? 12 : widest)
    let lines = keys.map { keys, help in
      TextLine(
        spans: [Span("\(keys.padded(to: width))  ", Palette.key), Span(help)], indent: width + 2)
    }
    text.fit(lines, title: "Keys · \(pane.title)", in: scene.layout)
  }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    text.draw(scene, on: &canvas)
  }
}
