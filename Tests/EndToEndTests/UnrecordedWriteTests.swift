import Foundation
import Testing

/// A write that cannot be put into the journal is not sent.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct UnrecordedWriteTests {
  private let name = DeletingTests.name
  /// What a shell does to leave no room for the journal: it is as large as a file may become.
  private let fullDisk = """
    umask 077; state="$XDG_STATE_HOME/workos-console"; mkdir -p "$state"
    head -c 1024000 /dev/zero >"$state/journal.jsonl"; ulimit -f 1000; exec "$0" "$@"
    """

  @Test func `on a full disk an update is not sent, and what was typed stays`() throws {
    let console = try ConsoleSession(rows: 40, script: fullDisk)

    console.type("e II")
    try console.save(after: Words.editReview("Northwind Traders"))
    try console.wait(for: [Words.heldBack, "Northwind Traders II"])

    #expect(console.writes == [])
  }

  @Test func `on a full disk a delete is not sent, and the organization stays`() throws {
    let console = try ConsoleSession("--delete-grace", "0", rows: 40, script: fullDisk)

    try console.delete(name)
    try console.wait(for: [Words.notDeleted, Words.heldBack])

    #expect(console.writes == [])
    try console.waitUntilSelected(name)
  }

  @Test func `on a full disk a create is not sent, and what was typed stays`() throws {
    let console = try ConsoleSession(rows: 40, script: fullDisk)

    console.type("aZebra Works")
    try console.save(after: Words.newReview)
    try console.wait(for: [Words.heldBack, "Zebra Works"])

    #expect(console.writes == [])
  }

  @Test func `where there is no journal to write, nothing is sent`() throws {
    let console = try ConsoleSession(
      "--delete-grace", "0", rows: 40, environment: ["XDG_STATE_HOME": "/proc/nowhere"])

    try console.delete(name)
    try console.wait(for: [Words.notDeleted, Words.heldBack])

    #expect(console.writes == [])
  }

  @Test(arguments: [
    (0o666, "others may write to it; first run: chmod 600 "),
    (0o644, "others may read it; first run: chmod 600 "),
  ])
  func `with a journal that is open to others nothing is sent`(mode: Int, words: String) throws {
    let console = try ConsoleSession("--delete-grace", "0", rows: 40, columns: 400)
    try console.delete(name)
    try console.wait(for: Words.deleted)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: console.journal)

    console.type("ge II")
    try console.save(after: Words.editReview("Northwind Traders"))
    try console.wait(for: [Words.heldBack, words])

    #expect(console.writes == ["DELETE 202"])
  }
}
