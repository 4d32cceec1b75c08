import Testing

@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct QuittingTests {
  private let name = DeletingTests.name

  @Test func `quitting with a queued delete asks, and Esc stays`() throws {
    let console = try ConsoleSession("--delete-grace", "60", rows: 40)
    try console.delete(name)
    try console.wait(for: Words.countdown)

    console.type("q")
    try console.wait(for: [Words.quitDialog, Words.queuedDelete])
    console.press(.escape)
    try console.waitUntilGone(Words.quitDialog)

    #expect(console.text.contains(Words.countdown))
    #expect(console.writes == [])
  }

  @Test func `x quits without sending what is queued`() throws {
    let console = try ConsoleSession("--delete-grace", "60", rows: 40)
    try console.delete(name)
    try console.wait(for: Words.countdown)

    console.type("q")
    try console.wait(for: Words.quitDialog)
    console.type("x")

    #expect(console.session.waitForEnd() == .exited(0))
    #expect(console.writes == [])
  }

  @Test func `s sends what is queued, then quits`() throws {
    let console = try ConsoleSession("--delete-grace", "60", rows: 40)
    let id = try console.someoneElse.organization(named: name).id
    try console.delete(name)
    try console.wait(for: Words.countdown)

    console.press(.control("c"))
    try console.wait(for: Words.quitDialog)
    console.type("s")

    #expect(console.session.waitForEnd() == .exited(0))
    #expect(console.writes == ["DELETE 202"])
    #expect(console.sandbox.writes.map(\.organizationID) == [id])
  }

  @Test func `with nothing unfinished q quits at once`() throws {
    let console = try ConsoleSession()

    #expect(console.quit() == .exited(0))
    #expect(console.filesLeftAtHome == [])
  }

  @Test func `q closes what is open, and only at the root the program`() throws {
    let console = try ConsoleSession()

    console.type("\r")
    try console.wait(for: "northwind.example")
    console.type("?")
    try console.wait(for: Words.help)
    console.type("q")
    try console.waitUntilGone(Words.help)
    console.type("q")
    try console.waitUntilSelected("Northwind Traders")

    #expect(console.quit() == .exited(0))
  }
}
