import Testing

@testable import Sandbox

@Suite(.timeLimit(.minutes(20)))
struct RoleTests {
  @Test func `roles are listed whole, those of the environment first`() throws {
    var client = try SandboxClient(organizations: 40)
    let id = try client.id(of: "Acme Corporation")

    let reply = try client.send("GET", "/authorization/organizations/\(id)/roles")

    #expect(reply.json.names == ["object", "data"])
    #expect(
      reply.json["data"]?.texts("slug") == [
        "admin", "billing", "member", "viewer", "org-auditor", "org-werkstudent",
      ])
    #expect(
      reply.json["data"]?.elements.first?.names == [
        "object", "id", "slug", "name", "description", "type", "resource_type_slug",
        "permissions", "created_at", "updated_at",
      ])
  }

  @Test func `an organization that a client made has those of the environment`() throws {
    var client = try SandboxClient()
    let id = try client.create("New")

    let roles = try client.send("GET", "/authorization/organizations/\(id)/roles").json["data"]
    let unknown = try client.send("GET", "/authorization/organizations/org_x/roles")

    #expect(roles?.texts("slug") == ["admin", "billing", "member", "viewer"])
    #expect(Set(roles?.texts("type") ?? []) == ["EnvironmentRole"])
    #expect(unknown.status == 404)
  }
}
