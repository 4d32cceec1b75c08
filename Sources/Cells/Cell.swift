/// One column of one row: a scalar, the marks on it, and how it looks.
///
/// No reference inside, so that a whole screen is one block of memory and rows compare fast.
package struct Cell: Equatable, Sendable {
  /// How many marks a cell holds; ncurses takes no more on one character.
  package static let markLimit = 4

  package static let blank = Cell(" ")

  package var style: Style
  /// The character; a space in a blank cell and in the second half of a wide character.
  package internal(set) var base: Unicode.Scalar
  /// 1, 2 in the first half of a wide character, 0 in its second half.
  package let width: UInt8
  // Two marks in each word, 32 bits a mark, 0: none.
  private var marksLow: UInt64 = 0
  private var marksHigh: UInt64 = 0

  init(_ base: Unicode.Scalar, width: UInt8 = 1, style: Style = .plain) {
    self.base = base
    self.width = width
    self.style = style
  }

  /// The second half of a wide character.
  static func secondHalf(style: Style) -> Cell {
    Cell(" ", width: 0, style: style)
  }

  package var isSecondHalf: Bool { width == 0 }

  package var hasMarks: Bool { marksLow != 0 }

  /// The combining marks on the base, in order.
  package var marks: [Unicode.Scalar] {
    guard hasMarks else { return [] }
    return [marksLow, marksLow >> 32, marksHigh, marksHigh >> 32]
      .compactMap { $0 & 0xFFFF_FFFF == 0 ? nil : Unicode.Scalar(UInt32(truncatingIfNeeded: $0)) }
  }

  /// The base and its marks; empty in the second half of a wide character.
  package var text: String {
    guard !isSecondHalf else { return "" }
    var text = String(base)
    text.unicodeScalars.append(contentsOf: marks)
    return text
  }

  /// A space that looks like this cell.
  var blanked: Cell { Cell(" ", style: style) }

  /// Puts a mark on the base, or drops it when there is no room.
  mutating func add(mark: Unicode.Scalar) {
    let value = UInt64(mark.value)
    if marksLow == 0 {
      marksLow = value
    } else if marksLow >> 32 == 0 {
      marksLow |= value << 32
    } else if marksHigh == 0 {
      marksHigh = value
    } else if marksHigh >> 32 == 0 {
      marksHigh |= value << 32
    }
  }
}
