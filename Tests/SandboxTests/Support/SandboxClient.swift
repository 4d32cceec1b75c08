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
    organizations: Int = 0, honoursIdempotencyKeys: Bool = false,
    environment: Environment = Environment(), resources: [any Resource] = [], faults: String...
  ) throws {
    service = SandboxService(
      organizations: organizations, faults: try faults.map { try Fault(parsing: $0) },
      honoursIdempotencyKeys: honoursIdempotencyKeys, environment: environment,
      resources: resources)
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

extension SandboxClient {
  static let members = "/user_management/organization_memberships"

  /// The id of a seeded organization on the first hundred.
  mutating func id(of name: String) throws -> String {
    try organization(named: name).text("id")
  }

  /// All memberships of a seeded organization, a hundred at the most, oldest first.
  mutating func members(of name: String, statuses: String = "") throws -> [JSONValue] {
    let query = "organization_id=\(try id(of: name))&limit=100&order=asc&statuses=\(statuses)"
    return try send("GET", "\(Self.members)?\(query)").json["data"]?.elements ?? []
  }

  /// The membership of the person with that address, in any status.
  mutating func member(_ email: String, of name: String) throws -> JSONValue {
    let all = try members(of: name, statuses: "active,inactive,pending")
    return all.first { $0["user"]?.text("email") == email } ?? .null
  }
}

extension SandboxClient.Reply {
  /// Status, code and message, and the codes of what is wrong with each field.
  var refusal: String {
    let code = json["code"].map { _ in json.text("code") + ": " } ?? ""
    let codes = (json["errors"]?.elements ?? []).map { " " + $0.text("code") }
    return "\(status) \(code)\(json.text("message"))" + codes.joined()
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
