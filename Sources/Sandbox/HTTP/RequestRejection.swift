/// Why bytes on a connection are refused; the connection cannot be used any further.
struct RequestRejection: Error, Equatable, Sendable {
  var status: Int
  var reason: String

  static func malformed(_ reason: String) -> RequestRejection {
    RequestRejection(status: 400, reason: reason)
  }
}
