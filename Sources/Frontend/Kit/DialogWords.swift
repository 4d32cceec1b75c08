import Cells
import ViewModel

/// What a dialog says, and the words for its answers.
struct DialogWords: Sendable {
  /// The columns of its lines.
  static func columns(in layout: Layout) -> Int { min(64, layout.columns - 6) }

  var title: String
  /// A verb and a name, the title where the line that names what it is about is out of sight.
  var subject: (verb: String, name: String)?
  /// Of its frame.
  var style = Palette.warningMark
  /// What it asks, each line as long as there is room for.
  var lines: [TextLine]
  /// The empty rows above the buttons that need not be there.
  var gap = 0
  /// What has to be typed, in words and to the letter, the longest wording first.
  var prompts: [[TextLine]] = []
  /// What stands before the text that is typed: whoever hears the screen hears that line alone.
  var label = ""
  /// The button that does it.
  var accept: String
  /// What Enter does once that was typed, what Esc does, and what is said until then, in several wordings.
  var enter = ""
  var leave = "Esc cancels"
  var notTyped = [
    "The name does not match yet · Esc cancels", "Does not match yet · Esc cancels",
  ]
}

extension Dialog {
  /// Lays out what it says.
  mutating func fit(_ words: DialogWords, asksForText: Bool, _ scene: Scene) {
    fit(
      words.lines, prompts: asksForText ? words.prompts : [], gap: words.gap,
      columns: DialogWords.columns(in: scene.layout), in: scene.layout)
    self.words = words
  }

  /// Draws what was laid out.
  func draw(_ scene: Scene, _ confirmation: Confirmation?, on canvas: inout Canvas) {
    guard let words, let box else { return }
    let shown = visible
    let title = words.subject.map { self.title(words.title, or: $0.verb, $0.name, in: box) }
    scene.drawFrame(
      of: box, title: title ?? words.title, style: words.style,
      marks: shown.above + shown.below > 0 ? 18 : 0, on: &canvas)
    drawLines(on: &canvas)
    guard let confirmation, confirmation.asksForText else {
      return drawButtons(
        cancel: "Cancel", accept: "\(words.accept) (y)", row: box.innerRow + box.innerRows - 1,
        in: box, on: &canvas)
    }
    drawInput(
      confirmation.typedText, label: words.label,
      enter: confirmation.isAnswered ? words.enter : nil, leave: words.leave,
      notYet: words.notTyped, scene, on: &canvas)
  }
}
