import Foundation
import TestSupport
import Testing

/// However the program ends, the terminal is given back, and the parent sees the true status.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct EndingTests {
  @Test(arguments: Situation.allCases, WayToEnd.all)
  func `any end, at any moment, gives the terminal back and writes nothing`(
    situation: Situation, way: WayToEnd
  ) throws {
    let console = try situation.begin()

    try way.take(console, from: situation)

    #expect(console.session.waitForEnd() == way.ending)
    // A terminal that was closed is not there to be looked at.
    if case .hangUp = way {} else { expectRestored(console.session) }
    #expect(console.writes == [])
  }

  @Test(arguments: Situation.allCases, [SIGTERM, SIGHUP, SIGKILL])
  func `stopped at any moment it gives the terminal back, and can be killed`(
    situation: Situation, signal: Int32
  ) throws {
    let console = try situation.begin(in: Script.jobControl)

    console.press(.control("z"))
    try console.wait(for: "stopped")
    expectRestored(console.session)
    console.type("\(signal)\r")

    #expect(console.session.waitForEnd() != .stillRunning, "the shell waits for the program")
    expectRestored(console.session)
    #expect(console.writes == [])
  }

  @Test(arguments: Situation.allCases)
  func `killed at any moment, the terminal is given back by its watcher`(
    situation: Situation
  ) throws {
    let console = try situation.begin(in: Script.waitForEnter)
    let program = try #require(console.process.children.first)
    let watcher = try #require(ProcessFacts(processID: program).children.first)
    #expect(ProcessFacts(processID: watcher).environment == "PATH=/usr/bin:/bin\0")

    kill(program, SIGKILL)
    try console.session.waitUntilGivenBack()

    expectRestored(console.session)
    console.type("\r")
    #expect(console.session.waitForEnd() == .exited(128 + SIGKILL))
    expectRestored(console.session)
    #expect(console.writes == [])
  }

  @Test(arguments: 1...10)
  func `a window that is closed while the program starts ends it by its signal`(
    attempt: Int
  ) throws {
    let home = try TemporaryDirectory()
    let terminal = try PseudoTerminal(
      [ConsoleProgram.path, "--sandbox"], environment: home.environment)
    let program = ProcessFacts(processID: terminal.processID)

    // Until it holds signals back the system ends it; the moment after is another each time.
    while !program.holdsBack(SIGHUP), terminal.wait(milliseconds: 0) == .stillRunning {}
    for _ in 1..<attempt { _ = terminal.read(milliseconds: 2) }
    terminal.hangUp()

    #expect(terminal.wait(milliseconds: 60_000) == .signaled(SIGHUP))
  }

  @Test func `what was on the screen before is there again`() throws {
    let home = try TemporaryDirectory()
    let session = try TerminalSession(
      ["/bin/sh", "-c", "echo before; \"$0\" --sandbox; echo after $?", ConsoleProgram.path],
      environment: home.environment)

    try session.wait(for: Words.page(1))
    #expect(!session.text.contains("before"))
    session.type("q")
    try session.wait(for: "after 0")

    #expect(session.text.hasPrefix("before\nafter 0"))
  }
}
