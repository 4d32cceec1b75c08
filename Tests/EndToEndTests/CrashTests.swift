import Foundation
import TestSupport
import Testing

/// Crashes that really happen, in a program that has taken the terminal as the console does.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct CrashTests {
  @Test(arguments: [
    ("outOfBounds", "Index out of range"), ("forceUnwrap", "found nil"),
    ("fatalError", "nothing can be done about it"), ("precondition", "one is not one"),
    ("trapOnThread", "Index out of range"),
  ])
  func `a trap of Swift gives the terminal back, and can be read`(
    crash: String, words: String
  ) throws {
    let session = try start(crash)

    session.type("x")

    #expect([.signaled(SIGILL), .signaled(SIGTRAP)].contains(session.waitForEnd()))
    expectRestored(session)
    #expect(session.text.hasPrefix("Said while the terminal was taken.\n"))
    #expect(session.text.contains(words))
  }

  @Test(arguments: [
    ("abort", SIGABRT), ("doubleFree", SIGABRT), ("badAddress", SIGSEGV),
    ("stackOverflow", SIGSEGV),
  ])
  func `any other crash gives the terminal back`(crash: String, signal: Int32) throws {
    let session = try start(crash)

    session.type("x")

    #expect(session.waitForEnd() == .signaled(signal))
    expectRestored(session)
  }

  /// The second stack that a handler needs then is a thread's own, and this thread has none.
  @Test func `a thread whose stack is full does not take the terminal along`() throws {
    let session = try start("stackOverflowOnThread", in: ["/bin/bash", "-c", Script.waitForEnter])

    session.type("x")
    try session.waitUntilGivenBack()

    expectRestored(session)
    session.type("\r")
    #expect(session.waitForEnd() == .exited(128 + SIGSEGV))
  }

  @Test func `what is said on standard error waits until the screen is given back`() throws {
    let session = try start("not at all")
    #expect(!session.text.contains("Said"))

    session.type("x")

    #expect(session.waitForEnd() == .exited(0))
    expectRestored(session)
    #expect(session.text.hasPrefix("Said while the terminal was taken.\n"))
  }

  /// Starts the program that crashes so at the first key.
  private func start(_ crash: String, in shell: [String] = []) throws -> TerminalSession {
    let program = try #require(ProductsDirectory.executable("Crashes"), "not built")
    let session = try TerminalSession(shell + [program, crash], rows: 60)
    try session.wait(for: "On the screen.")
    expectTaken(session)
    return session
  }
}
