import Testing

@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct DraftTests {
  @Test func `a draft survives Esc, and editing again brings it back`() throws {
    let console = try ConsoleSession()
    console.type("e")
    try console.wait(for: Words.editForm("Northwind Traders"))

    console.type(" II")
    try console.wait(for: "Traders II")
    console.press(.escape)
    try console.wait(for: [Words.draftKept, Words.page(1)])
    console.type("e")
    try console.goOnWithDraft()

    try console.wait(for: [Words.editForm("Northwind Traders"), "Northwind Traders II"])
    #expect(console.text.contains(Words.draftRestored))
    #expect(console.writes == [])
  }

  @Test func `a draft is discarded after asking, and only then`() throws {
    let console = try ConsoleSession()
    console.type("e")
    try console.wait(for: Words.editForm("Northwind Traders"))
    console.type(" II")
    try console.wait(for: "Traders II")

    console.press(.control("r"))
    try console.wait(for: Words.discardDialog)
    console.press(.enter)
    try console.waitUntilGone(Words.discardDialog)
    #expect(console.text.contains("Traders II"), "Enter is on Keep it")
    console.press(.control("r"))
    try console.wait(for: Words.discardDialog)
    console.type("y")
    try console.waitUntilGone("Traders II")
    #expect(console.writes == [])
  }

  @Test func `a save that fails keeps the draft, and works when tried again`() throws {
    let console = try ConsoleSession()
    console.type("e")
    try console.wait(for: Words.editForm("Northwind Traders"))
    try console.someoneElse.sendsFaults("PUT 403 count=1")

    console.type(" II")
    console.press(.control("s"))
    try console.wait(for: Words.editReview("Northwind Traders"))
    console.press(.enter)
    try console.wait(for: [Words.rejected(403), "Traders II"])
    console.press(.control("s"))
    try console.wait(for: Words.editReview("Northwind Traders"))
    console.press(.enter)
    try console.wait(for: Words.saved)

    #expect(console.writes == ["PUT 403", "PUT 200"])
  }

  @Test func `what is typed while a save is tried again is said not to be taken`() throws {
    let console = try ConsoleSession()
    let id = try console.someoneElse.organization(named: "Northwind Traders").id
    console.type("e")
    try console.wait(for: Words.editForm("Northwind Traders"))
    console.type(" II")
    try console.wait(for: "Traders II")
    try console.someoneElse.sendsFaults("PUT 503 count=1")

    try console.save(after: Words.editReview("Northwind Traders"))
    try console.wait(for: Words.retrying)
    console.type("I")
    try console.wait(for: Words.notTaken)
    try console.wait(for: Words.saved)

    #expect(try console.someoneElse.organization(id).name == "Northwind Traders II")
  }

  @Test func `quitting with a draft that cannot be kept asks first`() throws {
    let console = try ConsoleSession(environment: ["XDG_STATE_HOME": "/proc/nowhere"])
    console.type("e")
    try console.wait(for: Words.editForm("Northwind Traders"))
    console.type(" II")
    try console.wait(for: "Traders II")
    try console.wait(for: Words.draftMayBeLost)
    console.press(.escape)
    try console.waitUntilGone(Words.editForm("Northwind Traders"))

    console.type("q")
    try console.wait(for: [Words.quitDialog, Words.unsavedDraft])
    console.press(.escape)
    try console.waitUntilGone(Words.quitDialog)
    console.type("q")
    try console.wait(for: Words.quitDialog)
    console.type("x")

    #expect(console.session.waitForEnd() == .exited(0))
    #expect(console.writes == [])
  }

  @Test func `a paste goes into the field as text, line breaks and all`() throws {
    let console = try ConsoleSession()
    console.type("a")
    try console.wait(for: Words.newForm)

    console.press(.paste("Pasted\nName\n"))
    try console.wait(for: "Pasted Name")

    #expect(console.text.contains(Words.newForm))
    #expect(console.writes == [])
  }
}
