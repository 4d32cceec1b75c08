import Testing

@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct DeletingTests {
  static let name = "Acme Test (delete me)"

  @Test func `the dialog names the organization, and Enter on Cancel harms nothing`() throws {
    let console = try ConsoleSession("--delete-grace", "0", rows: 40)
    let id = try console.someoneElse.organization(named: Self.name).id

    try console.openDeletion(of: Self.name)
    #expect(console.text.contains(id))
    #expect(console.text.contains(Words.cancelButton))
    console.letTheDialogListen()
    console.press(.enter)
    try console.waitUntilGone(Words.deletion)

    #expect(console.writes == [])
    try console.waitUntilSelected(Self.name)
  }

  @Test func `an answer typed before the dialog was there is swallowed`() throws {
    let console = try ConsoleSession("--delete-grace", "0", rows: 40)
    try console.select(Self.name)

    console.type("dy")
    try console.wait(for: Words.deletion)
    console.letTheDialogListen()
    #expect(console.text.contains(Words.deletion), "y did not answer it")
    console.press(.escape)
    try console.waitUntilGone(Words.deletion)

    #expect(console.writes == [])
  }

  @Test func `a pasted answer is swallowed`() throws {
    let console = try ConsoleSession("--delete-grace", "0", rows: 40)
    try console.openDeletion(of: Self.name)
    console.letTheDialogListen()

    console.press(.paste("y"), .paste("y\n"))
    console.press(.tab)
    try console.wait(for: Words.deletion)
    console.press(.tab, .enter)
    try console.waitUntilGone(Words.deletion)

    #expect(console.writes == [])
  }

  @Test func `an organization with a verified domain wants its name typed`() throws {
    let console = try ConsoleSession("--delete-grace", "0", rows: 40)
    let id = try console.someoneElse.organization(named: "Acme Corporation").id
    try console.openDeletion(of: "Acme Corporation")
    try console.wait(for: Words.typeItsName)
    console.letTheDialogListen()

    console.type("y")
    try console.wait(for: Words.nameIsWrong)
    console.press(.enter)
    console.press(.backspace)
    console.type("Acme Corporation")
    try console.wait(for: Words.nameIsRight)
    #expect(console.writes == [])
    console.press(.enter)
    try console.wait(for: "\(Words.deleted)Acme Corporation")

    #expect(console.writes == ["DELETE 202"])
    #expect(console.sandbox.writes.map(\.organizationID) == [id])
  }

  @Test func `a queued delete counts down, is sent, and its neighbour is selected`() throws {
    let console = try ConsoleSession("--delete-grace", "2", rows: 40)
    let id = try console.someoneElse.organization(named: Self.name).id

    try console.delete(Self.name)
    try console.wait(for: Words.countdown(2))
    #expect(console.writes == [])
    try console.wait(for: Words.countdown(1))
    try console.wait(for: "\(Words.deleted)\(Self.name)")

    try console.waitUntilSelected("Café Lumière")
    #expect(console.sandbox.writes.map(\.organizationID) == [id])
    #expect(console.writes == ["DELETE 202"])
    #expect(!console.screen.lines[2..<38].contains { $0.contains(Self.name) })
  }

  @Test func `z takes a queued delete back, and nothing is ever sent`() throws {
    let console = try ConsoleSession("--delete-grace", "2", rows: 40)

    try console.delete(Self.name)
    try console.wait(for: Words.countdown(2))
    console.type("z")
    try console.wait(for: Words.undone)
    try console.waitUntilGone(Words.countdown)
    _ = console.session.bytesWritten(inMilliseconds: 2_100)

    #expect(console.writes == [])
    try console.waitUntilSelected(Self.name)
  }

  @Test func `without grace it is sent at once`() throws {
    let console = try ConsoleSession("--delete-grace", "0", rows: 40)

    try console.delete(Self.name)
    try console.wait(for: "\(Words.deleted)\(Self.name)")

    #expect(console.writes == ["DELETE 202"])
  }

  @Test func `a key of production wants every name typed`() throws {
    let console = try ConsoleSession(
      "--delete-grace", "0", rows: 40,
      sandbox: .init(organizations: 120, apiKey: "sk_live_sandbox"))

    try console.openDeletion(of: Self.name)

    try console.wait(for: ["LIVE", Words.typeItsName])
  }
}
