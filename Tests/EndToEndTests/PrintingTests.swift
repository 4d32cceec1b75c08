import TestSupport
import Testing

/// What the program prints without a terminal to draw in.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct PrintingTests {
  @Test(arguments: [
    (["--help"], "Usage:"), (["-h"], "WORKOS_API_KEY"), (["help"], "Usage:"),
    (["sandbox", "--help"], "--latency"), (["journal", "--help"], "--since"),
    (["keymap", "--help"], "Markdown"), (["help", "paths"], "XDG_STATE_HOME"),
    (["--version"], "workos-console "),
    (["keymap"], "next page"),
  ])
  func `it prints and ends well`(options: [String], words: String) throws {
    let home = try TemporaryDirectory()

    let run = try ShortRun(options, redirections: "</dev/null >output", in: home)

    #expect(run.ending == .exited(0))
    #expect(run.outputText.contains(words))
    #expect(run.outputText.hasSuffix("\n"))
    #expect(run.errorText == "")
    #expect(run.terminalBytes == [])
  }

  @Test func `help is plain text on a terminal as well`() throws {
    let home = try TemporaryDirectory()

    let run = try ShortRun(["--help"], in: home)

    #expect(run.ending == .exited(0))
    #expect(run.terminalText.contains("Usage:"))
    #expect(!run.terminalBytes.contains(0x1B))
    #expect(run.terminalText.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test(arguments: [
    ["--help"], ["help", "create"], ["--version"], ["keymap"], ["paths"], ["journal"],
  ])
  func `what could not be printed is no success`(options: [String]) throws {
    let home = try TemporaryDirectory()

    let full = try ShortRun(options, redirections: ">/dev/full", in: home)
    let closed = try ShortRun(options, redirections: ">&-", in: home)

    #expect(full.ending == .exited(1) && closed.ending == .exited(1))
    #expect(full.errorText == "workos-console: standard output: No space left on device\n")
    #expect(closed.errorText == "workos-console: standard output is closed\n")
  }

  @Test func `printing into a pipe that is closed ends without a word`() throws {
    let home = try TemporaryDirectory()

    let run = try ShortRun(["keymap"], redirections: "| head -n 1 >output", in: home)

    #expect(run.errorText == "")
    #expect(run.outputText.count(where: \.isNewline) == 1)
  }
}
