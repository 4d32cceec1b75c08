import Sandbox
import TestSupport
import Testing

/// Answers that no WorkOS gives: the rows stay, the line says why, and `r` recovers.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct UnreadableAnswerTests {
  @Test(arguments: [
    ("html", Words.notUnderstood), ("404 html", Words.rejectedShort(404)),
    ("empty", Words.notUnderstood), ("truncate", Words.notUnderstood),
    ("401", Words.keyRefusedShort), ("basic-challenge", Words.keyRefusedShort),
    ("huge", "answer too large"), ("redirect=http://127.0.0.1:1/", "redirect refused"),
  ])
  func `a refresh that cannot be read keeps the rows`(fault: String, words: String) throws {
    let console = try ConsoleSession()
    try console.someoneElse.sendsFaults("GET /organizations \(fault) count=1")

    console.type("jr")
    try console.wait(for: words)
    #expect(console.screen.selectedLine?.contains("Acme Corporation") == true)
    #expect(console.requests.count("GET", "/organizations") <= 2, "not again by itself")
    console.type("r")
    try console.wait(until: "asked again") {
      console.requests.count("GET", "/organizations") == 3
    }
    try console.waitUntilGone(words)

    try console.waitUntilSelected("Acme Corporation")
    #expect(console.screen.unknownSequences == [])
  }

  @Test func `wrong types neither stop it nor reach the screen as they are`() throws {
    let console = try ConsoleSession()
    try console.someoneElse.sendsFaults("GET /organizations wrong-types count=1")

    console.type("r")
    try console.wait(until: "the answer") { console.requests.count("GET", "/organizations") == 2 }
    console.type("rj")

    try console.waitUntilSelected("Acme Corporation")
    try console.wait(for: "Northwind Traders")
    #expect(console.quit() == .exited(0))
  }

  @Test func `a page without its cursors is the last`() throws {
    let console = try ConsoleSession(
      sandbox: .init(
        organizations: 120, faults: [.init(parsing: "GET /organizations no-metadata")]))

    #expect(console.text.contains(Words.lastRows))
    console.type("]")

    try console.wait(for: Words.lastPage)
  }

  @Test func `a cursor that leads back ends the list and says so`() throws {
    let console = try ConsoleSession()
    try console.someoneElse.sendsFaults("GET /organizations repeat-cursor")

    console.type("]")
    try console.wait(for: "a page that was here before")
    console.type("]]]")
    try console.wait(for: Words.lastPage)

    #expect(console.requests.count("GET", "/organizations") < 10)
  }

  @Test func `empty pages that promise more are followed only so far`() throws {
    let console = try ConsoleSession()
    try console.someoneElse.sendsFaults("GET /organizations empty-page")

    console.type("j]")
    try console.wait(for: Words.lastPage)

    #expect(console.requests.count("GET", "/organizations") <= 25)
    #expect(console.text.contains("Northwind Traders"))
  }

  @Test func `an answer without end is not read into memory`() throws {
    let console = try ConsoleSession()
    try console.someoneElse.sendsFaults("GET /organizations huge=200")

    console.type("r")
    try console.wait(for: "answer too large")

    #expect(console.process.mostResidentKilobytes < 128 * 1024)
    #expect(console.text.contains("Northwind Traders"))
  }

  @Test func `an answer that trickles is stopped by Esc`() throws {
    let console = try ConsoleSession()
    try console.someoneElse.sendsFaults("GET /organizations slow=50ms")

    console.type("r")
    try console.wait(for: "refreshing")
    console.press(.escape)
    try console.waitUntilGone("refreshing")

    #expect(console.text.contains("Northwind Traders"))
    #expect(console.quit() == .exited(0))
  }

  @Test func `what vanished meanwhile is told when it is opened`() throws {
    let console = try ConsoleSession()
    let id = try console.someoneElse.organization(named: "Acme Corporation").id
    try console.someoneElse.deletes(id)

    console.type("j\r")
    try console.wait(for: "“Acme Corporation” no longer exists")
    console.press(.escape)

    try console.session.wait(for: "its row gone") { screen in
      !screen.lines[2..<20].contains { $0.contains("Acme Corporation") }
    }
    #expect(console.text.contains("Northwind Traders"))
  }
}
