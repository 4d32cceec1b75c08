/// How letters of Hangul make syllables (rules GB6 to GB8 of Unicode's text segmentation).
enum Hangul {
  /// Whether a vowel or a final consonant belongs to the syllable of the letter before it.
  static func syllableContinues(from previous: Unicode.Scalar, to jamo: Unicode.Scalar) -> Bool {
    switch previous.value {
    case 0x1100...0x115F, 0xA960...0xA97C:  // initial consonant
      isVowel(jamo)
    case 0xAC00...0xD7A3:
      // Every 28th whole syllable ends in its vowel.
      isVowel(jamo) ? (previous.value - 0xAC00) % 28 == 0 : true
    case 0x11A8...0x11FF, 0xD7CB...0xD7FB:  // final consonant
      !isVowel(jamo)
    default:
      isVowel(previous)
    }
  }

  private static func isVowel(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1160...0x11A7, 0xD7B0...0xD7C6: true
    default: false
    }
  }
}
