import Foundation

/// From when on journal entries are wanted: `90m`, `2h`, `3d`, `2026-11-20` or `2026-11-20T14:00`.
package enum JournalPeriod: Equatable, Sendable {
  case last(seconds: TimeInterval)
  /// A moment in the person's own time zone.
  case since(DateComponents)

  /// Nil when the text says no such thing.
  package init?(_ text: String) {
    if let seconds = JournalPeriod.seconds(text) {
      self = .last(seconds: seconds)
    } else if let components = JournalPeriod.components(text) {
      self = .since(components)
    } else {
      return nil
    }
  }

  package func start(before now: Date, in timeZone: TimeZone) -> Date? {
    switch self {
    case .last(let seconds): now.addingTimeInterval(-seconds)
    case .since(let components): JournalPeriod.calendar(timeZone).date(from: components)
    }
  }

  private static func seconds(_ text: String) -> TimeInterval? {
    let units: [Character: Int] = ["m": 60, "h": 3600, "d": 86400]
    guard let unit = text.last.flatMap({ units[$0] }),
      let number = digits(text.dropLast(), count: 1...6)
    else { return nil }
    return TimeInterval(number * unit)
  }

  private static func components(_ text: String) -> DateComponents? {
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    let day = halves[0].split(separator: "-", omittingEmptySubsequences: false)
    guard halves.count <= 2, day.count == 3, let year = digits(day[0], count: 4...4),
      let month = digits(day[1], count: 2...2), let dayOfMonth = digits(day[2], count: 2...2)
    else { return nil }
    var components = DateComponents(year: year, month: month, day: dayOfMonth)
    if halves.count == 2 {
      let time = halves[1].split(separator: ":", omittingEmptySubsequences: false)
      guard time.count == 2, let hour = digits(time[0], count: 2...2), hour < 24,
        let minute = digits(time[1], count: 2...2), minute < 60
      else { return nil }
      (components.hour, components.minute) = (hour, minute)
    }
    // A calendar takes 30 February for 2 March.
    let calendar = calendar(.gmt)
    guard let date = calendar.date(from: components),
      calendar.dateComponents([.year, .month, .day], from: date)
        == DateComponents(year: year, month: month, day: dayOfMonth)
    else { return nil }
    return components
  }

  private static func digits(_ text: Substring, count: ClosedRange<Int>) -> Int? {
    guard count.contains(text.utf8.count),
      text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return Int(text)
  }

  private static func calendar(_ timeZone: TimeZone) -> Calendar {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timeZone
    return calendar
  }
}
