/// The writing systems in which host names are registered, as far as they can be told apart by eye.
package enum WritingSystem: Hashable {
  case latin, greek, cyrillic, armenian, hebrew, arabic
  case indic(UInt32)
  case thai, lao, georgian
  case ethiopic, khmer, hangul, hiragana, katakana, bopomofo, han

  /// Whether a label is of one writing system, or of those that are written together in East Asia,
  /// and is not made of look-alikes of Latin letters alone.
  package static func isUnmistakable(_ label: Substring) -> Bool {
    var systems: Set<WritingSystem> = []
    var allLookLatin = true
    for scalar in label.unicodeScalars {
      if scalar == "-" || ("0"..."9").contains(scalar) { continue }
      guard let system = WritingSystem(of: scalar) else { return false }
      systems.insert(system)
      if !lookAlikes.contains(scalar) { allLookLatin = false }
    }
    if systems == [.latin] || systems.isEmpty { return true }
    if systems.count == 1 { return !allLookLatin }
    return written.contains { systems.isSubset(of: $0) }
  }

  /// What is written together, by the “highly restrictive” level of UTS #39.
  private static let written: [Set<WritingSystem>] = [
    [.latin, .han, .hiragana, .katakana], [.latin, .han, .bopomofo], [.latin, .han, .hangul],
  ]

  /// Letters of other systems that most fonts draw as they draw Latin ones.
  private static let lookAlikes: Set<Unicode.Scalar> = Set(
    ("асԁеһіјӏорԛѕԝхуѵүҽьгкмтвнп" + "αικνορτυωχγηεβ" + "օսոհցյզ").unicodeScalars)

  private init?(of scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x61...0x7A, 0xDF...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: self = .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
    case 0x400...0x52F, 0x1C80...0x1C8F: self = .cyrillic
    case 0x531...0x58F: self = .armenian
    case 0x5D0...0x5F4: self = .hebrew
    case 0x620...0x6FF, 0x750...0x77F, 0x8A0...0x8FF: self = .arabic
    case 0x900...0xDFF: self = .indic(scalar.value / 0x80)
    case 0xE01...0xE5B: self = .thai
    case 0xE81...0xEDF: self = .lao
    case 0x10D0...0x10FF: self = .georgian
    case 0x1200...0x137F: self = .ethiopic
    case 0x1780...0x17DD: self = .khmer
    case 0xAC00...0xD7A3: self = .hangul
    case 0x3041...0x309F: self = .hiragana
    case 0x30A1...0x30FA, 0x30FC...0x30FF: self = .katakana
    case 0x3105...0x312F, 0x31A0...0x31BF: self = .bopomofo
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x323AF, 0x3005: self = .han
    default: return nil
    }
  }
}
