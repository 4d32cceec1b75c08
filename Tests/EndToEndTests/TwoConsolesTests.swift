import Foundation
import TestSupport
import Testing

/// Two consoles at once, which keep their drafts in one place.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct TwoConsolesTests {
  @Test func `each keeps the new organization that it began, whatever the other does`() throws {
    let console = try ConsoleSession()
    let first = console.session
    try begin("Foo Ltd", in: console)
    try console.startAgain()
    try begin("Bar Inc", in: console)
    #expect(console.draftFiles.count == 2)

    // The second one discards its own.
    console.press(.control("r"))
    try console.wait(for: Words.discardDialog)
    console.letTheDialogListen()
    console.type("y")
    try console.waitUntilGone(Words.newForm)
    try console.wait(until: "its draft is gone") { console.draftFiles.count == 1 }

    #expect(console.draftTexts.contains { $0.contains("Foo Ltd") })
    console.type("D")
    try console.wait(for: Words.noDrafts)
    first.terminal.send(signal: SIGKILL)
    _ = first.waitForEnd()

    // Once the first has ended, its draft is there for the second.
    console.press(.escape)
    try console.waitUntilGone(Words.drafts)
    console.type("D")
    try console.wait(for: [Words.drafts, "Foo Ltd"])
  }

  @Test func `what both typed in one form of a tab is there for the third, and stays`() throws {
    let console = try ConsoleSession(rows: 30, columns: 120)
    let first = console.session
    try add("zoe@acme.com", in: console)
    try console.startAgain()
    try add("yan@acme.com", in: console)
    for session in [first, console.session] {
      session.terminal.send(signal: SIGKILL)
      _ = session.waitForEnd()
    }

    try console.startAgain()
    try console.openTab("3", of: "Acme Corporation", showing: "jane@acme.com")
    console.type("a")
    try console.wait(for: ["yan@acme.com", "There is one older draft of it"])
    console.letTheDialogListen()
    console.type("s")
    try console.wait(for: "[ ]")
    console.type("x")
    try console.wait(until: "it is beside the others") { console.tabDraftTexts.count == 3 }
    console.press(.backspace)
    try console.wait(until: "nothing is typed") { console.tabDraftTexts.count == 2 }

    for text in ["zoe@acme.com", "yan@acme.com"] {
      #expect(console.tabDraftTexts.contains { $0.contains(text) })
    }
    console.press(.control("c"))
    #expect(console.session.waitForEnd() == .exited(0))
    #expect(console.text.contains("2 drafts are kept"))
  }

  private func add(_ address: String, in console: ConsoleSession) throws {
    try console.openTab("3", of: "Acme Corporation", showing: "jane@acme.com")
    console.type("a")
    try console.wait(for: "[ ]")
    console.type(address)
    try console.wait(until: "“\(address)” is on the disk") {
      console.tabDraftTexts.contains { $0.contains(address) }
    }
  }

  private func begin(_ name: String, in console: ConsoleSession) throws {
    console.type("a")
    try console.wait(for: Words.newForm)
    console.type(name)
    try console.wait(until: "“\(name)” is on the disk") {
      console.draftTexts.contains { $0.contains(name) }
    }
  }
}

extension ConsoleSession {
  /// What is in the files of the forms of tabs.
  fileprivate var tabDraftTexts: [String] {
    filesKept.filter { $0.contains("/tab-drafts/") && $0.hasSuffix(".json") }
      .compactMap { try? String(contentsOfFile: $0, encoding: .utf8) }
  }
}
