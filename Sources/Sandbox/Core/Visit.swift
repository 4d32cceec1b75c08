/// One request in the hands of the endpoint it is for.
package struct Visit: Sendable {
  let request: HTTPRequest
  package let now: Timestamp
  /// What stands in the path where the endpoint's address has braces.
  let parameters: [String: String]
  /// Whether metadata that is sent takes the place of all there was, as the fault
  /// `replace-metadata` has it.
  var replacesMetadata = false

  package func parameter(_ name: String) -> String {
    parameters[name] ?? ""
  }

  /// The first value of that name in the query; empty ones say nothing.
  package func query(_ name: String) -> String? {
    request.query.first { $0.name == name && !$0.value.isEmpty }?.value
  }

  /// The values of that name in the query, whether separated by commas or given one by one.
  func queryList(_ name: String) -> [String] {
    request.query.filter { $0.name == name || $0.name == name + "[]" }
      .flatMap { $0.value.split(separator: ",").map(String.init) }
  }

  /// The body; none at all, where that is allowed, counts as an empty object.
  package func json() throws(APIProblem) -> JSONValue {
    if request.body.isEmpty { return .object([]) }
    do throws(JSONSyntaxError) {
      return try JSONParser.parse(request.body)
    } catch {
      throw .badRequest(error.reason)
    }
  }
}
