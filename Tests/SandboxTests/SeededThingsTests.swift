import Testing

@testable import Sandbox

/// What the seed says does not hang on what clients write before somebody looks.
@Suite(.timeLimit(.minutes(20)))
struct SeededThingsTests {
  /// What an organization has, a list for each kind.
  private func things(of id: String, _ client: inout SandboxClient) throws -> [JSONValue?] {
    let kinds = "organization.created,organization_membership.created,api_key.created"
    let paths = [
      "/connections?organization_id=\(id)", "/directories?organization_id=\(id)",
      "/user_management/invitations?organization_id=\(id)&limit=100",
      "/user_management/users?organization_id=\(id)&limit=100",
      "/organizations/\(id)/api_keys?limit=100", "/organizations/\(id)/it_contacts",
      "/organizations/\(id)/feature-flags", "/authorization/organizations/\(id)/roles",
      "/events?events=\(kinds)&organization_id=\(id)&limit=100",
    ]
    return try paths.map { try client.send("GET", $0).json["data"] }
  }

  /// Who is in the directory of an organization.
  private func directoryUsers(of id: String, _ client: inout SandboxClient) throws -> [JSONValue] {
    let directories = try client.send("GET", "/directories?organization_id=\(id)").json["data"]
    let directory = directories?.elements.first?.text("id") ?? ""
    let list = try client.send("GET", "/directory_users?directory=\(directory)&limit=100").json
    return list["data"]?.elements ?? []
  }

  @Test(arguments: [
    "Northwind Traders", "Acme Corporation", "Initech", "Umbrella Health", "Hooli",
    "Wayne Logistics",
  ])
  func `another name, external id and domain take nothing from an organization`(
    name: String
  ) throws {
    var client = try SandboxClient(organizations: 40)
    let id = try client.id(of: name)
    var edited = client

    let update = try edited.send(
      "PUT", "/organizations/\(id)",
      #"{"name":"Renamed","external_id":"new-1","metadata":{},"#
        + #""domain_data":[{"domain":"renamed.example","state":"pending"}]}"#)
    let before = try things(of: id, &client)
    let after = try things(of: id, &edited)

    #expect(update.status == 200)
    #expect(!before.contains(nil))
    #expect(after == before)
  }

  @Test func `a log stream was last read when it was, whatever is saved today`() throws {
    var client = try SandboxClient(organizations: 40)
    let id = try client.id(of: "Acme Corporation")
    let path = "/organizations/\(id)/audit_log_configuration"

    let before = try client.send("GET", path).json["log_stream"]
    _ = try client.send("PUT", "/organizations/\(id)", #"{"name":"Renamed"}"#)
    let after = try client.send("GET", path).json["log_stream"]

    #expect(before?.text("type") == "Datadog")
    #expect(after == before)
  }

  @Test func `removing members takes nobody from the directory`() throws {
    var client = try SandboxClient(organizations: 40)
    let id = try client.id(of: "Umbrella Health")
    var edited = client

    for member in try edited.members(of: "Umbrella Health").prefix(3) {
      _ = try edited.send("DELETE", "\(SandboxClient.members)/\(member.text("id"))")
    }
    let before = try directoryUsers(of: id, &client)
    let after = try directoryUsers(of: id, &edited)

    #expect(before.count == 38)
    #expect(after == before)
  }

  @Test func `a member is found by the address they had from the seed`() throws {
    var client = try SandboxClient(organizations: 40)
    let oldest = try client.send("GET", "/organizations?order=asc&limit=1").json["data"]
    let id = oldest?.elements.first?.text("id") ?? ""
    var other = client
    let members = try other.send("GET", "\(SandboxClient.members)?organization_id=\(id)").json
    let user = try #require(members["data"]?.elements.first?["user"])

    let update = try client.send(
      "PUT", "/organizations/\(id)",
      #"{"domain_data":[{"domain":"renamed.example","state":"pending"}]}"#)
    let found = try client.send("GET", "/user_management/users?email=\(user.text("email"))").json

    #expect(update.status == 200)
    #expect(found["data"] == .array([user]))
  }

  @Test func `users of a deleted organization stay, though nobody had looked at them`() throws {
    var client = try SandboxClient(organizations: 40)
    let acme = try client.id(of: "Acme Corporation")

    _ = try client.send("DELETE", "/organizations/\(acme)")
    let jane = try client.send("GET", "/user_management/users?email=jane@acme.com").json["data"]
    let guests = try client.members(of: "Northwind Traders").map { $0["user"]?.text("email") }

    #expect(jane?.texts("email") == ["jane@acme.com"])
    #expect(guests.contains("bob@gmail.com"))
  }

  @Test func `what a deleted organization had is listed nowhere`() throws {
    var client = try SandboxClient(organizations: 5)
    let acme = try client.id(of: "Acme Corporation")
    let seen = try things(of: acme, &client).flatMap { $0?.texts("id") ?? [] }

    _ = try client.send("DELETE", "/organizations/\(acme)")
    let paths = [
      "/connections?limit=100", "/directories?limit=100",
      "/events?events=api_key.created&limit=100",
    ]
    let ids = try paths.flatMap { try client.send("GET", $0).json["data"]?.texts("id") ?? [] }

    #expect(!ids.isEmpty)
    #expect(Set(ids).isDisjoint(with: seen))
  }

  @Test func `new organizations push no seeded one out of sight`() throws {
    var client = try SandboxClient(organizations: 40)
    for number in 1...40 { _ = try client.create("New \(number)") }

    let bob = try client.send("GET", "/user_management/users?email=bob@gmail.com").json["data"]
    let id = bob?.elements.first?.text("id") ?? ""
    let both = try client.send("GET", "\(SandboxClient.members)?user_id=\(id)").json["data"]

    #expect(
      Set(both?.texts("organization_name") ?? []) == ["Acme Corporation", "Northwind Traders"])
  }
}
