import Testing

/// What goes wrong once, and mends itself.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct MomentaryFaultTests {
  @Test(arguments: [
    "408", "429 retry-after=1", "500", "502", "502 html", "503", "504", "drop-mid",
  ])
  func `a refresh that fails for a moment is counted down and sent again`(fault: String) throws {
    let console = try ConsoleSession()
    try console.someoneElse.sendsFaults("GET /organizations \(fault) count=1")

    console.type("jr")
    try console.wait(for: Words.retrying)
    try console.waitUntilSelected("Acme Corporation")
    try console.waitUntilGone(Words.retrying)

    try console.wait(until: "the page, and twice again") {
      console.requests.count("GET", "/organizations") == 3
    }
    try console.waitUntilGone("refreshing")
    #expect(!console.text.contains("error"))
    #expect(console.screen.selectedLine?.contains("Acme Corporation") == true)
  }

  /// One dropped connection is made up for below; a server that drops all is not there.
  @Test func `a refresh that is dropped before it is answered keeps the rows`() throws {
    let console = try ConsoleSession()
    try console.someoneElse.sendsFaults("GET /organizations drop")

    console.type("jr")
    try console.wait(for: Words.retrying)
    try console.waitUntilSelected("Acme Corporation")
    try console.someoneElse.clearsFaults()
    try console.waitUntilGone(Words.retrying)
    try console.waitUntilGone("refreshing")

    #expect(!console.text.contains("offline"))
    #expect(console.screen.selectedLine?.contains("Acme Corporation") == true)
  }

  @Test func `Esc stops a countdown, and r asks again at once`() throws {
    let console = try ConsoleSession()
    try console.someoneElse.sendsFaults("GET /organizations 503 retry-after=60 count=1")

    console.type("r")
    try console.wait(for: Words.retrying)
    console.press(.escape)
    try console.waitUntilGone(Words.retrying)
    #expect(console.text.contains("Northwind Traders"))
    #expect(console.text.contains(Words.rejectedShort(503)), "why the rows are no newer")
    #expect(console.requests.count("GET", "/organizations") == 2)
    console.type("r")
    try console.wait(until: "asked again") {
      console.requests.count("GET", "/organizations") == 3
    }

    try console.waitUntilGone(Words.rejectedShort(503))
  }

  @Test func `the first page is waited for as well`() throws {
    let console = try ConsoleSession(
      sandbox: .init(
        organizations: 120,
        faults: [.init(parsing: "GET /organizations 429 retry-after=1 count=1")]),
      waitsForList: false)

    try console.wait(for: [Words.retrying, "Too many requests"])
    try console.wait(for: [Words.page(1), "Northwind Traders"])

    // A request is counted once it is answered, which the console may be quicker to show.
    try console.wait(until: "both requests") {
      console.requests.count("GET", "/organizations") == 2
    }
  }

  @Test func `a create that is not looked at for a moment makes exactly one organization`() throws {
    let console = try createsZebra(while: "429 retry-after=1")

    try console.wait(for: "\(Words.created)Zebra Works")

    #expect(console.sandbox.writes.count { $0.isApplied } == 1)
  }

  @Test(arguments: ["503", "drop", "502 after", "drop-after"])
  func `a create that may have been carried out is sent once, and looked for`(
    fault: String
  ) throws {
    let console = try createsZebra(while: fault)

    try console.wait(for: Words.wasItCreated)

    #expect(console.sandbox.writes.count == 1)
    #expect(console.text.contains("then or since") == fault.hasSuffix("after"))
  }

  private func createsZebra(while fault: String) throws -> ConsoleSession {
    let console = try ConsoleSession()
    console.type("a")
    try console.wait(for: Words.newForm)
    try console.someoneElse.sendsFaults("POST \(fault) count=1")

    console.type("Zebra Works")
    try console.save(after: Words.newReview)
    return console
  }

  @Test(arguments: ["429 retry-after=1", "503", "drop", "drop-after"])
  func `an update that fails for a moment is saved`(fault: String) throws {
    let console = try ConsoleSession()
    console.type("e")
    try console.wait(for: Words.editForm("Northwind Traders"))
    try console.someoneElse.sendsFaults("PUT \(fault) count=1")

    console.type(" II")
    try console.save(after: Words.editReview("Northwind Traders"))
    try console.wait(for: "\(Words.saved)Northwind Traders II")

    _ = try console.someoneElse.organization(named: "Northwind Traders II")
  }
}
