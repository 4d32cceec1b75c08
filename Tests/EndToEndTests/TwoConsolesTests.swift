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

  private func begin(_ name: String, in console: ConsoleSession) throws {
    console.type("a")
    try console.wait(for: Words.newForm)
    console.type(name)
    try console.wait(until: "“\(name)” is on the disk") {
      console.draftTexts.contains { $0.contains(name) }
    }
  }
}
