/// How long the events of an audit log are kept: whole months, up to 11, or whole years, up to 10.
package struct RetentionPeriod: Equatable, Sendable {
  /// As it is sent: `1_MONTH`, `11_MONTHS`, `1_YEAR`, `10_YEARS` (workos-python 10.8).
  package let name: String
  /// A month has 30 days there, and a year 365.
  package let days: Int

  package static let all: [RetentionPeriod] =
    (1...11).map { RetentionPeriod(name: "\($0)_MONTH\($0 == 1 ? "" : "S")", days: $0 * 30) }
    + (1...10).map { RetentionPeriod(name: "\($0)_YEAR\($0 == 1 ? "" : "S")", days: $0 * 365) }

  /// In words, such as `3 months`; days that are no such period as they are.
  package static func words(days: Int) -> String {
    guard let period = all.first(where: { $0.days == days }) else { return "\(days) days" }
    return period.name.lowercased().split(separator: "_").joined(separator: " ")
  }

  package var words: String { Self.words(days: days) }
}
