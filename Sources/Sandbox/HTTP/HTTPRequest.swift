/// One header line; names are kept in lower case.
package struct HTTPHeader: Equatable, Sendable {
  package var name: String
  package var value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// One `name=value` of a query, percent-decoded.
package struct QueryItem: Equatable, Sendable {
  package var name: String
  package var value: String
}

/// A request that arrived whole and well formed.
package struct HTTPRequest: Equatable, Sendable {
  package var method: String
  /// The path as sent, still percent-encoded, without the query.
  package var path: String
  /// The parts of the path between slashes, percent-decoded one by one.
  package var segments: [String]
  package var query: [QueryItem]
  package var headers: [HTTPHeader]
  package var body: [UInt8]
  /// Whether the client expects to send another request on this connection.
  package var keepsAlive: Bool

  package func header(_ name: String) -> String? {
    headers.first { $0.name == name }?.value
  }
}
