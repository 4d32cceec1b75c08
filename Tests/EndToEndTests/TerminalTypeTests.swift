import Testing

/// The program on terminals of other types, with fewer colours or none.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct TerminalTypeTests {
  @Test(arguments: [
    "xterm-256color", "xterm", "screen-256color", "tmux-256color", "linux", "vt100", "vt220",
    "rxvt-unicode",
  ])
  func `the list is drawn and walked`(type: String) throws {
    let console = try ConsoleSession(environment: ["TERM": type])

    console.type("]")
    try console.wait(for: Words.page(2))
    console.type("[jjd")
    try console.wait(for: Words.deletion)
    console.letTheDialogListen()
    console.press(.escape)
    try console.waitUntilGone(Words.deletion)

    #expect(console.screen.unknownSequences == [])
    #expect(console.screen.lines[2].contains("Northwind Traders"))
    #expect(console.screen.selectedLine?.contains("Müller & Söhne") == true)
    #expect(console.quit() == .exited(0))
    #expect(console.session.terminal.settings == console.session.terminal.originalSettings)
  }

  @Test(arguments: ["1", "yes"])
  func `NO_COLOR leaves the colours of the terminal alone`(value: String) throws {
    let console = try ConsoleSession(rows: 40, columns: 120, environment: ["NO_COLOR": value])
    #expect(console.screen.isColorless)

    console.type("jd")
    try console.wait(for: Words.deletion)

    #expect(console.screen.isColorless)
  }

  @Test func `without NO_COLOR there are colours`() throws {
    let console = try ConsoleSession()

    console.type("d")
    try console.wait(for: Words.deletion)

    #expect(!console.screen.isColorless)
  }

  @Test func `a locale without UTF-8 is no hindrance`() throws {
    let console = try ConsoleSession(environment: ["LC_ALL": "C"])

    #expect(console.text.contains("東和物流株式会社"))
    #expect(console.screen.unknownSequences == [])
  }
}
