import Testing

/// `R` in the journal: a deleted organization created again, an update reverted.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct TakingBackTests {
  private let name = DeletingTests.name
  private let northwind = "Northwind Traders"

  @Test func `a deleted organization comes back as another one with all that it held`() throws {
    let console = try ConsoleSession("--delete-grace", "0", rows: 40, columns: 120)
    let id = try console.someoneElse.creates(
      """
      {"name":"Zebra Works","external_id":"zebra_1","metadata":{"plan":"gold","seats":"12"},\
      "domain_data":[{"domain":"zebra.example","state":"pending"},\
      {"domain":"zebra.test","state":"pending"}]}
      """
    ).id
    try console.someoneElse.changes(id, #"{"stripe_customer_id":"cus_zebra"}"#)
    let before = try console.someoneElse.organization(id)
    console.type("r")
    try console.wait(for: "Zebra Works")
    try console.delete("Zebra Works")
    try console.wait(for: Words.deleted)
    let writes = console.writes.count

    console.type("L")
    try console.wait(for: [Words.journal, "delete done"])
    console.type("R")
    try console.wait(for: [
      Words.createAgain, "What does not", id, "connections", "directories", "memberships",
      "verification",
    ])
    console.type("y")
    try console.wait(for: [Words.newReview, "POST /organizations", "cus_zebra"])
    #expect(console.writes.count == writes)
    console.press(.enter)
    try console.wait(for: "\(Words.saved)Zebra Works")

    #expect(console.writes.dropFirst(writes) == ["POST 201", "PUT 200"], "its Stripe id last")
    var after = try console.someoneElse.organization(named: "Zebra Works")
    #expect(after.id != id)
    after.id = id
    #expect(after == before)
  }

  @Test func `Enter on the question whether to create it again creates nothing`() throws {
    let console = try ConsoleSession("--delete-grace", "0", rows: 40, columns: 120)
    try console.delete(name)
    try console.wait(for: Words.deleted)

    console.type("L")
    try console.wait(for: [Words.journal, "delete done"])
    console.type("R")
    try console.wait(for: Words.createAgain)
    console.press(.enter)
    try console.waitUntilGone(Words.createAgain)

    #expect(console.text.contains(Words.journal))
    #expect(console.writes == ["DELETE 202"])
  }

  @Test func `an update is reverted after its review, and nothing else`() throws {
    let console = try ConsoleSession(rows: 40, columns: 120)
    let before = try console.someoneElse.organization(named: northwind)
    try console.rename(northwind, to: "Northwind Traders II")
    try console.someoneElse.changes(before.id, #"{"external_id":"meanwhile"}"#)

    try console.revert()
    try console.wait(for: [
      Words.editReview("Northwind Traders II"), "Northwind Traders II → Northwind Traders",
      #""name": "Northwind Traders""#,
    ])
    #expect(console.writes == ["PUT 200", "PUT 200"])
    console.letTheDialogListen()
    console.press(.enter)
    try console.wait(for: "\(Words.saved)Northwind Traders”")

    var expected = before
    expected.externalID = "meanwhile"
    #expect(try console.someoneElse.organization(before.id) == expected)
  }

  @Test func `what someone else has changed since is not reverted unasked`() throws {
    let console = try ConsoleSession(rows: 40, columns: 120)
    let id = try console.someoneElse.organization(named: northwind).id
    try console.rename(northwind, to: "Northwind Traders II")
    try console.someoneElse.changes(id, #"{"name":"Northwind Group"}"#)

    try console.revert()
    try console.wait(for: [Words.conflict, northwind, "Northwind Group", "Northwind Traders II"])
    #expect(console.writes == ["PUT 200", "PUT 200"])
    console.type("m")
    try console.save(after: Words.editReview("Northwind Group"))
    try console.wait(for: "\(Words.saved)Northwind Traders”")

    #expect(try console.someoneElse.organization(id).name == northwind)
  }

  @Test func `what someone else changes while the review is open is not reverted unasked`() throws {
    let console = try ConsoleSession(rows: 40, columns: 120)
    let id = try console.someoneElse.organization(named: northwind).id
    try console.rename(northwind, to: "Northwind Traders II")
    try console.revert()
    try console.wait(for: Words.editReview("Northwind Traders II"))

    try console.someoneElse.changes(id, #"{"name":"Northwind Group"}"#)
    console.letTheDialogListen()
    console.press(.enter)
    try console.wait(for: [Words.conflict, "Northwind Group"])

    #expect(try console.someoneElse.organization(id).name == "Northwind Group")
  }
}

extension ConsoleSession {
  /// Gives the selected organization another name that begins with the one it has.
  fileprivate func rename(_ name: String, to newName: String) throws {
    type("e" + newName.dropFirst(name.count))
    try save(after: Words.editReview(name))
    try wait(for: "\(Words.saved)\(newName)")
  }

  /// Asks to take back the newest write, which was an update.
  fileprivate func revert() throws {
    type("L")
    try wait(for: [Words.journal, "update done"])
    type("R")
  }
}
