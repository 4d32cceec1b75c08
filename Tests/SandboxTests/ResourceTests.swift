import Testing

@testable import Sandbox

/// What a test needs to give a sandbox a kind of thing of its own.
@Suite(.timeLimit(.minutes(20)))
struct ResourceTests {
  private struct Badge: Listed {
    static let prefix: StaticString = "badge_"

    var id: ULID
    var title: String

    func write(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("object", "badge")
        writer.member("id", id, prefix: Self.prefix)
        writer.member("title", title)
      }
    }
  }

  private struct Badges: Resource, StoredState {
    var all: [Badge] = []

    var endpoints: [Endpoint] {
      [
        .get("/badges", list), .post("/badges", create), .delete("/badges/{id}", remove),
        .get("/badges/{id}/of/{organization}", find),
      ]
    }

    private func list(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
      Outcome(try visit.paging(Badge.self, named: "badge").page(of: store[Badges.self].all))
    }

    private func create(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
      var body = try BodyReader(visit, .fields)
      let title = body.text("title")
      try body.finish()
      let badge = Badge(id: store.makeID(at: visit.now), title: title)
      store[Badges.self].all.append(badge)
      return Outcome(201, badge)
    }

    private func remove(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
      store[Badges.self].all.removeAll { $0.idText == visit.parameter("id") }
      return .empty(204, subject: visit.parameter("id"))
    }

    private func find(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
      throw .entityNotFound("Badge", visit.parameter("id"))
    }
  }

  @Test func `a resource of a test is listed and written like those of the API`() throws {
    var client = try SandboxClient(resources: [Badges()])

    let ids = try ["one", "two", "three"].map {
      try client.send("POST", "/badges", "{\"title\":\"\($0)\"}").json.text("id")
    }
    let removed = try client.send("DELETE", "/badges/\(ids[1])")
    let page = try client.send("GET", "/badges?order=desc&limit=1").json
    let next = try client.send("GET", "/badges?order=desc&after=\(ids[2])").json

    #expect(removed.status == 204)
    #expect(page["data"]?.texts("title") == ["three"])
    #expect(page["list_metadata"]?["after"] == .string(ids[2]))
    #expect(next["data"]?.texts("title") == ["one"])
    #expect(next["list_metadata"] != nil)
    #expect(client.service.writes.map(\.subject) == ids + [ids[1]])
  }

  @Test func `key, methods, faults, latency and refusals apply to it`() throws {
    var client = try SandboxClient(resources: [Badges()], faults: "GET /badges 503 count=1")
    _ = try client.send("POST", "/sandbox/latency", "80ms")

    let faulty = try client.answer("GET", "/badges")
    let refused = try client.send("POST", "/badges", #"{"colour":"red"}"#)
    let method = try client.send("PUT", "/badges", "{}")
    let unknown = try client.send("GET", "/badges/badge_1/of/org_1")
    client.key = "sk_test_wrong"
    let stranger = try client.send("GET", "/badges")

    #expect(faulty.response.status == 503)
    #expect(faulty.delay == .milliseconds(80))
    #expect(
      refused.refusal
        == "422 Validation failed title must be a string property colour should not exist")
    #expect(method.status == 405)
    #expect(method.response.headers.first { $0.name == "Allow" }?.value == "GET, POST")
    #expect(unknown.refusal == "404 entity_not_found: Badge not found: 'badge_1'.")
    #expect(stranger.status == 401)
  }

  @Test func `a verification lasts as long as the sandbox is told`() throws {
    var client = try SandboxClient(environment: Environment(verificationTime: .seconds(60)))
    let id = try client.create("A")
    let body = "{\"organization_id\":\"\(id)\",\"domain\":\"new.example\"}"
    let domain = try client.send("POST", "/organization_domains", body).json.text("id")

    _ = try client.send("POST", "/organization_domains/\(domain)/verify")
    client.now.addTimeInterval(59)
    let waiting = try client.send("GET", "/organization_domains/\(domain)").json
    client.now.addTimeInterval(1)
    let verified = try client.send("GET", "/organization_domains/\(domain)").json

    #expect([waiting, verified].map { $0.text("state") } == ["pending", "verified"])
  }

  @Test func `the limits of user management are its own`() throws {
    var client = try SandboxClient()
    let path = "\(SandboxClient.members)/om_x"

    let answers = try (0...500).map { _ in try client.send("DELETE", path).status }
    let limited = try client.send("DELETE", path)
    let read = try client.send("GET", path)
    client.now.addTimeInterval(10)
    let later = try client.send("DELETE", path)

    #expect(answers == Array(repeating: 404, count: 500) + [429])
    #expect(limited.response.headers.first { $0.name == "Retry-After" }?.value == "10")
    #expect([read.status, later.status] == [404, 404])
  }
}
