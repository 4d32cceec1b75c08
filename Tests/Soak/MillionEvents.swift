import Storms

/// The storm of the view model's tests, a million events long.
enum MillionEvents {
  private static let sessions: UInt64 = 1000
  private static let eventsInSession = 1000

  /// What is wrong, in the first session where something is.
  static func problems() -> [String] {
    for seed in 1...sessions {
      // Far from the seeds of the tests.
      var storm = Storm(seed: 1_000_000 + seed)
      for step in 1...eventsInSession {
        let broken = storm.step()
        guard broken.isEmpty else {
          return ["storm of seed \(1_000_000 + seed), step \(step): \(broken)"]
        }
      }
    }
    for seed in 1...(sessions / 10) {
      var storm = TabStorm(seed: 1_000_000 + seed)
      for step in 1...eventsInSession {
        let broken = storm.step()
        guard broken.isEmpty else {
          return ["storm in tabs of seed \(1_000_000 + seed), step \(step): \(broken)"]
        }
      }
    }
    return []
  }
}
