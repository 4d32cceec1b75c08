import Cells
import ViewModel

/// A run of text in one style.
struct Span: Equatable, Sendable {
  var text: String
  var style: Style
  /// Whether it says what stands beside it, and so is nothing that is looked for.
  var isLabel = false

  init(_ text: String, _ style: Style = .plain) {
    self.text = BoundedText.of(text)
    self.style = style
  }

  /// What says what stands beside it.
  static func label(_ text: String) -> Span {
    var span = Span(text, Palette.quiet)
    span.isLabel = true
    return span
  }
}

extension Span {
  /// Text of any length in as many spans as hold it to the letter, where nothing may be left out.
  static func whole(_ text: some StringProtocol, _ style: Style) -> [Span] {
    var spans: [Span] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      // Four bytes a scalar at most.
      let scalars = rest.unicodeScalars.prefix(BoundedText.limit / 4)
      spans.append(Span(String(scalars), style))
      rest = rest[scalars.endIndex...]
    }
    return spans
  }

  /// The span in pieces, those that match in the style of a match.
  func marking(_ needles: [FoldedText]) -> [Span] {
    let matches = FoldedText.matches(of: needles, in: text)
    guard !matches.isEmpty else { return [self] }
    let characters = Array(text)
    var spans: [Span] = []
    var end = 0
    func add(_ range: Range<Int>, _ style: Style) {
      if !range.isEmpty { spans.append(Span(String(characters[range]), style)) }
    }
    for match in matches {
      add(end..<match.lowerBound, style)
      add(match, Palette.match)
      end = match.upperBound
    }
    add(end..<characters.count, style)
    return spans
  }
}

/// A line of text in several styles, ready to be drawn.
struct TextLine: Equatable, Sendable {
  var spans: [Span]
  /// The column to which the line's continuation is indented when it is wrapped.
  var indent = 0

  init(_ spans: Span...) {
    self.spans = spans
  }

  init(spans: [Span], indent: Int = 0) {
    self.spans = spans
    self.indent = indent
  }

  init(_ text: String, _ style: Style = .plain) {
    spans = [Span(text, style)]
  }

  /// Lines for a list of any length: what is beyond the limit is counted, not shown.
  static func bounded<Items: Collection>(
    _ items: Items, to limit: Int = 1_000, what: String, _ line: (Items.Element) -> [TextLine]
  ) -> [TextLine] {
    let rest = items.count - limit
    let more = rest > 0 ? [TextLine("  … and \(rest) more \(what)", Palette.quiet)] : []
    return items.prefix(limit).flatMap(line) + more
  }

  static let empty = TextLine("")

  var width: Int { spans.reduce(0) { $0 + DisplayWidth.of($1.text) } }

  /// Whether it has room in so many columns.
  func fits(_ columns: Int) -> Bool {
    // No text takes more columns than it has bytes, which are known without a look at it.
    spans.reduce(0) { $0 + $1.text.utf8.count } <= columns || width <= columns
  }

  /// The line with what was looked for marked, save in labels.
  func marking(_ needles: [FoldedText]) -> TextLine {
    let spans = spans.flatMap { span -> [Span] in
      guard !span.isLabel else { return [span] }
      return span.marking(needles)
    }
    return TextLine(spans: spans, indent: indent)
  }

  /// The column of the first thing in it that was looked for; nil: there is none.
  var columnOfMatch: Int? {
    guard let first = spans.firstIndex(where: { $0.style == Palette.match }) else { return nil }
    return spans[..<first].reduce(0) { $0 + DisplayWidth.of($1.text) }
  }

  /// As much of the line as has room.
  func cut(toColumns columns: Int) -> TextLine {
    var line = self
    var room = columns
    line.spans = spans.compactMap { span in
      guard room > 0 else { return nil }
      var span = span
      let (text, width) = DisplayWidth.prefix(of: span.text, fitting: room)
      (span.text, room) = (String(text), room - width)
      return span
    }
    return line
  }

  /// The line broken into lines of at most so many columns, between words where that is possible.
  func wrapped(to columns: Int) -> [TextLine] {
    guard columns > indent + 4, !fits(columns) else { return [self] }
    var paragraph = Paragraph(columns: columns, indent: indent)
    // A word may begin in one span and end in another, as an address does in which something is marked.
    var pieces: [Paragraph.Piece] = []
    for span in spans {
      for word in span.text.wordsWithSpaces {
        if let last = pieces.last, !last.space.isEmpty {
          paragraph.add(pieces)
          pieces.removeAll(keepingCapacity: true)
        }
        pieces.append(
          Paragraph.Piece(letters: word.letters, space: word.space, style: span.style))
      }
    }
    paragraph.add(pieces)
    return paragraph.finished
  }
}

/// Lines being filled word by word.
private struct Paragraph {
  let columns: Int
  let indent: Int
  private var lines: [TextLine] = []
  private var line: [Span] = []
  private var used = 0

  init(columns: Int, indent: Int) {
    self.columns = columns
    self.indent = indent
  }

  var finished: [TextLine] { lines + [TextLine(spans: line, indent: indent)] }

  /// A part of a word in one style; the last may have spaces behind it.
  struct Piece {
    var letters: Substring
    var space: Substring
    var style: Style
  }

  /// Adds a word, whole where a line has room for it.
  mutating func add(_ word: [Piece]) {
    let width = word.reduce(0) { $0 + DisplayWidth.of($1.letters) }
    if width > columns - used, used > indent { breakLine() }
    // Where a part of it is marked, it is broken as if none were.
    guard word.count > 1, width > columns - used, let space = word.last?.space else {
      for piece in word { add(piece) }
      return
    }
    let letters = word.map(\.letters).joined()
    var (rest, pieces) = (letters[...], word[...])
    while !rest.isEmpty {
      let text = broken(rest).text
      // Nothing at all has room.
      if text.isEmpty { break }
      append(text.unicodeScalars.count, of: &pieces)
      rest = rest[text.endIndex...]
      if !rest.isEmpty { breakLine() }
    }
    let (fitting, columns) = DisplayWidth.prefix(of: space, fitting: max(0, columns - used))
    append(fitting, columns, word.last?.style ?? .plain)
  }

  /// Appends so many scalars of pieces, each in its style.
  private mutating func append(_ scalars: Int, of pieces: inout ArraySlice<Piece>) {
    var left = scalars
    while left > 0, var piece = pieces.popFirst() {
      let text = Substring(piece.letters.unicodeScalars.prefix(left))
      append(text, DisplayWidth.of(text), piece.style)
      left -= text.unicodeScalars.count
      piece.letters = piece.letters[text.endIndex...]
      if !piece.letters.isEmpty { pieces = [piece] + pieces }
    }
  }

  private mutating func add(_ piece: Piece) {
    var (letters, style) = (piece.letters, piece.style)
    // Each round looks only at what it takes, so that a long word costs no more than its letters.
    while true {
      let (piece, width) = broken(letters)
      append(piece, width, style)
      letters = letters[piece.endIndex...]
      if letters.isEmpty || piece.isEmpty { break }
      breakLine()
    }
    // Space at the end of a line is not seen, and so may be cut off.
    let (piece, width) = DisplayWidth.prefix(
      of: letters.isEmpty ? piece.space : letters, fitting: max(0, columns - used))
    append(piece, width, style)
  }

  /// As much of a word as has room, up to where an address has its parts, if it has some.
  private func broken(_ letters: Substring) -> (text: Substring, columns: Int) {
    let fitting = DisplayWidth.prefix(of: letters, fitting: columns - used)
    guard fitting.text.endIndex < letters.endIndex,
      let mark = fitting.text.lastIndexOfPart(isPlain: fitting.columns == fitting.text.utf8.count),
      mark > fitting.text.startIndex
    else { return fitting }
    let upToMark = letters[...mark]
    return (upToMark, DisplayWidth.of(upToMark))
  }

  private mutating func append(_ text: Substring, _ width: Int, _ style: Style) {
    used += width
    if let last = line.last, last.style == style {
      line[line.count - 1].text += text
    } else {
      line.append(Span(String(text), style))
    }
  }

  private mutating func breakLine() {
    lines.append(TextLine(spans: line, indent: indent))
    line = [Span(String(repeating: " ", count: indent))]
    used = indent
  }
}

extension Substring {
  /// Where the last part of an address ends.
  ///
  /// - Parameter isPlain: whether each byte is a character, and no look at where those begin is needed.
  fileprivate func lastIndexOfPart(isPlain: Bool) -> Index? {
    guard isPlain else { return lastIndex { "/.?&@".contains($0) } }
    return utf8.lastIndex { byte in
      byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?")
        || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "@")
    }
  }
}

extension String {
  /// The words, each with the spaces behind it.
  fileprivate var wordsWithSpaces: [(letters: Substring, space: Substring)] {
    var words: [(letters: Substring, space: Substring)] = []
    var rest = self[...]
    // Plain letters need no look at where characters begin and end.
    if utf8.allSatisfy({ $0 < 0x80 }) {
      let space = UInt8(ascii: " ")
      while let gap = rest.utf8.firstIndex(of: space) {
        let end = rest.utf8[gap...].firstIndex { $0 != space } ?? rest.endIndex
        words.append((rest[..<gap], rest[gap..<end]))
        rest = rest[end...]
      }
      if !rest.isEmpty { words.append((rest, rest[rest.endIndex...])) }
      return words
    }
    while !rest.isEmpty {
      let letters = rest.prefix { $0 != " " }
      let space = rest[letters.endIndex...].prefix { $0 == " " }
      words.append((letters, space))
      rest = rest[space.endIndex...]
    }
    return words
  }
}

extension Canvas {
  /// Draws a line's spans one after another, and returns the columns they took.
  @discardableResult
  mutating func write(_ line: TextLine, row: Int, column: Int, width: Int) -> Int {
    var used = 0
    for span in line.spans where used < width {
      used += write(
        span.text, row: row, column: column + used, width: width - used, style: span.style)
    }
    return used
  }

  /// Draws text so that it ends where the width ends.
  mutating func writeRight(
    _ text: String, row: Int, column: Int, width: Int, style: Style = .plain
  ) {
    let textWidth = min(width, DisplayWidth.of(text))
    write(text, row: row, column: column + width - textWidth, width: textWidth, style: style)
  }
}
