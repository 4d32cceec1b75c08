/// File names out of text from anywhere: no text is a path, a hidden file, or too long.
///
/// A part holds `A–Z a–z 0–9 _ -` as they are, every other byte as `%XX`. Parts are joined by
/// dots, which no part holds, so different parts never make the same name.
enum FileName {
  // Five parts, two names of 32 digits, the dots and `.json` have to fit in 255 bytes.
  private static let longestPart = 40

  static func joining(_ parts: [String]) -> String {
    parts.map(part).joined(separator: ".")
  }

  private static func part(_ text: String) -> String {
    let escaped = text.utf8.map(escaped).joined()
    guard escaped.utf8.count > longestPart else { return escaped }
    // After a % come hexadecimal digits everywhere else, so `%-` marks what was shortened.
    return escaped.prefix(longestPart) + "%-" + hexadecimal(of: text)
  }

  private static func escaped(_ byte: UInt8) -> String {
    switch Unicode.Scalar(byte) {
    case "A"..."Z", "a"..."z", "0"..."9", "_", "-": String(Unicode.Scalar(byte))
    default: "%" + hexadecimal(UInt64(byte), digits: 2)
    }
  }

  /// 16 digits that stand for a text, though another text may have the same.
  static func hexadecimal(of text: String) -> String {
    hexadecimal(hash(of: text), digits: 16)
  }

  /// FNV-1a, the same on every machine and in every run.
  private static func hash(of text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  private static func hexadecimal(_ number: UInt64, digits: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: digits - text.count) + text
  }
}
