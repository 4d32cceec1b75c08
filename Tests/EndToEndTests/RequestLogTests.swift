import Testing

/// `!`: the requests of this session.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct RequestLogTests {
  @Test func `a request is there with its method, status, time, path and request id`() throws {
    let console = try ConsoleSession(rows: 40, columns: 120)
    console.type("e II")
    try console.save(after: Words.editReview("Northwind Traders"))
    try console.wait(for: Words.saved)
    let id = try console.someoneElse.organization(named: "Northwind Traders II").id

    console.type("!")
    try console.wait(for: [Words.requests, "/organizations?limit=50", "PUT", "sent: {"])

    let update = try #require(console.screen.line(with: "PUT    200 "))
    #expect(update.contains(" ms ") && update.contains("/organizations/\(id)"))
    #expect(console.text.contains("request req_"))
    #expect(!console.text.contains("sk_test_sandbox"))
  }

  @Test func `a request that was sent again is there twice, with its tries`() throws {
    let console = try ConsoleSession(rows: 40, columns: 120)
    try console.someoneElse.sendsFaults("GET /organizations 503 count=1")
    console.type("r")
    try console.wait(for: Words.retrying)
    try console.wait(until: "it is sent again") {
      console.requests.count("GET", "/organizations") == 3
    }
    try console.waitUntilGone(Words.retrying)

    console.type("!")
    try console.wait(for: [Words.requests, "try 2"])

    let again = try #require(console.screen.line(with: "try 2"))
    #expect(again.contains("GET    200"))
    #expect(console.screen.line(with: "GET    503") != nil)
  }

  @Test func `a request is copied as a command with the variable in place of the key`() throws {
    let console = try ConsoleSession(rows: 40, columns: 120)
    console.type("e's")
    try console.save(after: Words.editReview("Northwind Traders"))
    try console.wait(for: Words.saved)
    let id = try console.someoneElse.organization(named: "Northwind Traders's").id

    console.type("!")
    try console.wait(for: [Words.requests, "sent: {"])
    console.type("y")
    try console.wait(until: "the clipboard") { !console.clipboards.isEmpty }

    try #require(console.clipboards.count == 1)
    let command = console.clipboards[0]
    #expect(
      command.hasPrefix(#"curl -X PUT -H "Authorization: Bearer $WORKOS_API_KEY" "#), "\(command)")
    #expect(command.contains(#"-d '{"name":"Northwind Traders'\''s"}'"#))
    #expect(command.hasSuffix("/organizations/\(id)'"))
    #expect(!command.contains("sk_test_sandbox"))
  }
}
