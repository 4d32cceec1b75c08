import Testing

@Suite(.timeLimit(.minutes(10)), .onOwnThreads)
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
    ("someone@acme.com", "domain", "Acme Corporation"),
    ("ext:cust_005001", "external id", "Globex Industries"),
  ])
  func `the server is asked`(text: String, kind: String, name: String) throws {
    let console = try ConsoleSession()
    console.type("]")
    try console.wait(for: Words.page(2))

    console.type("/\(text)\r")

    try console.wait(for: ["\(Words.askingServer) \(kind)", Words.rows(1...1), name])
  }

  @Test func `the server is asked by id`() throws {
    let console = try ConsoleSession()
    let hooli = try console.someoneElse.organization(named: "Hooli")

    console.type("/\(hooli.id)\r")

    try console.wait(for: ["\(Words.askingServer) id", Words.rows(1...1), "hooli.example"])
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
    try console.wait(for: [Words.askingServer, Words.page(1), Words.rows(1...1), "Acme Corp"])
    console.type("j")

    try console.wait(for: [Words.askingServer, Words.page(2), Words.rows(2...2), "Acme Test"])
  }
}
