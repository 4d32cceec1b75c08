import Cells
import TestSupport
import Testing

/// What a terminal sends that is no key by itself: Alt, the keypad, and answers nobody asked for.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct UnaskedInputTests {
  private static let answer = "\u{1B}]11;rgb:dddd/eeee/aaaa\u{1B}\\"

  @Test func `Alt and Backspace in the form is not Esc, and what is typed on deletes nothing`()
    throws
  {
    let console = try ConsoleSession("--delete-grace", "0", rows: 40)
    try console.select(DeletingTests.name)
    console.type("e")
    try console.wait(for: Words.editForm(DeletingTests.name))

    console.type("\u{1B}\u{7F}")
    console.type("d")
    try console.wait(for: "Acme Test (delete d")
    console.letTheDialogListen()
    console.type("y")

    try console.wait(for: "Acme Test (delete dy")
    #expect(!console.text.contains(Words.deletion))
    #expect(console.writes == [])
  }

  @Test func `a late answer to another program opens nothing and is typed nowhere`() throws {
    let console = try ConsoleSession(rows: 40)
    try console.select("Acme Corporation")
    let list = console.text

    for report in TerminalReports.all { console.type(report) }
    try expectListIsAsItWas(list, in: console)

    console.type("e")
    try console.wait(for: Words.editForm("Acme Corporation"))
    for report in TerminalReports.all { console.type(report) }
    console.type("!")
    try console.wait(for: "Acme Corporation!")

    #expect(console.writes == [])
  }

  @Test func `an answer in pieces is none either`() throws {
    let console = try ConsoleSession(rows: 40)
    try console.select("Acme Corporation")
    let list = console.text

    for byte in Self.answer {
      console.type(String(byte))
      // Long enough to be read by itself, short enough to belong to the answer.
      _ = console.session.bytesWritten(inMilliseconds: 5)
    }

    try expectListIsAsItWas(list, in: console)
  }

  /// Moves down and up again, so that all keys before have been dealt with.
  private func expectListIsAsItWas(_ list: String, in console: ConsoleSession) throws {
    let selected = console.screen.selectedLine
    console.type("j")
    try console.session.wait(for: "another row") { $0.selectedLine != selected }
    console.type("k")
    try console.session.wait(for: "the row as it was") { $0.selectedLine == selected }
    #expect(console.text == list)
  }

  @Test func `an answer without an end keeps no key from being heard`() throws {
    let console = try ConsoleSession()

    console.type("\u{1B}]11;rgb:")
    // Longer than what a terminal has begun may pause.
    _ = console.session.bytesWritten(inMilliseconds: 2_100)
    console.type("?")

    try console.wait(for: Words.help)
  }

  @Test func `the keypad types where one types, and moves nothing elsewhere`() throws {
    let console = try ConsoleSession()
    console.type("/")
    console.type("\u{1B}Oq\u{1B}Or\u{1B}Os\u{1B}On\u{1B}Op\u{1B}Om\u{1B}Oy")

    try console.wait(for: "123.0-9")
    console.type("\u{1B}OM")
    try console.wait(for: "\(Words.askingServer)")
  }

  @Test func `words are moved over with Alt and with Ctrl`() throws {
    let console = try ConsoleSession()
    console.type("/one two three")

    console.type("\u{1B}[1;5D\u{1B}\u{1B}[Dx\u{1B}b\u{1B}dy")

    try console.wait(for: "one y three")
  }
}
