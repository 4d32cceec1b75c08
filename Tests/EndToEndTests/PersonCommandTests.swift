import Foundation
import Sandbox
import TestSupport
import Testing

/// The commands about people: `members`, `who` and `why`.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct PersonCommandTests: CommandSuite {
  let place: CommandPlace

  init() throws {
    place = try CommandPlace(organizations: 120)
  }

  private func acme() throws -> String {
    try someoneElse.organization(named: "Acme Corporation").id
  }

  @Test func `all members are printed, in every status`() throws {
    let json = try run("members", try acme())
    let table = try run("members", try acme(), to: "")

    #expect(json.ending == .exited(0))
    #expect(json.outputText.count(where: \.isNewline) == 24)
    #expect(json.outputText.contains(#""status":"inactive""#))
    #expect(table.terminalText.hasPrefix("MEMBERSHIP "))
    #expect(table.terminalText.contains("ravi.kumar@acme.com"))
    #expect(try run("members", "org_none", to: "").ending == .exited(4))
  }

  @Test func `somebody at a domain beyond ASCII is found as typed, and as the DNS has it`() throws {
    let typed = try run("who", "Wei Wang <wei.wang@müller-söhne.example>", "--json")
    let sent = try run("who", "wei.wang@xn--mller-shne-kcb9d.example", "--json")
    let nobody = try run("who", "nobody@bücher.example", to: "")

    #expect(typed.ending == .exited(0), "\(typed)")
    #expect(typed.outputText == sent.outputText)
    #expect(
      nobody.errorText.contains("No user has nobody@bücher.example (xn--bcher-kva.example)"),
      "\(nobody)")
  }

  @Test(arguments: [
    ["get", "ext:nope"], ["members", "ext:nope"], ["why", "bob@gmail.com", "ext:nope"],
  ])
  func `an external id that nobody has is named`(arguments: [String]) throws {
    let ran = try run(arguments, to: "")

    #expect(ran.ending == .exited(4), "\(ran)")
    #expect(ran.errorText.contains("No organization has the external id nope."), "\(ran)")
  }

  @Test func `a user is found by the id as well`() throws {
    let json = try run("who", "bob@gmail.com", "--json")
    let id = try #require(json.outputText.firstMatch(of: /user_[0-9A-Z]{26}/)).output

    let byID = try run("who", String(id), "--json")
    let nobody = try run("who", "user_01HZX5B7Q4P6QWEF0SHE100123", to: "")

    #expect(byID.outputText.contains(#""memberships":[{"#), "\(byID)")
    #expect(byID.outputText.contains(#""email":"bob@gmail.com""#), "\(byID)")
    #expect(nobody.ending == .exited(4) && nobody.errorText.contains("No user"), "\(nobody)")
  }

  @Test func `who somebody is, and no secret of an invitation`() throws {
    let text = try run("who", "Bob Brown <Bob@gmail.com>", to: "")
    let json = try run("who", "bob@gmail.com", "--json")
    let nobody = try run("who", "nobody@acme.com", "--json")

    #expect(text.ending == .exited(0))
    for words in ["Bob Brown <bob@gmail.com>", "- Acme Corporation (org_", "- Northwind Traders"] {
      #expect(text.terminalText.contains(words), "\(text.terminalText)")
    }
    #expect(json.outputText.count(where: \.isNewline) == 1)
    #expect(json.outputText.contains(#""memberships":[{"#))
    #expect(!json.outputText.contains("accept_invitation_url"))
    #expect(nobody.ending == .exited(4))
    #expect(nobody.errorText.contains(#""code":"person_not_found""#))
  }

  @Test
  func `of an address that nobody has, the organizations with its domain are told all the same`()
    throws
  {
    let json = try run("who", "newperson@acme.com", "--json")
    let text = try run("who", "newperson@acme.com", to: "")

    #expect(json.ending == .exited(4) && text.ending == .exited(4))
    #expect(json.outputText.hasPrefix(#"{"email":"newperson@acme.com","user":null,"#), "\(json)")
    #expect(json.outputText.contains(#""organizations":[{"object":"organization","id":"org_"#))
    #expect(json.errorText.contains(#""code":"person_not_found""#))
    for words in [
      "User: none has this address", "Member of: none", "Organizations with acme.com:",
      "- Acme Corporation (org_",
    ] {
      #expect(text.terminalText.contains(words), "\(text.terminalText)")
    }
  }

  @Test func `why somebody cannot sign in is told line by line, as in the console`() throws {
    let text = try run("why", "ravi.kumar@acme.com", try acme(), to: "")
    let json = try run("why", "ravi.kumar@acme.com", try acme(), "--json")

    #expect(text.ending == .exited(0))
    #expect(text.terminalText.contains("✗ Membership: inactive, as member"))
    #expect(json.outputText.contains(#"{"check":"membership","verdict":"no","#))
    #expect(try run("why", "a@b.example", "org_none", to: "").ending == .exited(4))
    #expect(sandbox.writes.isEmpty)
  }

  @Test func `of somebody who is nobody the checks are printed, and it is no success`() throws {
    let nobody = try run("why", "nobody@acme.com", try acme(), "--json")

    #expect(nobody.ending == .exited(4), "\(nobody)")
    #expect(nobody.outputText.contains(#"{"check":"user","verdict":"no","#), "\(nobody)")
    #expect(nobody.errorText.contains(#""code":"person_not_found""#), "\(nobody)")
  }

  @Test func `what cannot be read is told, and is no guess`() throws {
    try someoneElse.sendsFaults("GET /connections 403")

    let why = try run("why", "jane@acme.com", try acme(), "--json")

    #expect(why.ending == .exited(0))
    #expect(why.outputText.contains(#"{"check":"connection","verdict":"unknown","#))
  }

  @Test(arguments: ["memberships 403", "users 403", "memberships 404", "users 404"])
  func `where the person cannot be read, what was found is printed, and it is no success`(
    fault: String
  ) throws {
    let path = fault.replacing("memberships", with: "organization_memberships")
    try someoneElse.sendsFaults("GET /user_management/\(path)")

    let why = try run("why", "jane@acme.com", try acme(), "--json")

    #expect(why.ending == .exited(5))
    #expect(why.outputText.contains(#"{"check":"membership","verdict":"unknown","#))
    #expect(why.errorText.hasPrefix(#"{"error":{"#))
    #expect(!why.errorText.contains("deleted"), "\(why)")
  }

  @Test func `that users are not available says nothing of a person`() throws {
    try someoneElse.sendsFaults("GET /user_management/users 404")

    let who = try run("who", "jane@acme.com", to: "")

    #expect(who.ending == .exited(5))
    #expect(who.errorText.contains("Not available in this environment (404)."), "\(who)")
  }

  @Test func `of members that cannot be listed it is told whether there is the organization`()
    throws
  {
    try someoneElse.sendsFaults("GET /user_management/organization_memberships 404")

    let members = try run("members", try acme(), to: "")
    let missing = try run("members", "org_none", to: "")

    #expect(members.ending == .exited(5))
    #expect(members.errorText.contains("Not available in this environment (404)."), "\(members)")
    #expect(missing.ending == .exited(4))
  }

  @Test func `part of a person that could not be read is printed as missing, and is no success`()
    throws
  {
    try someoneElse.sendsFaults("GET /user_management/invitations 403")

    let who = try run("who", "bob@gmail.com", "--json")

    #expect(who.ending == .exited(5))
    #expect(who.outputText.contains(#""invitations":null"#))
    #expect(who.errorText.hasPrefix(#"{"error":{"#))
  }

  @Test func `each way to misuse them is one line`() throws {
    for words in [["who"], ["who", "acme.com"], ["why", "jane@acme.com"], ["members"]] {
      let run = try ShortRun(words, redirections: "", environment: variables, in: home)
      #expect(run.ending == .exited(2) && run.isOneLineOfError, "\(run)")
    }
    let refused = try ShortRun(
      ["who", "jane@acme.com"],
      environment: variables.merging(["WORKOS_API_KEY": "sk_test_other"]) { $1 }, in: home)
    #expect(refused.ending == .exited(3) && refused.isOneLineOfError, "\(refused)")
  }

  @Test func `hostile names harm no terminal`() throws {
    let stark = try someoneElse.organization(named: "Stark Robotics").id

    for run in [
      try run("who", "evil@stark.example", to: ""), try run("members", stark, to: ""),
      try run("why", "evil@stark.example", stark, to: ""), try run("who", "evil@stark.example"),
      try run("members", stark),
    ] {
      let text = run.terminalText + run.outputText
      #expect(!text.unicodeScalars.contains("\u{1B}") && !text.unicodeScalars.contains("\u{202E}"))
      #expect(run.ending == .exited(0), "\(run)")
    }
  }
}
