import Cells

/// A run of text in one style.
struct Span: Equatable, Sendable {
  var text: String
  var style: Style

  init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
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

  static let empty = TextLine("")

  var width: Int { spans.reduce(0) { $0 + DisplayWidth.of($1.text) } }

  /// The line broken into lines of at most so many columns, at spaces where there are some.
  func wrapped(to columns: Int) -> [TextLine] {
    guard width > columns, columns > indent + 4 else { return [self] }
    var lines: [TextLine] = []
    var line: [Span] = []
    var used = 0
    for span in spans {
      var rest = Substring(span.text)
      while !rest.isEmpty {
        let room = columns - used
        var (piece, pieceColumns) = DisplayWidth.prefix(of: rest, fitting: room)
        if piece.endIndex < rest.endIndex {
          if let space = piece.lastIndex(of: " "), used > indent || space > piece.startIndex {
            piece = rest[...space]
          } else if used > indent, !piece.contains(" "), piece.isEmpty {
            piece = rest.prefix(0)
          }
          pieceColumns = DisplayWidth.of(piece)
        }
        if !piece.isEmpty {
          line.append(Span(String(piece), span.style))
          used += pieceColumns
          rest = rest[piece.endIndex...]
        }
        if !rest.isEmpty {
          lines.append(TextLine(spans: line, indent: indent))
          line = [Span(String(repeating: " ", count: indent))]
          used = indent
        }
      }
    }
    lines.append(TextLine(spans: line, indent: indent))
    return lines
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
