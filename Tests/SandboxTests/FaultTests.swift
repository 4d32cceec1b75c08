import Testing

@testable import Sandbox

@Suite(.timeLimit(.minutes(20)))
struct FaultTests {
  @Test func `a fault is read whatever the order of its words`() throws {
    let fault = try Fault(parsing: "count=3 429 GET retry-after=8 /organizations delay=1.5s")

    #expect(
      fault
        == Fault(
          method: "GET", path: PathPattern("/organizations"), kind: .status(429),
          delay: .milliseconds(1500), retryAfter: 8, count: 3))
  }

  @Test(arguments: [
    ("502 html", Fault.Kind.webPage(status: 502)), ("html", .webPage(status: 200)),
    ("drop", .drop), ("drop-mid", .dropMid), ("drop-after", .dropAfter), ("truncate", .truncate),
    ("empty", .empty), ("slow", .slow(.milliseconds(5))), ("slow=1ms", .slow(.milliseconds(1))),
    ("huge", .huge(megabytes: 200)), ("huge=2", .huge(megabytes: 2)),
    ("redirect=https://evil.example/?a=b", .redirect("https://evil.example/?a=b")),
    ("basic-challenge", .basicChallenge), ("wrong-types", .wrongTypes),
    ("no-metadata", .noMetadata), ("no-user", .noUser), ("repeat-cursor", .repeatCursor),
    ("empty-page", .emptyPage),
    ("delay=2s", .delayOnly), ("ANY /** 500", .status(500)),
    ("replace-metadata", .replaceMetadata),
  ])
  func `each kind has a word`(text: String, kind: Fault.Kind) throws {
    #expect(try Fault(parsing: text).kind == kind)
  }

  @Test(arguments: [
    ("", "does not say what goes wrong"), ("GET /organizations", "does not say what goes wrong"),
    ("200", "“200” is not an error status; write one from 400 to 599."),
    ("drop truncate", "“truncate” is a second kind of fault"),
    ("GET PUT drop", "“PUT” is a second method"), ("/a /b drop", "“/b” is a second path"),
    ("drop html", "html goes only with a status"),
    ("truncate after", "after goes only with a status"), ("after", "does not say what goes wrong"),
    ("dorp", "“dorp” is not known here; write a"),
    ("500 count=0", "“count=0” needs a whole number from 1 to 1000000."),
    ("500 rate=5", "“rate=5” needs a percentage such as rate=5%."),
    ("500 rate=5% count=2", "has both count and rate"),
    ("500 delay=fast", "“fast” is not a time; write it like 80ms, 2s or 1.5s."),
    ("500 retry-after=soon", "needs a whole number from 0 to 86400."),
    ("500 delay=5041.5s", "“5041.5s” is not a time"),
    ("redirect=", "“redirect=” is not known here"), ("500 delay=-1s", "“-1s” is not a time"),
  ])
  func `a fault that cannot be read says what is wrong`(text: String, reason: String) {
    let error = #expect(throws: FaultSyntaxError.self) { try Fault(parsing: text) }

    #expect(error?.description.contains(reason) == true)
  }

  @Test(arguments: [
    ("/organizations", "/organizations", true), ("/organizations", "/organizations/org_1", false),
    ("/organizations/*", "/organizations/org_1", true),
    ("/organizations/*", "/organizations", false),
    ("/organizations/**", "/organizations/a/b", true), ("/**", "/anything", true),
    ("/organizations/**", "/organizations", true), ("/", "/organizations", false),
  ])
  func `a path is matched whole`(pattern: String, path: String, isMatch: Bool) throws {
    let segments = path.dropFirst().split(separator: "/").map(String.init)

    #expect(PathPattern(pattern).matches(segments) == isMatch)
  }

  @Test func `faults are used in order and used up`() throws {
    var client = try SandboxClient(faults: "GET 500 count=2", "GET 404 count=1", "PUT 503")

    let statuses = try (1...5).map { _ in try client.send("GET", "/organizations").status }

    #expect(statuses == [500, 500, 404, 200, 200])
  }

  @Test func `a rate hits its share of the requests`() throws {
    var client = try SandboxClient(faults: "500 rate=20%")

    let hits = try (1...1000).count { _ in
      try client.send("GET", "/organizations").status == 500
    }

    #expect((150...250).contains(hits))
  }

  @Test func `an error carries the body and headers of the API`() throws {
    var client = try SandboxClient(
      faults: "429 retry-after=8 count=1", "502 html count=1", "basic-challenge count=1",
      "redirect=http://other.example/ count=1")

    let limited = try client.send("GET", "/organizations")
    let page = try client.send("GET", "/organizations")
    let challenge = try client.send("GET", "/organizations")
    let redirect = try client.send("GET", "/organizations")

    #expect(limited.response.headers.contains(HTTPHeader("Retry-After", "8")))
    #expect(limited.json.text("message").hasPrefix("Rate limit exceeded."))
    #expect(page.status == 502)
    #expect(page.response.body.starts(with: Array("<!DOCTYPE html>".utf8)))
    #expect(challenge.status == 401)
    #expect(
      challenge.response.headers.contains(
        HTTPHeader("WWW-Authenticate", "Basic realm=\"sandbox\"")))
    #expect(redirect.status == 302)
    #expect(redirect.response.headers.contains(HTTPHeader("Location", "http://other.example/")))
  }

  @Test func `an error keeps a write from happening, a lost answer does not`() throws {
    var client = try SandboxClient(
      faults: "POST 500 count=1", "POST drop count=1", "POST drop-after count=1")

    _ = try client.answer("POST", "/organizations", #"{"name":"One"}"#)
    let dropped = try client.answer("POST", "/organizations", #"{"name":"Two"}"#)
    let lost = try client.answer("POST", "/organizations", #"{"name":"Three"}"#)

    #expect(dropped.delivery == .nothing)
    #expect(lost.delivery == .nothing)
    #expect(client.service.store.organizations.map(\.name) == ["Three"])
    #expect(client.service.writes.map(\.status) == [500, 0, 201])
    #expect(client.service.writes.map(\.isApplied) == [false, false, true])
  }

  @Test(arguments: ["502 after", "504 html after retry-after=1", "drop after", "drop-after"])
  func `what comes after the work leaves the work done`(fault: String) throws {
    var client = try SandboxClient(faults: "POST \(fault) count=1")

    let answer = try client.answer("POST", "/organizations", #"{"name":"Made"}"#)
    let after = try client.send("GET", "/organizations").json

    #expect(answer.delivery == .nothing || answer.response.status >= 502)
    #expect(after["data"]?.texts("name") == ["Made"])
    #expect(client.service.writes.map(\.status) == [201])
    #expect(client.service.writes.map(\.isApplied) == [true])
  }

  @Test(arguments: [
    ("drop", false), ("503", false), ("drop-after", true), ("502 after", true),
  ])
  func `domains are lost and made like organizations`(fault: String, isApplied: Bool) throws {
    var client = try SandboxClient()
    let id = try client.create("A", #","domains":["old.example"]"#)
    let old = client.service.store.organizations[0].domains[0].idText
    _ = try client.send(
      "POST", "/sandbox/faults",
      "POST /organization_domains \(fault) count=1\n"
        + "DELETE /organization_domains/* \(fault) count=1")

    _ = try client.answer(
      "POST", "/organization_domains",
      "{\"organization_id\":\"\(id)\",\"domain\":\"new.example\"}")
    _ = try client.answer("DELETE", "/organization_domains/\(old)")
    let domains = try client.send("GET", "/organizations/\(id)").json["domains"]

    #expect(domains?.texts("domain") == (isApplied ? ["new.example"] : ["old.example"]))
    #expect(client.service.writes.dropFirst().map(\.isApplied) == [isApplied, isApplied])
  }

  @Test func `metadata is replaced, nulls and all, where the emulator is played`() throws {
    var client = try SandboxClient(faults: "PUT /organizations/* replace-metadata")
    let id = try client.create("A", #","metadata":{"plan":"pro","region":"eu"}"#)

    let replaced = try client.send(
      "PUT", "/organizations/\(id)", #"{"metadata":{"seats":"5","plan":null}}"#)
    let kept = try client.send("PUT", "/organizations/\(id)", #"{"name":"B"}"#)
    _ = try client.send("DELETE", "/sandbox/faults")
    let merged = try client.send(
      "PUT", "/organizations/\(id)", #"{"metadata":{"seats":"6","plan":null}}"#)

    #expect(
      replaced.json["metadata"]
        == .object([
          JSONMember(name: "seats", value: .string("5")), JSONMember(name: "plan", value: .null),
        ]))
    #expect(kept.json["metadata"] == replaced.json["metadata"])
    #expect(kept.json.text("name") == "B")
    #expect(
      merged.json["metadata"] == .object([JSONMember(name: "seats", value: .string("6"))]))
  }

  @Test func `spoilt pages are spoilt as announced`() throws {
    var client = try SandboxClient(
      organizations: 5,
      faults: "wrong-types count=1", "no-metadata count=1", "empty-page count=1",
      "truncate count=1", "empty count=1")
    let path = "/organizations?order=desc&limit=2"

    let types = try client.send("GET", path)
    let metadata = try client.send("GET", path)
    let page = try client.send("GET", path)
    let truncated = try client.send("GET", path)
    let empty = try client.send("GET", path)

    #expect(types.json["data"]?.elements.first?["name"] == .number("42"))
    #expect(types.json["data"]?.elements.first?["domains"] == .string("none"))
    #expect(metadata.json.names == ["object", "data"])
    #expect(page.json["data"] == .array([]))
    #expect(page.json["list_metadata"]?.text("after").hasPrefix("org_") == true)
    #expect(truncated.status == 200)
    #expect(truncated.json == .null)
    #expect(!truncated.response.body.isEmpty)
    #expect(empty.response.body.isEmpty)
  }

  @Test func `a repeated cursor leads to the same place for ever`() throws {
    var client = try SandboxClient(organizations: 9, faults: "repeat-cursor")
    let first = try client.send("GET", "/organizations?order=desc&limit=2").json
    let cursor = first["list_metadata"]?.text("after") ?? ""

    let second = try client.send("GET", "/organizations?order=desc&limit=2&after=\(cursor)").json

    #expect(second["list_metadata"]?.text("after") == cursor)
  }
}
