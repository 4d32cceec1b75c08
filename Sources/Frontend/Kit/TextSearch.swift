import Cells
import ViewModel

/// What is looked for in the lines of a pane, and the line in which it is typed.
struct TextSearch: Sendable {
  /// What is in force.
  private(set) var text = ""
  /// The line, while it is open.
  private var open: SearchLine?

  var isTyped: Bool { open != nil }
  var needle: FoldedText { FoldedText(text) }

  /// The line it is typed in, while it is.
  var line: LineEditor? { open?.editor(of: text) }

  /// Opens the line, in which nothing stands yet.
  mutating func openLine(in place: SearchLine.Place, _ keyboard: Keyboard) {
    open = SearchLine(in: place, over: text, keyboard)
    text = ""
  }

  /// Closes it, and goes on looking for what stands in it.
  mutating func keep(_ keyboard: inout Keyboard) {
    open?.keep(text, &keyboard)
    open = nil
  }

  /// Closes it, and looks again for what was looked for until then.
  mutating func goBack() {
    text = open?.wayBack.last ?? text
    open = nil
  }

  /// Carries out what changes what is typed; false: it is what it was.
  mutating func perform(_ action: Action, _ keyboard: inout Keyboard) -> Bool {
    take(open?.perform(action, on: text, &keyboard))
  }

  /// Changes what is typed; false: it is what it was.
  mutating func edit(
    _ keyboard: inout Keyboard, _ change: (inout LineEditor) -> Void
  ) -> Bool {
    take(open?.edit(text, &keyboard, change))
  }

  private mutating func take(_ text: String?) -> Bool {
    guard let text else { return false }
    self.text = text
    return true
  }

  func hindrance(to action: Action) -> Hindrance? { open?.hindrance(to: action) }

  /// Draws the line in place of the first keys of the last line; false: nothing is typed.
  func drawLine(of pane: some Pane, _ scene: Scene, on canvas: inout Canvas) -> Bool {
    guard let line else { return false }
    let room = scene.drawPrompt(line, on: &canvas)
    if scene.drawRemark(from: room + 4, on: &canvas) { return true }
    scene.drawKeys(of: pane, from: room + 4, to: scene.layout.columns - 1, on: &canvas)
    return true
  }
}
