import Foundation
import Testing

/// Invitations, roles, flags and API keys of an organization, through the built program.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct RoleAndKeyStoryTests {
  /// Opens a tab of Acme Corporation by its digit, up to a text among its rows.
  private func open(
    _ digit: String, until text: String, environment: [String: String] = [:]
  ) throws -> ConsoleSession {
    let console = try ConsoleSession(
      "--delete-grace", "0", rows: 40, environment: environment)
    try console.select("Acme Corporation")
    console.press(.enter)
    try console.wait(for: "Created")
    console.type(digit)
    try console.wait(for: text)
    return console
  }

  /// Answers what is asked with a yes, once it listens.
  private func agree(_ console: ConsoleSession, to question: String) throws {
    try console.wait(for: question)
    console.letTheDialogListen()
    console.type("y")
  }

  /// Reads the review, and sends it.
  private func send(_ console: ConsoleSession, after text: String) throws {
    console.press(.control("s"))
    try console.wait(for: ["What is sent", text])
    console.letTheDialogListen()
    console.press(.enter)
  }

  @Test func `a role is created, allowed something, renamed and deleted`() throws {
    let console = try open("5", until: "org-auditor")

    console.type("a")
    try console.wait(for: "Create a role")
    console.type("Reviewer")
    console.press(.tab)
    console.type("reviewer")
    try send(console, after: "org-reviewer")
    try console.wait(for: "Created Reviewer.")
    console.type("p")
    try console.wait(for: "Read the audit log")
    console.type(" j ")
    try console.wait(for: "[x]")
    try send(console, after: "+ Permission")
    try console.wait(for: "Set the permissions of Reviewer.")
    console.type("e")
    try console.wait(for: "Role Reviewer")
    console.type(" II")
    try send(console, after: "Reviewer II")
    try console.wait(for: "Changed the role Reviewer II.")
    console.type("d")
    try agree(console, to: "Delete this role?")
    try console.wait(for: "Deleted Reviewer II.")

    #expect(console.writes == ["POST 201", "PUT 200", "PATCH 200", "DELETE 204"])
  }

  @Test func `somebody is invited, sent the e-mail again, and no longer invited`() throws {
    let console = try open("4", until: "pending")

    console.type("a")
    try console.wait(for: "The environment's default")
    console.type("zoe@acme.com")
    try send(console, after: "Good for")
    try agree(console, to: "Send this invitation?")
    try console.wait(for: "Invited zoe@acme.com")
    console.type("m")
    try agree(console, to: "Send the e-mail again?")
    try console.wait(for: "is on its way again")
    console.type("d")
    try agree(console, to: "Revoke this invitation?")
    try console.wait(for: "Revoked the invitation of zoe@acme.com.")

    #expect(console.writes == ["POST 201", "POST 200", "POST 200"])
  }

  @Test func `the link of an invitation is masked, copied, and nowhere afterwards`() throws {
    let console = try open("4", until: "pending")
    console.type("a")
    try console.wait(for: "The environment's default")
    console.type("zoe@acme.com")
    try send(console, after: "Good for")
    try agree(console, to: "Send this invitation?")
    try console.wait(for: "Invited zoe@acme.com")

    console.type("v")
    try console.wait(for: ["Link", "••••"])
    console.letTheDialogListen()
    console.type("y")
    try console.wait(until: "a copy") { console.clipboards.count == 1 }
    let link = try #require(console.clipboards.first)
    #expect(link.hasPrefix("https://sandbox.authkit.example/invite?invitation_token="))
    let token = String(link.suffix(25))
    #expect(!console.text.contains(token))
    console.press(.escape)
    try console.waitUntilGone("••••")
    try ProcessMemory(of: console.process.processID)?.waitUntilForgotten(token, by: console)
    console.type("J")
    try console.wait(for: "\"token\": \"…\"")
    #expect(!console.text.contains(token))
    console.press(.escape)
    try console.waitUntilGone("\"token\"")
    console.press(.escape)
    try console.wait(for: "Northwind Traders")
    #expect(console.quit() == .exited(0))

    for file in console.filesKept {
      #expect(try !String(contentsOfFile: file, encoding: .utf8).contains(token))
    }
  }

  @Test func `the value of a new key is shown once, and is nowhere afterwards`() throws {
    let console = try open("7", until: "sk_…")

    console.type("a")
    try console.wait(for: "Create an API key")
    console.type("Ticket 4711")
    try send(console, after: "Ticket 4711")
    try console.wait(for: ["The new API key", "This is the only time"])
    console.letTheDialogListen()
    console.press(.escape)
    try console.wait(for: "Closing it again loses it for good.")
    console.letTheDialogListen()
    console.type("y")
    try console.wait(until: "a copy") { console.clipboards.count == 1 }
    let value = try #require(console.clipboards.first)
    #expect(value.hasPrefix("sk_") && value.count == 43)
    #expect(console.text.contains(value))
    try console.wait(for: "It was handed to the clipboard.")
    let memory = ProcessMemory(of: console.process.processID)
    if let memory { #expect(memory.count(of: value) > 0, "else this proves nothing") }
    console.letTheDialogListen()
    console.press(.escape)
    try console.waitUntilGone("The new API key")
    try memory?.waitUntilForgotten(value, by: console)
    console.type("L")
    try console.wait(for: ["Ticket 4711", "create"])
    #expect(!console.text.contains(value))
    console.press(.escape)
    try console.waitUntilGone(Words.journal)
    console.type("d")
    try agree(console, to: "Delete this API key?")
    try console.wait(for: "Deleted the API key Ticket 4711.")
    console.press(.escape)
    try console.wait(for: "Northwind Traders")
    #expect(console.quit() == .exited(0))

    #expect(console.writes == ["POST 201", "DELETE 204"])
    for file in console.filesKept {
      #expect(try !String(contentsOfFile: file, encoding: .utf8).contains(value))
    }
    #expect(try !console.printed(by: "journal", "--json").contains(value))
  }

  @Test func `the value of a new key stays open where the terminal has no clipboard`() throws {
    let console = try open("7", until: "sk_", environment: ["TERM": "linux"])
    console.type("a")
    try console.wait(for: "Create an API key")
    console.type("Ticket 4711")
    try send(console, after: "Ticket 4711")
    try console.wait(for: ["The new API key", "This is the only time"])
    console.letTheDialogListen()

    console.type("y")
    try console.wait(for: "Not copied")
    console.letTheDialogListen()
    console.press(.escape)

    try console.wait(for: "Closing it again loses it for good.")
    #expect(console.clipboards == [])
  }

  @Test func `a flag is switched on and off for one organization`() throws {
    let console = try open("6", until: "Default")

    console.type("a")
    try console.wait(for: "SCIM groups")
    console.type("jj ")
    try console.wait(for: "[x] SCIM groups")
    try send(console, after: "as before")
    try console.wait(for: "SCIM groups is on for Acme Corporation.")
    console.type("/scim")
    console.press(.enter)
    try console.wait(for: ["match scim", "others that it is aimed at"])
    console.type("d")
    try agree(console, to: "Switch this flag off?")
    try console.wait(for: "SCIM groups is off for Acme Corporation.")

    #expect(console.writes == ["POST 204", "DELETE 204"])
  }
}
