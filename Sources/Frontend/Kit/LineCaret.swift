/// Where the caret is in a line of which somebody else holds the text, and what was done to it.
struct LineCaret: Sendable {
  /// The bytes of UTF-8 before it; nil: at the end.
  private var offset: Int?
  private var history = LineHistory()
  /// The text as it was left here, to tell that it has become another one since. As long as it has not,
  /// the two share their storage, and comparing them costs nothing however long they are.
  private var textLeft: String?
  /// What was killed here, where it may not get into other lines.
  private var kills = KillBuffer()

  /// At the end of whatever the text is.
  init() {}

  init(_ line: LineEditor) {
    offset = line.offset
    history = line.history
    kills = line.kills
    textLeft = line.text
  }

  /// The line as it can be typed in. In a text that was changed elsewhere the caret is at the end, and
  /// there is nothing to undo.
  func line(_ text: String) -> LineEditor {
    var line = LineEditor(text: text)
    line.kills = kills
    guard let textLeft, textLeft == text else { return line }
    line.resume(at: offset, history)
    return line
  }

  /// Goes to the end, as when the line gets the caret anew.
  mutating func rest() {
    offset = nil
    history.closeRun()
  }
}
