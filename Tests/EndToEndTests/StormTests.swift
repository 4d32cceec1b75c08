import Cells
import Foundation
import Sandbox
import TestSupport
import Testing

/// More of everything than anyone does: sizes, pasted text, and keys.
@Suite(.timeLimit(.minutes(10)), .onOwnThreads)
struct StormTests {
  @Test func `any number of sizes, one after the other, ends in the right screen`() throws {
    var random = SplitMix(state: 1)
    let console = try ConsoleSession(
      "--delete-grace", "60", rows: 40,
      sandbox: .init(organizations: 120, latency: .milliseconds(300)))
    try console.delete(DeletingTests.name)
    try console.wait(for: Words.countdown)

    for step in 0..<500 {
      if step % 50 == 0 { console.type("r") }
      console.resize(
        rows: .random(in: 1...200, using: &random), columns: .random(in: 1...300, using: &random))
      _ = console.session.bytesWritten(inMilliseconds: 2)
    }
    // What was drawn for an earlier size would stand in the emulator's new one.
    console.resize(rows: 41, columns: 120)
    console.press(.control("l"))
    try console.session.wait(for: "the whole screen") { screen in
      screen.lines[0].hasPrefix(" \(Words.title)") && screen.lines[39].contains(Words.page(1))
        && screen.lines[2].contains("Northwind Traders")
        && screen.screenText.contains(Words.countdown)
    }
    #expect(console.writes == [])
    console.type("z")
    try console.wait(for: Words.undone)

    #expect(console.writes == [])
    #expect(console.quit() == .exited(0))
  }

  @Test func `a megabyte pasted into a form is text, and the form goes on`() throws {
    let console = try ConsoleSession()
    console.type("a")
    try console.wait(for: Words.newForm)

    console.press(.paste(String(repeating: "pasted\ny\n", count: 116_509)))
    try console.wait(for: "pasted y")
    console.press(.control("u"))
    console.type("Short again")
    try console.wait(for: "Short again")

    #expect(console.writes == [])
    #expect(console.process.mostResidentKilobytes < 200 * 1024)
  }

  @Test func `a megabyte pasted into the list does nothing`() throws {
    let console = try ConsoleSession()

    console.press(.paste(String(repeating: "dy\njr", count: 209_715)))
    console.type("j")
    try console.waitUntilSelected("Acme Corporation")

    #expect(console.text.contains("Northwind Traders"))
    #expect(!console.text.contains(Words.deletion))
    #expect(console.writes == [])
    #expect(console.quit() == .exited(0))
  }

  // That no write goes unconfirmed has to be provable, so the keys that confirm are kept out of
  // reach instead of being watched. With a key of production every delete wants the name typed (or
  // six characters of the id), which random keys do not hit: no DELETE at all may be sent. And
  // without ^S and F2 no form comes to its review: nothing at all may be written.

  @Test func `random keys without the one that saves write nothing`() throws {
    let console = try storm(keys: 50_000, seed: 7, alphabet: Self.keys)

    #expect(console.sandbox.writes == [])
  }

  @Test func `random keys that may save still delete nothing`() throws {
    let console = try storm(
      keys: 50_000, seed: 8, alphabet: Self.keys + [.control("s"), .function(2)])

    #expect(console.sandbox.writes.allSatisfy { $0.method == "POST" || $0.method == "PUT" })
    try console.someoneElse.clearsFaults()
    #expect(try console.someoneElse.organizations().count == 100)
  }

  /// All keys but those that end or stop the program, that ask for a review, or that open an
  /// editor, which would have the keys behind it.
  private static let keys: [Key] =
    "abcdefghijklmnoprstuvwxyzABGJKLNRY0123456789/?![] ._-@:é界👩".map { .character($0) }
    + "abdefghiklnprtuvwxy".map { .control($0) }
    + [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .enter, .tab, .backTab,
      .escape, .escape, .backspace, .delete, .insert, .function(1), .function(5), .alt("x"),
      .paste("pasted\ntext"),
    ]

  /// Presses random keys on a server that fails now and then, and expects the console to quit well.
  private func storm(keys: Int, seed: UInt64, alphabet: [Key]) throws -> ConsoleSession {
    var random = SplitMix(state: seed)
    let console = try ConsoleSession(
      sandbox: .init(
        organizations: 300,
        faults: [
          .init(parsing: "500 rate=3%"), .init(parsing: "429 retry-after=1 rate=2%"),
          .init(parsing: "drop rate=2%"), .init(parsing: "truncate rate=2%"),
          .init(parsing: "drop-after rate=2%"), .init(parsing: "html rate=2%"),
        ],
        apiKey: "sk_live_sandbox"),
      environment: ["WORKOS_API_KEY": "sk_live_sandbox"])

    var early = 0
    let (bursts, burst) = (keys / 250, 250)
    for index in 0..<bursts {
      let pressed = (0..<burst).compactMap { _ in alphabet.randomElement(using: &random) }
      console.session.terminal.send(
        (pressed + [.escape]).flatMap {
          $0.bytes(inApplicationMode: console.screen.modes.contains(1))
        })
      // An Esc with a key right behind it is another key, and no form would ever be left.
      _ = console.session.bytesWritten(inMilliseconds: 30)
      if index == bursts / 5 { early = console.process.residentKilobytes }
    }
    // It is done with all keys once it follows the window.
    console.resize(rows: 30, columns: 90)
    try console.session.wait(for: "the title on the new width") {
      $0.lines[0].contains("127.0.0.1")
    }

    #expect(console.process.residentKilobytes - early < 96 * 1024, "\(early) KiB at a fifth")
    #expect(console.screen.unknownSequences == [])
    try quit(console)
    return console
  }

  /// Ends the console from wherever the keys have led.
  private func quit(_ console: ConsoleSession) throws {
    console.press(.control("c"))
    try console.wait(until: "its end, or the question whether") {
      console.session.terminal.wait(milliseconds: 0) != .stillRunning
        || console.text.contains(Words.quitDialog)
    }
    console.type("x")
    #expect(console.session.waitForEnd() == .exited(0))
    expectRestored(console.session)
  }
}
