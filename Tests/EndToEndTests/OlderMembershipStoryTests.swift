import Foundation
import Sandbox
import TestSupport
import Testing

/// A server that tells memberships without their user, as older answers do.
@Suite(.timeLimit(.minutes(10)), .onOwnThreads)
struct OlderMembershipStoryTests {
  @Test func `members are named all the same, and one of them can be deactivated`() throws {
    let console = try ConsoleSession(
      rows: 40, sandbox: .init(organizations: 120, faults: [.init(parsing: Self.fault)]))
    try console.openTab(
      "3", of: "Acme Corporation", showing: "rachel.rossi@acme.com", "Rachel Rossi")

    console.type("/rachel.rossi")
    console.press(.enter)
    try console.wait(for: "match")
    console.type("x")
    try console.wait(for: ["Deactivate this member?", "rachel.rossi@acme.com"])
    console.letTheDialogListen()
    console.type("y")
    try console.wait(for: "rachel.rossi@acme.com is inactive now.")

    #expect(console.writes == ["PUT 200"])
    #expect(console.text.contains("Rachel Rossi"))
    #expect(console.requests.count("GET", "/user_management/users") == 1)
  }

  private static let fault = "/user_management/organization_memberships/** no-user"
}

/// The same for the command.
@Suite(.timeLimit(.minutes(10)), .onOwnThreads)
struct OlderMembershipCommandTests: CommandSuite {
  let place: CommandPlace

  init() throws {
    place = try CommandPlace(organizations: 20)
  }

  @Test func `members are printed with their names, and one who is inactive by the id`() throws {
    let acme = try someoneElse.organization(named: "Acme Corporation").id
    try someoneElse.sendsFaults("/user_management/organization_memberships/** no-user")

    let table = try run("members", acme, to: "")

    #expect(table.ending == .exited(0), "\(table)")
    #expect(table.terminalText.contains("jane@acme.com"), "\(table)")
    #expect(table.terminalText.contains("Jane Doe"), "\(table)")
    #expect(!table.terminalText.contains("ravi.kumar@acme.com"), "\(table)")
  }
}
