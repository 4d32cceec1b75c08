/// How many columns text takes on a canvas, after it has been made harmless.
package enum DisplayWidth {
  /// The widest that anything is said to be: no canvas has more columns.
  package static let limit = 4096

  /// Looks at as much of the text as it takes to know, and so costs the same for any that is long.
  package static func of(_ text: String) -> Int {
    text.utf8.printableASCIICount ?? columns(of: Glyphs(text))
  }

  package static func of(_ text: Substring) -> Int {
    text.utf8.printableASCIICount ?? columns(of: Glyphs(text))
  }

  private static func columns(of glyphs: Glyphs) -> Int {
    var columns = 0
    for glyph in glyphs {
      columns += Int(glyph.width)
      if columns >= limit { return limit }
    }
    return columns
  }

  package static func of(_ character: Character) -> Int {
    of(String(character))
  }

  /// The columns of one scalar by itself, as a terminal counts them: 0 for a mark.
  package static func of(scalar: Unicode.Scalar) -> Int {
    switch ScalarRole(scalar) {
    case .mark, .jamo, .joiner, .dropped, .invisible: 0
    case .wide, .skinTone: 2
    case .narrow, .replaced, .control: 1
    }
  }

  /// The longest beginning of a text that fits, in whole characters, and the columns it takes.
  package static func prefix(
    of text: Substring, fitting columns: Int
  ) -> (text: Substring, columns: Int) {
    // Plain letters need no look at where characters begin and end.
    if let count = text.utf8.printableASCIICount, count < limit {
      let columns = max(0, min(columns, count))
      return (text[..<text.utf8.index(text.startIndex, offsetBy: columns)], columns)
    }
    var end = text.startIndex
    var used = 0
    while end < text.endIndex {
      let width = of(text[end])
      guard used + width <= columns else { break }
      used += width
      end = text.index(after: end)
    }
    return whole(text[..<end])
  }

  package static func prefix(
    of text: String, fitting columns: Int
  ) -> (text: Substring, columns: Int) {
    prefix(of: text[...], fitting: columns)
  }

  /// The longest ending of a text that fits, in whole characters, and the columns it takes.
  package static func suffix(
    of text: Substring, fitting columns: Int
  ) -> (text: Substring, columns: Int) {
    var start = text.endIndex
    var used = 0
    while start > text.startIndex {
      let before = text.index(before: start)
      let width = of(text[before])
      guard used + width <= columns else { break }
      used += width
      start = before
    }
    return whole(text[start...])
  }

  package static func suffix(
    of text: String, fitting columns: Int
  ) -> (text: Substring, columns: Int) {
    suffix(of: text[...], fitting: columns)
  }

  /// A text with its columns, which may be fewer than those of its characters one by one: emoji
  /// that two joiners join are one picture here, and two characters to Swift.
  private static func whole(_ text: Substring) -> (text: Substring, columns: Int) {
    (text, of(text))
  }
}

extension Collection<UInt8> {
  /// The number of bytes, up to the limit, when each is a printable ASCII character and so a column;
  /// else nil.
  fileprivate var printableASCIICount: Int? {
    withContiguousStorageIfAvailable { bytes in
      let count = Swift.min(bytes.count, DisplayWidth.limit)
      for index in 0..<count where !(0x20..<0x7F).contains(bytes[index]) { return nil }
      return count
    } ?? nil
  }
}
