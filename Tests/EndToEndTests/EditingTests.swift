import Foundation
import Testing

@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct EditingTests {
  @Test func `only what was changed is sent`() throws {
    let console = try ConsoleSession(rows: 40)
    let before = try console.someoneElse.organization(named: "Acme Corporation")
    console.type("je")
    try console.wait(for: Words.editForm("Acme Corporation"))

    console.type(" Ltd")
    console.press(.control("s"))
    try console.wait(for: [
      Words.editReview("Acme Corporation"), "\"name\": \"Acme Corporation Ltd\"",
    ])
    #expect(!console.text.contains("\"external_id\""))
    #expect(!console.text.contains("\"metadata\""))
    #expect(!console.text.contains("\"domain_data\""))
    console.press(.enter)
    try console.wait(for: "\(Words.saved)Acme Corporation Ltd")

    var expected = before
    expected.name = "Acme Corporation Ltd"
    #expect(try console.someoneElse.organization(before.id) == expected)
    #expect(console.writes == ["PUT 200"])
    try console.waitUntilSelected("Acme Corporation Ltd")
  }

  @Test func `a metadata pair is removed and the others stay`() throws {
    let console = try ConsoleSession(rows: 40)
    let before = try console.someoneElse.organization(named: "Northwind Traders")
    #expect(before.metadata["region"] == "us-east-1")
    console.type("e")
    try console.wait(for: Words.editForm("Northwind Traders"))

    console.press(.backTab, .backTab)
    try console.waitUntilFocused("region")
    console.press(.control("x"))
    try console.wait(for: Words.removedRow)
    console.press(.control("s"))
    try console.wait(for: "\"region\": null")
    console.press(.enter)
    try console.wait(for: Words.saved)

    var expected = before
    expected.metadata["region"] = nil
    #expect(try console.someoneElse.organization(before.id) == expected)
  }

  @Test func `an external id is cleared to nothing`() throws {
    let console = try ConsoleSession(rows: 40)
    let before = try console.someoneElse.organization(named: "Northwind Traders")
    #expect(before.externalID != nil)
    console.type("e")
    try console.wait(for: Words.editForm("Northwind Traders"))

    console.press(.tab, .control("u"), .control("s"))
    try console.wait(for: "\"external_id\": null")
    console.press(.enter)
    try console.wait(for: Words.saved)

    #expect(try console.someoneElse.organization(before.id).externalID == nil)
  }

  @Test func `a domain is added and the ones there stay`() throws {
    let console = try ConsoleSession(rows: 40)
    let before = try console.someoneElse.organization(named: "Acme Corporation")
    console.type("je")
    try console.wait(for: Words.editForm("Acme Corporation"))

    console.press(.tab, .tab, .tab, .tab, .tab, .tab, .tab)
    try console.waitUntilFocused(Words.addDomain)
    console.type("\racme.example")
    try console.wait(for: "acme.example")
    console.press(.control("s"))
    try console.wait(for: "\"domain\": \"acme.example\"")
    console.press(.enter)
    try console.wait(for: Words.saved)

    #expect(
      try console.someoneElse.organization(before.id).domains
        == before.domains + [.init(domain: "acme.example", state: "pending")])
  }

  @Test func `a save that a kill cut off says how far it had come, and is gone on with`() throws {
    let console = try ConsoleSession(
      rows: 40,
      sandbox: .init(
        organizations: 120, faults: [.init(parsing: "POST /organization_domains delay=60s")]))
    console.type("je")
    try console.wait(for: Words.editForm("Acme Corporation"))
    console.type("!")
    console.press(.tab, .tab, .tab, .tab, .tab, .tab, .tab)
    try console.waitUntilFocused(Words.addDomain)
    console.type("\rone.example\r")
    try console.waitUntilFocused("one.example")
    console.press(.tab)
    try console.waitUntilFocused(Words.addDomain)
    console.type("\rtwo.example\r")
    try console.wait(for: "two.example")
    console.press(.control("s"))
    try console.wait(for: "\"domain\": \"two.example\"")
    console.press(.enter)
    try console.wait(until: "that the second request is sent is on disk, and it has arrived") {
      console.draftTexts.contains { $0.contains(#""save_underway":{"done":1,"sent":true"#) }
        && console.sandbox.writes.contains { $0.method == "POST" && $0.isApplied }
    }
    console.session.terminal.send(signal: SIGKILL)
    _ = console.session.waitForEnd()
    try console.someoneElse.clearsFaults()

    try console.startAgain()
    console.type("D")
    try console.wait(for: ["1 of 3 saved", "one.example", "two.example"])
    console.press(.enter)
    // The second was carried out too, as the server tells.
    try console.wait(for: ["Of its save 2 of 3", "two.example"])
    console.press(.control("s"))
    try console.wait(for: ["POST /organization_domains", "\"domain\": \"two.example\""])
    #expect(!console.text.contains("PUT /organizations"), "the name is saved already")
    #expect(!console.text.contains("\"domain\": \"one.example\""))
    console.press(.enter)
    try console.wait(for: Words.saved)

    let saved = try console.someoneElse.organization(named: "Acme Corporation!")
    #expect(
      saved.domains.map(\.domain).filter { $0.hasSuffix(".example") }.sorted()
        == ["one.example", "two.example"])
  }

  @Test func `a form without a change sends nothing`() throws {
    let console = try ConsoleSession()
    console.type("e")
    try console.wait(for: Words.editForm("Northwind Traders"))

    console.press(.control("s"))
    try console.wait(for: Words.nothingToSave)

    #expect(console.writes == [])
  }

  @Test func `an update whose answer was lost is told as saved`() throws {
    let console = try ConsoleSession(
      sandbox: .init(organizations: 120, faults: [.init(parsing: "PUT drop-after count=1")]))
    console.type("e")
    try console.wait(for: Words.editForm("Northwind Traders"))

    console.type(" II")
    console.press(.control("s"))
    try console.wait(for: Words.editReview("Northwind Traders"))
    console.press(.enter)
    try console.wait(for: "\(Words.saved)Northwind Traders II")

    #expect(console.writes.allSatisfy { $0 == "PUT 200" })
    _ = try console.someoneElse.organization(named: "Northwind Traders II")
  }
}
