import Testing

@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct BrowsingTests {
  @Test func `the pages are walked forward and back by their keys`() throws {
    let console = try ConsoleSession()

    #expect(console.text.contains(Words.rows(1...50)))
    console.type("]")
    try console.wait(for: [Words.page(2), Words.rows(51...100), Words.moreRows])
    console.type("]")
    try console.wait(for: [Words.page(3), Words.rows(101...120), Words.lastRows])
    console.type("]")
    try console.wait(for: Words.lastPage)
    console.type("[")
    try console.wait(for: [Words.page(2), Words.rows(51...100)])
    console.type("[")
    try console.wait(for: [Words.page(1), Words.rows(1...50)])
    console.type("[")
    try console.wait(for: Words.firstPage)

    #expect(console.screen.lines[2].contains("Northwind Traders"))
  }

  @Test func `moving past the last row begins the next page`() throws {
    let console = try ConsoleSession()

    console.type("Gj")
    try console.wait(for: Words.page(2))
    #expect(console.screen.selectedLine == console.screen.lines[2])
    console.type("Gj")
    try console.wait(for: [Words.page(3), Words.rows(101...120)])
    console.type("k")
    try console.wait(for: Words.page(2))

    #expect(console.screen.selectedLine == console.screen.lines[21], "its last row is selected")
  }

  @Test func `each page shows the rows the server has there`() throws {
    let console = try ConsoleSession("--page-size", "20", rows: 30, columns: 120)
    let names = try console.someoneElse.organizations().map(\.name)

    for page in 0..<3 {
      try console.wait(for: [Words.page(page + 1), Words.rows(page * 20 + 1...page * 20 + 20)])
      let rows = console.screen.lines[2..<22]
      for (row, name) in zip(rows, names[(page * 20)...]) where name.allSatisfy(\.isASCII) {
        #expect(row.contains(name.prefix(20)))
      }
      console.type("]")
    }
  }

  @Test func `the order is turned round, oldest first`() throws {
    let console = try ConsoleSession()

    console.type("o")
    try console.wait(for: [Words.page(1), Words.oldestFirst])
    #expect(!console.screen.lines[2].contains("Northwind Traders"))
    console.type("o")
    try console.waitUntilGone(Words.oldestFirst)

    try console.wait(for: "Northwind Traders")
  }

  @Test func `the detail beside the list follows the selection`() throws {
    let console = try ConsoleSession(rows: 40, columns: 120)
    let acme = try console.someoneElse.organization(named: "Acme Corporation")

    #expect(!console.text.contains(acme.id))
    console.type("j")

    try console.wait(for: [acme.id, "acme.dev", "jonas.lindqvist"])
  }

  @Test func `a narrow screen shows the detail alone, and Esc goes back`() throws {
    let console = try ConsoleSession()

    console.type("j\r")
    try console.wait(for: ["acme.dev", "crm-204417"])
    #expect(!console.text.contains("Northwind Traders"))
    console.press(.escape)

    try console.waitUntilSelected("Acme Corporation")
  }

  @Test func `help shows the keys of the pane, and closes`() throws {
    let console = try ConsoleSession(rows: 40, columns: 120)

    console.type("?")
    try console.wait(for: [Words.help, "next page from the server"])
    console.press(.escape)

    try console.waitUntilGone(Words.help)
  }

  @Test func `the JSON is shown as the server sent it`() throws {
    let console = try ConsoleSession(rows: 40, columns: 120)

    console.type("jJ")
    try console.wait(for: [
      Words.json, "\"object\": \"organization\"", "\"name\": \"Acme Corporation\"",
    ])
    console.press(.escape)

    try console.waitUntilGone(Words.json)
  }

  @Test func `wide columns take the whole screen, and go again`() throws {
    let console = try ConsoleSession(rows: 40, columns: 200)

    console.type("w")
    try console.session.wait(for: "the wide columns") { $0.lines[1].contains("Updated") }
    console.type("w")

    try console.session.wait(for: "the usual columns") { !$0.lines[1].contains("Updated") }
  }
}
