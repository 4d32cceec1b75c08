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
  /// What has to be typed, in words and to the letter.
  var prompt: [TextLine] = []
  /// What stands before the text that is typed: whoever hears the screen hears that line alone.
  var label = ""
  /// The button that does it.
  var accept: String
  /// What Enter does once that was typed, and what is said until then, in several wordings.
  var typed = ""
  var notTyped = [
    "The name does not match yet · Esc cancels", "Does not match yet · Esc cancels",
  ]
}

extension Dialog {
  /// Lays out what it says.
  mutating func fit(_ words: DialogWords, asksForText: Bool, _ scene: Scene) {
    let below = Self.rowsBelow(asksForText)
    let box = DialogBox(
      rows: words.lines.count + words.gap + words.prompt.count + below,
      columns: DialogWords.columns(in: scene.layout), in: scene.layout)
    fit(words.lines, room: box.innerRows - below - words.prompt.count)
    (self.words, self.box) = (words, box)
  }

  /// The rows of the buttons, or of what is typed.
  private static func rowsBelow(_ asksForText: Bool) -> Int { asksForText ? 3 : 1 }

  /// Draws what was laid out.
  func draw(_ scene: Scene, _ confirmation: Confirmation?, on canvas: inout Canvas) {
    guard let words, let box else { return }
    let shown = visible
    scene.drawFrame(
      of: box, title: title(of: words, in: box), style: words.style,
      marks: shown.above + shown.below > 0 ? 18 : 0, on: &canvas)
    let last = box.innerRow + box.innerRows - 1
    let asked = confirmation.flatMap { $0.asksForText ? $0 : nil }
    let space = box.innerRows - Self.rowsBelow(asked != nil)
    box.draw(Array((shown.lines + words.prompt).prefix(max(0, space))), on: &canvas)
    box.drawScroll(above: shown.above, below: shown.below, on: &canvas)
    guard let asked else {
      return drawButtons(
        cancel: "Cancel", accept: "\(words.accept) (y)", row: last, in: box, on: &canvas)
    }
    let used = canvas.write(
      words.label, row: last - 2, column: box.innerColumn, style: Palette.danger)
    canvas.drawInput(
      input(asked.typedText), row: last - 2, column: box.innerColumn + used,
      width: box.innerColumns - used)
    canvas.write(
      asked.isAnswered ? words.typed : words.notTyped.fitting(box.innerColumns),
      row: last, column: box.innerColumn, width: box.innerColumns,
      style: asked.isAnswered ? Palette.danger : Palette.quiet)
  }

  /// The title; where the line that names what is asked about is out of sight, it does that.
  private func title(of words: DialogWords, in box: DialogBox) -> String {
    let isNameInSight = visible.above == 0 && !visible.lines.isEmpty
    guard let subject = words.subject, !isNameInSight else { return words.title }
    let room = box.innerColumns - DisplayWidth.of("\(subject.verb) “”? ↑ 99 more")
    return "\(subject.verb) \(ListWords.quoted(subject.name, columns: max(6, room)))?"
  }
}
