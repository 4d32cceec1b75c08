/// One column of one row: a scalar, the marks on it, and how it looks.
///
/// No reference inside, so that a whole screen is one block of memory, and two words, so that a frame
/// is little of it: between a person's keys none of it stays near the processor.
package struct Cell: Equatable, Sendable {
  /// How many marks a cell holds; ncurses takes no more on one character.
  package static let markLimit = 4

  package static let blank = Cell(" ")

  // From the lowest bit: the scalar (21), the width (2), an unused bit, the colour (8), the attributes
  // (8), the first mark (21).
  private var word: UInt64
  /// The second to the fourth mark, 21 bits each; 0: none.
  private var moreMarks: UInt64 = 0

  private static let scalarMask: UInt64 = 0x1F_FFFF
  private static let widthShift: UInt64 = 21
  private static let colorShift: UInt64 = 24
  private static let attributesShift: UInt64 = 32
  private static let markShift: UInt64 = 40

  init(_ base: Unicode.Scalar, width: UInt8 = 1, style: Style = .plain) {
    word = UInt64(base.value) | UInt64(width) << Self.widthShift | Cell.bits(of: style)
  }

  /// The second half of a wide character.
  static func secondHalf(style: Style) -> Cell {
    Cell(" ", width: 0, style: style)
  }

  /// The character; a space in a blank cell and in the second half of a wide character.
  package internal(set) var base: Unicode.Scalar {
    get { Cell.scalar(word) ?? .replacement }
    set { word = word & ~Self.scalarMask | UInt64(newValue.value) }
  }

  /// 1, 2 in the first half of a wide character, 0 in its second half.
  package var width: UInt8 { UInt8(truncatingIfNeeded: word >> Self.widthShift & 0x3) }

  package var style: Style {
    get {
      Style(
        color: Style.Color(rawValue: UInt8(truncatingIfNeeded: word >> Self.colorShift))
          ?? .standard,
        attributes: Style.Attributes(
          rawValue: UInt8(truncatingIfNeeded: word >> Self.attributesShift)))
    }
    set { word = word & ~Cell.styleMask | Cell.bits(of: newValue) }
  }

  package var isSecondHalf: Bool { width == 0 }

  package var hasMarks: Bool { word >> Self.markShift != 0 }

  /// The combining marks on the base, in order.
  package var marks: [Unicode.Scalar] {
    guard hasMarks else { return [] }
    return [word >> Self.markShift, moreMarks, moreMarks >> 21, moreMarks >> 42]
      .filter { $0 & Self.scalarMask != 0 }.compactMap(Cell.scalar)
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
    guard hasMarks else {
      word |= value << Self.markShift
      return
    }
    for shift in [UInt64(0), 21, 42] where moreMarks >> shift == 0 {
      moreMarks |= value << shift
      return
    }
  }

  private static let styleMask: UInt64 = 0xFFFF << colorShift

  private static func bits(of style: Style) -> UInt64 {
    UInt64(style.color.rawValue) << colorShift
      | UInt64(style.attributes.rawValue) << attributesShift
  }

  private static func scalar(_ bits: UInt64) -> Unicode.Scalar? {
    Unicode.Scalar(UInt32(truncatingIfNeeded: bits & scalarMask))
  }
}
