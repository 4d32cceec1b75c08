import Foundation

/// Moments as the journal spells them: ISO 8601 in UTC, to the millisecond.
enum Timestamp {
  static func text(_ date: Date) -> String {
    let milliseconds = rounded(date)
    let seconds = (milliseconds / 1000).rounded(.down)
    let fraction = String(Int(milliseconds - seconds * 1000))
    let text = Date(timeIntervalSince1970: seconds).formatted(.iso8601)
    return text.dropLast() + "." + String(repeating: "0", count: 3 - fraction.count) + fraction
      + "Z"
  }

  static func date(_ text: String) -> Date? {
    // Longer text is none, and costs nothing to refuse.
    guard text.utf8.count <= 40 else { return nil }
    let date =
      (try? Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse(text))
      ?? (try? Date.ISO8601FormatStyle().parse(text))
    return date.map { Date(timeIntervalSince1970: rounded($0) / 1000) }
  }

  /// The whole milliseconds since 1970, within the years that have four digits.
  private static func rounded(_ date: Date) -> Double {
    let milliseconds = (date.timeIntervalSince1970 * 1000).rounded()
    return min(max(milliseconds, -62_135_596_800_000), 253_402_300_799_999)
  }
}
