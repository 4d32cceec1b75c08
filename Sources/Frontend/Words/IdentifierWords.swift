/// The ids of WorkOS in words for narrow places.
enum IdentifierWords {
  /// A text with what is alike in most ids left out of each: `org_…1CFA` for
  /// `org_01HZX5B7Q4P6QWEF0SHE1CFA` and the like.
  static func shortened(in text: String) -> String {
    text.replacing(/([a-z]+_)[0-9A-Za-z]{18,}([0-9A-Za-z]{4})/) { "\($0.1)…\($0.2)" }
  }
}
