import Foundation

extension Answer {
  init(_ response: HTTPResponse, value: Value) {
    self.init(
      value: value, requestID: response.requestID, rateLimit: RateLimit(response),
      date: response.headers["date"].flatMap { try? Date($0, strategy: .http) })
  }
}

extension HTTPResponse {
  /// The `X-Request-ID`, which recorded answers sometimes leave empty.
  var requestID: String? {
    headers["x-request-id"].flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension RateLimit {
  /// Nil when neither header holds a number.
  fileprivate init?(_ response: HTTPResponse) {
    limit = response.headers["x-ratelimit-limit"].flatMap { Int($0) }
    remaining = response.headers["x-ratelimit-remaining"].flatMap { Int($0) }
    if limit == nil, remaining == nil { return nil }
  }
}
