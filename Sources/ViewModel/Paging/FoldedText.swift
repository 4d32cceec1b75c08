import Foundation

/// Text without case, accents and width, so that `zurich` finds `Zürich`, and with single blanks.
package struct FoldedText: Hashable, Sendable {
  private(set) var bytes: [UInt8]
  /// Whether it is found only where it stands as a host of its own: `me.com` in `sam@me.com`, and not in
  /// `acme.com`.
  let isHost: Bool

  package init(_ text: String, isHost: Bool = false) {
    bytes = []
    self.isHost = isHost
    append(text)
  }

  /// Several fields of several texts each, kept apart so that nothing is found across two of them.
  init(fields: [[String]]) {
    bytes = []
    isHost = false
    for (number, field) in fields.enumerated() {
      if number > 0 { bytes.append(Self.fieldEnd) }
      for (number, line) in field.enumerated() where bytes.count < Self.longest {
        if number > 0 { bytes.append(Self.newline) }
        append(line.beginning(Self.searched))
      }
    }
  }

  package var isEmpty: Bool { bytes.isEmpty }

  /// What stands after each field but the last; folding leaves none of it in a text.
  static let fieldEnd: UInt8 = 0x1F
  private static let newline = UInt8(ascii: "\n")
  private static let space = UInt8(ascii: " ")
  /// What a server may send without end is not all looked through.
  private static let longest = 65_536
  private static let longestLine = 4096
  /// The scalars of each text in a field that are looked at; longer ones are found by their
  /// beginnings, and make no key slow.
  private static let searched = 4_096

  private mutating func append(_ line: String) {
    let line =
      line.utf8.count <= Self.longestLine ? line : String(line.prefix(Self.longestLine / 4))
    if !appendASCII(line) { appendAny(line) }
  }

  /// Folds what needs no tables; false when there is anything else.
  private mutating func appendASCII(_ line: String) -> Bool {
    var line = line
    return line.withUTF8 { utf8 in
      guard utf8.allSatisfy({ $0 < 0x80 }) else { return false }
      let start = bytes.count
      for byte in utf8 {
        if byte <= Self.space || byte == 0x7F {
          appendSpace(since: start)
        } else {
          bytes.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte)
        }
      }
      return true
    }
  }

  private mutating func appendAny(_ line: String) {
    let folded = line.folding(
      options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    let start = bytes.count
    for scalar in folded.unicodeScalars {
      if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
        appendSpace(since: start)
      } else if !scalar.properties.isDefaultIgnorableCodePoint {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  private mutating func appendSpace(since start: Int) {
    if bytes.count > start, bytes.last != Self.space { bytes.append(Self.space) }
  }
}

// MARK: - Finding

extension FoldedText {
  package func contains(_ other: FoldedText) -> Bool {
    firstRange(of: other, from: 0) != nil
  }

  private func firstRange(of other: FoldedText, from start: Int) -> Range<Int>? {
    guard let first = other.bytes.first else { return start..<start }
    guard bytes.count - start >= other.bytes.count else { return nil }
    return bytes.withUnsafeBufferPointer { haystack in
      other.bytes.withUnsafeBufferPointer { needle in
        for start in start...(haystack.count - needle.count) where haystack[start] == first {
          var length = 1
          while length < needle.count, haystack[start + length] == needle[length] { length += 1 }
          guard length == needle.count else { continue }
          let range = start..<start + length
          if !other.isHost || Self.isHost(range, in: UnsafeRawBufferPointer(haystack)) {
            return range
          }
        }
        return nil
      }
    }
  }

  /// Whether what stands in a range goes on neither before nor behind it, as part of another host; `www.`
  /// before it makes no other of it.
  static func isHost(_ range: Range<Int>, in bytes: UnsafeRawBufferPointer) -> Bool {
    func byte(_ index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }
    func isPart(_ index: Int) -> Bool { byte(index).map(isOfHost) ?? false }
    var start = range.lowerBound
    if start >= 4, bytes[start - 4..<start].elementsEqual("www.".utf8) { start -= 4 }
    if isPart(start - 1) || byte(start - 1) == dot { return false }
    // The full stop of a sentence ends the name before it.
    let end = range.upperBound
    return !isPart(byte(end) == dot ? end + 1 : end)
  }

  private static let dot = UInt8(ascii: ".")

  /// A letter, folded and beyond ASCII too, a digit or a hyphen.
  private static func isOfHost(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "-"), 0x80...: true
    default: false
    }
  }

  /// Where a text shows any of these, from first to last, in characters; no two of them overlap.
  package static func matches(of needles: [FoldedText], in text: String) -> [Range<Int>] {
    let needles = needles.filter { !$0.isEmpty }
    guard !needles.isEmpty, !text.isEmpty else { return [] }
    var folded = FoldedText("")
    /// The character from which each byte came.
    var origins: [Int] = []
    for (index, character) in text.prefix(longestLine).enumerated() {
      let piece = FoldedText(String(character))
      var added = piece.bytes
      if character.isWhitespace, folded.bytes.last != space { added = [space] }
      folded.bytes += added
      origins += Array(repeating: index, count: added.count)
    }
    var isMatched = Array(repeating: false, count: text.count)
    for needle in needles {
      var start = 0
      while let range = folded.firstRange(of: needle, from: start) {
        // A letter that folds to nothing, such as a second blank, is part of what is around it.
        for index in origins[range.lowerBound]...origins[range.upperBound - 1] {
          isMatched[index] = true
        }
        start = range.upperBound
      }
    }
    return ranges(of: isMatched)
  }

  private static func ranges(of flags: [Bool]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for index in flags.indices where flags[index] {
      if let last = ranges.last, last.upperBound == index {
        ranges[ranges.count - 1] = last.lowerBound..<index + 1
      } else {
        ranges.append(index..<index + 1)
      }
    }
    return ranges
  }
}

extension String {
  fileprivate func beginning(_ scalars: Int) -> String {
    guard utf8.count > scalars else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.prefix(scalars)))
  }
}
