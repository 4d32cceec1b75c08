import Foundation
import Sandbox
import TestSupport
import Testing

/// `create --admin`: an organization and its first member, to an honest end.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct FirstAdminCommandTests: CommandSuite {
  let place: CommandPlace

  init() throws {
    place = try CommandPlace(organizations: 20)
  }

  private static let memberships = "POST /user_management/organization_memberships"

  private func create(_ words: String...) throws -> TerminalSession {
    try TerminalSession(
      [ConsoleProgram.path, "create", "--name", "Zebra", "--admin", try someoneElse.anyEmail()]
        + words, columns: 200, environment: home.environment.merging(variables) { $1 })
  }

  @Test func `both are made, and printed`() throws {
    let email = try someoneElse.anyEmail()

    let unknown = try run(
      "create", "--name", "Zebra", "--admin", "nobody@nowhere.example", "--json")
    #expect(unknown.ending == .exited(4))
    #expect(unknown.errorText.contains("no_such_user"))
    #expect(sandbox.writes.isEmpty)
    let done = try run("create", "--name", "Zebra", "--admin", email, "--json")
    #expect(done.ending == .exited(0))
    #expect(done.outputText.hasPrefix(#"{"object":"organization","id":"org_"#), "\(done)")
    #expect(
      done.outputText.contains(#","membership":{"object":"organization_membership","id":"om_"#))
    let table = try run("create", "--name", "Yak", "--admin", email, to: "")
    #expect(table.ending == .exited(0))
    #expect(table.terminalText.contains(" \(email) as admin (active)"), "\(table)")
    #expect(table.terminalText.contains("membership "))
    let journal = try run("journal")
    #expect(journal.outputText.contains(try someoneElse.organization(named: "Yak").id))
    #expect(sandbox.writes.map(\.status) == [201, 201, 201, 201])
  }

  @Test(arguments: [
    ("GET /user_management/users", 404), ("GET /user_management/users", 403),
    ("POST /organizations", 403), ("POST /organizations", 404),
  ])
  func `what is refused before there is an organization says that nothing was created`(
    request: String, status: Int
  ) throws {
    let email = try someoneElse.anyEmail()
    try someoneElse.sendsFaults("\(request) \(status)")

    let refused = try run("create", "--name", "Zebra", "--admin", email, to: "")

    #expect(refused.ending == .exited(5), "\(refused)")
    #expect(refused.errorText.contains("Nothing was created."), "\(refused)")
    #expect(!refused.errorText.contains("deleted"), "\(refused)")
  }

  @Test func `a role that there is not is refused, and what was created is told`() throws {
    let refused = try run(
      "create", "--name", "Zebra", "--admin", try someoneElse.anyEmail(), "--admin-role",
      "no-such-role", "--json")
    let usage = try run("create", "--name", "Zebra", "--admin-role", "admin")

    #expect(refused.ending == .exited(5))
    #expect(refused.errorText.contains("\"created\":\"org_"))
    #expect(usage.ending == .exited(2))
  }

  @Test func `that memberships are not available is not said of what was created`() throws {
    try someoneElse.sendsFaults("\(Self.memberships) 404")

    let refused = try run(
      "create", "--name", "Zebra", "--admin", try someoneElse.anyEmail(), "--json")

    #expect(refused.ending == .exited(5), "\(refused)")
    #expect(refused.errorText.contains("\"created\":\"org_"), "\(refused)")
    #expect(refused.errorText.contains("Not available in this environment (404)."), "\(refused)")
    #expect(!refused.errorText.contains("deleted"), "\(refused)")
  }

  @Test(arguments: ["drop-after count=1", "409 after count=1"])
  func `an admin who is found after an answer that does not tell is done in the journal too`(
    fault: String
  ) throws {
    try someoneElse.sendsFaults("\(Self.memberships) \(fault)")

    let done = try run("create", "--name", "Zebra", "--admin", try someoneElse.anyEmail(), "--json")
    let journal = try run("journal")

    #expect(done.ending == .exited(0), "\(done)")
    #expect(done.outputText.contains(#""membership":{"#), "\(done)")
    #expect(sandbox.writes.map(\.status) == [201, 201])
    #expect(journal.outputText.contains("done"), "\(journal)")
    #expect(!journal.outputText.contains("unknown"))
  }

  @Test func `a membership that is said to be there, and is not, is refused`() throws {
    try someoneElse.sendsFaults("\(Self.memberships) 409 count=1")

    let refused = try run(
      "create", "--name", "Zebra", "--admin", try someoneElse.anyEmail(), "--json")

    #expect(refused.ending == .exited(5), "\(refused)")
    #expect(refused.errorText.contains(#""code":"http_409""#), "\(refused)")
    #expect(refused.errorText.contains("\"created\":\"org_"), "\(refused)")
  }

  @Test func `a command that waits looks again whether the admin is there, and adds nobody twice`()
    throws
  {
    try someoneElse.sendsFaults("\(Self.memberships) 429 retry-after=2 count=1")
    let user = try someoneElse.anyUser()
    let session = try create()
    try session.wait(until: "it waits to add the admin") {
      sandbox.writes.map(\.status) == [201, 429]
    }

    let zebra = try someoneElse.organization(named: "Zebra").id
    let added = try someoneElse.send(
      "POST", "/user_management/organization_memberships",
      #"{"user_id":"\#(user)","organization_id":"\#(zebra)","role_slug":"admin"}"#)

    #expect(added.status == 201)
    #expect(session.waitForEnd() == .exited(0))
    #expect(sandbox.writes.map(\.status) == [201, 429, 201], "the last is someone else's")
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `a signal in that wait tells what was made, what was not, and how to go on`(
    signal: Int32
  ) throws {
    try someoneElse.sendsFaults("\(Self.memberships) 429 retry-after=60 count=1")
    let session = try create("--json")
    try session.wait(until: "the answer is in the journal") {
      home.text(of: "state/workos-console/journal.jsonl").contains(#""status":429"#)
    }

    session.terminal.send(signal: signal)

    #expect(session.waitForEnd() == .signaled(signal))
    let text = String(decoding: session.bytes, as: UTF8.self)
    let zebra = try someoneElse.organization(named: "Zebra").id
    for word in [
      #""code":"interrupted""#, #""created":"\#(zebra)""#,
      "Created \(zebra), but \(try someoneElse.anyEmail()) is not its admin",
      "Do not create it again", "under Members of \(zebra)",
    ] {
      #expect(text.contains(word), "\(word) in \(text)")
    }
    #expect(sandbox.writes.map(\.status) == [201, 429])
  }
}
