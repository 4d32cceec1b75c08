import Testing

@testable import Sandbox

@Suite(.timeLimit(.minutes(20)))
struct UserTests {
  private let path = "/user_management/users"

  @Test(arguments: ["jane@acme.com", "JANE@acme.com", "bob@gmail.com"])
  func `a user is found by address, before anything was listed`(email: String) throws {
    var client = try SandboxClient(organizations: 40)

    let found = try client.send("GET", "\(path)?email=\(email)").json["data"]?.elements ?? []

    #expect(found.map { $0.text("email") } == [email.lowercased()])
  }

  @Test func `a member of any organization is found by address`() throws {
    var client = try SandboxClient(organizations: 2000)
    let list = try client.send("GET", "/organizations?order=asc&limit=1").json
    let oldest = list["data"]?.elements.first?.text("id") ?? ""
    let query = "organization_id=\(oldest)&statuses=active,inactive,pending&limit=100"
    let members = try client.send("GET", "\(SandboxClient.members)?\(query)").json["data"]
    let user = try #require(members?.elements.last?["user"])
    var fresh = try SandboxClient(organizations: 2000)

    let found = try fresh.send("GET", "\(path)?email=\(user.text("email"))").json["data"]

    #expect(found == .array([user]))
  }

  @Test func `with an organization only its active members are told`() throws {
    var client = try SandboxClient(organizations: 40)
    let id = try client.id(of: "Acme Corporation")
    let active = try client.members(of: "Acme Corporation")

    let users = try client.send("GET", "\(path)?organization_id=\(id)&limit=100&order=asc").json
    let old = try client.send("GET", "\(path)?organization=\(id)&limit=100&order=asc").json
    let ravi = try client.send("GET", "\(path)?organization_id=\(id)&email=ravi.kumar@acme.com")

    #expect(Set(users["data"]?.texts("id") ?? []) == Set(active.map { $0.text("user_id") }))
    #expect(old == users)
    #expect(ravi.json["data"] == .array([]))
  }

  @Test func `users are paged newest first`() throws {
    var client = try SandboxClient(organizations: 40)

    let page = try client.send("GET", "\(path)?order=desc&limit=50").json
    let after = page["list_metadata"]?.text("after") ?? ""
    let next = try client.send("GET", "\(path)?order=desc&limit=50&after=\(after)").json

    let ids = (page["data"]?.texts("id") ?? []) + (next["data"]?.texts("id") ?? [])
    #expect(ids.count == 100)
    #expect(ids == Set(ids).sorted(by: >))
  }

  @Test func `who does not exist is not found`() throws {
    var client = try SandboxClient(organizations: 3)

    let user = try client.send("GET", "\(path)/user_01M69DE12P0000000000000000")
    let email = try client.send("GET", "\(path)?email=nobody@nowhere.example").json
    let limit = try client.send("GET", "\(path)?limit=0")

    #expect(user.json.text("code") == "entity_not_found")
    #expect(email["data"] == .array([]))
    #expect(limit.refusal == "422 invalid_request_parameters: Validation failed limit_invalid")
  }

  @Test func `names and addresses are as varied as people, and addresses unique`() throws {
    var client = try SandboxClient(organizations: 200)
    _ = try client.send("GET", path)
    let users = Array(client.service.store[People.self].users.values)

    #expect(Set(users.map(\.email)).count == users.count)
    #expect(users.allSatisfy { $0.email.allSatisfy { $0.isASCII && $0 != " " } })
    #expect(users.contains { $0.firstName == nil })
    #expect(users.contains { $0.lastSignIn == nil })
    #expect(users.contains { !$0.isEmailVerified })
    #expect(users.allSatisfy { $0.updatedAt >= $0.createdAt && $0.updatedAt <= Seed.newest })
  }
}
