import Cells

/// Lines of text, some of which belong to rows of which one is marked, scrolled to where the person is.
struct MarkedLines: Sendable {
  struct Line: Sendable {
    var line: TextLine
    /// The row it belongs to, counted from 0; nil: it is only read.
    var row: Int?

    init(_ line: TextLine, row: Int? = nil) {
      self.line = line
      self.row = row
    }
  }

  private(set) var marked = 0
  /// Whether the person has moved the mark.
  private(set) var wasMoved = false
  private var lines: [Line] = []
  /// The lines of each row.
  private(set) var rows: [Range<Int>] = []
  private var sight: Sight
  /// Whether the rows are what is asked, and come before what stands above them.
  private let areAsked: Bool

  /// - Parameter areAsked: whether the rows are what is asked, in a box whose frame tells how much more
  ///   there is.
  init(areAsked: Bool = false) {
    self.areAsked = areAsked
    sight = Sight(tellsBelow: !areAsked)
  }

  /// The first line in sight.
  var top: Int { sight.top }

  /// All lines, broken where they are too long.
  var text: [TextLine] { lines.map(\.line) }

  /// How far down it is, and which row is marked.
  var place: [Int] { [sight.top, marked] }

  /// Whether the marked row is not on screen, as lines are read that belong to none.
  var isMarkOutOfSight: Bool {
    rows.indices.contains(marked) && !sight.hasSome(of: rows[marked])
  }

  /// Takes the lines there are, broken where they are too long, and keeps the marked row in sight.
  ///
  /// - Parameter start: the row that is marked until the person has moved.
  mutating func fit(_ new: [Line], columns: Int, room: Int, startingAt start: Int = 0) {
    let wasInSight = !isMarkOutOfSight
    lines = new.flatMap { line in
      line.line.wrapped(to: columns).map { Line($0, row: line.row) }
    }
    rows = []
    for (index, line) in lines.enumerated() {
      guard let row = line.row else { continue }
      if row < rows.count {
        rows[row] = rows[row].lowerBound..<index + 1
      } else {
        rows.append(index..<index + 1)
      }
    }
    if !wasMoved { marked = start }
    marked = max(0, min(marked, rows.count - 1))
    sight.fit(count: lines.count, room: room)
    if !wasMoved, start == 0 {
      // Who or what it is about comes first.
      sight.goToBeginning()
      if areAsked, let first = rows.first, !sight.has(first) { sight.show(first) }
    } else if !wasMoved || wasInSight && isMarkOutOfSight {
      showMarked()
    }
  }

  /// Brings the marked row back in sight, where the person wants something of it.
  mutating func bringBack() {
    wasMoved = true
    showMarked()
  }

  /// Brings lines of the marked row in sight, the first of them in any case.
  mutating func show(_ part: Range<Int>) {
    wasMoved = true
    sight.show(part)
    sight.show(part.lowerBound..<part.lowerBound + 1)
  }

  /// Marks the next row, where that and lines of this one can be in sight together.
  mutating func goOn(keeping part: Range<Int>) -> Bool {
    guard rows.indices.contains(marked + 1) else { return false }
    let both = part.lowerBound..<rows[marked + 1].upperBound
    guard sight.hasRoom(for: both) else { return false }
    wasMoved = true
    marked += 1
    sight.show(both)
    return true
  }

  /// Brings the marked row in sight, with what is above the first.
  private mutating func showMarked() {
    guard rows.indices.contains(marked) else { return }
    sight.show(rows[marked])
    showHead()
  }

  /// Brings what is above the first row in sight with it.
  ///
  /// - Parameter top: the first line that was in sight before; nil: it does not matter.
  private mutating func showHead(from top: Int? = nil) {
    guard marked == 0 else { return }
    let former = sight
    if let top { sight.goToBeginning(from: top) } else { sight.goToBeginning() }
    if !sight.has(rows[0]) { sight = former }
  }

  /// Carries out an action of the key map; false when it is not about moving.
  mutating func perform(_ action: Action, count: Int?, distance: Int) -> Bool {
    let times = min(count ?? 1, lines.count)
    switch action {
    case .moveDown: for _ in 0..<times { moveDown() }
    case .moveUp: for _ in 0..<times { moveUp() }
    case .pageDown, .pageUp, .halfPageDown, .halfPageUp: move(by: distance)
    case .moveToFirst:
      mark((count ?? 1) - 1)
      if count == nil { sight.goToBeginning() } else { showMarked() }
    case .moveToLast:
      mark(count.map { $0 - 1 } ?? rows.count - 1)
      if count == nil { sight.goToEnd() } else { showMarked() }
    default: return false
    }
    return true
  }

  private mutating func moveDown() {
    wasMoved = true
    guard rows.indices.contains(marked) else { return sight.scroll(by: 1) }
    if sight.goDown(within: rows[marked]) { return }
    if isMarkOutOfSight, rows[marked].lowerBound >= sight.top {
      _ = sight.goDown(to: rows[marked])
    } else if marked == rows.count - 1 {
      // Below the last row there may be something to read.
      sight.scroll(by: 1)
    } else if sight.goDown(to: rows[marked + 1]) {
      marked += 1
    }
  }

  private mutating func moveUp() {
    wasMoved = true
    let top = sight.top
    guard rows.indices.contains(marked) else { return sight.scroll(by: -1) }
    if sight.goUp(within: rows[marked]) { return }
    if isMarkOutOfSight, rows[marked].lowerBound < sight.top {
      _ = sight.goUp(to: rows[marked])
    } else if marked == 0 {
      sight.scroll(by: -1)
      showHead(from: top)
    } else if sight.goUp(to: rows[marked - 1]) {
      marked -= 1
      showHead(from: top)
    }
  }

  /// Moves by that many lines; the mark goes along, as far as a row is in sight.
  private mutating func move(by distance: Int) {
    wasMoved = true
    let top = sight.top
    let former = isMarkOutOfSight || rows.isEmpty ? top : rows[marked].lowerBound
    sight.scroll(by: distance)
    let line = former + distance
    guard let near = rows.lastIndex(where: { $0.lowerBound <= line }) ?? rows.indices.first else {
      return
    }
    let next = distance > 0 ? max(near, marked + 1) : min(near, marked - 1)
    let target = max(0, min(next, rows.count - 1))
    guard sight.hasSome(of: rows[target]) else { return }
    marked = target
    showHead(from: top)
  }

  private mutating func mark(_ row: Int) {
    wasMoved = true
    marked = max(0, min(row, rows.count - 1))
  }

  /// Draws what is in sight; the terminal's cursor goes to the marked row.
  ///
  /// - Parameter key: the key that leads further down.
  func draw(
    in rows: Range<Int>, column: Int, columns: Int, key: String?, on canvas: inout Canvas
  ) {
    canvas.focus = Position(row: rows.lowerBound, column: column)
    var isFocused = false
    for (row, line) in zip(rows, lines.dropFirst(sight.top)) {
      canvas.write(line.line, row: row, column: column, width: columns)
      guard let number = line.row, number == marked else { continue }
      canvas.restyle(row: row, column: column, width: columns) { style in
        style.attributes = .reverse
        style.color = .standard
      }
      if !isFocused { canvas.focus = Position(row: row, column: column) }
      isFocused = true
    }
    guard sight.below > 0 else { return }
    let last = rows.upperBound - 1
    canvas.fill(row: last, column: column, rows: 1, columns: columns)
    canvas.write(
      Sight.words(below: sight.below, key: key), row: last, column: column, width: columns,
      style: Palette.quiet)
  }
}

extension Sight {
  /// That there is more below, and the key that leads there.
  static func words(below: Int, key: String?) -> String {
    "↓ \(below) more lines" + (key.map { " · \($0)" } ?? "")
  }
}
