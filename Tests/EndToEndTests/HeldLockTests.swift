import Foundation
import Testing

/// Another program holds the lock of the drafts, and does not give it back.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct HeldLockTests {
  @Test func `typing says that it is not kept, quitting asks, and ends`() throws {
    let console = try lockedConsole()

    console.type(" again")
    try console.wait(for: [Words.draftMayBeLost, "another program has locked it"])
    console.press(.escape)
    try console.waitUntilGone(Words.editForm("Northwind Traders"))
    console.type("q")
    try console.wait(for: [Words.quitDialog, Words.unsavedDraft])
    console.letTheDialogListen()
    console.type("x")

    #expect(console.session.waitForEnd() == .exited(0))
    #expect(console.text.contains("may be lost"))
  }

  @Test func `quitting right after typing asks all the same`() throws {
    let console = try lockedConsole()

    console.type(" again")
    console.press(.escape)
    try console.waitUntilGone(Words.editForm("Northwind Traders"))
    console.type("q")

    try console.wait(for: [Words.quitDialog, Words.unsavedDraft, "lose what was typed"])
  }

  @Test func `a form of a tab says so until the lock is free, and is kept then by itself`() throws {
    let console = try ConsoleSession(rows: 30, columns: 120)
    try console.openTab("3", of: "Acme Corporation", showing: "jane@acme.com")
    console.type("a")
    try console.wait(for: "[ ]")
    console.type("z")
    try console.wait(until: "it is on the disk") { try console.tabDraftFiles().count == 1 }
    let lock = try hold("tab-drafts", of: console)

    console.type("o")
    try console.wait(for: [Words.draftMayBeLost, "another program has locked it"])
    // Typed later than the warning may be dropped: it stands again by itself.
    try console.wait(for: "not on disk")
    console.press(.escape)
    try console.waitUntilGone("Add a member")
    console.press(.control("c"))
    try console.wait(for: [Words.quitDialog, "Add a member in Acme Corporation", "kept up to"])
    close(lock)

    try console.wait(for: "typed, and kept")
    console.letTheDialogListen()
    console.type("x")
    #expect(console.session.waitForEnd() == .exited(0))
    #expect(console.text.contains("one draft is kept"))
    #expect(!console.text.contains("may be lost"))
    #expect(
      try console.tabDraftFiles().first.map { try String(contentsOfFile: $0, encoding: .utf8) }?
        .contains("zo")
        == true)
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `a signal ends it, and it says what is not kept`(signal: Int32) throws {
    let console = try lockedConsole()
    console.type(" again")
    try console.wait(for: "again")

    console.session.terminal.send(signal: signal)

    #expect(console.session.waitForEnd() == .signaled(signal))
    #expect(console.text.contains("may be lost"))
  }

  @Test func `a FIFO in the place of the journal holds nothing up`() throws {
    let console = try ConsoleSession("--delete-grace", "0", rows: 40)
    try FileManager.default.createDirectory(
      atPath: URL(fileURLWithPath: console.journal).deletingLastPathComponent().path,
      withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    mkfifo(console.journal, 0o600)

    try console.delete(DeletingTests.name)

    try console.wait(for: [Words.notDeleted, Words.heldBack])
    #expect(console.writes == [])
    console.type("q")
    #expect(console.session.waitForEnd() == .exited(0))
  }

  /// A console with a draft in its form, and the directory of drafts locked.
  private func lockedConsole() throws -> ConsoleSession {
    let console = try ConsoleSession(rows: 30, columns: 240)
    console.type("e")
    try console.wait(for: Words.editForm("Northwind Traders"))
    console.type("!")
    try console.wait(until: "the draft is on the disk") { console.draftFiles.count == 1 }
    _ = try hold("drafts", of: console)
    return console
  }

  /// Takes the lock of a directory of the console's records; closing what is returned gives it back.
  private func hold(_ name: String, of console: ConsoleSession) throws -> Int32 {
    let folder = URL(fileURLWithPath: console.journal).deletingLastPathComponent().path
    let descriptor = open("\(folder)/\(name)", O_RDONLY | O_CLOEXEC)
    try #require(flock(descriptor, LOCK_EX) == 0)
    return descriptor
  }
}

extension ConsoleSession {
  /// The paths of what is kept of forms of tabs.
  fileprivate func tabDraftFiles() throws -> [String] {
    let folder = URL(fileURLWithPath: journal).deletingLastPathComponent().path + "/tab-drafts"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".json") }.map { "\(folder)/\($0)" }
  }
}
