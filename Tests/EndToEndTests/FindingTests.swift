import Testing

@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct FindingTests {
  @Test func `a filter works at once on the loaded rows, and Esc drops it`() throws {
    let console = try ConsoleSession()
    let requests = console.sandbox.writes.count

    console.type("/globe")
    try console.wait(for: [Words.matches(1, of: 50), "Globex Industries"])
    #expect(!console.text.contains("Northwind Traders"))
    console.press(.escape)

    try console.wait(for: ["Northwind Traders", Words.rows(1...50)])
    #expect(console.sandbox.writes.count == requests)
  }

  @Test func `Tab keeps the filter while the rows are walked`() throws {
    let console = try ConsoleSession()

    console.type("/acme\t")
    try console.wait(for: Words.matches(2, of: 50))
    console.type("j")
    try console.waitUntilSelected("Acme Test")
    console.press(.escape)

    try console.wait(for: Words.rows(1...50))
    try console.waitUntilSelected("Acme Test")
  }

  @Test(arguments: [
    ("northwind tr", "name", "Northwind Traders"),
    ("acme.com", "domain", "Acme Corporation"),
    ("Bob Smith <someone@ACME.com>,", "domain", "Acme Corporation"),
    ("ext:cust_005001", "external id", "Globex Industries"),
  ])
  func `what is loaded stays while the server is asked`(text: String, kind: String, name: String)
    throws
  {
    let console = try ConsoleSession()
    console.type("]")
    try console.wait(for: Words.page(2))

    console.type("/\(text)\r")

    try console.wait(for: ["\(Words.askingServer) \(kind)", Words.loaded(1), Words.noMore, name])
  }

  @Test(arguments: [("globex", "name"), ("%@", "id")])
  func `what the server knows is added below what is loaded`(text: String, kind: String) throws {
    let console = try ConsoleSession("--page-size", "1")
    let globex = try console.someoneElse.organization(named: "Globex Industries")
    let asked = text == "%@" ? globex.id.uppercased() : text

    console.type("/\(asked)\r")

    try console.wait(for: [Words.found(1, by: kind), "Globex Industries"])
  }

  @Test func `what nobody has is said to be unknown, and Esc goes back to where it was`() throws {
    let console = try ConsoleSession()
    console.type("]")
    try console.wait(for: Words.page(2))
    console.type("jjj")
    let name = String(console.screen.lines[5].dropFirst(2).prefix(12))
    try console.waitUntilSelected(name)

    console.type("/no such name\r")
    try console.wait(for: Words.notKnown)
    console.press(.escape)

    try console.wait(for: [Words.page(2), Words.rows(51...100)])
    try console.waitUntilSelected(name)
  }

  @Test func `a search walks its own pages`() throws {
    let console = try ConsoleSession("--page-size", "1")

    console.type("/acme\r")
    try console.wait(for: [Words.askingServer, "Acme Corp", Words.goesOn])
    console.type("]")
    try console.wait(for: [Words.askingServer, Words.page(2), "Acme Test"])
    console.type("[")

    try console.wait(for: [Words.askingServer, "Acme Corp"])
  }
}
