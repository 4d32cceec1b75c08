import Foundation
import TestSupport
import Testing

/// The console as a job of a shell: stopped, continued, killed.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct SuspensionTests {
  private let home: TemporaryDirectory

  init() throws {
    home = try TemporaryDirectory()
  }

  @Test func `a stopped console gives the terminal back, and continued it is as it was`() throws {
    let shell = try startInShell()
    shell.type("jj")
    try shell.wait(for: "the third row") { $0.selectedLine?.contains("Müller") == true }

    shell.press(.control("z"))
    try shell.wait(for: "Stopped")
    expectGivenBack(shell)
    shell.type("fg\r")
    try shell.wait(for: "the list again") {
      $0.selectedLine?.contains("Müller") == true && $0.pastesAreBracketed
    }
    shell.type("q")
    try shell.wait(for: "the prompt") { !$0.isAlternateScreen }
    shell.type("echo status=$?\r")

    try shell.wait(for: "status=0")
    expectGivenBack(shell)
  }

  @Test func `a stopped console can be killed`() throws {
    let shell = try startInShell()

    shell.press(.control("z"))
    try shell.wait(for: "Stopped")
    // With -b the shell tells of an ended job at once.
    shell.type("set -b; kill %1\r")

    try shell.wait(for: "Terminated")
    expectGivenBack(shell)
  }

  @Test func `a console stopped from outside gives the terminal back too`() throws {
    let shell = try startInShell()
    let console = try #require(
      ProcessFacts(processID: shell.terminal.processID).children.first)

    kill(console, SIGTSTP)
    try shell.wait(for: "Stopped")
    expectGivenBack(shell)
    shell.type("fg\r")

    try shell.wait(for: "the list again") {
      $0.isAlternateScreen && $0.screenText.contains(Words.page(1))
    }
  }

  @Test func `what is stopped without a word takes the terminal back, and counts anew`() throws {
    let shell = try startInShell()
    let console = try #require(
      ProcessFacts(processID: shell.terminal.processID).children.first)

    kill(console, SIGSTOP)
    try shell.wait(for: "Stopped")
    // In the background it stays stopped: nobody would see what it does.
    kill(console, SIGCONT)
    shell.type("echo st''il''l; jobs\r")
    try shell.wait(for: "still")
    // What the shell brings back before that would stop right there, as if by ^Z.
    try shell.wait(until: "the console has stopped again") {
      ProcessFacts(processID: console).isStopped
    }
    shell.type("fg\r")

    // What was on the screen before is there all the time.
    try shell.wait(for: "the list drawn over what the shell wrote") {
      $0.screenText.contains(Words.page(1)) && !$0.screenText.contains("prompt>")
    }
    shell.type("j")
    try shell.wait(for: "keys that are heard one by one") {
      $0.lines.contains { $0.contains("Acme Corporation") }
    }
    shell.type("q")
    try shell.wait(for: "the shell again") { !$0.isAlternateScreen }
  }

  @Test func `an editor is stopped with the console, and continued with it`() throws {
    let editor = try home.makeFile(
      "editor", "echo ready\nread line\nprintf '{\"name\":\"%s\"}' \"$line\" >\"$1\"\n")
    let shell = try startInShell(environment: ["VISUAL": "/bin/sh \(editor)"])
    shell.type("e")
    try shell.wait(for: Words.editForm("Northwind Traders"))

    shell.press(.control("o"))
    try shell.wait(for: "ready")
    shell.press(.control("z"))
    try shell.wait(for: "Stopped")
    expectGivenBack(shell)
    shell.type("fg\r")
    try shell.wait(for: "fg")
    shell.type("After a rest\r")

    try shell.wait(for: Words.takenOver)
    #expect(shell.text.contains("After a rest"))
    #expect(shell.screen.isAlternateScreen)
  }

  /// Starts the console by the name of `console` in a shell with jobs.
  private func startInShell(
    environment: [String: String] = [:]
  ) throws -> TerminalSession {
    let shell = try TerminalSession(
      ["/bin/bash", "--norc", "--noprofile", "-i"],
      environment: home.environment.merging([
        "PS1": "prompt> ", "CONSOLE": ConsoleProgram.path, "HISTFILE": "/dev/null",
      ]) { $1 }.merging(environment) { $1 })
    try shell.wait(for: "prompt>")
    shell.type("\"$CONSOLE\" --sandbox\r")
    try shell.wait(for: Words.page(1))
    return shell
  }

  /// Expects the screen to be the shell's; how it edits its line is its own affair.
  private func expectGivenBack(
    _ shell: TerminalSession, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(!shell.screen.isAlternateScreen, sourceLocation: sourceLocation)
    #expect(shell.screen.cursorIsVisible, sourceLocation: sourceLocation)
    #expect(!shell.screen.reportsMouse, sourceLocation: sourceLocation)
    #expect(shell.screen.title == "", sourceLocation: sourceLocation)
    #expect(shell.text.contains("prompt>"), sourceLocation: sourceLocation)
  }
}
