import Foundation
import Sandbox
import Testing

@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct CreatingTests {
  @Test func `an organization is created with what the review shows, and is selected`() throws {
    let console = try ConsoleSession(rows: 40)
    console.type("a")
    try console.wait(for: Words.newForm)

    console.type("Zebra Works\tzebra_1\t\rzebra.example")
    try console.wait(for: ["zebra_1", "zebra.example"])
    console.press(.tab, .tab, .tab)
    console.type("\rplan\tstarter")
    try console.wait(for: "= starter")
    console.press(.control("s"))
    try console.wait(for: [
      Words.newReview, Words.sent, "POST /organizations", "\"name\": \"Zebra Works\"",
      "\"external_id\": \"zebra_1\"", "\"domain\": \"zebra.example\"", "\"plan\": \"starter\"",
    ])
    #expect(console.writes == [])
    console.press(.enter)
    try console.wait(for: "\(Words.created)Zebra Works")

    try console.waitUntilSelected("Zebra Works")
    #expect(console.writes == ["POST 201"])
    let stored = try console.someoneElse.organization(named: "Zebra Works")
    #expect(stored.externalID == "zebra_1")
    #expect(stored.domains == [.init(domain: "zebra.example", state: "pending")])
    #expect(stored.metadata == ["plan": "starter"])
  }

  @Test func `a form that cannot be right says what each field needs, and sends nothing`() throws {
    let console = try ConsoleSession(rows: 40)
    console.type("a")
    try console.wait(for: Words.newForm)

    console.press(.control("s"))
    try console.wait(for: [Words.nameMissing, Words.needsAttention])
    console.type("Zebra\t\t\rzebra_corp.example")
    try console.wait(for: "zebra_corp.example")
    console.press(.control("s"))
    try console.wait(for: Words.notOfHost)

    #expect(!console.text.contains(Words.newReview))
    #expect(console.writes == [])
  }

  @Test func `the review is left for the form with nothing sent`() throws {
    let console = try ConsoleSession()
    console.type("a")
    try console.wait(for: Words.newForm)

    console.type("Zebra Works")
    console.press(.control("s"))
    try console.wait(for: Words.newReview)
    console.press(.escape)
    try console.waitUntilGone(Words.newReview)

    #expect(console.screen.line(with: "Name")?.contains("Zebra Works") == true)
    #expect(console.writes == [])
  }

  @Test func `what the server refuses lands on its field, with everything still there`() throws {
    let console = try ConsoleSession(rows: 40)
    console.type("a")
    try console.wait(for: Words.newForm)

    console.type("Zebra Works\tcust_005001\t\rzebra.example")
    try console.wait(for: "zebra.example")
    console.press(.control("s"))
    try console.wait(for: Words.newReview)
    console.press(.enter)
    try console.wait(for: Words.refused)

    let lines = console.screen.lines
    let field = try #require(lines.firstIndex { $0.contains("cust_005001") })
    #expect(lines[field + 1].contains(Words.refused))
    #expect(console.text.contains("Zebra Works"))
    #expect(console.text.contains("zebra.example"))
    let isUnchanged = try console.someoneElse.organizations().allSatisfy {
      $0.name != "Zebra Works"
    }
    #expect(isUnchanged)
  }

  @Test func `a create whose answer was lost is found, and not made twice`() throws {
    let console = try ConsoleSession(
      sandbox: .init(organizations: 120, faults: [.init(parsing: "POST drop-after count=1")]))
    console.type("a")
    try console.wait(for: Words.newForm)

    console.type("Zebra Works")
    console.press(.control("s"))
    try console.wait(for: Words.newReview)
    console.letTheDialogListen()
    console.press(.enter)
    try console.wait(for: [Words.wasItCreated, "it is this one", "Zebra Works"])
    console.letTheDialogListen()
    console.type("y")
    try console.wait(for: "\(Words.created)Zebra Works")

    let stored = try console.someoneElse.organizations().filter { $0.name == "Zebra Works" }
    #expect(stored.count == 1)
    #expect(console.writes.count == 1)
  }

  @Test func `a create that a kill cut off is looked for before it is sent again`() throws {
    let console = try ConsoleSession(
      sandbox: .init(
        organizations: 120, faults: [.init(parsing: "POST delay=60s")]))
    console.type("a")
    try console.wait(for: Words.newForm)
    console.type("Zebra Works")
    try console.save(after: Words.newReview)
    try console.wait(until: "that it is sent is on disk") {
      console.draftTexts.contains { $0.contains("may_be_done") }
    }
    console.session.terminal.send(signal: SIGKILL)
    _ = console.session.waitForEnd()
    try console.someoneElse.clearsFaults()

    try console.startAgain()
    console.type("a")
    try console.goOnWithDraft()

    try console.wait(for: Words.wasItCreated)
    #expect(console.text.contains("Zebra Works"))
  }
}
