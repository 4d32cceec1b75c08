import Foundation
import ViewModel

/// Times in words, in the zone of the person who reads them, which is said with each.
struct TimeWords: Sendable {
  private let timeZone: TimeZone

  init(timeZone: TimeZone) {
    self.timeZone = timeZone
  }

  /// The same with every time in the zone that holds now, summer or winter, to be said once for many.
  func inOneZone(at now: Date) -> TimeWords {
    TimeWords(
      timeZone: TimeZone(secondsFromGMT: timeZone.secondsFromGMT(for: now)) ?? timeZone)
  }

  func day(_ date: Date) -> String {
    guard let seconds = wallSeconds(at: date) else {
      return Date.ISO8601FormatStyle(timeZone: timeZone).year().month().day().format(date)
    }
    // Days from 1 March of a year divisible by 400, when a leap day is the last of its year.
    let (era, dayOfEra) = (seconds / 86400 + 719_468).quotientAndRemainder(dividingBy: 146_097)
    let year = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return "\(era * 400 + year + (month <= 2 ? 1 : 0))-\(twoDigits(month))-\(twoDigits(day))"
  }

  /// `09:26:53 UTC+1`
  func time(_ date: Date) -> String { "\(clock(date)) \(zone(at: date))" }

  /// `09:26:53`, for where the zone stands beside.
  func clock(_ date: Date) -> String {
    guard let seconds = wallSeconds(at: date) else {
      return Date.ISO8601FormatStyle(timeZone: timeZone).time(includingFractionalSeconds: false)
        .format(date)
    }
    let (hours, minutes) = (seconds % 86400 / 3600, seconds % 3600 / 60)
    return "\(twoDigits(hours)):\(twoDigits(minutes)):\(twoDigits(seconds % 60))"
  }

  /// `09:27 UTC+1`: the first minute that does not begin before.
  func timeOfDay(notBefore date: Date) -> String {
    let minutes = (date.timeIntervalSinceReferenceDate / 60).rounded(.up)
    let minute = Date(timeIntervalSinceReferenceDate: minutes * 60)
    return "\(clock(minute).prefix(5)) \(zone(at: minute))"
  }

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

  /// `on 2026-03-14 at 09:26:54 UTC and 09:27:10 UTC`: when something was sent, be it several times.
  ///
  /// - Parameter now: where the day goes without saying as long as it is today's.
  func sendings(_ dates: [Date], at now: Date? = nil) -> String {
    let days = dates.map { day($0) }
    let isToday = now.map { now in days.allSatisfy { $0 == day(now) } } ?? false
    let moments = dates.indices.map { place in
      let isSameDay = place > 0 && days[place] == days[place - 1]
      let lead = isSameDay ? "" : isToday ? "at " : "on \(days[place]) at "
      return lead + time(dates[place])
    }
    guard let last = moments.last, moments.count > 1 else { return moments.joined() }
    return moments.dropLast().joined(separator: ", ") + " and " + last
  }

  func moment(_ date: Date, at now: Date) -> String {
    "\(minute(date)) · \(relative(date, to: now))"
  }

  /// When a list was read, and its age once that is worth saying: the last of the ages at which it
  /// is drawn anew, so that what stays on screen until the next one stays true. In shorter wordings
  /// too.
  func freshness(of date: Date, at now: Date) -> [String] {
    let whole = freshnessInFull(of: date, at: now)
    let short = "\(clock(date).prefix(5)) \(zone(at: date))"
    guard let age = age(of: date, at: now) else { return [whole, "as of \(short)", short] }
    return [whole, "as of \(short), \(age)", age]
  }

  /// The longest of these.
  func freshnessInFull(of date: Date, at now: Date) -> String {
    "as of \(time(date))" + (age(of: date, at: now).map { ", \($0)" } ?? "")
  }

  private func age(of date: Date, at now: Date) -> String? {
    Console.ages.last { $0 <= now.timeIntervalSince(date) }.map { "over \(span($0)) old" }
  }

  func relative(_ date: Date, to now: Date) -> String {
    let age = now.timeIntervalSince(date)
    if abs(age) < 60 { return "just now" }
    // What ends in seven days less a moment ends in seven days.
    return age < 0 ? "in \(span(-age * 1.01 + 1))" : "\(span(age)) ago"
  }

  /// The seconds from the beginning of 1970 to a date as clocks of the zone show it; nil in years that
  /// are left to Foundation, which is slower, and noticeably so at each key.
  private func wallSeconds(at date: Date) -> Int? {
    let years1970To9999 = 86400.0..<253_402_214_400
    guard years1970To9999.contains(date.timeIntervalSince1970) else { return nil }
    return Int(date.timeIntervalSince1970.rounded(.down)) + timeZone.secondsFromGMT(for: date)
  }

  private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

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
