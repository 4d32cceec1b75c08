import Foundation
import ViewModel

/// Times in words, in the zone of the person who reads them.
struct TimeWords: Sendable {
  private let dayStyle: Date.ISO8601FormatStyle
  private let timeStyle: Date.ISO8601FormatStyle

  init(timeZone: TimeZone) {
    dayStyle = Date.ISO8601FormatStyle(timeZone: timeZone).year().month().day()
    timeStyle = Date.ISO8601FormatStyle(timeZone: timeZone)
      .time(includingFractionalSeconds: false)
  }

  func day(_ date: Date) -> String { dayStyle.format(date) }

  func time(_ date: Date) -> String { timeStyle.format(date) }

  func moment(_ date: Date, at now: Date) -> String {
    "\(day(date)) \(time(date).prefix(5)) · \(relative(date, to: now))"
  }

  /// When a list was read, and its age once that is worth saying: the last of the ages at which it
  /// is drawn anew, so that what stays on screen until the next one stays true.
  func freshness(of date: Date, at now: Date) -> String {
    let words = "as of \(time(date))"
    let age = Console.ages.last { $0 <= now.timeIntervalSince(date) }
    return age.map { "\(words), over \(span($0)) old" } ?? words
  }

  func relative(_ date: Date, to now: Date) -> String {
    let age = now.timeIntervalSince(date)
    if abs(age) < 60 { return "just now" }
    return age < 0 ? "in \(span(-age))" : "\(span(age)) ago"
  }

  private func span(_ seconds: TimeInterval) -> String {
    let units: [(TimeInterval, String)] = [
      (365.25 * 86400, "year"), (30.44 * 86400, "month"), (7 * 86400, "week"), (86400, "day"),
      (3600, "hour"), (60, "minute"),
    ]
    for (length, name) in units where seconds >= length {
      let count = Int(seconds / length)
      return count == 1 ? "1 \(name)" : "\(count) \(name)s"
    }
    return "\(Int(seconds)) s"
  }
}
