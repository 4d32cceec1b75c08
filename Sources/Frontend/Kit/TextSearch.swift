import Cells
import ViewModel

/// What is looked for in the lines of a pane, and the line in which it is typed.
struct TextSearch: Sendable {
  /// What is in force.
  private(set) var text = ""
  /// Where the caret is, while it is being typed.
  private var caret: LineCaret?

  var isTyped: Bool { caret != nil }
  var needle: FoldedText { FoldedText(text) }

  /// The line it is typed in, while it is.
  var line: LineEditor? { caret?.line(text) }

  mutating func openLine() { caret = LineCaret() }

  mutating func closeLine() { caret = nil }

  /// Changes what is typed; false: it is what it was.
  mutating func edit(
    _ keyboard: inout Keyboard, _ change: (inout LineEditor) -> Void
  ) -> Bool {
    guard var line else { return false }
    keyboard.withKills(&line, change)
    caret = LineCaret(line)
    defer { text = line.text }
    return line.text != text
  }

  /// Draws the line in place of the first keys of the last line; false: nothing is typed.
  func drawLine(of pane: some Pane, _ scene: Scene, on canvas: inout Canvas) -> Bool {
    guard let line else { return false }
    let room = scene.drawPrompt(line, on: &canvas)
    if scene.drawRemark(from: room + 4, on: &canvas) { return true }
    scene.drawKeys(of: pane, from: room + 4, to: scene.layout.columns - 1, on: &canvas)
    return true
  }
}
