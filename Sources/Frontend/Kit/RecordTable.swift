import Cells
import ViewModel
import WorkOS

/// Rows laid over the panes, one of them marked, and below them what does not fit into that one.
struct RecordTable: Sendable {
  /// What the rows are, and how they are told.
  struct Contents {
    var count: Int
    /// The title in several wordings, the longest first.
    var titles: [String]
    /// What is said where there are none.
    var none: String
    var needles: [FoldedText] = []
    /// Makes a row; only those in sight are made.
    var line: (Int) -> TextLine
    var details: (Int) -> [TextLine]
    /// The key that goes on in what there is to say of the marked one.
    var further: String?
  }

  /// What is done to a record needs one.
  static let needsRecord: Set<Action> = [
    .filter, .takeBack, .copyID, .edit, .open, .discardDraft, .copyJSON, .copyCurl,
  ]

  /// The marked row.
  private(set) var row = 0
  private var top = 0

  // As it was laid out.
  private var count = 0
  private var titles: [String] = []
  private var rows: [TextLine] = []
  private var facts: [TextLine] = []
  /// Which lines of all that there is to say of the marked row are in sight, and how many there are.
  private var factsShown = 0..<0
  private var factsCount = 0
  /// Whether they are read where there is no room for them beside all rows.
  private var isReading = false

  mutating func mark(_ row: Int) { self.row = row }

  mutating func goToFirst() {
    (row, top) = (0, 0)
    beginFactsAnew()
  }

  private mutating func beginFactsAnew() { (factsShown, isReading) = (0..<0, false) }

  /// Whether there is more to say of the marked row than there is room for at a time.
  var hasFurtherFacts: Bool { factsShown.count < factsCount }

  /// Moves the marked row; false when the action is another.
  mutating func perform(
    _ action: Action, count records: Int, in layout: Layout, _ keyboard: Keyboard
  ) -> Bool {
    if action == .nextPane {
      // The lines after those in sight; behind the last ones come the first.
      isReading = true
      let next = factsShown.upperBound < factsCount ? factsShown.upperBound : 0
      factsShown = next..<next
      return true
    }
    switch action {
    case .moveDown: row += keyboard.times
    case .moveUp: row -= keyboard.times
    case .pageDown, .pageUp, .halfPageDown, .halfPageUp:
      let screenful = Self.screenful(of: records, in: layout)
      let distance = keyboard.distance(of: action, screenful: screenful)
      row += distance
      top = max(0, min(top + distance, records - screenful))
    case .moveToFirst: row = keyboard.times - 1
    case .moveToLast: row = keyboard.count.map { $0 - 1 } ?? records - 1
    default: return false
    }
    row = max(0, min(row, records - 1))
    beginFactsAnew()
    return true
  }

  // MARK: Drawing

  mutating func fit(_ contents: Contents, in layout: Layout) {
    let box = Self.box(in: layout)
    // Where records came or went, the row may be that of another one.
    if contents.count != count { beginFactsAnew() }
    (count, titles) = (contents.count, contents.titles)
    guard count > 0 else {
      rows = TextLine(contents.none, Palette.quiet).wrapped(to: box.innerColumns)
      (facts, factsCount) = ([], 0)
      return
    }
    row = min(row, count - 1)
    let room = room(in: box)
    fitFacts(
      contents.details(row).flatMap { $0.wrapped(to: box.innerColumns) },
      room: max(0, box.innerRows - room - 1), further: contents.further)
    top = min(max(top, row - room + 1), row)
    rows = (top..<min(count, top + room)).map {
      contents.line($0).marking(contents.needles)
    }
  }

  /// Takes as many lines as there is room for, from where the person is; the last line says how many
  /// more there are, and the key that goes on to them.
  private mutating func fitFacts(_ all: [TextLine], room: Int, further key: String?) {
    factsCount = all.count
    guard all.count > room, room > 1, let key else {
      factsShown = 0..<min(all.count, room)
      facts = all.cut(to: room)
      return
    }
    let start = factsShown.lowerBound < all.count ? factsShown.lowerBound : 0
    let end = min(start + room - 1, all.count)
    let left = all.count - end
    let words =
      left > 0
      ? "… \(left) more \(left == 1 ? "line" : "lines"); \(key) shows \(left == 1 ? "it" : "them")"
      : "The end; \(key) shows the first again"
    factsShown = start..<end
    facts = all[start..<end] + [TextLine(words, Palette.quiet)]
  }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    let layout = scene.layout
    canvas.fill(
      row: layout.bodyTop, column: 0, rows: layout.bodyRows + 1, columns: layout.columns)
    let box = Self.box(in: layout)
    box.drawFrame(title: titles.fitting(box.columns - 6), on: &canvas)
    box.draw(rows, on: &canvas)
    guard count > 0 else { return }
    box.drawScroll(above: top, below: count - top - rows.count, on: &canvas)
    let room = room(in: box)
    if room < box.innerRows {
      let rule = String(repeating: "─", count: box.columns - 2)
      canvas.write("├\(rule)┤", row: box.innerRow + room, column: box.column)
      for (row, line) in zip((box.innerRow + room + 1)..., facts) {
        canvas.write(line, row: row, column: box.innerColumn, width: box.innerColumns)
      }
    }
    let markedRow = box.innerRow + row - top
    canvas.restyle(row: markedRow, column: box.column + 1, width: box.columns - 2) { style in
      style.attributes = .reverse
      style.color = .standard
    }
    canvas.focus = Position(row: markedRow, column: box.innerColumn)
  }

  private static func box(in layout: Layout) -> DialogBox {
    DialogBox(rows: layout.rows, columns: layout.columns, in: layout)
  }

  /// How many of so many records are in sight at a time, as long as there is no news below them.
  private static func screenful(of records: Int, in layout: Layout) -> Int {
    let layout = Layout(rows: layout.rows, columns: layout.columns)
    return max(1, room(in: box(in: layout), for: records))
  }

  private func room(in box: DialogBox) -> Int {
    let room = Self.room(in: box, for: count)
    // The marked row and one beside it stay, above the rule.
    return isReading && room == box.innerRows ? max(1, min(2, box.innerRows - 3)) : room
  }

  private static func room(in box: DialogBox, for records: Int) -> Int {
    let facts = rowsForFacts(in: box, besides: records)
    return facts > 0 ? box.innerRows - facts - 1 : box.innerRows
  }

  /// How many lines the marked record may have for itself, below a rule.
  private static func rowsForFacts(in box: DialogBox, besides records: Int) -> Int {
    // A few records leave room for all there is to say of one, even on a small screen.
    let rest = box.innerRows - records - 1
    if box.innerRows >= 14 { return max(5, box.innerRows / 3, rest) }
    return rest >= 2 ? rest : 0
  }
}

extension [TextLine] {
  /// The first lines of one that was wrapped; that there is more of it is the end of the last.
  func ending(after rows: Int) -> [TextLine] {
    guard count > rows, rows > 0 else { return self }
    var lines = Array(prefix(rows))
    let room = Swift.max(0, lines[rows - 1].width - 1)
    lines[rows - 1] = lines[rows - 1].cut(toColumns: room)
    lines[rows - 1].spans.append(Span("…"))
    return lines
  }

  /// The first lines, the last of them a word on how many there is no room for, and on the key that
  /// leads to them.
  func cut(to rows: Int, leading key: String?, to words: String) -> [TextLine] {
    guard count > rows, rows > 0, let key else { return cut(to: rows) }
    return prefix(rows - 1) + [
      TextLine("… \(count - rows + 1) more lines; \(key) \(words)", Palette.quiet)
    ]
  }

  /// The first lines, the last of them a word on how many there is no room for.
  func cut(to rows: Int) -> [TextLine] {
    guard count > rows, rows > 0 else { return self }
    return prefix(rows - 1) + [TextLine("… \(count - rows + 1) more lines", Palette.quiet)]
  }
}
