import Foundation

extension ParseStrategy where Self == Date.ParseStrategy {
  /// RFC 9110's `Sun, 06 Nov 1994 08:49:37 GMT`.
  static var http: Date.ParseStrategy {
    Date.ParseStrategy(
      format: """
        \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .defaultDigits) \
        \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\
        \(second: .twoDigits) GMT
        """,
      locale: Locale(identifier: "en_US_POSIX"),
      timeZone: .gmt)
  }
}
