import Cells
import ViewModel

/// The lines of a form of a tab. Of what can be picked only those are made that are looked at, as there may
/// be tens of thousands.
struct TabFormLines {
  /// A line of the form.
  enum Line {
    case words(TextLine)
    case text(TabField)
    /// One of what can be picked in a field, by its number.
    case choice(Int, of: TabField)
  }

  /// A line, or as many of a field's choices as there are.
  private enum Part {
    case line(Line)
    case choices(Int, of: TabField)

    var count: Int { if case .choices(let count, _) = self { count } else { 1 } }
  }

  private var parts: [Part] = []
  private(set) var count = 0

  mutating func append(_ line: Line) { append(.line(line)) }

  mutating func append(_ lines: [TextLine]) {
    for line in lines { append(.words(line)) }
  }

  mutating func append(choices: Int, of field: TabField) {
    append(.choices(choices, of: field))
  }

  private mutating func append(_ part: Part) {
    parts.append(part)
    count += part.count
  }

  /// Those from one on, as many as there is room for.
  func lines(from top: Int, room: Int) -> [Line] {
    var lines: [Line] = []
    var start = 0
    for part in parts {
      let wanted = max(top, start)..<max(top, start, min(top + room, start + part.count))
      for place in wanted {
        switch part {
        case .line(let line): lines.append(line)
        case .choices(_, let field): lines.append(.choice(place - start, of: field))
        }
      }
      start += part.count
    }
    return lines
  }
}
