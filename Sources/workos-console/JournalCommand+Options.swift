import Records

/// The options of `journal`.
struct JournalOptions: Equatable {
  var isJSON = false
  var since: JournalPeriod?
  var limit: Int?

  /// Takes an option that is about the journal; false when it is not.
  mutating func take(
    _ option: String, from reader: inout ArgumentReader
  ) throws(Refusal) -> Bool {
    switch option {
    case "--json": isJSON = true
    case "--limit":
      limit = try reader.number(of: option, in: 1...1_000_000, unit: "writes")
    case "--since":
      let text = try reader.value(of: option)
      guard let period = JournalPeriod(text) else {
        throw Refusal(
          "--since takes a time ago such as 90m, 2h or 3d, or a moment such as 2026-11-20 or "
            + "2026-11-20T14:00, not “\(text)”")
      }
      since = period
    default: return false
    }
    return true
  }
}
