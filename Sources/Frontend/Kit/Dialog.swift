import Cells
import ViewModel

/// What the panes that ask something hold: how far their text is scrolled, the marked button, and the
/// caret where something has to be typed.
struct Dialog: Sendable {
  enum Answer {
    case yes
    case no
  }

  var scroll = Scroll()
  /// Whether the second button is marked, the one that does it.
  private(set) var isAcceptMarked = false
  /// The lines that are laid out, and which of them are on screen.
  private(set) var lines: [TextLine] = []
  private(set) var shown: LinesShown?
  private var caret = LineCaret()
  /// What it says, where it is drawn by that.
  var words: DialogWords?
  var box: DialogBox?

  /// Begins at the top; what was typed for another question cannot be put in here.
  mutating func asksAnew() {
    scroll = Scroll()
    caret = LineCaret()
  }

  /// The answer that a key gives; nil: none, or there is more to read first.
  mutating func answer(_ action: Action, _ keyboard: inout Keyboard) -> Answer? {
    switch action {
    case .accept: return readsOn(&keyboard) ? nil : .yes
    case .back: return .no
    case .switchButton:
      isAcceptMarked.toggle()
      return nil
    case .pressButton:
      guard isAcceptMarked else { return .no }
      return readsOn(&keyboard) ? nil : .yes
    default: return nil
    }
  }

  /// Scrolls to what has not been on screen of a question that is to be seen in whole; false: it has.
  private mutating func readsOn(_ keyboard: inout Keyboard) -> Bool {
    guard let line = keyboard.asking?.firstUnseenLine else { return false }
    scroll.go(to: line)
    keyboard.readsOn()
    return true
  }

  /// What is to be typed, as far as it is, with the caret where it was left.
  func input(_ text: String) -> LineEditor { caret.line(text) }

  /// Changes what is typed, and returns what it has become.
  mutating func edit(_ text: String, _ change: (inout LineEditor) -> Void) -> String {
    var line = caret.line(text)
    change(&line)
    caret = LineCaret(line)
    return line.text
  }

  // MARK: Drawing

  /// Takes the lines there are, scrolled to where the person is. An answer counts only once all of them
  /// were on screen.
  mutating func fit(_ lines: [TextLine], room: Int) {
    self.lines = lines
    guard room > 0 else {
      shown = nil
      return
    }
    scroll.fit(lines: lines.count, room: room)
    shown = LinesShown(
      lines: scroll.top..<min(scroll.top + room, lines.count), count: lines.count)
  }

  /// The lines on screen, and how many are above and below.
  var visible: (lines: [TextLine], above: Int, below: Int) {
    guard let shown else { return ([], 0, lines.count) }
    return (
      Array(lines[shown.lines]), shown.lines.lowerBound, lines.count - shown.lines.upperBound
    )
  }

  func drawButtons(
    cancel: String, accept: String, row: Int, in box: DialogBox, on canvas: inout Canvas
  ) {
    let used = canvas.write(
      "[ \(cancel) ]", row: row, column: box.innerColumn,
      style: isAcceptMarked ? .plain : Palette.button)
    canvas.write(
      "[ \(accept) ]", row: row, column: box.innerColumn + used + 2,
      style: isAcceptMarked ? Palette.dangerousButton : .plain)
    canvas.focus = Position(
      row: row, column: box.innerColumn + (isAcceptMarked ? used + 4 : 2))
  }
}
