/// Text from anywhere, fit for one line of a terminal: nothing in it moves, hides or reorders.
package enum HarmlessText {
  /// Controls become their pictures (`␛`), what a terminal might obey or hide `U+FFFD`.
  package static func of(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { output.append(sign(for: scalar)) }
    return String(output)
  }

  /// Whether a character may go to a terminal as it is.
  package static func isHarmless(_ scalar: Unicode.Scalar) -> Bool { sign(for: scalar) == scalar }

  private static func sign(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    let replacement: Unicode.Scalar = "\u{FFFD}"
    switch scalar.value {
    case 0..<0x20: return Unicode.Scalar(0x2400 + scalar.value) ?? replacement
    case 0x7F: return "\u{2421}"
    // Joins emoji, and does nothing else.
    case 0x200D: return scalar
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      return replacement
    case .nonspacingMark:
      // Variation selectors are ignored by default, and are part of emoji.
      return scalar
    default:
      return scalar.properties.isDefaultIgnorableCodePoint ? replacement : scalar
    }
  }
}
