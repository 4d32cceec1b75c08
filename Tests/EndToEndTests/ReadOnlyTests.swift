import Testing

@Suite(.timeLimit(.minutes(10)), .onOwnThreads)
struct ReadOnlyTests {
  @Test func `the keys that write do nothing`() throws {
    let console = try ConsoleSession("--read-only", "--delete-grace", "0", rows: 40)
    #expect(console.text.contains(Words.readOnlyBadge))

    for key in ["e", "a", "d", "z", "\u{1B}[3~"] {
      console.type(key)
      // The answer to a key that comes after shows that this one has been dealt with.
      console.type("j")
      try console.session.wait(for: "a row further") { [before = console.screen.selectedLine] in
        $0.selectedLine != nil && $0.selectedLine != before
      }
      #expect(!console.text.contains(Words.deletion))
      #expect(!console.text.contains(Words.newForm))
    }

    #expect(console.writes == [])
  }

  @Test func `the keys that write are not in the help`() throws {
    let console = try ConsoleSession("--read-only", rows: 40, columns: 120)

    console.type("?")
    try console.wait(for: [Words.help, "next page from the server"])

    #expect(!console.text.contains("delete the organization"))
    #expect(!console.text.contains("edit the organization"))
  }

  @Test func `everything can be read`() throws {
    let console = try ConsoleSession("--read-only")

    console.type("/acme.com\r")
    try console.wait(for: [Words.askingServer, "Acme Corporation"])
    console.type("\r")
    try console.wait(for: "crm-204417")

    #expect(console.writes == [])
  }
}
