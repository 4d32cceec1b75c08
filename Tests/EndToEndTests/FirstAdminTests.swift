import Foundation
import Sandbox
import TestSupport
import Testing

/// A new organization with its first admin, whose second step fails at first.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct FirstAdminTests {
  @Test func `what failed is said, and what is left is sent on its own`() throws {
    let console = try ConsoleSession(rows: 40)
    try console.someoneElse.sendsFaults(
      "POST /user_management/organization_memberships 403 count=1")
    let email = try console.someoneElse.anyEmail()
    console.type("a")
    try console.wait(for: Words.newForm)
    console.type("Zebra Works")
    console.press(.backTab, .backTab)
    console.type(email)

    console.press(.control("s"))
    try console.wait(for: [
      Words.newReview, "POST /organizations", "POST /user_management/organization_memberships",
      "{its new id}", "\"role_slug\": \"admin\"",
    ])
    console.press(.enter)
    try console.wait(for: "The organization is saved;")
    #expect(console.writes == ["POST 201", "POST 403"])
    console.press(.control("s"))
    try console.wait(for: "What is sent")
    console.press(.enter)
    try console.wait(for: "is a member of")

    #expect(console.writes == ["POST 201", "POST 403", "POST 201"])
    console.type("L")
    try console.wait(for: [Words.journal, "Zebra Works"])
    // The line of the create leads to what was created, though its last request was the membership's.
    console.press(.down, .enter)
    try console.wait(for: ["[1 Overview]", "Zebra Works", "org_"])
  }

  @Test func `create --admin does the same without a screen`() throws {
    let home = try TemporaryDirectory()
    let configuration = SandboxServer.Configuration(organizations: 20)
    let sandbox = SandboxServer(configuration: configuration)
    defer { sandbox.stop() }
    let port = try sandbox.start()
    let someoneElse = SomeoneElse(port: port, apiKey: configuration.apiKey)
    let variables = [
      "WORKOS_API_URL": "http://127.0.0.1:\(port)", "WORKOS_API_KEY": configuration.apiKey,
    ]
    func create(_ words: String...) throws -> ShortRun {
      try ShortRun(
        ["create", "--name", "Zebra", "--json"] + words, redirections: ">output",
        environment: variables, in: home)
    }
    let email = try someoneElse.anyEmail()

    let unknown = try create("--admin", "nobody@nowhere.example")
    #expect(unknown.ending == .exited(4))
    #expect(unknown.errorText.contains("no_such_user"))
    #expect(sandbox.writes.isEmpty)
    let done = try create("--admin", email)
    #expect(done.ending == .exited(0))
    #expect(done.outputText.hasPrefix(#"{"object":"organization","id":"org_"#), "\(done)")
    #expect(
      done.outputText.contains(#","membership":{"object":"organization_membership","id":"om_"#))
    let table = try ShortRun(
      ["create", "--name", "Yak", "--admin", email], redirections: "", environment: variables,
      in: home)
    #expect(table.ending == .exited(0))
    #expect(table.terminalText.contains(" \(email) as admin (active)"), "\(table)")
    #expect(table.terminalText.contains("membership "))
    let journal = try ShortRun(
      ["journal"], redirections: ">output", environment: variables, in: home)
    #expect(journal.outputText.contains(try someoneElse.organization(named: "Yak").id))
    #expect(sandbox.writes.map(\.status) == [201, 201, 201, 201])
    let refused = try create("--admin", email, "--admin-role", "no-such-role")
    #expect(refused.ending == .exited(5))
    #expect(refused.errorText.contains("\"created\":\"org_"))
    let usage = try create("--admin-role", "admin")
    #expect(usage.ending == .exited(2))
  }

  @Test func `an admin who is found after a lost answer is done in the journal too`() throws {
    let home = try TemporaryDirectory()
    let configuration = SandboxServer.Configuration(organizations: 20)
    let sandbox = SandboxServer(configuration: configuration)
    defer { sandbox.stop() }
    let port = try sandbox.start()
    let someoneElse = SomeoneElse(port: port, apiKey: configuration.apiKey)
    try someoneElse.sendsFaults(
      "POST /user_management/organization_memberships drop-after count=1")
    let variables = [
      "WORKOS_API_URL": "http://127.0.0.1:\(port)", "WORKOS_API_KEY": configuration.apiKey,
    ]

    let done = try ShortRun(
      ["create", "--name", "Zebra", "--admin", someoneElse.anyEmail()], redirections: ">output",
      environment: variables, in: home)
    let journal = try ShortRun(
      ["journal"], redirections: ">output", environment: variables, in: home)

    #expect(done.ending == .exited(0))
    #expect(journal.outputText.contains("done"), "\(journal)")
    #expect(!journal.outputText.contains("unknown"))
  }

  @Test func `a command that waits looks again whether the admin is there, and adds nobody twice`()
    throws
  {
    let home = try TemporaryDirectory()
    let configuration = SandboxServer.Configuration(organizations: 20)
    let sandbox = SandboxServer(configuration: configuration)
    defer { sandbox.stop() }
    let port = try sandbox.start()
    let someoneElse = SomeoneElse(port: port, apiKey: configuration.apiKey)
    try someoneElse.sendsFaults(
      "POST /user_management/organization_memberships 429 retry-after=2 count=1")
    let user = try someoneElse.anyUser()
    let session = try TerminalSession(
      [ConsoleProgram.path, "create", "--name", "Zebra", "--admin", someoneElse.anyEmail()],
      environment: home.environment.merging([
        "WORKOS_API_URL": "http://127.0.0.1:\(port)", "WORKOS_API_KEY": configuration.apiKey,
      ]) { $1 })
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
}

extension SomeoneElse {
  /// The address of a user.
  fileprivate func anyEmail() throws -> String {
    try first("email")
  }

  /// The id of that user.
  fileprivate func anyUser() throws -> String { try first("id") }

  private func first(_ member: String) throws -> String {
    let answer = try send("GET", "/user_management/users?limit=1")
    let parts = answer.body.components(separatedBy: "\"\(member)\":\"")
    return String(try #require(parts.dropFirst().first).prefix { $0 != "\"" })
  }
}
