import Testing

@testable import Sandbox

@Suite(.timeLimit(.minutes(20)))
struct EventTests {
  private let kinds = "organization.created,organization.updated,organization_membership.created"

  @Test func `events are told oldest first, and pages lead on only`() throws {
    var client = try SandboxClient(organizations: 40)
    let id = try client.id(of: "Acme Corporation")
    let query = "/events?events=\(kinds)&organization_id=\(id)"

    let whole = try client.send("GET", "\(query)&limit=100").json
    let page = try client.send("GET", "\(query)&limit=5").json
    let after = page["list_metadata"]?.text("after") ?? ""
    let next = try client.send("GET", "\(query)&limit=5&after=\(after)").json

    let times = whole["data"]?.texts("created_at") ?? []
    let ids = (page["data"]?.texts("id") ?? []) + (next["data"]?.texts("id") ?? [])
    #expect(times == times.sorted())
    #expect(page["list_metadata"]?.names == ["after"])
    #expect(ids == Array((whole["data"]?.texts("id") ?? []).prefix(10)))
    #expect(whole["data"]?.elements.first?.text("event") == "organization.created")
  }

  @Test func `what a client does becomes an event, without secrets`() throws {
    var client = try SandboxClient()
    let id = try client.create("A")
    _ = try client.send("PUT", "/organizations/\(id)", #"{"name":"B"}"#)
    _ = try client.send("POST", "/organizations/\(id)/api_keys", #"{"name":"CI"}"#)
    _ = try client.send(
      "POST", "/user_management/invitations",
      #"{"organization_id":"\#(id)","email":"new@a.example"}"#)
    _ = try client.send("PUT", "/organizations/\(id)", #"{"name":""}"#)
    _ = try client.send("DELETE", "/organizations/\(id)")

    let all = "organization.created,organization.updated,organization.deleted,api_key.created"
    let list = try client.send(
      "GET", "/events?events=\(all),invitation.created&organization_id=\(id)"
    ).json["data"]

    #expect(
      list?.texts("event") == [
        "organization.created", "organization.updated", "api_key.created", "invitation.created",
        "organization.deleted",
      ])
    #expect(list?.elements.dropFirst().first?["data"]?.text("name") == "B")
    let fields = (list?.elements ?? []).flatMap { $0["data"]?.names ?? [] }
    #expect(!fields.contains("value"))
    #expect(!fields.contains("token"))
  }

  @Test func `a verification tells how it ended`() throws {
    var client = try SandboxClient(organizations: 30)
    let owner = try client.organization(named: "Wayne Logistics")
    let domain = owner["domains"]?.elements.first?.text("id") ?? ""
    _ = try client.send("POST", "/organization_domains/\(domain)/verify")
    client.now.addTimeInterval(6)

    let query = "events=organization_domain.verification_failed&organization_id=\(owner.text("id"))"
    let list = try client.send("GET", "/events?\(query)").json["data"]

    #expect(list?.elements.first?["data"]?["organization_domain"]?.text("id") == domain)
  }

  @Test func `a range is cut at both ends`() throws {
    var client = try SandboxClient()
    for name in ["A", "B", "C"] {
      _ = try client.create(name)
      client.now.addTimeInterval(60)
    }

    let list = try client.send(
      "GET",
      "/events?events=organization.created&range_start=2027-01-15T08:00:30Z"
        + "&range_end=2027-01-15T08:01:30.000Z"
    ).json["data"]

    #expect(list?.elements.map { $0["data"]?.text("name") } == ["B"])
  }

  @Test(arguments: [
    ("", "invalid_events_request"), ("events=", "invalid_events_request"),
    ("events=a&range_start=2027-01-15T08:00:30%2B00:00", "invalid_request_parameters"),
    ("events=a&range_end=yesterday", "invalid_request_parameters"),
    (
      "events=a&range_start=2027-01-15T08:00:30Z&after=event_01M69DE12P0000000000000000",
      "invalid_request_parameters"
    ),
    ("events=a&organization_id=acme", "invalid_request_parameters"),
  ])
  func `an impossible question is refused`(query: String, code: String) throws {
    var client = try SandboxClient()

    let reply = try client.send("GET", "/events?\(query)")

    #expect(reply.status == 400)
    #expect(reply.json.text("code") == code)
  }

  @Test func `what a client made before the first look is told once`() throws {
    var client = try SandboxClient(organizations: 40)
    let id = try client.id(of: "Acme Corporation")
    _ = try client.send("POST", "/organizations/\(id)/api_keys", #"{"name":"CI of today"}"#)

    let list = try client.send(
      "GET", "/events?events=api_key.created&organization_id=\(id)&limit=100"
    ).json["data"]

    let names = (list?.elements ?? []).map { $0["data"]?.text("name") }
    #expect(names.count { $0 == "CI of today" } == 1)
    #expect(names.count > 1)
  }

  @Test func `failed attempts to sign in are told`() throws {
    var client = try SandboxClient(organizations: 40)
    let id = try client.id(of: "Acme Corporation")

    let list = try client.send(
      "GET", "/events?events=authentication.password_failed&organization_id=\(id)&limit=100"
    ).json["data"]

    let addresses = (list?.elements ?? []).map { $0["data"]?.text("email") }
    #expect(addresses.contains("ravi.kumar@acme.com"))
  }
}
