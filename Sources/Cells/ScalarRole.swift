/// What a Unicode scalar does to the cells of a row.
///
/// General categories come from the Swift standard library and wide ranges from our own table:
/// libc's tables differ from machine to machine.
enum ScalarRole: Equatable {
  /// Takes one column.
  case narrow
  /// Takes two columns.
  case wide
  /// Is drawn on the cell before it.
  case mark
  /// A vowel or final consonant of Hangul, drawn on the cell of the consonant before it.
  case jamo
  /// Zero width joiner: makes one picture of two emoji, on some terminals.
  case joiner
  /// A skin tone, when it follows an emoji.
  case skinTone
  /// Draws nothing, and what follows still belongs to the character before.
  case dropped
  /// Draws nothing, and ends the character before.
  case invisible
  /// Is drawn as another scalar, one column wide.
  case replaced(Unicode.Scalar)
  /// Is drawn as another scalar and takes no marks: controls and their like.
  case control(Unicode.Scalar)

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300:
      self = .narrow
    case 0..<0x20:
      self = .control(Unicode.Scalar(0x2400 + scalar.value) ?? .replacement)
    case 0x7F:
      self = .control("\u{2421}")
    case 0x80..<0xA0:
      self = .control(.replacement)
    case 0xAD:
      // Soft hyphen: no column, one column or two, depending on the terminal.
      self = .control("-")
    case 0x200D:
      self = .joiner
    case 0x20E3, 0x200C, 0xE0020...0xE007F:
      // Enclosing keycap, zero width non-joiner, tags.
      self = .dropped
    case 0x1F3FB...0x1F3FF:
      self = .skinTone
    case 0x1F1E6...0x1F1FF:
      // Regional indicators: a flag, two boxed letters or one wide letter, depending on the terminal.
      self = .replaced(Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41) ?? .replacement)
    case 0x1160...0x11FF, 0xD7B0...0xD7FB:
      self = scalar.properties.isAssignedAndVisible ? .jamo : .replaced(.replacement)
    case 0x391...0x3A1, 0x3A3...0x482, 0x2010...0x2027, 0x2190...0x21FF, 0x2500...0x25FC,
      0x2713...0x271C:
      // The commonest Greek, Cyrillic, punctuation and drawing, and below the commonest wide blocks,
      // without the cost of a look at their category.
      self = .narrow
    case 0x3041...0x3096, 0x30A0...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3:
      self = .wide
    default:
      self.init(category: scalar.properties.generalCategory, of: scalar)
    }
  }

  private init(category: Unicode.GeneralCategory, of scalar: Unicode.Scalar) {
    switch category {
    case .nonspacingMark, .enclosingMark:
      // Variation selectors among others.
      self = scalar.properties.isDefaultIgnorableCodePoint ? .dropped : .mark
    case .format:
      self = ScalarRole.isDeceptive(scalar) ? .control(.replacement) : .invisible
    case .control, .lineSeparator, .paragraphSeparator:
      self = .control(.replacement)
    case .privateUse, .unassigned, .surrogate:
      // Unassigned ones that are ignored by default end a character, as controls do.
      self =
        scalar.properties.isDefaultIgnorableCodePoint
        ? .control(.replacement) : .replaced(.replacement)
    default:
      if scalar.properties.isDefaultIgnorableCodePoint {
        // Hangul fillers: letters that look like nothing.
        self = .replaced(.replacement)
      } else {
        self = WideRanges.contains(scalar) ? .wide : .narrow
      }
    }
  }

  /// Whether a format character reorders or annotates text, or is drawn by some terminals only.
  private static func isDeceptive(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true  // bidirectional controls
    case 0xFFF9...0xFFFB, 0xFEFF: true  // interlinear annotation, byte order mark
    case 0x0600...0x0605, 0x06DD, 0x070F, 0x0890...0x0891, 0x08E2, 0x110BD, 0x110CD: true
    default: false
    }
  }
}

extension Unicode.Scalar {
  static let replacement: Unicode.Scalar = "\u{FFFD}"

  /// Whether a terminal, a shell or a reader's eye is led by it: controls, and those that reorder text.
  package var isControlling: Bool {
    // A soft hyphen leads nobody.
    if case .control = ScalarRole(self) { value != 0xAD } else { false }
  }

  /// Whether terminals may draw it as a picture that joins with others.
  var isPictograph: Bool {
    value > 0x7F && properties.isEmoji
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isAssignedAndVisible: Bool {
    generalCategory != .unassigned && !isDefaultIgnorableCodePoint
  }
}
