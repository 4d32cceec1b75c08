import Cells
import ViewModel

/// What belongs to the keyboard, whichever pane has it.
struct Keyboard: Sendable {
  /// Whoever types a command or a text does not rest that long.
  private static let typingRest = Duration.seconds(1)
  /// More than that is a slip, and no list is longer on screen.
  private static let mostCount = 9_999

  /// What is asked, and whether it hears an answer yet.
  var asking: Asking?
  /// The key that was pressed last, which may still be held down.
  var lastKey: Key?
  /// When something was last pasted, or came right behind a paste.
  var pastedAt: Duration?
  /// What was last killed in any line but a question's.
  var kills = KillBuffer()
  /// What was looked for behind a slash, place by place.
  var searches: [SearchLine.Place: SearchHistory] = [:]
  /// The number that was typed before a movement.
  var count: Int?
  /// What is typed as if the key before it had opened a line.
  private var missedLine: MissedLine?
  /// The key that did nothing, once that was said.
  var unboundKey: Key?

  /// How often a movement is to be done.
  var times: Int { count ?? 1 }

  /// Takes a digit of a number, or the Esc that drops it; false when the key is another.
  mutating func takeCount(_ key: Key, meaning action: Action?, in pane: PaneName) -> Bool {
    if key == .escape, count != nil {
      count = nil
      return true
    }
    guard action == nil, pane.takesCounts, case .character(let character) = key,
      character.isASCII, let digit = character.wholeNumberValue, digit > 0 || count != nil
    else { return false }
    count = min((count ?? 0) * 10 + digit, Self.mostCount)
    return true
  }

  /// Takes a key of what is typed behind one that opened no line, as its letters would be commands of
  /// their own; nil: it is none of them. There is no command line, so that `:` is such a key everywhere.
  ///
  /// - Parameter isForLine: whether the key is pressed for a line that it opens, if it can.
  mutating func takeTextOfMissedLine(
    _ key: Key, meaning action: Action?, isForLine: Bool, in pane: PaneName, at now: Duration,
    _ keyMap: KeyMap
  ) -> [Command]? {
    let missed = missesLine(in: pane) ? missedLine : nil
    missedLine = nil
    if asking != nil || pane.takesText || pane.isQuestion { return nil }
    if case .paste = key { return nil }
    // The way out is open everywhere, and so is the help; within a text `?` is a letter like any other.
    let isHelp = action == .help && (key == .function(1) || lastKey == missed?.key)
    if key == .control("c") || isHelp { return nil }
    // The key itself tries anew: by now there may be something to open a line for.
    if let missed, now - missed.typedAt < Self.typingRest, key != missed.key {
      if ![.enter, .escape].contains(key) {
        missedLine = MissedLine(key: missed.key, typedAt: now, place: nil)
      }
      return []
    }
    if isForLine { missedLine = MissedLine(key: key, typedAt: now, place: pane) }
    guard key == .character(":"), action == nil else { return nil }
    missedLine = MissedLine(key: key, typedAt: now, place: nil)
    count = nil
    let help = keyMap.name(of: .help, in: pane).map { "; \($0) shows the keys." } ?? "."
    let words = "There is no command line here" + help
    return [.send(.keyPressed), .send(.noticed(.notPossible(because: words)))]
  }

  /// Whether what is typed is meant for a line that was not opened: a key for one was pressed, and the
  /// pane that had the keyboard still has it.
  func missesLine(in pane: PaneName) -> Bool {
    guard let missedLine, asking == nil, !pane.takesText, !pane.isQuestion else { return false }
    return missedLine.place == nil || missedLine.place == pane
  }

  /// How far a key goes that moves by screenfuls; negative where it goes up.
  func distance(of action: Action, screenful: Int) -> Int {
    let half = max(1, screenful / 2)
    return switch action {
    case .pageDown: times * screenful
    case .pageUp: -times * screenful
    case .halfPageDown: times * half
    case .halfPageUp: -times * half
    default: 0
    }
  }

  /// An event as often as the number before its key says.
  func repeated(_ event: Event) -> [Reaction] {
    Array(repeating: .send(event), count: min(times, 1_000))
  }

  /// Says of a key that it does nothing here, once: the next time it is pressed, that is still said.
  mutating func sayUnbound(_ key: Key, in pane: PaneName, _ keyMap: KeyMap) -> [Command] {
    count = nil
    let name = if case .paste = key { "What is pasted" } else { KeyName.of(key) }
    // Where an answer is asked for, what can be pressed is in sight.
    if pane.isQuestion { return [.send(.keyPressed)] }
    guard unboundKey != key else { return [] }
    unboundKey = key
    if keyMap.isWithheld(key, in: pane) { return [.send(.keyPressed), .send(.noticed(.readOnly))] }
    let help = keyMap.name(of: .help, in: pane)
    return [.send(.keyPressed), .send(.noticed(.keyUnbound(key: name, help: help)))]
  }

  /// What brought the marked row back in sight did nothing else, and is asked for again.
  func askForKeyAgain() -> [Reaction] {
    guard let lastKey else { return [] }
    let words = "This is the one that is marked; press \(KeyName.of(lastKey)) again."
    return [.send(.noticed(.notPossible(because: words)))]
  }

  /// Changes a line. What is killed in one line can be yanked into another; but never into the name that
  /// a question wants typed, as then nobody would have typed it.
  mutating func withKills(_ line: inout LineEditor, _ change: (inout LineEditor) -> Void) {
    line.kills = kills
    change(&line)
    kills = line.kills
  }
}

/// A key that was pressed for a line, and since when nothing was typed behind it.
private struct MissedLine {
  let key: Key
  let typedAt: Duration
  /// Where it was pressed, until it is known that it opened nothing there.
  let place: PaneName?
}

extension Action {
  /// Whether it opens a line in which what is looked for is typed.
  var isForLine: Bool { [.filter, .checkSignIn].contains(self) }
}

extension Key {
  /// Whether it is something that can be typed.
  var isText: Bool {
    switch self {
    case .character, .paste: true
    default: false
    }
  }
}
