import Foundation
import TestSupport
import Testing

/// Machines on which something that is usually there is not.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct SurroundingsTests {
  @Test(arguments: ["0", "1", "64"])
  func `a limit on the size of files hides no frame`(limit: String) throws {
    let console = try ConsoleSession(script: "ulimit -f \(limit); exec \"$0\" \"$@\"")

    #expect(console.text.contains("Northwind Traders"))
  }

  @Test(
    .enabled(if: Self.mayMount, "it may not make a mount namespace here"),
    arguments: ["", "--read-only", "journal"])
  func `without /proc it says so, in one line`(option: String) throws {
    let home = try TemporaryDirectory()
    let terminal = try PseudoTerminal(
      [
        "/usr/bin/unshare", "-m", "/bin/sh", "-c",
        "mount -t tmpfs none /proc && exec \"$0\" \(option) 2>\"$HOME/errors\"",
        try ConsoleProgram.path,
      ], environment: home.environment)
    while let more = terminal.read(milliseconds: 10_000), !more.isEmpty {}

    #expect(terminal.wait(milliseconds: 5_000) == .exited(2))
    #expect(home.text(of: "errors").hasPrefix("workos-console: /proc is not mounted"))
  }

  @Test(arguments: ["", "relative", "/dev/null"])
  func `without a home one can look, and try things in the sandbox`(home: String) throws {
    let nowhere = ["HOME": home, "XDG_STATE_HOME": ""]
    let reading = try ConsoleSession("--read-only", environment: nowhere)
    reading.type("j\r")
    try reading.wait(for: "crm-204417")
    reading.press(.escape)
    try reading.waitUntilSelected("Acme Corporation")
    reading.type("L")
    try reading.wait(for: "Nothing has been written")
    reading.press(.escape)
    try reading.waitUntilGone("Nothing has been written")
    #expect(!reading.text.contains(Words.draftMayBeLost))
    #expect(reading.quit() == .exited(0))

    let trying = try ConsoleSession("--sandbox", environment: nowhere)
    #expect(!trying.text.contains(Words.draftMayBeLost), "nothing was typed yet")
    trying.type("e")
    try trying.wait(for: Words.editForm("Northwind Traders"))
    trying.type(" II")
    try trying.wait(for: ["Traders II", Words.draftMayBeLost])
    try trying.save(after: Words.editReview("Northwind Traders"))
    try trying.wait(for: Words.heldBack)
  }

  @Test func `without a home it is said what to set, where something could be written`() throws {
    let home = try TemporaryDirectory()
    let terminal = try PseudoTerminal(
      [
        "/bin/sh", "-c", "exec env -u HOME -u XDG_STATE_HOME \"$0\" 2>\"$HOME/errors\"",
        try ConsoleProgram.path,
      ], environment: home.environment.merging(["WORKOS_API_KEY": "sk_test_sandbox"]) { $1 })
    while let more = terminal.read(milliseconds: 10_000), !more.isEmpty {}

    #expect(terminal.wait(milliseconds: 5_000) == .exited(2))
    #expect(home.text(of: "errors").contains("HOME is a full path; set HOME, or only look"))
  }

  static var mayMount: Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/unshare")
    process.arguments = ["-m", "mount", "-t", "tmpfs", "none", "/proc"]
    process.standardError = FileHandle.nullDevice
    return (try? process.run()) != nil
      && {
        process.waitUntilExit()
        return process.terminationStatus == 0
      }()
  }
}
