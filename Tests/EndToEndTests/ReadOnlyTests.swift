import Cells
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
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

  /// In any order, each followed by what would confirm a write.
  @Test func `no key at all writes`() throws {
    var random = SplitMix(state: 5)
    let console = try ConsoleSession("--read-only", "--delete-grace", "0", rows: 40)

    for _ in 0..<100 {
      let keys = Self.keys.shuffled(using: &random).flatMap { [$0, .character("y"), .enter] }
      console.session.terminal.send(
        (keys + [.escape]).flatMap { $0.bytes(inApplicationMode: console.screen.modes.contains(1)) }
      )
      // An Esc with a key right behind it is another key.
      _ = console.session.bytesWritten(inMilliseconds: 30)
    }
    console.resize(rows: 30, columns: 90)
    try console.session.wait(for: "the title on the new width") {
      $0.lines[0].contains(Words.readOnlyBadge) && $0.lines[0].contains("127.0.0.1")
    }

    #expect(console.sandbox.writes == [])
    #expect(!console.filesKept.contains(console.journal))
    // An Esc that came together with a key after it may have begun something: that is given up by now.
    for _ in 0..<12 {
      _ = console.session.bytesWritten(inMilliseconds: 600)
      console.session.terminal.send(Key.control("c").bytes(inApplicationMode: false))
    }
    #expect(console.session.waitForEnd() == .exited(0))
  }

  /// All but those that end or stop the program.
  private static let keys: [Key] =
    (0x21...0x7E).compactMap(UnicodeScalar.init).map(Character.init).filter { $0 != "q" }
    .map { .character($0) }
    + "abdefghijklmnoprstuvwxy".map { .control($0) } + (1...12).map { .function($0) }
    + [.escape, .delete, .insert, .backspace, .tab, .backTab, .alt("d"), .paste("dy\n")]

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
