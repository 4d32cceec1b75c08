import Foundation
import TestSupport
import Testing

/// However the program ends, the terminal is given back, and the parent sees the true status.
@Suite(.timeLimit(.minutes(10)), .onOwnThreads)
struct EndingTests {
  @Test func `q gives the terminal back`() throws {
    let console = try ConsoleSession()

    #expect(console.quit() == .exited(0))
    expectRestored(console.session)
  }

  @Test func `an interrupt from the keyboard gives the terminal back`() throws {
    let console = try ConsoleSession()

    console.press(.control("c"))

    #expect(console.session.waitForEnd() == .exited(0))
    expectRestored(console.session)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func `a signal that asks to end gives the terminal back`(signal: Int32) throws {
    let console = try ConsoleSession()

    console.session.terminal.send(signal: signal)

    #expect(console.session.waitForEnd() == .signaled(signal))
    expectRestored(console.session)
  }

  /// What the system sends a program that has crashed; a trap of Swift is SIGILL or SIGTRAP.
  @Test(arguments: [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE])
  func `a crash gives the terminal back`(signal: Int32) throws {
    let console = try ConsoleSession()

    console.session.terminal.send(signal: signal)

    #expect(console.session.waitForEnd() == .signaled(signal))
    expectRestored(console.session)
  }

  @Test func `a form that is open, and a delete that is queued, do not hold up the end`() throws {
    let console = try ConsoleSession("--delete-grace", "60", rows: 40)
    try console.delete(DeletingTests.name)
    console.type("a")
    try console.wait(for: Words.newForm)
    console.type("Half a name")
    try console.wait(for: "Half a name")

    console.session.terminal.send(signal: SIGTERM)

    #expect(console.session.waitForEnd() == .signaled(SIGTERM))
    expectRestored(console.session)
    #expect(console.writes == [])
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGTRAP, SIGSEGV])
  func `a load that hangs does not hold up the end`(signal: Int32) throws {
    let console = try ConsoleSession(
      sandbox: .init(organizations: 5, latency: .seconds(20)),
      waitsForList: false)
    try console.wait(for: Words.loading)

    console.session.terminal.send(signal: signal)

    #expect(console.session.waitForEnd() == .signaled(signal))
    expectRestored(console.session)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGTRAP, SIGSEGV])
  func `a countdown does not hold up the end`(signal: Int32) throws {
    let console = try ConsoleSession()
    try console.someoneElse.sendsFaults("GET 503 retry-after=60")
    console.type("r")
    try console.wait(for: Words.retrying)

    console.session.terminal.send(signal: signal)

    #expect(console.session.waitForEnd() == .signaled(signal))
    expectRestored(console.session)
  }

  @Test(arguments: [SIGABRT, SIGILL, SIGINT, SIGQUIT])
  func `a form that is open does not hold up the end`(signal: Int32) throws {
    let console = try ConsoleSession()
    console.type("aHalf a name")
    try console.wait(for: "Half a name")

    console.session.terminal.send(signal: signal)

    #expect(console.session.waitForEnd() == .signaled(signal))
    expectRestored(console.session)
    #expect(console.writes == [])
  }

  @Test func `a terminal that is closed ends the program`() throws {
    let console = try ConsoleSession()

    console.session.terminal.hangUp()

    #expect(console.session.waitForEnd() == .signaled(SIGHUP))
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

/// Expects that nothing the program did to the terminal is left.
func expectRestored(
  _ session: TerminalSession, sourceLocation: SourceLocation = #_sourceLocation
) {
  let screen = session.screen
  #expect(
    session.terminal.settings == session.terminal.originalSettings, sourceLocation: sourceLocation)
  #expect(!screen.isAlternateScreen, sourceLocation: sourceLocation)
  #expect(screen.cursorIsVisible, sourceLocation: sourceLocation)
  #expect(!screen.reportsMouse, sourceLocation: sourceLocation)
  #expect(!screen.pastesAreBracketed, sourceLocation: sourceLocation)
  #expect(!screen.modes.contains(1), "cursor keys", sourceLocation: sourceLocation)
  #expect(!screen.keypadIsApplication, sourceLocation: sourceLocation)
  #expect(screen.unknownSequences == [], sourceLocation: sourceLocation)
}
