import Foundation

@testable import Sandbox

/// Speaks to the API as a value: no socket, no clock but the one it is given.
struct SandboxClient {
  struct Reply {
    var status: Int
    var json: JSONValue
    var response: HTTPResponse
  }

  var service: SandboxService
  var now = Date(timeIntervalSince1970: 1_800_000_000)
  var key = "sk_test_sandbox"

  init(
    organizations: Int = 0, honoursIdempotencyKeys: Bool = false, faults: String...
  ) throws {
    service = SandboxService(
      organizations: organizations, faults: try faults.map { try Fault(parsing: $0) },
      honoursIdempotencyKeys: honoursIdempotencyKeys)
    service.prepare()
  }

  mutating func send(
    _ method: String, _ target: String, _ body: String = "", headers: [HTTPHeader] = []
  ) throws -> Reply {
    let response = try answer(method, target, body, headers: headers).response
    let json = (try? JSONParser.parse(response.body)) ?? .null
    return Reply(status: response.status, json: json, response: response)
  }

  mutating func answer(
    _ method: String, _ target: String, _ body: String = "", headers: [HTTPHeader] = []
  ) throws -> Answer {
    now.addTimeInterval(0.001)
    let url = try RequestTarget(bytes: Array(target.utf8)[...])
    let authorization = HTTPHeader("authorization", "Bearer \(key)")
    let request = HTTPRequest(
      method: method, path: url.path, segments: url.segments, query: url.query,
      headers: headers + [authorization], body: Array(body.utf8), keepsAlive: true)
    return service.answer(request, at: now)
  }

  /// A seeded organization on the first hundred, as the API lists it.
  mutating func organization(named name: String) throws -> JSONValue {
    let page = try send("GET", "/organizations?order=desc&limit=100").json
    return page["data"]?.elements.first { $0.text("name") == name } ?? .null
  }

  /// Creates an organization and returns its id.
  mutating func create(_ name: String, _ more: String = "") throws -> String {
    try send("POST", "/organizations", "{\"name\":\"\(name)\"\(more)}").json.text("id")
  }
}

extension JSONValue {
  /// The text of a member, or nothing recognisable when it is no text.
  func text(_ name: String) -> String {
    guard case .string(let text) = self[name] else { return "(\(name) is no string)" }
    return text
  }

  func texts(_ name: String) -> [String] {
    elements.map { $0.text(name) }
  }

  var elements: [JSONValue] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }

  var names: [String] {
    guard case .object(let members) = self else { return [] }
    return members.map(\.name)
  }
}
