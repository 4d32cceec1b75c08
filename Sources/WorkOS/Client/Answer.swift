import Foundation

/// A decoded answer with what its headers said.
package struct Answer<Value: Equatable & Sendable>: Equatable, Sendable {
  package var value: Value
  /// The `X-Request-ID`, when there was one that was not empty.
  package var requestID: String?
  package var rateLimit: RateLimit?
  /// The server's clock, in whole seconds.
  package var date: Date?

  package init(
    value: Value, requestID: String? = nil, rateLimit: RateLimit? = nil, date: Date? = nil
  ) {
    self.value = value
    self.requestID = requestID
    self.rateLimit = rateLimit
    self.date = date
  }
}

extension Answer {
  package func map<Other>(_ transform: (Value) -> Other) -> Answer<Other> {
    Answer<Other>(
      value: transform(value), requestID: requestID, rateLimit: rateLimit, date: date)
  }
}

/// What `X-RateLimit-*` headers say; WorkOS itself documents none, its emulator sends them.
package struct RateLimit: Equatable, Sendable {
  package var limit: Int?
  package var remaining: Int?

  package init(limit: Int? = nil, remaining: Int? = nil) {
    self.limit = limit
    self.remaining = remaining
  }
}
