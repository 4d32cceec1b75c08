import Testing

@testable import Sandbox

@Suite(.timeLimit(.minutes(20)))
struct DirectoryTests {
  private func first(
    _ client: inout SandboxClient, _ kind: String, of name: String
  ) throws -> JSONValue {
    let query = "organization_id=\(try client.id(of: name))&order=desc"
    return try client.send("GET", "/\(kind)?\(query)").json["data"]?.elements.first ?? .null
  }

  @Test func `connections are listed, filtered, read and deleted`() throws {
    var client = try SandboxClient(organizations: 40)

    let okta = try first(&client, "connections", of: "Acme Corporation")
    let path = "/connections/\(okta.text("id"))"
    let byType = try client.send("GET", "/connections?connection_type=OktaSAML&limit=100").json
    let byDomain = try client.send("GET", "/connections?domain=acme.com").json
    let bySearch = try client.send("GET", "/connections?search=acme").json
    let read = try client.send("GET", path)
    let deleted = try client.send("DELETE", path)
    let gone = try client.send("GET", path)
    let inactive = try first(&client, "connections", of: "Initech")

    #expect(okta.text("state") == "active")
    #expect(byType["data"]?.texts("id").contains(okta.text("id")) == true)
    #expect(byDomain["data"] == .array([okta]))
    #expect(bySearch["data"] == .array([okta]))
    #expect(read.json == okta)
    #expect([deleted.status, gone.status] == [204, 404])
    #expect(inactive.text("state") == "inactive")
  }

  @Test func `a directory carries its counts, and its users and groups add up to them`() throws {
    var client = try SandboxClient(organizations: 40)

    let directory = try first(&client, "directories", of: "Umbrella Health")
    let id = directory.text("id")
    let users = try client.send("GET", "/directory_users?directory=\(id)&limit=100").json["data"]
    let groups = try client.send("GET", "/directory_groups?directory=\(id)").json["data"]

    let active = users?.elements.filter { $0.text("state") == "active" }.count ?? 0
    let all = users?.elements.count ?? 0
    let counts = directory["metadata"]?["users"]
    #expect(counts?["active"] == .number("\(active)"))
    #expect(counts?["inactive"] == .number("\(all - active)"))
    #expect(directory["metadata"]?["groups"] == .number("\(groups?.elements.count ?? 0)"))
    #expect(all == 38)
    #expect(groups?.elements.count == 3)
  }

  @Test func `users of a directory are found by group and address`() throws {
    var client = try SandboxClient(organizations: 40)
    let id = try first(&client, "directories", of: "Umbrella Health").text("id")
    let users = try client.send("GET", "/directory_users?directory=\(id)&limit=100").json["data"]
    let user = try #require(users?.elements.first)
    client.now.addTimeInterval(1)

    let byEmail = try client.send(
      "GET", "/directory_users?directory=\(id)&email=\(user.text("email"))")
    let alone = try client.send("GET", "/directory_users/\(user.text("id"))").json
    let groups = try client.send("GET", "/directory_groups?user=\(user.text("id"))").json["data"]
    let group = groups?.elements.last?.text("id") ?? ""
    let inGroup = try client.send("GET", "/directory_users?group=\(group)&limit=100").json["data"]
    let bare = try client.send("GET", "/directory_users?email=a@b.example")

    #expect(byEmail.json["data"] == .array([user]))
    #expect(alone["groups"] == .array([]))
    #expect(groups?.texts("name").contains("Everyone") == true)
    #expect(inGroup?.elements.contains(user) == true)
    #expect(bare.status == 422)
  }

  @Test func `users of one directory can be asked for four times a second`() throws {
    var client = try SandboxClient(organizations: 40)
    let id = try first(&client, "directories", of: "Umbrella Health").text("id")
    let other = try first(&client, "directories", of: "Initech").text("id")

    let statuses = try (1...5).map { _ in
      try client.send("GET", "/directory_users?directory=\(id)").status
    }

    #expect(statuses == [200, 200, 200, 200, 429])
    #expect(try client.send("GET", "/directory_users?directory=\(other)").status == 200)
  }

  @Test func `only a directory of Google is synchronized, and not again at once`() throws {
    var client = try SandboxClient(organizations: 40)
    let google = try first(&client, "directories", of: "Acme Corporation").text("id")
    let failing = try first(&client, "directories", of: "Initech")

    let queued = try client.send("POST", "/directories/\(google)/sync")
    let again = try client.send("POST", "/directories/\(google)/sync")
    let other = try client.send("POST", "/directories/\(failing.text("id"))/sync")
    client.now.addTimeInterval(300)
    let later = try client.send("POST", "/directories/\(google)/sync")

    #expect(queued.json == .object([JSONMember(name: "status", value: .string("queued"))]))
    #expect([queued.status, again.status, other.status, later.status] == [200, 429, 422, 200])
    #expect(failing.text("state") == "invalid_credentials")
  }

  @Test func `a deleted directory takes its users along`() throws {
    var client = try SandboxClient(organizations: 40)
    let id = try first(&client, "directories", of: "Umbrella Health").text("id")
    let users = try client.send("GET", "/directory_users?directory=\(id)").json["data"]

    let deleted = try client.send("DELETE", "/directories/\(id)")
    let gone = try client.send("GET", "/directories/\(id)")
    let user = try client.send(
      "GET", "/directory_users/\(users?.elements.first?.text("id") ?? "")")

    #expect(deleted.status == 202)
    #expect(deleted.response.body == Array("Accepted".utf8))
    #expect([gone.status, user.status] == [404, 404])
  }
}
