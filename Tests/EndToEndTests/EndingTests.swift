import Foundation
import TestSupport
import Testing

/// However the program ends, the terminal is given back, and the parent sees the true status.
@Suite(.timeLimit(.minutes(10)), .onOwnThreads)
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
    let console = try situation.begin(in: Self.jobControl)

    console.press(.control("z"))
    try console.wait(for: "stopped")
    expectRestored(console.session)
    console.type("\(signal)\r")

    #expect(console.session.waitForEnd() == .exited(128 + signal))
    expectRestored(console.session)
    #expect(console.writes == [])
  }

  /// What an interactive shell does with a job, without its line editor, which has settings too.
  private static let jobControl = """
    set -m
    "$0" "$@"
    echo stopped
    read -r signal
    kill -"$signal" %1
    # Of a job that is still stopped, wait tells at once that it is.
    while wait %1; status=$?; [ $status -eq 148 ]; do :; done
    exit $status
    """

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
