/// Text that is to be drawn: whole up to a length that no screen needs, so that nobody's text, however
/// long, makes a key slow.
enum BoundedText {
  /// Bytes of UTF-8 that are drawn as they are.
  static let limit = 8_192
  /// What is left of longer ones, in scalars.
  static let kept = 1_024

  /// The text, or its beginning with its length behind it.
  static func of(_ text: String) -> String {
    guard text.utf8.count > limit else { return text }
    let scalars = text.unicodeScalars
    return String(scalars.prefix(kept)) + "… (\(scalars.count) characters)"
  }
}
