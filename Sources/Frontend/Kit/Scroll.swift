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

  /// Brings a line in sight; where it is not, to a third of the way down.
  mutating func show(line: Int, room: Int) {
    guard !(top..<top + room).contains(line) else { return }
    top = max(0, min(line - room / 3, end))
  }

  /// Brings lines in sight, the first of them in any case, and moves no further than it takes.
  mutating func show(lines: Range<Int>, room: Int) {
    let least = lines.upperBound - room
    top = max(0, min(max(top, least), lines.lowerBound, end))
  }

  /// Carries out an action of the key map; false when it is not one about scrolling.
  ///
  /// - Parameter count: how often, or to which line, counted from 1.
  mutating func perform(_ action: Action, screenful: Int, count: Int? = nil) -> Bool {
    let times = count ?? 1
    switch action {
    case .moveDown: top += times
    case .moveUp: top -= times
    case .pageDown: top += times * screenful
    case .pageUp: top -= times * screenful
    case .halfPageDown: top += times * max(1, screenful / 2)
    case .halfPageUp: top -= times * max(1, screenful / 2)
    case .moveToFirst: top = (count ?? 1) - 1
    case .moveToLast: top = count.map { $0 - 1 } ?? end
    default: return false
    }
    top = max(0, min(top, end))
    return true
  }
}
