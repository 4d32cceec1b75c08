/// So many requests of a kind in any window of time.
///
/// Deletes of organizations, reads and writes of `/user_management`, and the users of a directory
/// have limits of their own beside the general one (workos.com/docs/reference/rate-limits).
struct RateLimit: Sendable {
  let methods: Set<String>
  let path: PathPattern
  let count: Int
  /// In milliseconds.
  let window: Int64
  /// The name in the query whose values are counted apart.
  var apart: String?

  static let all = [
    RateLimit(
      methods: ["DELETE"], path: PathPattern("/organizations/*"), count: 50, window: 60_000),
    RateLimit(
      methods: ["GET"], path: PathPattern("/user_management/**"), count: 1000, window: 10_000),
    RateLimit(
      methods: ["POST", "PUT", "PATCH", "DELETE"], path: PathPattern("/user_management/**"),
      count: 500, window: 10_000),
    RateLimit(
      methods: ["GET"], path: PathPattern("/directory_users"), count: 4, window: 1000,
      apart: "directory"),
  ]

  fileprivate func covers(_ request: HTTPRequest) -> Bool {
    methods.contains(request.method) && path.matches(request.segments)
  }
}

/// Counts the requests that have a limit.
struct RateLimiter: Sendable {
  private struct Count: Hashable {
    var limit: Int
    var part: String?
  }

  private var times: [Count: [Timestamp]] = [:]

  /// Counts one request, or refuses it and says after how many seconds the next one is allowed.
  mutating func admit(_ request: HTTPRequest, at now: Timestamp) throws(APIProblem) {
    for (number, limit) in RateLimit.all.enumerated() where limit.covers(request) {
      let part = limit.apart.flatMap { name in request.query.first { $0.name == name }?.value }
      let count = Count(limit: number, part: part)
      var recent = times[count, default: []]
      recent.removeAll { $0.advanced(by: limit.window) <= now }
      guard recent.count >= limit.count, let oldest = recent.first else {
        times[count] = recent + [now]
        continue
      }
      let wait = oldest.advanced(by: limit.window).milliseconds - now.milliseconds
      throw .rateLimited(retryAfter: Int((wait + 999) / 1000))
    }
  }
}
