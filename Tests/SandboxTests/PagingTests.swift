import Testing

@testable import Sandbox

@Suite(.timeLimit(.minutes(20)))
struct PagingTests {
  /// Follows one cursor of each page to the end; `between` runs after each page.
  private func walk(
    _ client: inout SandboxClient, order: String, cursor: String, limit: Int = 7,
    between: (inout SandboxClient, Int) throws -> Void = { _, _ in }
  ) throws -> [[String]] {
    var pages: [[String]] = []
    var query = "order=\(order)&limit=\(limit)"
    while pages.count < 100 {
      let page = try client.send("GET", "/organizations?\(query)").json
      pages.append(page["data"]?.texts("id") ?? [])
      guard case .string(let next) = page["list_metadata"]?[cursor] else { break }
      query = "order=\(order)&limit=\(limit)&\(cursor)=\(next)"
      try between(&client, pages.count)
    }
    return pages
  }

  @Test(arguments: [("desc", "after"), ("normal", "before"), ("asc", "after")])
  func `walking all pages shows every organization once, in order`(
    order: String, cursor: String
  ) throws {
    var client = try SandboxClient(organizations: 50)
    let newestFirst = client.service.store.organizations.reversed().map(\.idText)

    let pages = try walk(&client, order: order, cursor: cursor)

    #expect(pages.map(\.count) == [7, 7, 7, 7, 7, 7, 7, 1])
    #expect(pages.flatMap(\.self) == (order == "asc" ? newestFirst.reversed() : newestFirst))
  }

  @Test(arguments: [("desc", "before"), ("normal", "after"), ("asc", "before")])
  func `the other cursor leads back through the same pages`(order: String, back: String) throws {
    var client = try SandboxClient(organizations: 30)
    let forth = back == "before" ? "after" : "before"
    let ahead = try walk(&client, order: order, cursor: forth, limit: 10)
    let last = try #require(ahead.last?.first)

    let second = try client.send("GET", "/organizations?order=\(order)&limit=10&\(back)=\(last)")
    let start = second.json["data"]?.texts("id").first ?? ""
    let first = try client.send("GET", "/organizations?order=\(order)&limit=10&\(back)=\(start)")

    #expect(second.json["data"]?.texts("id") == ahead[1])
    #expect(first.json["data"]?.texts("id") == ahead[0])
    #expect(first.json["list_metadata"]?[back] == .null)
  }

  @Test(arguments: [("desc", "after"), ("normal", "before"), ("asc", "after")])
  func `changes between pages neither repeat nor hide an organization`(
    order: String, cursor: String
  ) throws {
    var client = try SandboxClient(organizations: 60)
    let before = Set(client.service.store.organizations.map(\.idText))
    var deleted: Set<String> = []

    let pages = try walk(&client, order: order, cursor: cursor) { client, page in
      _ = try client.create("Newcomer \(page)")
      // The cursor's own organization, and others before and behind it, disappear.
      let all = client.service.store.organizations.map(\.idText)
      let list = order == "asc" ? all : all.reversed()
      let seen = min(page * 7 - deleted.count, list.count - 1)
      for id in [list[max(seen - 1, 0)], list[0], list[min(seen + 2, list.count - 1)]] {
        let reply = try client.send("DELETE", "/organizations/\(id)")
        if reply.status == 202 { deleted.insert(id) }
      }
    }

    let seen = pages.flatMap(\.self)
    #expect(Set(seen).count == seen.count)
    #expect(before.subtracting(deleted).subtracting(seen).isEmpty)
    #expect(!deleted.isEmpty)
  }

  @Test func `the cursor of a deleted organization still works`() throws {
    var client = try SandboxClient(organizations: 10)
    let ids = Array(client.service.store.organizations.reversed().map(\.idText))
    _ = try client.send("DELETE", "/organizations/\(ids[2])")

    let page = try client.send("GET", "/organizations?order=desc&limit=3&after=\(ids[2])")

    #expect(page.json["data"]?.texts("id") == Array(ids[3...5]))
    #expect(page.json["list_metadata"]?.text("before") == ids[3])
  }

  @Test func `without order the list is newest first and before leads to older ones`() throws {
    var client = try SandboxClient(organizations: 30)
    let ids = client.service.store.organizations.reversed().map(\.idText)

    let page = try client.send("GET", "/organizations").json

    #expect(page["data"]?.texts("id") == Array(ids[0..<10]))
    #expect(page["list_metadata"]?.text("before") == ids[9])
    #expect(page["list_metadata"]?["after"] == .null)
  }

  @Test func `the last page ends exactly`() throws {
    var client = try SandboxClient(organizations: 10)

    let page = try client.send("GET", "/organizations?order=desc&limit=10").json

    #expect(page["data"]?.elements.count == 10)
    #expect(page["list_metadata"]?["after"] == .null)
    #expect(page["list_metadata"]?["before"] == .null)
  }

  @Test func `search finds a part of the name in any case`() throws {
    var client = try SandboxClient(organizations: 0)
    _ = try client.create("ÉCLAIR Foods")
    _ = try client.create("Other")

    let found = try client.send("GET", "/organizations?search=%C3%A9cLAIR").json
    let none = try client.send("GET", "/organizations?search=zzz").json

    #expect(found["data"]?.texts("name") == ["ÉCLAIR Foods"])
    #expect(none["data"] == .array([]))
  }

  @Test func `searched pages follow one another without gaps`() throws {
    var client = try SandboxClient(organizations: 1000)
    let expected = client.service.store.organizations.reversed()
      .filter { $0.name.lowercased().contains("log") }.map(\.idText)
    var query = "order=desc&limit=4&search=LOG"
    var found: [String] = []

    for _ in 0..<expected.count {
      let page = try client.send("GET", "/organizations?\(query)").json
      found += page["data"]?.texts("id") ?? []
      guard case .string(let next) = page["list_metadata"]?["after"] else { break }
      query = "order=desc&limit=4&search=LOG&after=\(next)"
    }

    #expect(found == expected)
    #expect(expected.count > 10)
  }

  @Test func `domains find their owners, given with commas or one by one`() throws {
    var client = try SandboxClient()
    _ = try client.create("A", #","domains":["a.example"]"#)
    _ = try client.create("B", #","domains":["b.example"]"#)
    _ = try client.create("C", #","domains":["c.example"]"#)

    let commas = try client.send("GET", "/organizations?order=asc&domains=a.example,B.example")
    let repeated = try client.send(
      "GET", "/organizations?order=asc&domains=b.example&domains=c.example")

    #expect(commas.json["data"]?.texts("name") == ["A", "B"])
    #expect(repeated.json["data"]?.texts("name") == ["B", "C"])
  }

  @Test(arguments: [
    "limit=0", "limit=101", "limit=ten", "order=up", "order=", "limit=", "after=org_123",
    "before=user_1",
    "before=org_01M69DE12P0000000000000000&after=org_01M69DE12P0000000000000000",
  ])
  func `an impossible list request is refused with 422`(query: String) throws {
    var client = try SandboxClient(organizations: 3)

    let reply = try client.send("GET", "/organizations?\(query)")

    #expect(reply.status == 422)
    #expect(reply.json.text("message") == "Validation failed")
    #expect(reply.json["errors"]?.elements.first?.names == ["field", "code"])
  }
}
