/// Why bytes on a connection are refused; the connection cannot be used any further.
package struct RequestRejection: Error, Equatable, Sendable {
  package var status: Int
  package var reason: String

  package init(status: Int, reason: String) {
    self.status = status
    self.reason = reason
  }

  static func malformed(_ reason: String) -> RequestRejection {
    RequestRejection(status: 400, reason: reason)
  }
}
