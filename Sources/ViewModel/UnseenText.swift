import JSON

/// Characters that show nothing on a screen, or only a blank that is none, and so may be there without
/// anybody seeing it.
extension Unicode.Scalar {
  package var isUnseen: Bool {
    if (0x20..<0x7F).contains(value) { return false }
    // A pattern of Braille without a dot.
    if properties.isDefaultIgnorableCodePoint || properties.isWhitespace || value == 0x2800 {
      return true
    }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      return true
    default: return false
    }
  }

  /// Its number, such as `U+200B`.
  package var number: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Whether it is a letter, or a mark on one, of a script in which joiners spell: Arabic and its
  /// neighbours, those of India, Burmese, Khmer, Mongolian.
  fileprivate var takesJoiners: Bool {
    switch value {
    case 0x620...0xDFF, 0x1000...0x109F, 0x1780...0x18AF: properties.isAlphabetic || isMark
    default: false
    }
  }

  private var isMark: Bool {
    [.nonspacingMark, .spacingMark, .enclosingMark].contains(properties.generalCategory)
  }
}

extension StringProtocol {
  /// Whether there is a character in it that cannot be seen.
  package var holdsUnseen: Bool { unicodeScalars.contains(where: \.isUnseen) }

  /// The text with what cannot be seen spelled as JSON spells it, such as `jane\u200b@acme.com`; what
  /// only joins emoji stays.
  package var spellingUnseen: String {
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return String(self) }
    let scalars = Array(unicodeScalars)
    var output = ""
    for (index, scalar) in scalars.enumerated() {
      if scalar.isUnseen, !Self.belongsToEmoji(index, of: scalars) {
        output += scalar.escapedInJSON
      } else {
        output.unicodeScalars.append(scalar)
      }
    }
    return output
  }

  /// The first character that cannot be seen and that no emoji and no script needs where it stands.
  package var firstHidden: Unicode.Scalar? {
    let scalars = Array(unicodeScalars)
    return scalars.indices.first { index in
      scalars[index].isUnseen && !Self.belongsToEmoji(index, of: scalars)
        && !Self.belongsToScript(index, of: scalars)
    }
    .map { scalars[$0] }
  }

  /// Whether it is the blank of East Asian text, which is as wide as a letter, the selector of an
  /// ideograph's form, or a joiner behind a letter of a script that spells with them.
  private static func belongsToScript(_ index: Int, of scalars: [Unicode.Scalar]) -> Bool {
    let before = index > 0 ? scalars[index - 1] : nil
    return switch scalars[index].value {
    case 0x3000: true
    case 0x200C, 0x200D: before?.takesJoiners == true
    case 0xE0100...0xE01EF: before?.properties.isIdeographic == true
    default: false
    }
  }

  /// Whether a joiner stands between two emoji, or a variation selector behind one.
  private static func belongsToEmoji(_ index: Int, of scalars: [Unicode.Scalar]) -> Bool {
    func isEmoji(_ place: Int) -> Bool {
      scalars.indices.contains(place) && scalars[place].value > 0x7F
        && scalars[place].properties.isEmoji
    }
    switch scalars[index].value {
    case 0xFE0E, 0xFE0F: return isEmoji(index - 1)
    case 0x200D:
      let isBehindOne =
        isEmoji(index - 1)
        || index > 0 && scalars[index - 1].value == 0xFE0F && isEmoji(index - 2)
      return isBehindOne && isEmoji(index + 1)
    default: return false
    }
  }
}

extension Character {
  /// As it is named in a sentence: between quotes, or by its number what cannot be seen of it.
  package var named: String {
    let unseen = unicodeScalars.filter(\.isUnseen).map(\.number)
    return unseen.isEmpty ? "“\(self)”" : unseen.joined(separator: " ")
  }
}
