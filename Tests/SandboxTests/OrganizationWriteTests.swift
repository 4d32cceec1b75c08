import Testing

@testable import Sandbox

@Suite(.timeLimit(.minutes(20)))
struct OrganizationWriteTests {
  private func error(_ reply: SandboxClient.Reply) -> String {
    let fields = (reply.json["errors"]?.elements ?? []).map {
      " \($0.text("field")): \($0.text("code"))"
    }
    let code = reply.json["code"].map { _ in reply.json.text("code") + ": " } ?? ""
    return "\(reply.status) \(code)\(reply.json.text("message"))" + fields.joined(separator: ",")
  }

  @Test func `a new organization has the keys of the real API in its order`() throws {
    var client = try SandboxClient()

    let reply = try client.send(
      "POST", "/organizations",
      #"{"name":"Acme","domain_data":[{"domain":"Acme.com","state":"pending"}]}"#)

    #expect(reply.status == 201)
    #expect(
      reply.json.names == [
        "object", "id", "name", "allow_profiles_outside_organization", "domains", "external_id",
        "metadata", "created_at", "updated_at",
      ])
    #expect(
      reply.json["domains"]?.elements.first?.names == [
        "object", "id", "organization_id", "domain", "state", "verification_prefix",
        "verification_token", "verification_strategy", "created_at", "updated_at",
      ])
    #expect(reply.json["domains"]?.texts("domain") == ["acme.com"])
    #expect(reply.json["external_id"] == .null)
    #expect(reply.json["metadata"] == .object([]))
    #expect(reply.json.text("created_at") == "2027-01-15T08:00:00.001Z")
  }

  @Test func `domains given as text are legacy verified, verified domain data is manual`() throws {
    var client = try SandboxClient()

    let old = try client.send(
      "POST", "/organizations", #"{"name":"A","domains":["a.example"]}"#)
    let new = try client.send(
      "POST", "/organizations",
      #"{"name":"B","domain_data":[{"domain":"b.example","state":"verified"}]}"#)

    #expect(old.json["domains"]?.texts("state") == ["legacy_verified"])
    #expect(new.json["domains"]?.texts("state") == ["verified"])
    #expect(new.json["domains"]?.texts("verification_strategy") == ["manual"])
  }

  @Test(arguments: [
    ("{}", "422 Validation failed name: name must be a string"),
    ("", "400 invalid_request_parameters: The request body is missing."),
    (#"{"name":7}"#, "422 Validation failed name: name must be a string"),
    (#"{"name":""}"#, "422 Validation failed name: name should not be empty"),
    (
      #"{"name":"A","stripe_customer_id":"cus_1"}"#,
      "422 Validation failed stripe_customer_id: property stripe_customer_id should not exist"
    ),
    (
      #"{"name":"A","allow_profiles_outside_organization":true}"#,
      "422 Validation failed allow_profiles_outside_organization:"
        + " property allow_profiles_outside_organization should not exist"
    ),
    (
      #"{"name":"A","external_id":""}"#,
      "422 Validation failed external_id: external_id should not be empty"
    ),
    (
      #"{"name":"A","external_id":"é"}"#,
      "422 Validation failed external_id:"
        + " external_id must be at most 128 characters, all of them ASCII"
    ),
    (
      #"{"name":"A","metadata":{"a":1}}"#,
      "400 invalid_metadata: Metadata value of 'a' must be a string of at most 600 characters."
    ),
    (
      #"{"name":"A","metadata":{"":"x"}}"#,
      "400 invalid_metadata: Metadata keys must be 1 to 40 characters long."
    ),
    (
      #"{"name":"A","domain_data":[{"domain":"no host","state":"pending"}]}"#,
      "422 Validation failed domain_data.0.domain: domain must be a valid domain name"
    ),
    (
      #"{"name":"A","domain_data":[{"domain":"a.example","state":"pending","id":"x"}]}"#,
      "422 Validation failed domain_data.0.id: property domain_data.0.id should not exist"
    ),
    (
      #"{"name":"A","domain_data":[{"domain":"a.example","state":"failed"}]}"#,
      "422 Validation failed domain_data.0.state:"
        + " state must be one of the following values: pending, verified"
    ),
    (
      #"{"name":"A","domain_data":[],"domains":{}}"#,
      "422 Validation failed domains: domains must be an array"
    ),
    (
      #"{"name":"A","domain_data":[{"domain":"gmail.com","state":"pending"}]}"#,
      "400 consumer_domain_forbidden: The domain gmail.com is a consumer domain and is not allowed."
    ),
    (#"{"name":"#, "400 invalid_request_parameters: Unexpected end of JSON input"),
    (
      #"["name"]"#,
      "400 invalid_request_parameters: The request body must be a JSON object."
    ),
  ])
  func `an impossible creation is refused`(body: String, expected: String) throws {
    var client = try SandboxClient()

    let reply = try client.send("POST", "/organizations", body)

    #expect(error(reply) == expected)
    #expect(client.service.store.organizations.isEmpty)
  }

  @Test func `every bad field is named in one answer`() throws {
    var client = try SandboxClient()

    let reply = try client.send("POST", "/organizations", #"{"name":1,"external_id":2}"#)

    #expect(reply.json["errors"]?.texts("field") == ["name", "external_id"])
  }

  @Test func `what belongs to another organization is refused`() throws {
    var client = try SandboxClient()
    let first = try client.create("A", #","external_id":"x","domains":["example.com"]"#)
    let second = try client.create("B")
    _ = try client.send("PUT", "/organizations/\(first)", #"{"stripe_customer_id":"cus_1"}"#)

    let externalID = try client.send("PUT", "/organizations/\(second)", #"{"external_id":"x"}"#)
    let stripe = try client.send(
      "PUT", "/organizations/\(second)", #"{"stripe_customer_id":"cus_1"}"#)
    let domain = try client.send(
      "POST", "/organizations", #"{"name":"C","domains":["EXAMPLE.com"]}"#)

    #expect(externalID.status == 400)
    #expect(externalID.json.text("code") == "external_id_already_used")
    #expect(stripe.json.text("code") == "stripe_customer_id_already_used")
    #expect(
      error(domain) == "409 An Organization with the domain example.com already exists.")
  }

  @Test func `a domain that another organization has too can stay, and goes to no third one`()
    throws
  {
    var client = try SandboxClient(organizations: 30)
    let hooli = try client.organization(named: "Hooli")
    let domains = (hooli["domains"]?.elements ?? []).map {
      #"{"domain":"\#($0.text("domain"))","state":"\#($0.text("state"))"}"#
    }
    let kept = try client.send(
      "PUT", "/organizations/\(hooli.text("id"))",
      "{\"domain_data\":[\(domains.joined(separator: ","))]}")
    let third = try client.send(
      "POST", "/organizations", #"{"name":"C","domains":["sprout-labs.example"]}"#)

    #expect(kept.status == 200)
    #expect(kept.json["domains"]?.texts("domain").last == "sprout-labs.example")
    #expect(third.status == 409)
  }

  @Test func `metadata merges, null removes a key and an empty object all of them`() throws {
    var client = try SandboxClient()
    let id = try client.create("A", #","metadata":{"plan":"pro","region":"eu"}"#)

    let merged = try client.send(
      "PUT", "/organizations/\(id)", #"{"metadata":{"plan":null,"seats":"5","region":"us"}}"#)
    let kept = try client.send("PUT", "/organizations/\(id)", #"{"name":"B"}"#)
    let emptied = try client.send("PUT", "/organizations/\(id)", #"{"metadata":{}}"#)

    #expect(
      merged.json["metadata"]
        == .object([
          JSONMember(name: "region", value: .string("us")),
          JSONMember(name: "seats", value: .string("5")),
        ]))
    #expect(kept.json["metadata"] == merged.json["metadata"])
    #expect(emptied.json["metadata"] == .object([]))
  }

  @Test func `metadata cannot grow past fifty keys by merging`() throws {
    var client = try SandboxClient()
    let pairs = (1...50).map { "\"key\($0)\":\"x\"" }.joined(separator: ",")
    let id = try client.create("A", ",\"metadata\":{\(pairs)}")

    let refused = try client.send(
      "PUT", "/organizations/\(id)", #"{"name":"B","metadata":{"one":"more"}}"#)
    let swapped = try client.send(
      "PUT", "/organizations/\(id)", #"{"metadata":{"one":"more","key1":null}}"#)

    #expect(error(refused) == "400 invalid_metadata: Metadata can have at most 50 keys.")
    #expect(swapped.status == 200)
    #expect(swapped.json.text("name") == "A")
  }

  @Test func `null clears the external id and removes the Stripe id`() throws {
    var client = try SandboxClient()
    let id = try client.create("A", #","external_id":"x""#)
    let set = try client.send(
      "PUT", "/organizations/\(id)", #"{"stripe_customer_id":"cus_1","external_id":"y"}"#)

    let cleared = try client.send(
      "PUT", "/organizations/\(id)", #"{"stripe_customer_id":null,"external_id":null}"#)

    #expect(set.json.text("stripe_customer_id") == "cus_1")
    #expect(set.json.text("external_id") == "y")
    #expect(cleared.json["external_id"] == .null)
    #expect(cleared.json["stripe_customer_id"] == nil)
  }

  @Test func `domain data replaces the list and keeps the domains that stay`() throws {
    var client = try SandboxClient()
    let created = try client.send(
      "POST", "/organizations",
      """
      {"name":"A","domain_data":[{"domain":"keep.example","state":"pending"},
      {"domain":"change.example","state":"pending"},{"domain":"go.example","state":"pending"}]}
      """)
    let before = created.json["domains"]?.elements ?? []

    let updated = try client.send(
      "PUT", "/organizations/\(created.json.text("id"))",
      """
      {"domain_data":[{"domain":"new.example","state":"verified"},
      {"domain":"keep.example","state":"pending"},{"domain":"change.example","state":"verified"}]}
      """)

    let after = updated.json["domains"]?.elements ?? []
    #expect(after.map { $0.text("domain") } == ["new.example", "keep.example", "change.example"])
    #expect(after[1] == before[0])
    #expect(after[2].text("id") == before[1].text("id"))
    #expect(after[2].text("state") == "verified")
    #expect(after[2].text("verification_strategy") == "manual")
  }

  @Test func `domain data turns every state that cannot be sent`() throws {
    var client = try SandboxClient(organizations: 30)
    let stark = try client.organization(named: "Stark Robotics")
    let entries = (stark["domains"]?.elements ?? []).map { domain in
      let state = domain["state"] == .string("legacy_verified") ? "verified" : "pending"
      return "{\"domain\":\"\(domain.text("domain"))\",\"state\":\"\(state)\"}"
    }

    let updated = try client.send(
      "PUT", "/organizations/\(stark.text("id"))",
      "{\"domain_data\":[\(entries.joined(separator: ","))]}")

    #expect(
      stark["domains"]?.elements.map { $0["state"] } == [
        .string("legacy_verified"), .string("failed"), .string("unverified"), .string("on_hold"),
        nil,
      ])
    #expect(
      updated.json["domains"]?.texts("state") == [
        "verified", "pending", "pending", "pending", "pending",
      ])
    #expect(updated.json["domains"]?.texts("id") == stark["domains"]?.texts("id"))
  }

  @Test func `a domain added or removed by itself leaves the others alone`() throws {
    var client = try SandboxClient(organizations: 30)
    let stark = try client.organization(named: "Stark Robotics")
    let id = stark.text("id")

    let added = try client.send(
      "POST", "/organization_domains",
      "{\"organization_id\":\"\(id)\",\"domain\":\"new.example\"}")
    let longer = try client.send("GET", "/organizations/\(id)").json
    let removed = try client.send("DELETE", "/organization_domains/\(added.json.text("id"))")
    let again = try client.send("GET", "/organizations/\(id)").json

    let domains = stark["domains"]?.elements ?? []
    #expect(longer["domains"]?.elements == domains + [added.json])
    #expect(removed.status == 204)
    #expect(again["domains"]?.elements == domains)
  }

  @Test func `plain domain names leave the state of a known domain alone`() throws {
    var client = try SandboxClient()
    let id = try client.create("A", #","domain_data":[{"domain":"a.example","state":"pending"}]"#)

    let updated = try client.send(
      "PUT", "/organizations/\(id)", #"{"domains":["a.example","b.example"]}"#)

    #expect(updated.json["domains"]?.texts("state") == ["pending", "legacy_verified"])
  }

  @Test func `an update without a body is refused and changes nothing`() throws {
    var client = try SandboxClient()
    let id = try client.create("A")
    let before = try client.send("GET", "/organizations/\(id)").json

    let refused = try client.send("PUT", "/organizations/\(id)")

    #expect(error(refused) == "400 invalid_request_parameters: The request body is missing.")
    #expect(try client.send("GET", "/organizations/\(id)").json == before)
  }

  @Test func `an update without changes still moves updated_at`() throws {
    var client = try SandboxClient()
    let id = try client.create("A")
    let before = try client.send("GET", "/organizations/\(id)").json

    let after = try client.send("PUT", "/organizations/\(id)", "{}").json

    #expect(after.text("updated_at") > before.text("updated_at"))
    #expect(after.text("created_at") == before.text("created_at"))
  }

  @Test func `a deleted organization is gone at once`() throws {
    var client = try SandboxClient()
    let id = try client.create("A")

    let deleted = try client.send("DELETE", "/organizations/\(id)")
    let again = try client.send("DELETE", "/organizations/\(id)")
    let read = try client.send("GET", "/organizations/\(id)")

    #expect(deleted.status == 202)
    #expect(deleted.response.body == Array("Accepted".utf8))
    #expect(deleted.response.headers.first?.value == "text/plain; charset=utf-8")
    #expect(error(again) == "404 Not Found")
    #expect(error(read) == "404 Not Found")
  }

  @Test func `the fifty-first delete of a minute has to wait`() throws {
    var client = try SandboxClient(organizations: 60)
    let ids = client.service.store.organizations.map(\.idText)
    for id in ids.prefix(50) { _ = try client.send("DELETE", "/organizations/\(id)") }

    let refused = try client.send("DELETE", "/organizations/\(ids[50])")
    client.now.addTimeInterval(60)
    let later = try client.send("DELETE", "/organizations/\(ids[50])")

    #expect(refused.status == 429)
    #expect(refused.response.headers.contains(HTTPHeader("Retry-After", "60")))
    #expect(refused.json.text("message").hasPrefix("Rate limit exceeded."))
    #expect(later.status == 202)
  }

  @Test func `an external id with a slash is found when its segment is encoded`() throws {
    var client = try SandboxClient()
    let id = try client.create("A", #","external_id":"team/42%""#)

    let found = try client.send("GET", "/organizations/external_id/team%2F42%25")
    let missing = try client.send("GET", "/organizations/external_id/team")

    #expect(found.json.text("id") == id)
    #expect(missing.status == 404)
  }

  @Test func `an idempotency key is ignored, as by the real API`() throws {
    var client = try SandboxClient()
    let key = [HTTPHeader("idempotency-key", "bar")]

    let first = try client.send("POST", "/organizations", #"{"name":"A"}"#, headers: key)
    let again = try client.send("POST", "/organizations", #"{"name":"A"}"#, headers: key)

    #expect(first.status == 201)
    #expect(again.status == 201)
    #expect(client.service.store.organizations.map(\.name) == ["A", "A"])
    #expect(client.service.writes.map(\.isApplied) == [true, true])
  }

  @Test func `an idempotency key creates once where it is honoured`() throws {
    var client = try SandboxClient(honoursIdempotencyKeys: true)
    let key = [HTTPHeader("idempotency-key", "bar")]

    let first = try client.send("POST", "/organizations", #"{"name":"A"}"#, headers: key)
    let again = try client.send("POST", "/organizations", #"{"name":"A"}"#, headers: key)
    let other = try client.send("POST", "/organizations", #"{"name":"B"}"#, headers: key)

    #expect(again.json == first.json)
    #expect(
      error(other)
        == "400 idempotency_key_in_use: Another idempotency key (bar) with different request parameters was found."
        + " Please use a different idempotency key.")
    #expect(client.service.store.organizations.count == 1)
    #expect(client.service.writes.map(\.isApplied) == [true, false, false])
  }

  @Test func `an organization made while the clock stands still is the newest all the same`()
    throws
  {
    var client = try SandboxClient(organizations: 20)
    client.now = .init(timeIntervalSince1970: 0)

    let first = try client.create("Late")
    let second = try client.create("Later")
    let list = try client.send("GET", "/organizations?order=desc").json

    #expect(list["data"]?.texts("id").prefix(2) == [second, first])
    #expect(list["data"]?.texts("created_at").first == "2026-10-31T16:42:07.318Z")
  }
}
