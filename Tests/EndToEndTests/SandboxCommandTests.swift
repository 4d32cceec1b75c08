import Foundation
import Sandbox
import TestSupport
import Testing

/// `workos-console sandbox`: the server alone.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct SandboxCommandTests {
  private let home: TemporaryDirectory

  init() throws {
    home = try TemporaryDirectory()
  }

  @Test func `it says first where it listens, and answers there`() throws {
    let (session, someoneElse) = try start()

    #expect(session.screen.lines[0] == "listening on http://127.0.0.1:\(someoneElse.port)")
    #expect(try someoneElse.organizations("?limit=3").first?.name == "Northwind Traders")
    try session.wait(for: "\nGET /organizations 200 ")
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func `a signal ends it with its true status`(signal: Int32) throws {
    let (session, someoneElse) = try start()
    try someoneElse.send("GET", "/organizations")

    session.terminal.send(signal: signal)

    #expect(session.waitForEnd() == .signaled(signal))
  }

  @Test func `an interrupt from the keyboard ends it`() throws {
    let (session, _) = try start()

    session.press(.control("c"))

    #expect(session.waitForEnd() == .signaled(SIGINT))
  }

  @Test func `a port that is taken is refused in one line`() throws {
    let server = SandboxServer(configuration: .init(organizations: 0))
    let port = try server.start()
    defer { server.stop() }

    let run = try ShortRun(["sandbox", "--port", "\(port)"], in: home)

    #expect(run.ending == .exited(2))
    #expect(run.isOneLineOfError, "\(run)")
    #expect(run.errorText.contains("\(port)"))
  }

  @Test func `the console works on a sandbox that runs alone`() throws {
    let (sandbox, someoneElse) = try start()
    let console = try TerminalSession(
      [ConsoleProgram.path, "--api-url", "http://127.0.0.1:\(someoneElse.port)"],
      environment: home.environment.merging(["WORKOS_API_KEY": "sk_test_sandbox"]) { $1 })

    try console.wait(for: Words.rows(1...5))
    console.type("q")

    #expect(console.waitForEnd() == .exited(0))
    try sandbox.wait(for: "\nGET /organizations 200 ")
  }

  /// Starts it on a free port, and waits until it says which.
  private func start() throws -> (TerminalSession, SomeoneElse) {
    let session = try TerminalSession(
      [ConsoleProgram.path, "sandbox", "--port", "0", "--organizations", "5"],
      environment: home.environment)
    try session.wait(for: "the API key is")
    let port = session.screen.lines[0].split(separator: ":").last.flatMap { UInt16($0) }
    return (session, SomeoneElse(port: try #require(port)))
  }
}
