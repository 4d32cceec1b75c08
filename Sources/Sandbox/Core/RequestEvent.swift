/// One request that was served, for whoever prints a log.
package struct RequestEvent: Equatable, Sendable {
  package var method: String
  package var path: String
  /// The status sent, or 0 when the connection was dropped instead.
  package var status: Int
  package var milliseconds: Double
  package var requestID: String
}

extension RequestEvent: CustomStringConvertible {
  /// One line of a log.
  package var description: String {
    let outcome = status == 0 ? "dropped" : "\(status)"
    let tenths = (milliseconds * 10).rounded() / 10
    return "\(method) \(path) \(outcome) \(tenths) ms \(requestID)"
  }
}
