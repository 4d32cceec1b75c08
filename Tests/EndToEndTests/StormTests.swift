import Cells
import Foundation
import Sandbox
import TestSupport
import Testing

/// More of everything than anyone does: sizes, pasted text, and keys.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
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

  @Test(arguments: [7, 107] as [UInt64])
  func `random keys write nothing but what was seen and accepted`(seed: UInt64) throws {
    let console = try faulty(apiKey: "sk_test_sandbox")
    let storm = KeyStorm(console, seed: seed, quits: true)

    for _ in 0..<5 {
      for _ in 0..<25 { try storm.burst(of: 400) }
      // Random keys that find the end are rarer the more panes there are.
      try quit(console)
      try storm.goOn()
    }
    try quit(console)

    #expect(storm.consents.unexplained(in: console.sandbox.writes) == [])
    #expect(!console.sandbox.writes.filter(\.isApplied).isEmpty, "else this proves nothing")
  }

  // With a key of production every delete wants the name typed, which random keys do not hit.
  @Test func `random keys on a live key delete nothing, and take no more memory`() throws {
    let console = try faulty(apiKey: "sk_live_sandbox")
    let storm = KeyStorm(console, seed: 8, quits: false)

    for _ in 0..<25 { try storm.burst(of: 400) }
    let early = console.process.residentKilobytes
    for _ in 25..<125 { try storm.burst(of: 400) }
    let late = console.process.residentKilobytes
    try quit(console)

    #expect(late - early < 16 * 1024, "\(early) KiB at a fifth")
    #expect(storm.consents.unexplained(in: console.sandbox.writes) == [])
    #expect(console.sandbox.writes.allSatisfy { !$0.isOfOrganization || $0.method != "DELETE" })
    #expect(!console.sandbox.writes.filter(\.isApplied).isEmpty, "else this proves nothing")
  }

  /// A console on a server that fails now and then.
  private func faulty(apiKey: String) throws -> ConsoleSession {
    try ConsoleSession(
      "--delete-grace", "0", rows: 40,
      sandbox: .init(
        organizations: 300,
        faults: [
          .init(parsing: "500 rate=3%"), .init(parsing: "429 retry-after=1 rate=2%"),
          .init(parsing: "drop rate=2%"), .init(parsing: "truncate rate=2%"),
          .init(parsing: "drop-after rate=2%"), .init(parsing: "html rate=2%"),
        ],
        apiKey: apiKey),
      environment: ["WORKOS_API_KEY": apiKey], waitsForList: false)
  }

  /// Ends the console from wherever the keys have led.
  private func quit(_ console: ConsoleSession) throws {
    // Right behind an ESC it would be held with Alt.
    console.letTheDialogListen()
    console.press(.control("c"))
    try console.wait(until: "its end, or the question whether") {
      console.session.terminal.wait(milliseconds: 0) != .stillRunning
        || console.text.contains(Words.quitDialog)
    }
    console.type("x")
    #expect(console.session.waitForEnd() == .exited(0))
    expectRestored(console.session, hasEcho: true)
  }
}
