/// What is in sight of a text that may be longer than the screen; its last line tells that there is more,
/// unless that is told elsewhere.
///
/// A mark goes from row to row of the text, and in sight of it goes what lies between: no line is passed
/// over that was not on screen.
struct Sight: Equatable, Sendable {
  /// The first line in sight.
  private(set) var top = 0
  private var count = 0
  private var room = 1
  /// The lines that it takes to tell that there are more.
  private let told: Int

  init(tellsBelow: Bool = true) { told = tellsBelow ? 1 : 0 }

  /// The top from which on the rest is in sight.
  private var end: Int { max(0, count - room) }

  /// The line below the last one in sight; that there are more may take one.
  private var bottom: Int { top + room - (top < end ? told : 0) }

  /// Whether all of a row can be in sight at once.
  func hasRoom(for rows: Range<Int>) -> Bool { !isLong(rows) }

  /// Whether a row is longer than what can be in sight of it at once.
  private func isLong(_ rows: Range<Int>) -> Bool { rows.count > room - told }

  /// How many lines are below, with that in whose place it is told; 0: none.
  var below: Int { top < end ? count - bottom : 0 }

  /// Takes the length of the text, and comes back from beyond its end.
  mutating func fit(count: Int, room: Int) {
    (self.count, self.room) = (count, max(1, room))
    top = max(0, min(top, end))
  }

  /// Whether all lines of a row are in sight, or of a long one some.
  func has(_ rows: Range<Int>) -> Bool {
    isLong(rows)
      ? rows.overlaps(top..<bottom) : rows.lowerBound >= top && rows.upperBound <= bottom
  }

  /// Whether some of a row is in sight.
  func hasSome(of rows: Range<Int>) -> Bool { rows.overlaps(top..<bottom) }

  mutating func goToBeginning() { top = 0 }

  /// Goes to the beginning, where no line between is passed over that was not in sight.
  mutating func goToBeginning(from former: Int) {
    if max(1, room - told) >= former { top = 0 }
  }

  mutating func goToEnd() { top = end }

  mutating func scroll(by distance: Int) { top = max(0, min(top + distance, end)) }

  /// Brings a row in sight; of a long one its beginning, where none of it is.
  mutating func show(_ rows: Range<Int>) {
    if isLong(rows) {
      if !hasSome(of: rows) { top = rows.lowerBound }
    } else if rows.lowerBound < top {
      top = rows.lowerBound
    } else if rows.upperBound > bottom {
      top = rows.upperBound - room + told
    }
    top = max(0, min(top, end))
  }

  /// Goes on within a row that is longer than the screen; false: its end is in sight.
  mutating func goDown(within rows: Range<Int>) -> Bool {
    guard isLong(rows), hasSome(of: rows), rows.upperBound > bottom else { return false }
    top = min(top + 1, end)
    return true
  }

  mutating func goUp(within rows: Range<Int>) -> Bool {
    guard isLong(rows), hasSome(of: rows), rows.lowerBound < top else { return false }
    top -= 1
    return true
  }

  /// Brings a row further down in sight; false: other lines come first, and a screenful of these is.
  mutating func goDown(to rows: Range<Int>) -> Bool {
    let landing = isLong(rows) ? rows.lowerBound : rows.upperBound - room + told
    guard min(landing, end) <= bottom else {
      top = min(bottom, end)
      return false
    }
    show(rows)
    return true
  }

  /// Brings a row further up in sight, of a long one the end; false: other lines come first.
  mutating func goUp(to rows: Range<Int>) -> Bool {
    guard max(rows.lowerBound + room - told, rows.upperBound) >= top else {
      top = max(0, top - max(1, room - told))
      return false
    }
    if rows.lowerBound < top, isLong(rows) {
      top = max(0, rows.upperBound - room + told)
    } else {
      show(rows)
    }
    return true
  }
}
