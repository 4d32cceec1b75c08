import Foundation
import Sandbox
import TestSupport
import Testing

/// Commands whose output is closed or full, and commands that a signal ends.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct CommandEndingTests: CommandSuite {
  let place: CommandPlace

  init() throws {
    place = try CommandPlace(organizations: 20)
  }

  @Test(arguments: [
    (">/dev/full", "No space left on device"), (">&-", "standard output is closed"),
  ])
  func `what was created is told where it cannot be printed`(
    redirection: String, reason: String
  ) throws {
    let run = try run("create", "--name", "Zebra Works", to: redirection)

    let organization = try someoneElse.organization(named: "Zebra Works")
    #expect(run.ending == .exited(1) && run.isOneLineOfError, "\(run)")
    #expect(run.errorText.contains("Created \(organization.id), but it could not be printed"))
    #expect(run.errorText.contains(reason), "\(run)")
    #expect(sandbox.writes.count == 1)
  }

  @Test func `so is its id as JSON, and who its first admin is`() throws {
    let user = try someoneElse.send("GET", "/user_management/users?limit=1").body
    let email = try #require(user.firstMatch(of: /"email":"([^"]+)"/)?.1)

    let run = try run(
      "create", "--name", "Zebra Works", "--admin", String(email), "--json", to: ">/dev/full")

    let organization = try someoneElse.organization(named: "Zebra Works")
    #expect(run.ending == .exited(1), "\(run)")
    for word in [
      #""code":"output_failed""#, #""created":"\#(organization.id)""#, "with \(email) as its admin",
    ] {
      #expect(run.errorText.contains(word), "\(run)")
    }
  }

  @Test func `nothing takes the place of an output that is closed`() throws {
    let listed = try run("list", to: ">&-")
    let journal = try run("journal", to: ">&-")
    let created = try run("create", "--name", "Zebra Works", to: ">&- 2>&-")

    #expect(listed.ending == .exited(1) && listed.isOneLineOfError, "\(listed)")
    #expect(listed.errorText == "workos-console: standard output is closed\n")
    #expect(journal.errorText == listed.errorText, "\(journal)")
    #expect(created.ending == .exited(1), "\(created)")
    let organization = try someoneElse.organization(named: "Zebra Works")
    let text = try run("journal", to: ">output").outputText
    #expect(text.contains(organization.id) && text.contains("done"), "\(text)")
    #expect(text.count(where: \.isNewline) == 1, "\(text)")
  }

  @Test func `where errors cannot be written the status tells all the same`() throws {
    #expect(try run("get", "org_nope", to: "2>&- >output").ending == .exited(4))
    #expect(try run("create", to: "2>&- >output").ending == .exited(2))
    #expect(try run("list", to: "2>&- >output").ending == .exited(0))
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `a signal while a create is on its way is not the last word`(signal: Int32) throws {
    let server = try StuckServer(at: "POST /organizations")
    defer { server.stop() }
    let session = try create(at: server)
    try session.wait(until: "it was sent") { server.isStuck }

    session.terminal.send(signal: signal)

    #expect(session.waitForEnd() == .signaled(signal))
    let text = String(decoding: session.bytes, as: UTF8.self)
    #expect(text.hasPrefix("workos-console: Stopped without an answer"), "\(text)")
    #expect(text.contains("may have been created. Look for it before you repeat it"), "\(text)")
    #expect(text.count(where: \.isNewline) == 1, "\(text)")
    #expect(try run("journal", to: ">output").outputText.contains("no outcome"))
  }

  @Test func `a signal before anything was sent is`() throws {
    let server = try StuckServer(at: "GET /user_management/users")
    defer { server.stop() }
    let session = try create(at: server, "--admin", "jane@acme.com")
    try session.wait(until: "it looks for the admin") { server.isStuck }

    session.terminal.send(signal: SIGTERM)

    #expect(session.waitForEnd() == .signaled(SIGTERM))
    #expect(session.bytes == [])
  }

  @Test func `a signal in the wait before it is sent again says that nothing was created`() throws {
    try someoneElse.sendsFaults("POST /organizations 429 retry-after=60 count=1")
    let session = try TerminalSession(
      [ConsoleProgram.path, "create", "--name", "Zebra"], columns: 200,
      environment: home.environment.merging(variables) { $1 })
    try session.wait(until: "the answer is in the journal") {
      home.text(of: "state/workos-console/journal.jsonl").contains(#""status":429"#)
    }

    session.terminal.send(signal: SIGTERM)

    #expect(session.waitForEnd() == .signaled(SIGTERM))
    #expect(String(decoding: session.bytes, as: UTF8.self).contains("nothing was created."))
  }

  @Test func `a signal after the organization was made tells its id`() throws {
    let server = try StuckServer(at: "GET /user_management/organization_memberships")
    defer { server.stop() }
    let session = try create(at: server, "--admin", "jane@acme.com", "--json")
    try session.wait(until: "it looks for the membership") { server.isStuck }

    session.terminal.send(signal: SIGTERM)

    #expect(session.waitForEnd() == .signaled(SIGTERM))
    let text = String(decoding: session.bytes, as: UTF8.self)
    for word in [#""code":"interrupted""#, "Created org_1, but", #""created":"org_1""#] {
      #expect(text.contains(word), "\(text)")
    }
  }

  @Test func `a signal that it was begun to ignore does not end it`() throws {
    let server = try StuckServer(at: "POST /organizations")
    defer { server.stop() }
    let session = try create(at: server, after: "trap '' HUP")
    try session.wait(until: "it was sent") { server.isStuck }

    session.terminal.send(signal: SIGHUP)
    server.goOn()

    #expect(session.waitForEnd() == .exited(0))
    #expect(session.text.contains("org_1"))
  }

  private func create(
    at server: StuckServer, _ options: String..., after command: String = ":"
  ) throws -> TerminalSession {
    try TerminalSession(
      [
        "/bin/sh", "-c", "\(command); exec \"$0\" \"$@\"", ConsoleProgram.path, "create", "--name",
        "Zebra",
      ] + options, rows: 24, columns: 200,
      environment: home.environment.merging(variables) { $1 }.merging([
        "WORKOS_API_URL": "http://127.0.0.1:\(server.port)"
      ]) { $1 })
  }
}

/// A server that answers as there should be one organization, one user and no membership, and keeps one
/// request without an answer.
private final class StuckServer: Sendable {
  private let server: RawServer
  private let beginning: String
  private let gate: DispatchSemaphore

  /// - Parameter beginning: that of the request that gets no answer.
  init(at beginning: String) throws {
    let gate = DispatchSemaphore(value: 0)
    self.beginning = beginning
    self.gate = gate
    server = try RawServer { line in
      if line.hasPrefix(beginning) { gate.wait() }
      if line.hasPrefix("POST /organizations") {
        return #"{"object":"organization","id":"org_1","name":"Zebra","domains":[],"metadata":{}}"#
      }
      let isOfUsers = line.hasPrefix("GET /user_management/users")
      let users = isOfUsers ? #"{"object":"user","id":"user_1","email":"jane@acme.com"}"# : ""
      return #"{"object":"list","data":[\#(users)],"list_metadata":{}}"#
    }
  }

  var port: UInt16 { server.port }
  var isStuck: Bool { server.requestLines.contains { $0.hasPrefix(beginning) } }

  func goOn() {
    gate.signal()
  }

  func stop() {
    gate.signal()
    server.stop()
  }
}
