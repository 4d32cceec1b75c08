import Foundation
import TestSupport
import Testing

/// What the console is doing when its end comes.
enum Situation: CaseIterable, Sendable {
  case atRest, loading, countingDown, formOpen, deleteQueued, dialogOpen

  /// Starts a console and brings it here; nothing may be written on the way.
  ///
  /// - Parameter script: what a shell does with the console; see `ConsoleSession`.
  func begin(in script: String? = nil) throws -> ConsoleSession {
    let console = try ConsoleSession(
      "--delete-grace", "60", rows: 40,
      sandbox: .init(organizations: 120, latency: self == .loading ? .seconds(20) : .zero),
      script: script, waitsForList: self != .loading)
    switch self {
    case .atRest: break
    case .loading: try console.wait(for: Words.loading)
    case .countingDown:
      try console.someoneElse.sendsFaults("GET 503 retry-after=60")
      console.type("r")
      try console.wait(for: Words.retrying)
    case .formOpen:
      console.type("aHalf a name")
      try console.wait(for: "Half a name")
    case .deleteQueued:
      try console.delete(DeletingTests.name)
      try console.wait(for: Words.countdown)
    case .dialogOpen: try console.openDeletion(of: DeletingTests.name)
    }
    expectTaken(console.session)
    return console
  }

  /// Goes back to where `q` quits.
  func leave(_ console: ConsoleSession) throws {
    switch self {
    case .atRest, .loading, .countingDown, .deleteQueued: break
    case .formOpen:
      console.press(.escape)
      try console.wait(for: Words.draftKept)
    case .dialogOpen:
      console.press(.escape)
      try console.waitUntilGone(Words.deletion)
    }
  }
}

/// A way for the console to come to its end.
enum WayToEnd: Sendable {
  case quitKey, interruptKey, hangUp
  case signal(Int32)

  /// A trap of Swift is SIGILL or SIGTRAP; the last six are what the system sends who crashes.
  static let all: [WayToEnd] =
    [.quitKey, .interruptKey, .hangUp]
    + [
      SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE,
    ].map(WayToEnd.signal)

  /// What the parent is to see.
  var ending: PseudoTerminal.Ending {
    switch self {
    case .quitKey, .interruptKey: .exited(0)
    case .hangUp: .signaled(SIGHUP)
    case .signal(let number): .signaled(number)
    }
  }

  func take(_ console: ConsoleSession, from situation: Situation) throws {
    switch self {
    case .quitKey:
      try situation.leave(console)
      console.type("q")
    case .interruptKey: console.press(.control("c"))
    case .hangUp: console.session.terminal.hangUp()
    case .signal(let number): console.session.terminal.send(signal: number)
    }
    switch (self, situation) {
    case (.quitKey, .deleteQueued), (.interruptKey, .deleteQueued):
      try console.wait(for: Words.quitDialog)
      console.type("x")
    default: break
    }
  }
}

/// Expects that the program has the terminal, without which nothing would have to be restored.
func expectTaken(
  _ session: TerminalSession, sourceLocation: SourceLocation = #_sourceLocation
) {
  let screen = session.screen
  let settings = session.terminal.settings
  #expect(settings != session.terminal.originalSettings, sourceLocation: sourceLocation)
  #expect(!settings.echoes && !settings.isCanonical, sourceLocation: sourceLocation)
  #expect(screen.isAlternateScreen, sourceLocation: sourceLocation)
  #expect(screen.pastesAreBracketed, sourceLocation: sourceLocation)
}

/// Expects that nothing the program did to the terminal is left.
///
/// - Parameter hasEcho: keys came after the end, and the terminal itself has shown them.
func expectRestored(
  _ session: TerminalSession, hasEcho: Bool = false,
  sourceLocation: SourceLocation = #_sourceLocation
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
  #expect(screen.title == "", sourceLocation: sourceLocation)
  #expect(hasEcho || screen.unknownSequences == [], sourceLocation: sourceLocation)
}
