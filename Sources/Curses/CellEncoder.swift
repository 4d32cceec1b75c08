import CNcurses
import Cells

/// Puts cells into the form ncurses takes, with what this terminal and this libc can do.
struct CellEncoder {
  /// Whether the pairs 1... have been set to the colours of `Style.Color`.
  var hasColors: Bool
  /// The attributes the terminal has.
  var attributes: attr_t
  /// Whether the locale writes UTF-8.
  var isUTF8: Bool
  /// Whether what ncurses takes for italics strikes text through.
  var strikesThrough = false

  /// Appends a cell to a row; the second half of a wide character adds nothing.
  func append(_ cell: Cell, to row: inout [cchar_t]) {
    guard !cell.isSecondHalf else { return }
    var encoded = cchar_t()
    encoded.attr = attribute(for: cell.style)
    encoded.ext_color = hasColors ? Int32(cell.style.color.rawValue) : 0
    let base = substitute(for: cell)
    encoded.chars.0 = wchar_t(base.value)
    if base == cell.base, cell.hasMarks { addMarks(of: cell, to: &encoded) }
    row.append(encoded)
    if cell.width == 2, base != cell.base {
      encoded.chars.0 = wchar_t(("?" as Unicode.Scalar).value)
      row.append(encoded)
    }
  }

  private func attribute(for style: Style) -> attr_t {
    // Most cells are plain, and asking for each attribute takes longer than all else here.
    guard style.attributes.rawValue != 0 else { return 0 }
    var wanted: attr_t = 0
    if style.attributes.contains(.bold) { wanted |= ncurses_bold }
    if style.attributes.contains(.underline) { wanted |= ncurses_underline }
    if style.attributes.contains(.reverse) { wanted |= ncurses_reverse }
    if style.attributes.contains(.dim) { wanted |= ncurses_dim }
    if style.attributes.contains(.strikethrough) {
      if strikesThrough {
        wanted |= ncurses_italic
      } else if style.attributes.isDisjoint(with: .reverse) {
        // Words beside it say the same; dim on a bar would be hard to read.
        wanted |= ncurses_dim
      }
    }
    return wanted & attributes
  }

  private func addMarks(of cell: Cell, to encoded: inout cchar_t) {
    guard isUTF8 else { return }
    let marks = cell.marks.filter { wcwidth(wchar_t($0.value)) == 0 }
    withUnsafeMutableBytes(of: &encoded.chars) { bytes in
      let scalars = bytes.assumingMemoryBound(to: wchar_t.self)
      for (index, mark) in marks.prefix(Cell.markLimit).enumerated() {
        scalars[1 + index] = wchar_t(mark.value)
      }
    }
  }

  /// The base, or another scalar when ncurses, which asks libc, would count other columns than we do.
  private func substitute(for cell: Cell) -> Unicode.Scalar {
    let base = cell.base
    if base.value < 0x7F { return base }
    guard isUTF8 else { return CellEncoder.ascii(for: base) }
    return wcwidth(wchar_t(base.value)) == Int32(cell.width) ? base : "?"
  }

  private static func ascii(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "─", "━", "═", "╌", "┄", "–", "—", "‐", "‑", "−": "-"
    case "│", "┃", "║", "╎", "┆", "▏", "▕": "|"
    case "\u{2500}"..."\u{257F}": "+"
    case "█", "▉", "▊", "▋", "▌", "▐", "▓", "▒": "#"
    case "…": "~"
    case "•", "●", "◆", "·": "*"
    case "▶", "▸", "›", "→", "❯", "»": ">"
    case "◀", "◂", "‹", "←", "«": "<"
    case "▲", "▴", "↑": "^"
    case "▼", "▾", "↓": "v"
    case "✓", "✔": "+"
    case "✗", "✘", "✕", "×": "x"
    case "“", "”", "„": "\""
    case "‘", "’": "'"
    case "\u{A0}": " "
    default: "?"
    }
  }
}
