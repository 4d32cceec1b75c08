/// How far down a text is, that is longer than the screen.
struct Scroll: Equatable, Sendable {
  /// The first line on screen.
  private(set) var top = 0
  /// How far down it can go; any distance until it was drawn.
  private var end = Int.max / 2

  /// Takes the length of the text, and comes back from beyond its end.
  mutating func fit(lines: Int, room: Int) {
    end = max(0, lines - room)
    top = min(top, end)
  }

  /// Puts a line at the top, or as near to it as there is text for.
  mutating func go(to line: Int) {
    top = min(line, end)
  }

  /// Carries out an action of the key map; false when it is not one about scrolling.
  mutating func perform(_ action: Action, screenful: Int) -> Bool {
    switch action {
    case .moveDown: top = min(top + 1, end)
    case .moveUp: top = max(top - 1, 0)
    case .pageDown: top = min(top + screenful, end)
    case .pageUp: top = max(top - screenful, 0)
    case .moveToFirst: top = 0
    case .moveToLast: top = end
    default: return false
    }
    return true
  }
}
