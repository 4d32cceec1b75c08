import Foundation
import Testing

/// What outlives the program: drafts, and what was written.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct KeepingTests {
  @Test func `a draft survives a program that is killed`() throws {
    let console = try ConsoleSession()
    console.type("e")
    try console.wait(for: Words.editForm("Northwind Traders"))
    console.type(" II")
    try console.wait(for: "Traders II")
    // Out of the form and in again: what was typed has been dealt with in full.
    console.press(.escape)
    try console.wait(for: Words.draftKept)
    try console.wait(until: "it is on the disk") {
      console.draftTexts.contains { $0.contains("Traders II") }
    }

    console.session.terminal.send(signal: SIGKILL)
    #expect(console.session.waitForEnd() == .signaled(SIGKILL))
    try console.startAgain()
    try console.wait(for: Words.oneDraftFromBefore)
    console.type("e")
    try console.goOnWithDraft()

    try console.wait(for: [Words.editForm("Northwind Traders"), "Northwind Traders II"])
    #expect(console.writes == [])
  }

  @Test func `quitting keeps a draft, and does not ask`() throws {
    let console = try ConsoleSession()
    console.type("a")
    try console.wait(for: Words.newForm)
    console.type("Half a name")
    try console.wait(for: "Half a name")
    console.press(.escape)
    try console.wait(for: Words.draftKept)

    #expect(console.quit() == .exited(0))
    try console.startAgain()
    try console.wait(for: Words.oneDraftFromBefore)
    console.type("a")
    try console.goOnWithDraft()

    try console.wait(for: [Words.newForm, "Half a name"])
  }

  @Test func `what is kept only its owner may read, and it holds no key`() throws {
    let console = try ConsoleSession("--delete-grace", "0", rows: 40)
    try console.delete(DeletingTests.name)
    try console.wait(for: Words.deleted)
    console.type("ge II")
    try console.wait(for: "Traders II")
    console.press(.escape)
    try console.wait(for: Words.draftKept)

    let files = console.filesKept
    #expect(!files.isEmpty)
    for file in files {
      let permissions = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
      #expect((permissions as? NSNumber)?.intValue == 0o600, "\(file)")
      let text = try String(contentsOfFile: file, encoding: .utf8)
      #expect(!text.contains("sk_test_sandbox"), "\(file)")
    }
    #expect(console.filesLeftAtHome == [])
  }

  @Test func `a home that cannot be written to does not keep the program from working`() throws {
    let console = try ConsoleSession(
      environment: ["XDG_STATE_HOME": "/proc/nowhere", "HOME": "/proc/nowhere"])

    console.type("j\r")
    try console.wait(for: "crm-204417")
    console.press(.escape)
    try console.waitUntilSelected("Acme Corporation")

    #expect(console.quit() == .exited(0))
  }
}
