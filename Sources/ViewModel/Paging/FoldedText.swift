import Foundation

/// Text without case, accents and width, so that `zurich` finds `Zürich`, and with single blanks.
package struct FoldedText: Hashable, Sendable {
  /// How it has to stand in a text to be found there.
  package enum Standing: Sendable {
    case anywhere
    /// As an e-mail address, of which the end may not be typed yet: `ivan@acme.co` in `ivan@acme.com`,
    /// and not in `sullivan@acme.com`.
    case address
    /// As a host of its own: `me.com` in `sam@me.com`, and not in `acme.com`.
    case host
    /// As the whole of a text.
    case whole
  }

  private(set) var bytes: [UInt8]
  let standing: Standing
  /// Whether what it is found in has accents; nil: either way.
  private(set) var needsAccents: Bool?

  /// - Parameter isExact: whether accents set it apart, as `müller.de` is another host than `muller.de`.
  package init(_ text: String, as standing: Standing = .anywhere, isExact: Bool = false) {
    bytes = []
    self.standing = standing
    let hasAccents = append(text)
    if isExact { needsAccents = hasAccents }
  }

  /// Several fields of several texts each, kept apart so that nothing is found across two of them.
  init(fields: [[String]]) {
    bytes = []
    standing = .anywhere
    for (number, field) in fields.enumerated() {
      if number > 0 { bytes.append(Self.fieldEnd) }
      for (number, line) in field.enumerated() where bytes.count < Self.longest {
        if number > 0 { bytes.append(Self.newline) }
        if append(line.beginning(Self.searched)) { bytes.append(Self.accentsEnd) }
      }
    }
  }

  package var isEmpty: Bool { bytes.isEmpty }

  /// What stands after each field but the last; folding leaves none of it in a text.
  static let fieldEnd: UInt8 = 0x1F
  /// What stands behind each text of a field that had accents.
  static let accentsEnd: UInt8 = 0x1D
  private static let newline = UInt8(ascii: "\n")
  private static let space = UInt8(ascii: " ")
  /// What a server may send without end is not all looked through.
  private static let longest = 65_536
  private static let longestLine = 4096
  /// The scalars of each text in a field that are looked at; longer ones are found by their
  /// beginnings, and make no key slow.
  private static let searched = 4_096

  /// Appends a line, and says whether it had accents, or whatever else folding takes away but for case.
  private mutating func append(_ line: String) -> Bool {
    let line =
      line.utf8.count <= Self.longestLine ? line : String(line.prefix(Self.longestLine / 4))
    return appendASCII(line) ? false : appendAny(line)
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

  private mutating func appendAny(_ line: String) -> Bool {
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
    return folded != line.lowercased()
  }

  private mutating func appendSpace(since start: Int) {
    if bytes.count > start, bytes.last != Self.space { bytes.append(Self.space) }
  }
}

// MARK: - Finding

extension FoldedText {
  package func contains(_ other: FoldedText) -> Bool {
    firstRange(of: other, from: 0, where: other.isFound) != nil
  }

  /// Whether it is found wherever its letters are.
  var isFoundAnywhere: Bool { standing == .anywhere && needsAccents == nil }

  /// Whether it is found where its letters stand in the bytes of fields.
  func isFound(at range: Range<Int>, in bytes: UnsafeRawBufferPointer) -> Bool {
    guard stands(at: range, in: bytes) else { return false }
    guard let needsAccents else { return true }
    return needsAccents
      == (bytes[range.upperBound...].first { $0 < Self.space } == Self.accentsEnd)
  }

  private func firstRange(
    of other: FoldedText, from start: Int,
    where isFound: (Range<Int>, UnsafeRawBufferPointer) -> Bool
  ) -> Range<Int>? {
    guard let first = other.bytes.first else { return start..<start }
    guard bytes.count - start >= other.bytes.count else { return nil }
    return bytes.withUnsafeBufferPointer { haystack in
      other.bytes.withUnsafeBufferPointer { needle in
        for start in start...(haystack.count - needle.count) where haystack[start] == first {
          var length = 1
          while length < needle.count, haystack[start + length] == needle[length] { length += 1 }
          guard length == needle.count else { continue }
          let range = start..<start + length
          if isFound(range, UnsafeRawBufferPointer(haystack)) { return range }
        }
        return nil
      }
    }
  }

  /// Whether what stands in a range goes on neither before nor behind it as part of another.
  private func stands(at range: Range<Int>, in bytes: UnsafeRawBufferPointer) -> Bool {
    switch standing {
    case .anywhere: true
    case .address: Self.beginsAddress(range.lowerBound, in: bytes)
    case .host: Self.isHost(range, in: bytes)
    case .whole: Self.isWhole(range, in: bytes)
    }
  }

  private static func isWhole(_ range: Range<Int>, in bytes: UnsafeRawBufferPointer) -> Bool {
    func ends(_ index: Int) -> Bool { !bytes.indices.contains(index) || bytes[index] < space }
    return ends(range.lowerBound - 1) && ends(range.upperBound)
  }

  private static func beginsAddress(_ start: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
    guard start > 0, bytes[start - 1] >= 0x80 else {
      return start == 0
        || !isOfHost(bytes[start - 1]) && !".+_'%".utf8.contains(bytes[start - 1])
    }
    // A quote or a dot beyond ASCII is of no address.
    let before = String(decoding: bytes[max(0, start - 4)..<start], as: UTF8.self).last
    return before.map { !$0.isLetter && !$0.isNumber } ?? true
  }

  /// Of a host `www.` before it makes no other.
  private static func isHost(_ range: Range<Int>, in bytes: UnsafeRawBufferPointer) -> Bool {
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
    var hasAccent = Array(repeating: false, count: text.count)
    for (index, character) in text.prefix(longestLine).enumerated() {
      let piece = FoldedText(String(character), isExact: true)
      hasAccent[index] = piece.needsAccents == true
      var added = piece.bytes
      if character.isWhitespace, folded.bytes.last != space { added = [space] }
      folded.bytes += added
      origins += Array(repeating: index, count: added.count)
    }
    var isMatched = Array(repeating: false, count: text.count)
    for needle in needles {
      var start = 0
      while let range = folded.firstRange(of: needle, from: start, where: needle.stands) {
        // A letter that folds to nothing, such as a second blank, is part of what is around it.
        let letters = origins[range.lowerBound]...origins[range.upperBound - 1]
        start = range.upperBound
        guard needle.needsAccents.map({ $0 == hasAccent[letters].contains(true) }) ?? true
        else { continue }
        for index in letters { isMatched[index] = true }
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
