import Foundation
import Records
import Testing

/// What `--since` takes.
@Suite(.timeLimit(.minutes(20)))
struct JournalPeriodTests {
  private let now = Date(timeIntervalSince1970: 1_795_262_400)

  @Test(arguments: [("90m", 5400.0), ("2h", 7200), ("3d", 259_200), ("0m", 0)])
  func `a time ago`(text: String, seconds: TimeInterval) throws {
    let period = try #require(JournalPeriod(text))

    #expect(period.start(before: now, in: .gmt) == now.addingTimeInterval(-seconds))
  }

  @Test(arguments: [
    ("2026-11-20", "2026-11-19T23:00:00Z"), ("2026-11-20T14:00", "2026-11-20T13:00:00Z"),
    ("2026-07-01T00:30", "2026-06-30T22:30:00Z"), ("2024-02-29", "2024-02-28T23:00:00Z"),
  ])
  func `a moment in the person's own time zone`(text: String, moment: String) throws {
    let timeZone = try #require(TimeZone(identifier: "Europe/Berlin"))
    let period = try #require(JournalPeriod(text))

    #expect(try period.start(before: now, in: timeZone) == Date(moment, strategy: .iso8601))
  }

  @Test(arguments: [
    "", "m", "90", "-1h", "+1h", "1.5h", "2w", "9999999d", "٣d", "yesterday", "2026-11",
    "2026-13-01",
    "2026-02-30", "2025-02-29", "2026-00-10", "26-11-20", "2026-1-2", "2026-11-20T",
    "2026-11-20T25:00",
    "2026-11-20T14", "2026-11-20T14:60", "2026-11-20T14:00:00", "2026-11-20 14:00",
    "2026-11-20TT14:00",
  ])
  func `anything else`(text: String) {
    #expect(JournalPeriod(text) == nil)
  }
}
