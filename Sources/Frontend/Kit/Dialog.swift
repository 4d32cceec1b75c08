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
  /// What has to be typed, in words, and the box it all stands in.
  private var prompt: [TextLine] = []
  private(set) var box: DialogBox?
  /// Whether the empty line above the last one has made room.
  private var isTight = false
  private var caret = LineCaret()
  /// What it says, where it is drawn by that.
  var words: DialogWords?

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
  mutating func readsOn(_ keyboard: inout Keyboard) -> Bool {
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
      // Nothing of it can be seen, so that nothing is agreed to.
      shown = LinesShown(lines: 0..<0, count: lines.count)
      return
    }
    scroll.fit(lines: lines.count, room: room)
    shown = LinesShown(
      lines: scroll.top..<min(scroll.top + room, lines.count), count: lines.count)
  }

  /// Lays out lines to be read, of which one is in sight however small the screen is, above what has to
  /// be typed.
  ///
  /// - Parameters:
  ///   - prompts: what has to be typed, in words, the longest first; empty: there are buttons.
  ///   - gap: the empty rows above the buttons that need not be there.
  mutating func fit(
    _ lines: [TextLine], prompts: [[TextLine]] = [], gap: Int = 0, columns: Int, in layout: Layout
  ) {
    let longest = prompts.first ?? []
    let below = prompts.isEmpty ? 1 : 3
    let box = DialogBox(
      rows: lines.count + gap + longest.count + below, columns: columns, in: layout)
    var space = box.innerRows - below
    isTight = !prompts.isEmpty && space <= longest.count
    if isTight { space += 1 }
    prompt =
      prompts.first { $0.count < space } ?? Array((prompts.last ?? []).prefix(max(0, space - 1)))
    fit(lines, room: space - prompt.count)
    self.box = box
  }

  /// Lays out lines to be read above the answers there are to them.
  mutating func fit(
    _ lines: [TextLine], answers: [TextLine], columns: Int, in layout: Layout
  ) {
    let box = DialogBox(rows: lines.count + answers.count, columns: columns, in: layout)
    prompt = answers
    fit(lines, room: box.innerRows - answers.count)
    self.box = box
  }

  /// Draws what was laid out in a box.
  func drawLines(on canvas: inout Canvas) {
    let shown = visible
    box?.draw(shown.lines + prompt, on: &canvas)
    box?.drawScroll(above: shown.above, below: shown.below, on: &canvas)
  }

  /// Draws the line that is typed in, and below it what Enter does now.
  ///
  /// - Parameters:
  ///   - label: what stands before it.
  ///   - enter: what Enter does once the text is right; nil: it is not.
  ///   - leave: what Esc does.
  func drawInput(
    _ text: String, label: String = "", enter: String?, leave: String, notYet: [String],
    _ scene: Scene, on canvas: inout Canvas
  ) {
    guard let box else { return }
    let last = box.innerRow + box.innerRows - 1
    let row = last - (isTight ? 1 : 2)
    let used = canvas.write(label, row: row, column: box.innerColumn, style: Palette.danger)
    canvas.drawInput(
      input(text), row: row, column: box.innerColumn + used, width: box.innerColumns - used)
    let hasUnseen = scene.asking?.firstUnseenLine != nil
    let words = enter.map { "\(hasUnseen ? "Enter reads on" : $0) · \(leave)" }
    canvas.write(
      words ?? notYet.fitting(box.innerColumns), row: last, column: box.innerColumn,
      width: box.innerColumns,
      style: enter != nil && !hasUnseen ? Palette.danger : Palette.quiet)
  }

  /// The title of a question; where the line that names what it is about is out of sight, it does that.
  func title(_ title: String, or verb: String, _ name: String, in box: DialogBox) -> String {
    if visible.above == 0, !visible.lines.isEmpty { return title }
    let room = box.innerColumns - DisplayWidth.of("\(verb) “”? ↑ 99 more")
    return "\(verb) \(ListWords.quoted(name, columns: max(6, room)))?"
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
