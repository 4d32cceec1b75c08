import Sandbox
import Testing

/// On a production key every write says where it goes, before it goes there.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct DestinationTests {
  private let name = DeletingTests.name
  private let console: ConsoleSession

  init() throws {
    console = try ConsoleSession(
      "--delete-grace", "0", rows: 40, columns: 120,
      sandbox: .init(organizations: 120, apiKey: "sk_live_sandbox"))
  }

  /// As it stands in a dialog; the title has the host far from the badge.
  private var destination: String { " LIVE   127.0.0.1:\(console.someoneElse.port)" }

  @Test func `a create says so`() throws {
    console.type("aZebra Works")
    console.press(.control("s"))

    try console.wait(for: [Words.newReview, destination])
  }

  @Test func `an update says so`() throws {
    console.type("e II")
    console.press(.control("s"))

    try console.wait(for: [Words.editReview("Northwind Traders"), destination])
  }

  @Test func `a delete says so`() throws {
    try console.openDeletion(of: name)

    try console.wait(for: [Words.deletion, destination])
  }

  @Test func `creating again says so, in the question and in the review`() throws {
    try console.openDeletion(of: name)
    console.letTheDialogListen()
    console.type(name)
    console.press(.enter)
    try console.wait(for: Words.deleted)

    console.type("L")
    try console.wait(for: [Words.journal, "delete done"])
    console.type("R")
    try console.wait(for: [Words.createAgain, destination])
    console.type("y")

    try console.wait(for: [Words.newReview, destination])
  }

  @Test func `a revert says so`() throws {
    console.type("e II")
    try console.save(after: Words.editReview("Northwind Traders"))
    try console.wait(for: Words.saved)

    console.type("L")
    try console.wait(for: [Words.journal, "update done"])
    console.type("R")

    try console.wait(for: [Words.editReview("Northwind Traders II"), destination])
  }
}
