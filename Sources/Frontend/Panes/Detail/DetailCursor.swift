/// Which line of the detail is marked, if any is, and how far down the detail is.
///
/// Only lines with a value are marked. Before the first movement none is, so that what a key does to
/// the whole organization needs no look at the lines.
package struct DetailCursor: Equatable, Sendable {
  /// The first line on screen.
  private(set) var top = 0
  /// The marked one of the lines with a value.
  private(set) var marked: Int?
  /// What is marked, which stays marked wherever its line goes.
  package private(set) var value: DetailValue?
  private var blocks: [Block] = []
  private var count = 0
  private var room = 1

  /// A line with a value, and the lines on screen that it takes.
  struct Block: Equatable, Sendable {
    var rows: Range<Int>
    var value: DetailValue
  }

  /// Takes in how the detail is laid out, and brings what is marked in sight.
  ///
  /// - Parameters:
  ///   - count: the lines there are to scroll over.
  ///   - room: the lines there is room for.
  mutating func fit(_ blocks: [Block], count: Int, room: Int) {
    (self.blocks, self.count, self.room) = (blocks, count, max(1, room))
    if let marked, !blocks.indices.contains(marked) || blocks[marked].value != value {
      let former = blocks.firstIndex { $0.value == value }
      mark(former ?? (blocks.isEmpty ? nil : min(marked, blocks.count - 1)))
    }
    top = max(0, min(top, end))
  }

  /// Begins at the top of another organization, on the same line where each has it.
  mutating func turn() {
    top = 0
    if value?.isOfEach != true { mark(nil) }
  }

  /// Carries out an action of the key map; false when it is not about moving.
  ///
  /// - Parameters:
  ///   - count: how often, or to which of the lines, counted from 1.
  ///   - distance: how far the action goes that moves by screenfuls.
  mutating func perform(_ action: Action, count: Int?, distance: Int) -> Bool {
    switch action {
    case .moveDown: for _ in 0..<min(count ?? 1, self.count) { moveDown() }
    case .moveUp: for _ in 0..<min(count ?? 1, self.count) { moveUp() }
    case .pageDown, .pageUp, .halfPageDown, .halfPageUp: move(by: distance)
    case .moveToFirst, .moveToLast:
      let last = max(0, blocks.count - 1)
      let target = count.map { $0 - 1 } ?? (action == .moveToFirst ? 0 : last)
      mark(blocks.isEmpty ? nil : max(0, min(target, last)))
      top = action == .moveToLast && count == nil ? end : 0
    default: return false
    }
    showMarked()
    return true
  }

  private var end: Int { max(0, count - room) }

  /// The line below the last one in sight; that there are more takes one.
  private var bottom: Int { top + room - (top < end ? 1 : 0) }

  private mutating func mark(_ index: Int?) {
    marked = index
    value = index.map { blocks[$0].value }
  }

  private mutating func moveDown() {
    guard let marked else { return mark(blocks.isEmpty ? nil : 0) }
    let rows = blocks[marked].rows
    let isCut = rows.count >= room && rows.upperBound > bottom
    if isCut || marked == blocks.count - 1 {
      // The rest of a line longer than the screen comes first, and what follows the last one.
      top = min(top + 1, end)
    } else {
      mark(marked + 1)
      showMarked()
    }
  }

  private mutating func moveUp() {
    guard let marked else { return mark(blocks.isEmpty ? nil : 0) }
    if blocks[marked].rows.count >= room, blocks[marked].rows.lowerBound < top {
      top -= 1
    } else if marked > 0 {
      mark(marked - 1)
      let rows = blocks[marked - 1].rows
      // Of a long line the end comes first.
      if rows.lowerBound < top, rows.count >= room { top = max(0, rows.upperBound - room + 1) }
      showMarked()
    } else {
      top = 0
    }
  }

  private mutating func move(by distance: Int) {
    let row = (marked.map { blocks[$0].rows.lowerBound } ?? top) + distance
    top = max(0, min(top + distance, end))
    guard !blocks.isEmpty else { return }
    let near = blocks.lastIndex { $0.rows.lowerBound <= row } ?? 0
    guard let marked else { return mark(near) }
    let next = distance > 0 ? max(near, marked + 1) : min(near, marked - 1)
    mark(max(0, min(next, blocks.count - 1)))
  }

  private mutating func showMarked() {
    guard let marked, blocks.indices.contains(marked) else { return }
    let rows = blocks[marked].rows
    // Above the first one stands what is said of the organization as a whole.
    if marked == 0, rows.lowerBound < room { top = 0 }
    if rows.count >= room {
      if rows.upperBound <= top || rows.lowerBound >= bottom { top = rows.lowerBound }
    } else if rows.lowerBound < top {
      top = rows.lowerBound
    } else if rows.upperBound > bottom {
      top = rows.upperBound - room + 1
    }
    top = max(0, min(top, end))
  }
}
