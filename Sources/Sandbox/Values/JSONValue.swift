/// A JSON value that keeps the order of an object's members.
package enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  /// A number as it was written.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([JSONMember])

  /// The member of that name; the last one wins, as in JavaScript.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  /// A copy whose object member `name` is replaced, where there is one.
  func replacing(_ name: String, with value: JSONValue) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members.map { $0.name == name ? JSONMember(name: name, value: value) : $0 })
  }

  func removing(_ name: String) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { $0.name != name })
  }
}

/// One name and value of a JSON object.
package struct JSONMember: Equatable, Sendable {
  var name: String
  var value: JSONValue
}
