import Testing

@testable import Sandbox

@Suite(.timeLimit(.minutes(20)))
struct MemberTests {
  private let path = SandboxClient.members

  @Test func `only active members are listed unless others are asked for`() throws {
    var client = try SandboxClient(organizations: 40)

    let usual = try client.members(of: "Acme Corporation")
    let inactive = try client.members(of: "Acme Corporation", statuses: "inactive")
    let all = try client.members(of: "Acme Corporation", statuses: "active,inactive,pending")

    #expect(Set(usual.map { $0.text("status") }) == ["active"])
    #expect(Set(inactive.map { $0.text("status") }) == ["inactive"])
    #expect(Set(all.map { $0.text("status") }) == ["active", "inactive", "pending"])
    #expect(all.count == 24)
    #expect(usual.count < all.count)
  }

  @Test func `a membership holds its user and the name of its organization`() throws {
    var client = try SandboxClient(organizations: 40)

    let jane = try client.member("jane@acme.com", of: "Acme Corporation")
    let alone = try client.send("GET", "\(path)/\(jane.text("id"))")
    let user = try client.send("GET", "/user_management/users/\(jane.text("user_id"))")

    #expect(alone.json == jane)
    #expect(jane["user"] == user.json)
    #expect(jane.text("organization_name") == "Acme Corporation")
    #expect(jane["role"]?.text("slug") == "admin")
    #expect(jane["roles"]?.texts("slug") == ["admin"])
    #expect(user.json.text("name") == "Jane Doe")
  }

  @Test func `ten thousand members are walked page by page`() throws {
    var client = try SandboxClient(organizations: 40)
    let id = try client.id(of: "Globex Industries")
    var ids: [String] = []
    var cursor = ""

    repeat {
      let query = "organization_id=\(id)&statuses=active,inactive,pending&order=desc&limit=100"
      let page = try client.send("GET", "\(path)?\(query)&after=\(cursor)").json
      ids += page["data"]?.texts("id") ?? []
      cursor =
        page["list_metadata"]?["after"] == .null ? "" : page["list_metadata"]?.text("after") ?? ""
      // A walk in one go is faster than the API allows.
      client.now.addTimeInterval(1)
    } while !cursor.isEmpty

    #expect(ids.count == 10_000)
    #expect(ids == Set(ids).sorted(by: >))
  }

  @Test func `a list needs an organization or a user`() throws {
    var client = try SandboxClient(organizations: 40)
    let id = try client.id(of: "Acme Corporation")

    let neither = try client.send("GET", path)
    let status = try client.send("GET", "\(path)?organization_id=\(id)&statuses=gone")
    let limit = try client.send("GET", "\(path)?organization_id=\(id)&limit=0")
    let unknown = try client.send("GET", "\(path)?organization_id=org_x")

    #expect(neither.refusal.hasPrefix("400 missing_user_id_or_organization_id: "))
    #expect(
      status.refusal == "422 invalid_request_parameters: Validation failed statuses_invalid")
    #expect(limit.refusal == "422 invalid_request_parameters: Validation failed limit_invalid")
    #expect(unknown.refusal == "404 entity_not_found: Organization not found: 'org_x'.")
  }

  @Test func `a person in two organizations is found in both`() throws {
    var client = try SandboxClient(organizations: 40)
    let bob = try client.send("GET", "/user_management/users?email=Bob@gmail.com").json
    let id = bob["data"]?.elements.first?.text("id") ?? ""

    let both = try client.send("GET", "\(path)?user_id=\(id)").json["data"]?.elements ?? []

    #expect(
      Set(both.map { $0.text("organization_name") }) == ["Acme Corporation", "Northwind Traders"])
  }

  @Test func `a member is found by an id alone, before anything was listed`() throws {
    var client = try SandboxClient(organizations: 40)
    let member = try client.members(of: "Hooli")[0]
    var fresh = try SandboxClient(organizations: 40)
    var other = try SandboxClient(organizations: 40)

    let again = try fresh.send("GET", "\(path)/\(member.text("id"))").json
    let user = try other.send("GET", "/user_management/users/\(member.text("user_id"))").json

    #expect(again == member)
    #expect(user == member["user"])
  }

  @Test func `somebody is added, given another role, and removed`() throws {
    var client = try SandboxClient(organizations: 40)
    let organization = try client.id(of: "Acme Test (delete me)")
    let user = try client.member("jane@acme.com", of: "Acme Corporation").text("user_id")
    let body = #"{"user_id":"\#(user)","organization_id":"\#(organization)"}"#

    let added = try client.send("POST", path, body)
    let member = "\(path)/\(added.json.text("id"))"
    let twice = try client.send("POST", path, body)
    let promoted = try client.send("PUT", member, #"{"role_slug":"admin"}"#)
    let same = try client.send("PUT", member, "{}")
    let removed = try client.send("DELETE", member)
    let gone = try client.send("GET", member)

    #expect(added.status == 201)
    #expect(added.json["role"]?.text("slug") == "member")
    #expect(added.json.text("status") == "active")
    #expect(twice.status == 409)
    #expect(twice.json.text("code") == "organization_membership_already_exists")
    #expect(promoted.json["role"]?.text("slug") == "admin")
    #expect(same.json["roles"]?.texts("slug") == ["admin"])
    #expect(removed.status == 200)
    #expect(removed.response.body.isEmpty)
    #expect(gone.json.text("code") == "entity_not_found")
    #expect(client.service.writes.map(\.organizationID).last == organization)
    #expect(client.service.writes.last?.subject == added.json.text("id"))
  }

  @Test func `an update of a membership without a body changes nothing`() throws {
    var client = try SandboxClient(organizations: 40)
    let before = try client.member("jane@acme.com", of: "Acme Corporation")
    let member = "\(path)/\(before.text("id"))"

    let refused = try client.send("PUT", member)
    let after = try client.send("GET", member).json

    #expect(refused.status == 400)
    #expect(after == before)
  }

  @Test func `adding somebody inactive reactivates them with the role that is sent`() throws {
    var client = try SandboxClient(organizations: 40)
    let ravi = try client.member("ravi.kumar@acme.com", of: "Acme Corporation")
    let body =
      #"{"user_id":"\#(ravi.text("user_id"))","organization_id":"#
      + #""\#(ravi.text("organization_id"))","role_slug":"billing"}"#

    let reply = try client.send("POST", path, body)

    #expect(reply.status == 201)
    #expect(reply.json.text("id") == ravi.text("id"))
    #expect(reply.json.text("status") == "active")
    #expect(reply.json["role"]?.text("slug") == "billing")
  }

  @Test func `a pending member can be neither added, deactivated nor reactivated`() throws {
    var client = try SandboxClient(organizations: 40)
    let lena = try client.member("lena.fischer@acme.com", of: "Acme Corporation")
    let member = "\(path)/\(lena.text("id"))"
    let body =
      #"{"user_id":"\#(lena.text("user_id"))","organization_id":"#
      + #""\#(lena.text("organization_id"))"}"#

    let codes = [
      try client.send("POST", path, body), try client.send("PUT", "\(member)/reactivate"),
      try client.send("PUT", "\(member)/deactivate"),
    ].map { "\($0.status) \($0.json.text("code"))" }

    #expect(
      codes == [
        "400 cannot_reactivate_pending_organization_membership",
        "400 cannot_reactivate_pending_organization_membership",
        "400 cannot_deactivate_pending_organization_membership",
      ])
  }

  @Test func `a member is deactivated and reactivated, each as often as asked`() throws {
    var client = try SandboxClient(organizations: 40)
    let jane = "\(path)/\(try client.member("jane@acme.com", of: "Acme Corporation").text("id"))"

    let states = try ["deactivate", "deactivate", "reactivate", "reactivate"].map {
      try client.send("PUT", "\(jane)/\($0)").json.text("status")
    }

    #expect(states == ["inactive", "inactive", "active", "active"])
  }

  @Test(arguments: [
    ("{}", "422 invalid_request_parameters: Validation failed organization_id_string_required"),
    (#"{"user_id":"user_x","organization_id":"org_x"}"#, "404 entity_not_found: User not found"),
    (#"{"user_id":7}"#, "422 invalid_request_parameters: Validation failed user_id_string"),
    ("[]", "400 invalid_request_parameters: The request body must be a JSON object."),
  ])
  func `an impossible membership is refused`(body: String, refusal: String) throws {
    var client = try SandboxClient()

    let reply = try client.send("POST", path, body).refusal

    #expect(refusal.split(separator: " ").allSatisfy { reply.contains($0) }, "\(reply)")
  }

  @Test(arguments: [
    (#"{"role_slug":"emperor"}"#, "invalid_role"),
    (#"{"role_slugs":["admin","member"]}"#, "multiple_roles_not_enabled"),
    (#"{"role_slug":"admin","role_slugs":["admin"]}"#, "invalid_request_parameters"),
    (#"{"role_slugs":[]}"#, "invalid_request_parameters"),
    (#"{"status":"inactive"}"#, "invalid_request_parameters"),
  ])
  func `impossible roles are refused with their code`(body: String, code: String) throws {
    var client = try SandboxClient(organizations: 40)
    let jane = try client.member("jane@acme.com", of: "Acme Corporation").text("id")

    let reply = try client.send("PUT", "\(path)/\(jane)", body)

    #expect(reply.status == 422)
    #expect(reply.json.text("code") == code)
  }

  @Test func `several roles are possible where the environment has them`() throws {
    var client = try SandboxClient(
      organizations: 40, environment: Environment(allowsSeveralRoles: true))
    let jane = try client.member("jane@acme.com", of: "Acme Corporation").text("id")
    let all = try client.members(of: "Acme Corporation")

    let reply = try client.send(
      "PUT", "\(path)/\(jane)", #"{"role_slugs":["viewer","billing"]}"#)

    #expect(reply.json["roles"]?.texts("slug") == ["viewer", "billing"])
    #expect(reply.json["role"]?.text("slug") == "viewer")
    #expect(all.contains { ($0["roles"]?.elements.count ?? 0) > 1 })
  }

  @Test func `deleting an organization takes its memberships, not its users`() throws {
    var client = try SandboxClient(organizations: 40)
    let bob = try client.member("bob@gmail.com", of: "Acme Corporation")
    _ = try client.members(of: "Northwind Traders")
    _ = try client.send("DELETE", "/organizations/\(bob.text("organization_id"))")

    let member = try client.send("GET", "\(path)/\(bob.text("id"))")
    let user = try client.send("GET", "/user_management/users/\(bob.text("user_id"))")
    let left = try client.send("GET", "\(path)?user_id=\(bob.text("user_id"))").json

    #expect(member.status == 404)
    #expect(user.status == 200)
    #expect(left["data"]?.texts("organization_name") == ["Northwind Traders"])
  }

  @Test func `the seed has every kind of membership`() throws {
    var client = try SandboxClient(organizations: 40)
    let all = "active,inactive,pending"

    let initech = try client.members(of: "Initech", statuses: all)
    let alone = try client.members(of: "Smørbrød & Co.", statuses: all)
    let none = try client.members(of: "Acme Test (delete me)", statuses: all)
    let managed = try client.members(of: "Umbrella Health", statuses: all)

    #expect(initech.filter { $0["role"]?.text("slug") == "admin" }.count == 1)
    #expect(initech.count > 1)
    #expect(alone.map { $0["role"]?.text("slug") } == ["admin"])
    #expect(none.isEmpty)
    #expect(managed.allSatisfy { $0["directory_managed"] == .bool(true) })
    #expect(managed.allSatisfy { $0["custom_attributes"]?.names.contains("department") == true })
  }

  @Test func `a new organization has no members`() throws {
    var client = try SandboxClient()
    let id = try client.create("New")

    #expect(try client.send("GET", "\(path)?organization_id=\(id)").json["data"] == .array([]))
  }
}
