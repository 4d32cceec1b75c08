import Cells
import ViewModel

/// The number before a movement, and keys that mean nothing.
extension Workspace {
  /// More than that is a slip, and no list is longer on screen.
  private static let mostCount = 9_999

  /// How often a movement is to be done.
  var times: Int { count ?? 1 }

  /// Takes a digit of a number, or the Esc that drops it; false when the key is another.
  mutating func takeCount(_ key: Key, meaning action: Action?, in pane: Pane) -> Bool {
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

  /// How far a key goes that moves by screenfuls; negative where it goes up.
  func distance(of action: Action, screenful: Int? = nil) -> Int {
    let screenful = screenful ?? layout.screenful
    let half = max(1, screenful / 2)
    return switch action {
    case .pageDown: times * screenful
    case .pageUp: -times * screenful
    case .halfPageDown: times * half
    case .halfPageUp: -times * half
    default: 0
    }
  }

  func repeated(_ event: Event) -> [Command] {
    Array(repeating: .send(event), count: min(times, 1_000))
  }

  /// Says of a key that it does nothing here, once: the next time it is pressed, that is still said.
  mutating func sayUnbound(_ key: Key, in pane: Pane) -> [Command] {
    count = nil
    // Where an answer is asked for, or text, what can be pressed is in sight.
    if pane.isQuestion || pane == .filter || pane == .overlaySearch { return [.send(.keyPressed)] }
    guard unboundKey != key else { return [] }
    unboundKey = key
    if keyMap.isWithheld(key, in: pane) { return [.send(.keyPressed), .send(.noticed(.readOnly))] }
    let name = if case .paste = key { "What is pasted" } else { KeyName.of(key) }
    let help = keyMap.name(of: .help, in: pane)
    return [.send(.keyPressed), .send(.noticed(.keyUnbound(key: name, help: help)))]
  }

  /// The columns it takes there.
  var countColumns: Int { count.map { String($0).count + 1 } ?? 0 }

  /// Draws the number that is being typed at the end of the last line.
  func drawCount(on canvas: inout Canvas) {
    guard let count else { return }
    let text = " \(count)"
    canvas.write(
      text, row: layout.footerRow, column: layout.columns - 1 - text.count, width: text.count,
      style: Palette.key)
  }
}

extension Pane {
  /// Whether a number before a movement says how often.
  package var takesCounts: Bool { KeyMap.scrolling.contains(self) }
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
