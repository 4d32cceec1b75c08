import Foundation
import Testing

/// Writes that the server refuses, or whose answer makes no sense.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct RefusedWriteTests {
  @Test(arguments: [
    (401, "refused (401)"), (403, "(403)"), (409, "(409)"), (422, Words.refused),
  ])
  func `an update that is refused keeps what was typed`(status: Int, words: String) throws {
    let console = try ConsoleSession(rows: 40)
    console.type("e")
    try console.wait(for: Words.editForm("Northwind Traders"))
    try console.someoneElse.sendsFaults("PUT \(status)")

    console.type(" II")
    try console.save(after: Words.editReview("Northwind Traders"))
    try console.wait(for: [words, "Northwind Traders II"])

    #expect(console.writes == ["PUT \(status)"])
    let stored = try console.someoneElse.organizations().map(\.name)
    #expect(!stored.contains("Northwind Traders II"))
  }

  @Test(arguments: ["empty", "truncate"])
  func `an update answered with nonsense is read back, and found saved`(fault: String) throws {
    let console = try ConsoleSession(rows: 40)
    console.type("e")
    try console.wait(for: Words.editForm("Northwind Traders"))
    try console.someoneElse.sendsFaults("PUT \(fault) count=1")

    console.type(" II")
    try console.save(after: Words.editReview("Northwind Traders"))
    try console.wait(for: "\(Words.saved)Northwind Traders II")

    #expect(console.writes == ["PUT 200"])
  }

  @Test func `an update a proxy swallowed is read back, and what was typed stays`() throws {
    let console = try ConsoleSession(rows: 40)
    console.type("e")
    try console.wait(for: Words.editForm("Northwind Traders"))
    try console.someoneElse.sendsFaults("PUT html count=1")

    console.type(" II")
    try console.save(after: Words.editReview("Northwind Traders"))
    try console.wait(for: ["could not be read", "Northwind Traders II"])

    #expect(console.sandbox.writes.allSatisfy { !$0.isApplied })
  }

  @Test func `a key revoked while a form is open stops the save, and keeps what was typed`() throws
  {
    let console = try ConsoleSession(rows: 40)
    console.type("e")
    try console.wait(for: Words.editForm("Northwind Traders"))
    console.type(" II")
    try console.wait(for: "Traders II")
    try console.someoneElse.sendsFaults("401")

    try console.save(after: Words.editReview("Northwind Traders"))
    try console.wait(for: ["refused (401)", "Northwind Traders II"])
    try console.save(after: Words.editReview("Northwind Traders"))
    try console.wait(for: "nothing can be saved")
    #expect(console.writes == [])
    // Two at once would be one.
    console.press(.escape)
    try console.waitUntilGone(Words.sent)
    console.press(.escape)
    try console.wait(for: ["Acme Corporation", "as of"])
    try console.someoneElse.clearsFaults()
    #expect(console.quit() == .exited(0))
    try console.startAgain()
    console.type("e")
    try console.goOnWithDraft()
    try console.wait(for: "Northwind Traders II")
    try console.save(after: Words.editReview("Northwind Traders"))
    try console.wait(for: "\(Words.saved)Northwind Traders II")

    #expect(console.writes == ["PUT 200"])
  }

  @Test func `a key revoked while something new is typed is asked once, and writes stop`() throws {
    let console = try ConsoleSession(rows: 40)
    console.type("aZebra Works")
    try console.wait(for: "Zebra Works")
    try console.someoneElse.sendsFaults("401")

    try console.save(after: Words.newReview)
    try console.wait(for: ["refused (401)", "Zebra Works"])
    try console.save(after: Words.newReview)
    try console.wait(for: "nothing can be saved")

    #expect(console.writes == ["POST 401"])
    #expect(console.sandbox.writes.allSatisfy { !$0.isApplied })
  }

  @Test func `once the key is refused no delete is sent`() throws {
    let console = try ConsoleSession("--delete-grace", "2", rows: 40)
    try console.someoneElse.sendsFaults("401")

    console.type("r")
    try console.wait(for: Words.keyRefusedShort)
    console.type("d")
    try console.wait(for: "nothing can be saved")

    #expect(console.sandbox.writes.allSatisfy { !$0.isApplied })
  }
}
