/// One request that was served, for whoever prints a log.
package struct RequestEvent: Equatable, Sendable {
  package var method: String
  package var path: String
  /// The status sent, or 0 when the connection was dropped instead.
  package var status: Int
  package var milliseconds: Double
  package var requestID: String
}
