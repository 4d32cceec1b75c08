import Testing

@testable import Sandbox

@Suite(.timeLimit(.minutes(20)))
struct ServiceTests {
  @Test(arguments: ["", "sk_test_sandbo", "sk_test_sandboxx", "sk_test_sandboxsk_test_sandbox"])
  func `a wrong key is unauthorized`(key: String) throws {
    var client = try SandboxClient()
    client.key = key

    let reply = try client.send("GET", "/organizations")

    #expect(reply.status == 401)
    #expect(reply.response.body == Array(#"{"message":"Unauthorized"}"#.utf8))
  }

  @Test(arguments: [
    ("GET", "/nothing", 404), ("GET", "/organizations/", 404), ("GET", "/", 404),
    ("GET", "/organizations/org_x", 404), ("HEAD", "/organizations", 405),
    ("PATCH", "/organizations/org_x", 405), ("BREW", "/organizations", 405),
    ("GET", "/organization_domains/org_domain_x", 404),
  ])
  func `what does not exist is said so`(method: String, path: String, status: Int) throws {
    var client = try SandboxClient()

    let reply = try client.send(method, path)

    #expect(reply.status == status)
    #expect(reply.response.headers.contains { $0.name == "Allow" } == (status == 405))
  }

  @Test(arguments: [
    ("POST", "/organizations"), ("PUT", "/organizations/1"), ("POST", "/organization_domains"),
    ("POST", "/user_management/organization_memberships"),
    ("PUT", "/user_management/organization_memberships/1"),
    ("POST", "/authorization/organizations/1/roles"),
    ("PATCH", "/authorization/organizations/1/roles/a"),
    ("PUT", "/authorization/organizations/1/roles/a/permissions"),
    ("POST", "/authorization/organizations/1/roles/a/permissions"),
    ("POST", "/user_management/invitations"), ("POST", "/user_management/invitations/1/resend"),
    ("POST", "/organizations/1/api_keys"), ("PUT", "/organizations/1/audit_logs_retention"),
    ("POST", "/portal/generate_link"), ("POST", "/portal/revoke_link"),
    ("POST", "/organizations/1/it_contacts"), ("POST", "/organizations/1/it_contacts/2/invite"),
  ])
  func `a write without the body it needs is refused`(method: String, path: String) throws {
    var client = try SandboxClient()

    let reply = try client.send(method, path)

    #expect(reply.refusal == "400 invalid_request_parameters: The request body is missing.")
  }

  @Test func `every answer has a request id of its own`() throws {
    var client = try SandboxClient()

    let replies = [try client.send("GET", "/organizations"), try client.send("GET", "/x")]

    let ids = replies.compactMap { $0.response.headers.last { $0.name == "X-Request-ID" }?.value }
    #expect(ids.count == 2)
    #expect(ids[0] != ids[1])
    #expect(ids.allSatisfy { $0.hasPrefix("req_") && $0.utf8.count == 40 })
  }

  @Test func `a domain is added, read, verified and removed`() throws {
    var client = try SandboxClient()
    let id = try client.create("A")
    let body = "{\"organization_id\":\"\(id)\",\"domain\":\"new.example\"}"

    let added = try client.send("POST", "/organization_domains", body)
    let path = "/organization_domains/\(added.json.text("id"))"
    let verifying = try client.send("POST", "\(path)/verify")
    let read = try client.send("GET", path)
    let removed = try client.send("DELETE", path)
    let again = try client.send("DELETE", path)

    #expect(added.status == 201)
    #expect(added.json.text("state") == "pending")
    #expect(added.json.text("organization_id") == id)
    #expect(verifying.status == 201)
    #expect(verifying.json.text("state") == "pending")
    #expect(read.json == verifying.json)
    #expect(removed.status == 204)
    #expect(removed.response.body.isEmpty)
    #expect(again.status == 404)
    #expect(again.json.text("code") == "entity_not_found")
  }

  @Test func `a domain is verified five seconds after it was asked to be`() throws {
    var client = try SandboxClient()
    let id = try client.create("A")
    let body = "{\"organization_id\":\"\(id)\",\"domain\":\"new.example\"}"
    let path =
      "/organization_domains/"
      + (try client.send("POST", "/organization_domains", body)).json.text("id")
    client.now.addTimeInterval(3600)

    let unasked = try client.send("GET", path).json
    _ = try client.send("POST", "\(path)/verify")
    client.now.addTimeInterval(4.9)
    let waiting = try client.send("GET", path).json
    client.now.addTimeInterval(0.1)
    let verified = try client.send("GET", path).json
    let again = try client.send("POST", "\(path)/verify")

    #expect(
      [unasked, waiting, verified].map { $0.text("state") } == [
        "pending", "pending", "verified",
      ])
    #expect(verified.text("updated_at") > waiting.text("updated_at"))
    #expect(again.json.text("code") == "domain_already_verified")
  }

  @Test(arguments: ["Café Lumière", "Wayne Logistics"])
  func `a seeded domain without a record fails, as often as it is asked`(owner: String) throws {
    var client = try SandboxClient(organizations: 30)
    let domain = try client.organization(named: owner)["domains"]?.elements.first?.text("id") ?? ""
    let path = "/organization_domains/\(domain)"

    var states: [String] = []
    for _ in 1...2 {
      states.append(try client.send("POST", "\(path)/verify").json.text("state"))
      client.now.addTimeInterval(6)
      states.append(try client.send("GET", path).json.text("state"))
    }

    #expect(states == ["pending", "failed", "pending", "failed"])
  }

  @Test func `what was removed or verified by hand meanwhile stays so`() throws {
    var client = try SandboxClient()
    let id = try client.create("A", #","domain_data":[{"domain":"a.example","state":"pending"}]"#)
    let domain = client.service.store.organizations[0].domains[0].idText
    _ = try client.send("POST", "/organization_domains/\(domain)/verify")

    let byHand = try client.send(
      "PUT", "/organizations/\(id)", #"{"domain_data":[{"domain":"a.example","state":"verified"}]}"#
    )
    client.now.addTimeInterval(6)
    let later = try client.send("GET", "/organizations/\(id)").json

    #expect(later["domains"] == byHand.json["domains"])
  }

  @Test func `a domain cannot be added or verified twice`() throws {
    var client = try SandboxClient()
    let id = try client.create("A", #","domains":["old.example"]"#)
    let domain = client.service.store.organizations.first?.domains.first?.idText ?? ""

    let added = try client.send(
      "POST", "/organization_domains",
      "{\"organization_id\":\"\(id)\",\"domain\":\"old.example\"}")
    let verified = try client.send("POST", "/organization_domains/\(domain)/verify")

    #expect(added.status == 409)
    #expect(added.json.text("code") == "domain_already_exists")
    #expect(verified.status == 400)
    #expect(verified.json.text("code") == "domain_already_verified")
  }

  @Test(arguments: [
    (#"{"domain":"a.example"}"#, 422),
    (#"{"organization_id":"org_x","domain":"a.example","state":"verified"}"#, 422),
    (#"{"organization_id":"org_x","domain":"a b"}"#, 422),
    (#"{"organization_id":"org_x","domain":"a.example"}"#, 404),
    (#"{"organization_id":"org_x","domain":"gmail.com"}"#, 400),
  ])
  func `an impossible domain is refused`(body: String, status: Int) throws {
    var client = try SandboxClient()

    #expect(try client.send("POST", "/organization_domains", body).status == status)
  }

  @Test func `writes are recorded, reads are not`() throws {
    var client = try SandboxClient()
    let id = try client.create("A")
    _ = try client.send("GET", "/organizations")
    _ = try client.send("PUT", "/organizations/\(id)", #"{"name":1}"#)
    _ = try client.send("DELETE", "/organizations/\(id)")

    let log = try client.send("GET", "/sandbox/writes").json["data"]?.elements ?? []

    #expect(log.map { $0.text("method") } == ["POST", "PUT", "DELETE"])
    #expect(log.map { $0.text("organization_id") } == [id, id, id])
    #expect(log.map { $0["status"] } == [.number("201"), .number("422"), .number("202")])
    #expect(log.map { $0["applied"] } == [.bool(true), .bool(false), .bool(true)])
  }

  @Test func `latency is added to every answer of the API`() throws {
    var client = try SandboxClient(faults: "GET /organizations delay=1s count=1")
    let set = try client.send("POST", "/sandbox/latency", "80ms\n")

    let slow = try client.answer("GET", "/organizations")
    let plain = try client.answer("GET", "/organizations")
    let control = try client.answer("GET", "/sandbox/writes")

    #expect(set.status == 204)
    #expect(slow.delay == .milliseconds(1080))
    #expect(plain.delay == .milliseconds(80))
    #expect(control.delay == .zero)
  }

  @Test func `faults are added and cleared while it runs`() throws {
    var client = try SandboxClient()

    let added = try client.send("POST", "/sandbox/faults", "GET /** 503\n\nPOST 500 count=1\n")
    let faulty = try client.send("GET", "/organizations")
    let cleared = try client.send("DELETE", "/sandbox/faults")
    let healthy = try client.send("GET", "/organizations")
    let refused = try client.send("POST", "/sandbox/faults", "GET nonsense")

    #expect([added, faulty, cleared, healthy, refused].map(\.status) == [204, 503, 204, 200, 400])
    #expect(refused.json.text("message").hasPrefix("“nonsense” is not known here"))
  }
}
