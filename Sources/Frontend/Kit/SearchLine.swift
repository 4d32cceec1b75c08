import Cells
import ViewModel

/// The line behind a slash while it is open, wherever that is: it begins empty, has the texts before it,
/// and goes back to what was looked for until then. What is typed in it is held by whoever looks for it.
struct SearchLine: Sendable {
  /// What is looked through; each has a history of its own, as long as the program runs.
  enum Place: Hashable, Sendable {
    case list
    case tab(String)
    case json
    case records(RecordsName)
  }

  private let place: Place
  /// What was looked for until it was opened.
  private let former: String
  private var caret = LineCaret()
  private var history: SearchHistory

  init(in place: Place, over former: String, _ keyboard: Keyboard) {
    (self.place, self.former) = (place, former)
    history = keyboard.searches[place] ?? SearchHistory()
    // However it came to be looked for, it can be taken up.
    history.remember(former)
  }

  /// The line as it can be typed in.
  func editor(of text: String) -> LineEditor { caret.line(text) }

  /// Carries out what changes the text, and returns what it has become; nil: it is what it was.
  mutating func perform(
    _ action: Action, on text: String, _ keyboard: inout Keyboard
  ) -> String? {
    let other: String?
    switch action {
    case .earlierText: other = history.earlier(than: text)
    case .laterText: other = history.later()
    default: return edit(text, &keyboard) { _ = $0.perform(action) }
    }
    guard let other else { return nil }
    caret = LineCaret()
    return other == text ? nil : other
  }

  mutating func edit(
    _ text: String, _ keyboard: inout Keyboard, _ change: (inout LineEditor) -> Void
  ) -> String? {
    var line = editor(of: text)
    keyboard.withKills(&line, change)
    caret = LineCaret(line)
    return line.text == text ? nil : line.text
  }

  /// Takes a text that is kept into the history.
  func keep(_ text: String, _ keyboard: inout Keyboard) {
    var history = history
    history.remember(text)
    keyboard.searches[place] = history
  }

  /// What is looked for on the way back, one after the other: only without what was typed is all there
  /// again that the former text was looked for in.
  var wayBack: [String] { former.isEmpty ? [""] : ["", former] }

  /// Why a key has nothing to do in it.
  func hindrance(to action: Action) -> Hindrance? {
    action == .earlierText && history.isEmpty ? .nothingThere : nil
  }
}
