/// One header line; names are kept in lower case.
struct HTTPHeader: Equatable, Sendable {
  var name: String
  var value: String

  init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// One `name=value` of a query, percent-decoded.
struct QueryItem: Equatable, Sendable {
  var name: String
  var value: String
}

/// A request that arrived whole and well formed.
struct HTTPRequest: Equatable, Sendable {
  var method: String
  /// The path as sent, still percent-encoded, without the query.
  var path: String
  /// The parts of the path between slashes, percent-decoded one by one.
  var segments: [String]
  var query: [QueryItem]
  var headers: [HTTPHeader]
  var body: [UInt8]
  /// Whether the client expects to send another request on this connection.
  var keepsAlive: Bool

  func header(_ name: String) -> String? {
    headers.first { $0.name == name }?.value
  }
}
