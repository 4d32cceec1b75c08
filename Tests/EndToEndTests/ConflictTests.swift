import Testing

@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct ConflictTests {
  @Test func `what someone else changed in other fields survives`() throws {
    let console = try ConsoleSession()
    let before = try console.someoneElse.organization(named: "Northwind Traders")
    console.type("e")
    try console.wait(for: Words.editForm("Northwind Traders"))
    console.type(" II")
    try console.wait(for: "Traders II")

    try console.someoneElse.changes(
      before.id, #"{"external_id": "theirs_1", "metadata": {"plan": "theirs"}}"#)
    console.press(.control("s"))
    try console.wait(for: Words.editReview("Northwind Traders"))
    console.press(.enter)
    try console.wait(for: Words.saved)

    var expected = before
    expected.name = "Northwind Traders II"
    expected.externalID = "theirs_1"
    expected.metadata["plan"] = "theirs"
    #expect(try console.someoneElse.organization(before.id) == expected)
  }

  @Test(arguments: [("m", "Mine"), ("t", "Theirs")])
  func `the same field changed by two is decided by the person`(key: String, name: String) throws {
    let console = try ConsoleSession()
    let id = try openConflict(in: console)

    try console.wait(for: ["Mine", "Theirs"])
    #expect(console.screen.line(with: "before")?.contains("Northwind Traders") == true)
    #expect(console.writes == ["PUT 200"], "only theirs")
    console.type(key)
    try console.session.wait(for: "the choice") { $0.line(with: "●")?.contains(name) == true }
    console.press(.control("s"))
    try console.wait(for: Words.editReview("Theirs"))
    console.press(.enter)
    try console.wait(for: Words.saved)

    let stored = try console.someoneElse.organization(id)
    #expect(stored.name == name)
    #expect(stored.externalID == "mine_1", "what nobody else changed is saved in either case")
  }

  @Test func `a conflict cannot be saved undecided`() throws {
    let console = try ConsoleSession()
    _ = try openConflict(in: console)

    console.press(.control("s"))
    try console.wait(for: Words.undecided)
    console.press(.escape)
    try console.waitUntilGone("theirs ")

    #expect(console.text.contains("Mine"), "the draft is still there")
    #expect(console.writes == ["PUT 200"], "only theirs")
  }

  /// Changes the name in the form and, meanwhile, as someone else; returns the id.
  private func openConflict(in console: ConsoleSession) throws -> String {
    let id = try console.someoneElse.organization(named: "Northwind Traders").id
    console.type("e")
    try console.wait(for: Words.editForm("Northwind Traders"))
    console.press(.control("u"))
    console.type("Mine")
    console.press(.tab, .control("u"))
    console.type("mine_1")
    try console.wait(for: ["Mine", "mine_1"])
    try console.someoneElse.changes(id, #"{"name": "Theirs"}"#)
    console.press(.control("s"))
    try console.wait(for: Words.editReview("Northwind Traders"))
    console.press(.enter)
    try console.wait(for: Words.conflict)
    return id
  }
}
