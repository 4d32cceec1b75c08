import Testing

@testable import Sandbox

@Suite(.timeLimit(.minutes(20)))
struct RoleWriteTests {
  @Test func `a role is made, renamed, given permissions and deleted`() throws {
    var client = try SandboxClient(organizations: 40)
    let path = "/authorization/organizations/\(try client.id(of: "Acme Corporation"))/roles"

    let made = try client.send("POST", path, #"{"name":"Data Steward","description":"x"}"#)
    let slug = made.json.text("slug")
    let twice = try client.send("POST", path, #"{"name":"Data Steward","slug":"\#(slug)"}"#)
    let named = try client.send("PATCH", "\(path)/\(slug)", #"{"name":"Steward"}"#)
    let set = try client.send(
      "PUT", "\(path)/\(slug)/permissions", #"{"permissions":["reports:read","audit:read"]}"#)
    let added = try client.send(
      "POST", "\(path)/\(slug)/permissions", #"{"slug":"reports:write"}"#)
    let less = try client.send("DELETE", "\(path)/\(slug)/permissions/audit:read")
    let read = try client.send("GET", "\(path)/\(slug)")
    let deleted = try client.send("DELETE", "\(path)/\(slug)")
    let gone = try client.send("GET", "\(path)/\(slug)")

    #expect(made.status == 201)
    #expect(slug.wholeMatch(of: /org-data-steward-[0-9a-z]{6}/) != nil)
    #expect(twice.refusal.hasPrefix("409 organization_role_slug_conflict"))
    #expect(named.json.text("name") == "Steward")
    #expect(named.json.text("description") == "x")
    #expect(set.json["permissions"] == .array([.string("reports:read"), .string("audit:read")]))
    #expect(added.json["permissions"]?.elements.count == 3)
    #expect(less.json == read.json)
    #expect(read.json["permissions"]?.elements.count == 2)
    #expect(deleted.status == 204)
    #expect(gone.status == 404)
    #expect(client.service.writes.compactMap(\.subject).allSatisfy { $0 == slug })
  }

  @Test func `a role that somebody has cannot be deleted`() throws {
    var client = try SandboxClient(organizations: 40)
    let organization = try client.id(of: "Acme Corporation")
    let jane = try client.member("jane@acme.com", of: "Acme Corporation").text("id")
    _ = try client.send(
      "PUT", "\(SandboxClient.members)/\(jane)", #"{"role_slug":"org-auditor"}"#)

    let reply = try client.send(
      "DELETE", "/authorization/organizations/\(organization)/roles/org-auditor")

    #expect(reply.refusal.hasPrefix("409 role_has_assignments"))
  }

  @Test(arguments: [
    ("POST", "", "{}", 422), ("POST", "", #"{"name":"A","slug":"auditor"}"#, 422),
    ("POST", "", #"{"name":"A","slug":"org-Ü"}"#, 422),
    ("POST", "", #"{"name":"A","resource_type_slug":"project"}"#, 400),
    ("PATCH", "/admin", #"{"name":"A"}"#, 403), ("DELETE", "/admin", "", 403),
    ("PATCH", "/org-none", #"{"name":"A"}"#, 404),
    ("PUT", "/org-auditor/permissions", "{}", 422),
    ("PUT", "/org-auditor/permissions", #"{"permissions":["fly"]}"#, 404),
    ("POST", "/org-auditor/permissions", #"{"slug":"fly"}"#, 404),
    ("DELETE", "/org-auditor/permissions/fly", "", 404),
  ])
  func `an impossible write of a role is refused`(
    method: String, path: String, body: String, status: Int
  ) throws {
    var client = try SandboxClient(organizations: 40)
    let organization = try client.id(of: "Acme Corporation")

    let reply = try client.send(
      method, "/authorization/organizations/\(organization)/roles\(path)", body)

    #expect(reply.status == status)
  }

  @Test func `permissions are paged`() throws {
    var client = try SandboxClient()

    let page = try client.send("GET", "/authorization/permissions?order=asc&limit=2").json

    #expect(page["data"]?.texts("slug") == ["audit:read", "billing:manage"])
    #expect(page["list_metadata"]?["after"] != .null)
  }
}
