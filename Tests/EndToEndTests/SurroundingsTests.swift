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

  private static var mayMount: Bool {
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
