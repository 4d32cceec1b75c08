import Foundation
import TestSupport
import Testing

/// `L`: every write from here, and what came of it.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct JournalPaneTests {
  private let name = DeletingTests.name

  @Test func `it shows each write, the newest first, and the marked one in full`() throws {
    let console = try ConsoleSession(
      "--delete-grace", "0", rows: 40, columns: 120, environment: ["USER": "erin"])
    let id = try console.someoneElse.organization(named: name).id
    console.type("aZebra Works")
    try console.save(after: Words.newReview)
    try console.wait(for: Words.created)
    console.type("e II")
    try console.save(after: Words.editReview("Zebra Works"))
    try console.wait(for: Words.saved)
    try console.delete(name)
    try console.wait(for: Words.deleted)

    console.type("L")
    try console.wait(for: [Words.journal, "delete done", "update done", "create done"])

    let rows = console.screen.lines.filter { $0.contains(" done ") }
    try #require(rows.count == 3)
    #expect(rows[0].contains(name) && rows[0].contains(id))
    #expect(rows[1].contains("update done") && rows[1].contains("Zebra Works"))
    #expect(rows[2].contains("create done") && rows[2].contains("Zebra Works"))
    #expect(console.text.contains("erin · test · 127.0.0.1:"))
    #expect(console.text.contains("key …dbox · request req_"))
    console.type("j")
    try console.wait(for: "Zebra Works → Zebra Works II")
  }

  @Test func `a write that the server refuses is shown as failed`() throws {
    let console = try ConsoleSession(rows: 40, columns: 120)
    try console.someoneElse.sendsFaults("PUT 403")
    console.type("e II")
    try console.save(after: Words.editReview("Northwind Traders"))
    try console.wait(for: Words.rejected(403))
    console.press(.escape)
    try console.wait(for: Words.draftKept)

    console.type("L")

    try console.wait(for: [Words.journal, "update failed 403"])
  }

  @Test func `a delete that waits is shown as not sent`() throws {
    let console = try ConsoleSession("--delete-grace", "60", rows: 40, columns: 120)
    try console.delete(name)
    try console.wait(for: Words.countdown)

    console.type("L")

    try console.wait(for: [Words.journal, "delete \(Words.notSent)", name])
  }

  @Test func `a delete that was taken back is shown as never sent`() throws {
    let console = try ConsoleSession("--delete-grace", "60", rows: 40, columns: 120)
    try console.delete(name)
    console.type("z")
    try console.wait(for: Words.undone)

    console.type("L")

    try console.wait(for: [Words.journal, "delete \(Words.neverSent)", name])
    #expect(console.writes == [])
  }

  @Test func `a delete that quitting dropped is shown as never sent the next time`() throws {
    let console = try ConsoleSession("--delete-grace", "60", rows: 40, columns: 120)
    try console.delete(name)
    console.type("q")
    try console.wait(for: Words.quitDialog)
    console.type("x")
    #expect(console.session.waitForEnd() == .exited(0))

    try console.startAgain()
    console.type("L")

    try console.wait(for: [Words.journal, "delete \(Words.neverSent)", name])
    #expect(console.writes == [])
  }

  @Test func `a line that a crash has torn hides no other`() throws {
    let console = try ConsoleSession("--delete-grace", "0", rows: 40, columns: 120)
    try console.delete(name)
    try console.wait(for: Words.deleted)
    try console.changeJournal { $0 + #"{"v":1,"write":"6f0c"# }

    console.type("L")
    try console.wait(for: [Words.journal, "delete done"])
    console.press(.escape)
    try console.waitUntilGone(Words.journal)
    try console.delete("Café Lumière")
    try console.wait(for: "\(Words.deleted)Café Lumière")
    console.type("L")

    try console.wait(for: [Words.journal, name, "Café Lumière"])
  }

  @Test func `a journal that was never written says so`() throws {
    let console = try ConsoleSession()

    console.type("L")

    try console.wait(for: [Words.journal, "Nothing has been written"])
  }
}
