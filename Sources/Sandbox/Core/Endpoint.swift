/// One method at one address, and what it does.
package struct Endpoint: Sendable {
  /// Answers a request that has been let in; what it throws becomes the answer.
  package typealias Action = @Sendable (Visit, inout Store) throws(APIProblem) -> Outcome

  let method: String
  let address: AddressPattern
  /// Whether a request without a body is refused.
  var needsBody = false
  let action: Action

  /// - Parameter address: such as `/organizations/{id}`; the visit has what is between braces.
  package static func get(_ address: String, _ action: @escaping Action) -> Endpoint {
    Endpoint(method: "GET", address: AddressPattern(address), action: action)
  }

  /// - Parameter needsBody: false where the API's description has no body, or an optional one.
  package static func post(
    _ address: String, needsBody: Bool = true, _ action: @escaping Action
  ) -> Endpoint {
    Endpoint(
      method: "POST", address: AddressPattern(address), needsBody: needsBody, action: action)
  }

  package static func put(
    _ address: String, needsBody: Bool = true, _ action: @escaping Action
  ) -> Endpoint {
    Endpoint(
      method: "PUT", address: AddressPattern(address), needsBody: needsBody, action: action)
  }

  package static func patch(
    _ address: String, needsBody: Bool = true, _ action: @escaping Action
  ) -> Endpoint {
    Endpoint(
      method: "PATCH", address: AddressPattern(address), needsBody: needsBody, action: action)
  }

  package static func delete(_ address: String, _ action: @escaping Action) -> Endpoint {
    Endpoint(method: "DELETE", address: AddressPattern(address), action: action)
  }
}
