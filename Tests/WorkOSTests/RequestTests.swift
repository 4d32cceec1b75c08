import Foundation
import TestSupport
import Testing
import WorkOS

/// What goes over the wire for each call.
@Suite(.timeLimit(.minutes(20)))
struct RequestTests {
  private let list = #"{"object":"list","data":[],"list_metadata":{"before":null,"after":null}}"#
  private let acme = #"{"id":"org_1","name":"Acme"}"#

  @Test func `an answer about another organization is no answer`() async throws {
    let stub = StubTransport([.json(acme), .json(acme)])
    let client = try WorkOSClient.stubbed(stub)
    let failure = WorkOSError.undecodable(
      WorkOSError.Undecodable(
        status: 200, detail: "it is about another organization, org_1", requestID: nil))

    await #expect(throws: failure) { try await client.send(Organizations.get("org_2")) }
    await #expect(throws: failure) {
      try await client.send(Organizations.update("org_2", OrganizationUpdate()))
    }
  }

  @Test func `a key that was pasted where a text belongs is not sent`() async throws {
    let stub = StubTransport([])
    let client = try WorkOSClient.stubbed(stub)
    let failure = WorkOSError.transport(.heldBack(reason: "the text holds the API key itself"))

    await #expect(throws: failure) {
      try await client.send(Organizations.list(OrganizationQuery(filter: .name("sk_test_secret"))))
    }
    await #expect(throws: failure) {
      try await client.send(Organizations.get(externalID: " sk_test_secret "))
    }
    await #expect(throws: failure) {
      try await client.send(
        Organizations.update(
          "org_1", OrganizationUpdate(externalID: .set("sk_test_secret"))))
    }
    #expect(stub.requests.isEmpty)
  }

  @Test func `an id that came with the key in it is not asked for as another one`() async throws {
    let stub = StubTransport([])
    let client = try WorkOSClient.stubbed(stub)
    let failure = WorkOSError.transport(
      .heldBack(reason: "“…” stands in its id for what was left out, such as the API key"))

    await #expect(throws: failure) { try await client.send(Organizations.get("org_…")) }
    await #expect(throws: failure) { try await client.send(Organizations.delete("org_…/1")) }
    #expect(stub.requests.isEmpty)
  }

  @Test func `a list is asked for with its limit and always with an order`() async throws {
    let stub = StubTransport([.json(list)])

    _ = try await WorkOSClient.stubbed(stub).send(Organizations.list(OrganizationQuery()))

    #expect(
      stub.requests.map(\.description) == [
        "GET https://api.workos.com/organizations?limit=50&order=desc"
      ])
    #expect(stub.requests.map(\.body) == [nil])
  }

  @Test(arguments: [
    (OrganizationQuery(order: .oldestFirst, limit: 100), "limit=100&order=asc"),
    (OrganizationQuery(limit: 1000), "limit=100&order=desc"),
    (OrganizationQuery(limit: 0), "limit=1&order=desc"),
    (OrganizationQuery(cursor: .after("org_9")), "limit=50&order=desc&after=org_9"),
    (OrganizationQuery(cursor: .before("org_9")), "limit=50&order=desc&before=org_9"),
    (
      OrganizationQuery(filter: .name("a+b c&d=é/?#%")),
      "limit=50&order=desc&search=a%2Bb%20c%26d%3D%C3%A9%2F%3F%23%25"
    ),
    (OrganizationQuery(filter: .name("")), "limit=50&order=desc"),
    (
      OrganizationQuery(filter: .domains(["a.com", "b,c.com"]), cursor: .after("x")),
      "limit=50&order=desc&domains=a.com,b%2Cc.com&after=x"
    ),
    (OrganizationQuery(filter: .domains([])), "limit=50&order=desc"),
  ])
  func `a query is encoded strictly`(query: OrganizationQuery, expected: String) async throws {
    let stub = StubTransport([.json(list)])

    _ = try await WorkOSClient.stubbed(stub).send(Organizations.list(query))

    #expect(stub.requests.map { $0.url.query() } == [expected])
  }

  @Test(arguments: [
    ("plain-1_2.3~", "plain-1_2.3~"),
    ("a/b?c#d%e", "a%2Fb%3Fc%23d%25e"),
    ("a b+c", "a%20b%2Bc"),
    ("..", "%2E%2E"),
    (".", "%2E"),
    ("../x", "..%2Fx"),
    ("é😀\u{0}\n", "%C3%A9%F0%9F%98%80%00%0A"),
    ("a;b:c@d", "a%3Bb%3Ac%40d"),
  ])
  func `an external id stays one segment of the path`(
    externalID: String, expected: String
  ) async throws {
    let stub = StubTransport([.json(acme)])

    _ = try await WorkOSClient.stubbed(stub).send(Organizations.get(externalID: externalID))

    #expect(
      stub.requests.map(\.url.absoluteString) == [
        "https://api.workos.com/organizations/external_id/\(expected)"
      ])
  }

  @Test func `an id stays one segment of the path`() async throws {
    let stub = StubTransport([.json("", status: 204)])

    _ = try await WorkOSClient.stubbed(stub).send(Organizations.delete("org_1/../org_2?x"))

    #expect(
      stub.requests.map(\.description) == [
        "DELETE https://api.workos.com/organizations/org_1%2F..%2Forg_2%3Fx"
      ])
  }

  @Test func `a base path comes before every path`() async throws {
    let stub = StubTransport([.json(acme)])
    let client = WorkOSClient(
      configuration: .init(
        baseURL: try BaseURL("https://proxy.example/workos/").url, apiKey: APIKey(secret: "k")),
      transport: stub)

    _ = try await client.send(Organizations.get("org_1"))

    #expect(
      stub.requests.map(\.url.absoluteString) == [
        "https://proxy.example/workos/organizations/org_1"
      ])
  }

  @Test func `a read carries the key and says who asks`() async throws {
    let stub = StubTransport([.json(acme)])

    _ = try await WorkOSClient.stubbed(stub).send(Organizations.get("org_1"))

    #expect(
      stub.requests.map(\.headers) == [
        [
          "Authorization": "Bearer sk_test_secret",
          "Accept": "application/json",
          "User-Agent": "workos-console/0.1.0",
        ]
      ])
  }

  @Test func `a creation sends the new organization's own body and an idempotency key`()
    async throws
  {
    let stub = StubTransport([.json(acme, status: 201)])
    let new = NewOrganization(name: "Acme", externalID: "e-1", metadata: ["tier": "gold"])
    let key = try #require(UUID(uuidString: "6F9619FF-8B86-D011-B42D-00CF4FC964FF"))

    let answer = try await WorkOSClient.stubbed(stub).send(
      Organizations.create(new, idempotencyKey: key))

    let request = try #require(stub.requests.first)
    #expect(answer.value.name == "Acme")
    #expect(request.description == "POST https://api.workos.com/organizations")
    #expect(request.headers["Idempotency-Key"] == "6f9619ff-8b86-d011-b42d-00cf4fc964ff")
    #expect(request.headers["Content-Type"] == "application/json")
    #expect(request.body == new.body.bytes)
  }

  @Test func `an update sends the update's own body`() async throws {
    let stub = StubTransport([.json(acme)])
    let update = OrganizationUpdate(name: "Acme")

    _ = try await WorkOSClient.stubbed(stub).send(Organizations.update("org_1", update))

    let request = try #require(stub.requests.first)
    #expect(request.description == "PUT https://api.workos.com/organizations/org_1")
    #expect(request.headers["Content-Type"] == "application/json")
    #expect(request.headers["Idempotency-Key"] == nil)
    #expect(request.body == update.body.bytes)
  }

  @Test(arguments: [
    (200, "", DeletionReceipt.deleted), (202, "Accepted", .accepted), (204, "", .deleted),
  ])
  func `a deletion succeeds whatever its body`(
    status: Int, body: String, expected: DeletionReceipt
  ) async throws {
    let stub = StubTransport([.json(body, status: status, headers: ["x-request-id": "r1"])])

    let answer = try await WorkOSClient.stubbed(stub).send(Organizations.delete("org_1"))

    #expect(answer == Answer(value: expected, requestID: "r1"))
  }

  @Test func `deleting what is not there stays a rejection`() async throws {
    let stub = StubTransport([.json(#"{"message":"Not Found"}"#, status: 404)])

    await #expect(
      throws: WorkOSError.rejected(.init(status: 404, code: nil, message: "Not Found"))
    ) {
      try await WorkOSClient.stubbed(stub).send(Organizations.delete("org_1"))
    }
  }
}
