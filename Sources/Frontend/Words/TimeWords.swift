import Foundation
import ViewModel

/// Times in words, in the zone of the person who reads them, which is said with each.
struct TimeWords: Sendable {
  private let timeZone: TimeZone
  private let dayStyle: Date.ISO8601FormatStyle
  private let timeStyle: Date.ISO8601FormatStyle

  init(timeZone: TimeZone) {
    self.timeZone = timeZone
    dayStyle = Date.ISO8601FormatStyle(timeZone: timeZone).year().month().day()
    timeStyle = Date.ISO8601FormatStyle(timeZone: timeZone)
      .time(includingFractionalSeconds: false)
  }

  /// The same with every time in the zone that holds now, summer or winter, to be said once for many.
  func inOneZone(at now: Date) -> TimeWords {
    TimeWords(
      timeZone: TimeZone(secondsFromGMT: timeZone.secondsFromGMT(for: now)) ?? timeZone)
  }

  func day(_ date: Date) -> String { dayStyle.format(date) }

  /// `09:26:53 UTC+1`
  func time(_ date: Date) -> String { "\(clock(date)) \(zone(at: date))" }

  /// `09:26:53`, for where the zone stands beside.
  func clock(_ date: Date) -> String { timeStyle.format(date) }

  /// `2026-03-14 09:26 UTC+1`
  func minute(_ date: Date) -> String { "\(day(date)) \(clock(date).prefix(5)) \(zone(at: date))" }

  /// The zone in the shortest form that means one thing everywhere: `UTC`, `UTC+1`, `UTC−3:30`.
  func zone(at date: Date) -> String {
    let minutes = timeZone.secondsFromGMT(for: date) / 60
    guard minutes != 0 else { return "UTC" }
    let (hours, rest) = abs(minutes).quotientAndRemainder(dividingBy: 60)
    let fraction = rest == 0 ? "" : rest < 10 ? ":0\(rest)" : ":\(rest)"
    return "UTC\(minutes < 0 ? "−" : "+")\(hours)\(fraction)"
  }

  func moment(_ date: Date, at now: Date) -> String {
    "\(minute(date)) · \(relative(date, to: now))"
  }

  /// When a list was read, and its age once that is worth saying: the last of the ages at which it
  /// is drawn anew, so that what stays on screen until the next one stays true. In shorter wordings
  /// too.
  func freshness(of date: Date, at now: Date) -> [String] {
    let age = Console.ages.last { $0 <= now.timeIntervalSince(date) }.map { "over \(span($0)) old" }
    let short = "\(clock(date).prefix(5)) \(zone(at: date))"
    guard let age else { return ["as of \(time(date))", "as of \(short)", short] }
    return ["as of \(time(date)), \(age)", "as of \(short), \(age)", age]
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
