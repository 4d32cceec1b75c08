/// Which line of the detail is marked, if any is, and how far down the detail is.
///
/// Only lines with a value are marked. Before the first movement none is, so that what a key does to
/// the whole organization needs no look at the lines.
package struct DetailCursor: Equatable, Sendable {
  private var sight = Sight()
  /// The marked one of the lines with a value.
  private(set) var marked: Int?
  /// What is marked, which stays marked wherever its line goes.
  package private(set) var value: DetailValue?
  private var blocks: [Block] = []
  private var count = 0

  /// A line with a value, and the lines on screen that it takes.
  struct Block: Equatable, Sendable {
    var rows: Range<Int>
    var value: DetailValue
  }

  /// The first line on screen.
  var top: Int { sight.top }

  /// How many lines are below those on screen, with that in whose place it is told.
  var below: Int { sight.below }

  /// Whether what is marked is not on screen, as lines are read that have no value.
  var isOutOfSight: Bool { marked.map { !sight.hasSome(of: blocks[$0].rows) } ?? false }

  /// Takes in how the detail is laid out, and brings what is marked in sight.
  ///
  /// - Parameters:
  ///   - count: the lines there are to scroll over.
  ///   - room: the lines there is room for.
  mutating func fit(_ blocks: [Block], count: Int, room: Int) {
    (self.blocks, self.count) = (blocks, count)
    if let marked, !blocks.indices.contains(marked) || blocks[marked].value != value {
      let former = blocks.firstIndex { $0.value == value }
      mark(former ?? (blocks.isEmpty ? nil : min(marked, blocks.count - 1)))
    }
    sight.fit(count: count, room: room)
  }

  /// Begins at the top of another organization, on the same line where each has it.
  mutating func turn() {
    sight.goToBeginning()
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
      if action == .moveToLast && count == nil { sight.goToEnd() } else { sight.goToBeginning() }
      showMarked()
    default: return false
    }
    return true
  }

  /// Brings what is marked back in sight.
  mutating func showMarked() {
    guard let marked, blocks.indices.contains(marked) else { return }
    sight.show(blocks[marked].rows)
    showHead()
  }

  /// Above the first value stands what is said of the organization as a whole.
  ///
  /// - Parameter top: the first line that was in sight before; nil: it does not matter.
  private mutating func showHead(from top: Int? = nil) {
    guard marked == 0 else { return }
    let former = sight
    if let top { sight.goToBeginning(from: top) } else { sight.goToBeginning() }
    if !sight.hasSome(of: blocks[0].rows) { sight = former }
  }

  private mutating func mark(_ index: Int?) {
    marked = index
    value = index.map { blocks[$0].value }
  }

  private mutating func moveDown() {
    guard let marked else { return markFirst() }
    let rows = blocks[marked].rows
    if sight.goDown(within: rows) { return }
    if !sight.hasSome(of: rows), rows.lowerBound >= sight.top {
      // It was left further down, where lines without a value were read.
      _ = sight.goDown(to: rows)
    } else if marked == blocks.count - 1 {
      sight.scroll(by: 1)
    } else if sight.goDown(to: blocks[marked + 1].rows) {
      mark(marked + 1)
    }
  }

  private mutating func moveUp() {
    let top = sight.top
    guard let marked else { return markFirst() }
    let rows = blocks[marked].rows
    if sight.goUp(within: rows) { return }
    if !sight.hasSome(of: rows), rows.lowerBound < sight.top {
      if sight.goUp(to: rows) { showHead(from: top) }
    } else if marked == 0 {
      sight.scroll(by: -1)
      showHead(from: top)
    } else if sight.goUp(to: blocks[marked - 1].rows) {
      mark(marked - 1)
      showHead(from: top)
    }
  }

  private mutating func markFirst() {
    mark(blocks.isEmpty ? nil : 0)
    showMarked()
  }

  private mutating func move(by distance: Int) {
    let former = isOutOfSight ? nil : marked.map { blocks[$0].rows.lowerBound }
    let row = (former ?? sight.top) + distance
    sight.scroll(by: distance)
    guard !blocks.isEmpty else { return }
    let near = blocks.lastIndex { $0.rows.lowerBound <= row } ?? 0
    let next = marked.map { distance > 0 ? max(near, $0 + 1) : min(near, $0 - 1) } ?? near
    let target = max(0, min(next, blocks.count - 1))
    // Where only lines without a value are on screen now, the mark stays where it was.
    guard marked == nil || sight.hasSome(of: blocks[target].rows) else { return }
    mark(target)
    showMarked()
  }
}
