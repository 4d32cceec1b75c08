/// Text of all kinds, for tests that try any.
package enum UnicodeText {
  private static let ranges: [ClosedRange<UInt32>] = [
    0x20...0x7E, 0x00...0x9F, 0xA0...0x24F, 0x300...0x36F, 0x370...0x7FF, 0x900...0x1200,
    0x1100...0x11FF, 0x2000...0x206F, 0x20D0...0x2BFF, 0x3000...0x30FF, 0x4E00...0x9FFF,
    0xAC00...0xD7A3, 0xFE00...0xFE0F, 0xFE00...0xFFFF, 0x10000...0x1FFFF, 0x1F1E6...0x1F1FF,
    0x1F300...0x1FAFF, 0x1F3FB...0x1F3FF, 0x200D...0x200D, 0xE0000...0xE01FF, 0x20000...0x10FFFF,
  ]

  /// Up to twenty scalars, marks, joiners and controls among them.
  package static func random(using generator: inout some RandomNumberGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...20, using: &generator) {
      let range = ranges.randomElement(using: &generator) ?? 0x20...0x7E
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
