import Foundation
import Testing

/// Drafts that no row of the list stands for.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct DraftPaneTests {
  private let name = "Northwind Traders"

  @Test func `the draft of an organization that is gone can be seen and discarded`() throws {
    let console = try ConsoleSession()
    try typeAndBeKilled(console)
    try console.someoneElse.deletes(console.someoneElse.organization(named: name).id)

    try console.startAgain()
    try console.wait(for: Words.oneDraftFromBefore)
    #expect(console.screen.line(with: name) == nil)
    console.type("D")
    try console.wait(for: [Words.drafts, "\(name) → \(name) II"])
    console.press(.enter)
    try console.wait(for: [Words.gone, Words.createAgain])
    console.press(.escape)
    try console.waitUntilGone(Words.createAgain)
    console.type("x")
    try console.wait(for: [Words.discardDialog, name])
    #expect(!console.draftFiles.isEmpty)
    console.type("y")
    try console.wait(for: Words.noDrafts)

    try console.wait(until: "the draft is gone from the disk") { console.draftFiles.isEmpty }
    #expect(console.writes == ["DELETE 202"], "by someone else")
  }

  @Test func `a gone organization is created again from its draft`() throws {
    let console = try ConsoleSession(rows: 40)
    try typeAndBeKilled(console)
    try console.someoneElse.deletes(console.someoneElse.organization(named: name).id)

    try console.startAgain()
    console.type("D\r")
    try console.wait(for: Words.createAgain)
    console.type("y")
    try console.wait(for: [Words.newReview, "\(name) II"])
    console.press(.enter)
    try console.wait(for: [Words.created, Words.noDrafts])

    #expect(try console.someoneElse.organization(named: "\(name) II").metadata.isEmpty == false)
    try console.wait(until: "the draft is gone from the disk") { console.draftFiles.isEmpty }
  }

  @Test func `a draft on a page that is not loaded opens, and can be saved`() throws {
    let console = try ConsoleSession("--page-size", "10")
    console.type("]")
    try console.wait(for: Words.page(2))
    let selected = try #require(console.screen.selectedLine)
    let other = String(selected.dropFirst(2).prefix { $0 != " " })
    console.type("e")
    try console.wait(for: Words.editForm(other))
    console.type(" again")
    console.press(.escape)
    try console.wait(for: Words.draftKept)
    #expect(console.quit() == .exited(0))
    #expect(console.text.contains(Words.draftOffered))

    try console.startAgain()
    #expect(!console.text.contains(other))
    console.type("D")
    try console.wait(for: [Words.drafts, other])
    console.type("e")
    try console.wait(for: [Words.editForm(other), " again", Words.draftRestored])
    try console.save(after: Words.editReview(other))
    try console.wait(for: [Words.saved, Words.noDrafts])

    #expect(console.writes == ["PUT 200"])
  }

  @Test func `without drafts the last words are none`() throws {
    let console = try ConsoleSession()

    #expect(console.quit() == .exited(0))
    #expect(console.text.filter { !$0.isWhitespace } == "")
  }

  @Test func `where one only reads drafts are shown and left alone`() throws {
    let console = try ConsoleSession()
    try typeAndBeKilled(console)

    try console.startAgain(with: "--read-only")
    console.type("D")
    try console.wait(for: [Words.drafts, "\(name) → \(name) II"])
    console.type("xye\r\u{1B}")
    try console.waitUntilGone(Words.drafts)

    #expect(console.quit() == .exited(0))
    #expect(!console.draftFiles.isEmpty)
    #expect(console.writes == [])
  }

  /// Types a new name for the first organization, up to an untimely end.
  private func typeAndBeKilled(_ console: ConsoleSession) throws {
    console.type("e")
    try console.wait(for: Words.editForm(name))
    console.type(" II")
    try console.wait(for: "Traders II")
    try console.wait(until: "the draft is on disk") {
      try console.draftFiles.contains {
        try String(contentsOfFile: $0, encoding: .utf8).contains("Traders II")
      }
    }
    console.session.terminal.send(signal: SIGKILL)
    #expect(console.session.waitForEnd() == .signaled(SIGKILL))
  }
}
