/// The answers to the last creations that carried an Idempotency-Key.
struct IdempotencyCache: Sendable {
  static let capacity = 500

  private struct Entry {
    var request: Int
    var response: HTTPResponse
  }

  private var entries: [String: Entry] = [:]
  private var keys: [String] = []

  /// The recorded answer to the same request; a key used for another request is refused.
  func answer(to request: HTTPRequest, key: String) throws(APIProblem) -> HTTPResponse? {
    guard let entry = entries[key] else { return nil }
    guard entry.request == fingerprint(request) else {
      throw .badRequest(
        code: "idempotency_key_in_use",
        "Another idempotency key (\(key)) with different request parameters was found."
          + " Please use a different idempotency key.")
    }
    return entry.response
  }

  mutating func record(_ response: HTTPResponse, to request: HTTPRequest, key: String) {
    if keys.count == Self.capacity { entries[keys.removeFirst()] = nil }
    keys.append(key)
    entries[key] = Entry(request: fingerprint(request), response: response)
  }

  private func fingerprint(_ request: HTTPRequest) -> Int {
    var hasher = Hasher()
    hasher.combine(request.path)
    hasher.combine(request.body)
    return hasher.finalize()
  }
}
