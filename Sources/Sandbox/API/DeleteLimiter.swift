/// The API's own limit on deletes: so many in any minute.
struct DeleteLimiter: Sendable {
  static let limit = 50
  static let window: Int64 = 60_000

  private var times: [Timestamp] = []

  /// Counts one delete, or says after how many seconds the next one is allowed.
  mutating func admit(at now: Timestamp) -> Int? {
    times.removeAll { $0.advanced(by: Self.window) <= now }
    guard times.count >= Self.limit, let oldest = times.first else {
      times.append(now)
      return nil
    }
    let wait = oldest.advanced(by: Self.window).milliseconds - now.milliseconds
    return Int((wait + 999) / 1000)
  }
}
