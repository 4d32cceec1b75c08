import Foundation

/// The time that waits are measured by: that of the start, and what has passed since.
///
/// Setting the clock of the machine changes nothing about it, and a sleep of the machine counts.
struct SteadyClock: Sendable {
  private let start = (date: Date(), instant: ContinuousClock.now)

  var now: Date {
    let passed = start.instant.duration(to: .now)
    return start.date.addingTimeInterval(passed / .seconds(1))
  }

  /// Returns at a time of this clock, or throws when its task is cancelled.
  func sleep(until date: Date) async throws {
    try await Task.sleep(for: .seconds(max(0, date.timeIntervalSince(now))))
  }
}
