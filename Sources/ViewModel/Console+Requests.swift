import Delivery

extension Console {
  /// The log keeps this many requests.
  static let mostLoggedRequests = 500

  mutating func log(_ request: LoggedRequest) {
    requests.insert(request, at: 0)
    if requests.count > Self.mostLoggedRequests { requests.removeLast() }
  }
}
