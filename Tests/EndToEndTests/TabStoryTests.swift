import Foundation
import TestSupport
import Testing

/// Members and domains, by the built program in a pseudo-terminal.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct TabStoryTests {
  @Test func `a user is added by the e-mail address, in a role that is picked`() throws {
    let console = try ConsoleSession(rows: 40)
    let email = try console.firstMember(of: "Northwind Traders").email
    try console.openTab("3", of: "Acme Corporation", showing: "jane@acme.com")

    console.type("a")
    try console.wait(for: "[ ]")
    console.type(email)
    console.press(.enter)
    console.type(" ")
    try console.wait(for: "[x]")
    console.press(.control("s"))
    try console.wait(for: "What is sent")
    console.press(.enter)
    try console.wait(for: "is a member now")

    #expect(console.writes == ["POST 201"])
    #expect(try console.memberEmails(of: "Acme Corporation").contains(email))
  }

  @Test func `who is a member already is told once found, and nothing is sent`() throws {
    let console = try ConsoleSession(rows: 40)
    try console.openTab("3", of: "Acme Corporation", showing: "jane@acme.com")

    console.type("a")
    try console.wait(for: "[ ]")
    console.type("jane@acme.com")
    console.press(.enter)
    console.type(" ")
    try console.wait(for: "[x]")
    console.press(.control("s"))
    try console.wait(for: "is a member already")

    #expect(!console.text.contains("What is sent"))
    #expect(console.writes == [])
  }

  @Test func `a role is changed, and given back from the journal`() throws {
    let console = try ConsoleSession(rows: 40)
    try console.openTab("3", of: "Acme Corporation", showing: "bob@gmail.com")
    console.type("/bob@gmail")
    console.press(.enter)
    try console.wait(for: "match")
    console.type("e")
    try console.wait(for: "[x]")
    console.type("gk ")
    console.press(.control("s"))
    try console.wait(for: "What is sent")
    console.press(.enter)
    try console.wait(for: "bob@gmail.com is ")
    #expect(console.writes == ["PUT 200"])

    console.type("L")
    try console.wait(for: "Journal of writes")
    try console.wait(for: "billing →")
    console.type("R")
    try console.wait(for: "Give back the role")
    console.letTheDialogListen()
    console.type("y")
    try console.wait(until: "it is given back") { console.writes == ["PUT 200", "PUT 200"] }
  }

  @Test func `a removal counts down, z takes it back, and nothing was sent`() throws {
    let console = try ConsoleSession("--delete-grace", "60", rows: 40)
    try console.openTab("3", of: "Acme Corporation", showing: "bob@gmail.com")
    console.type("/bob@gmail")
    console.press(.enter)
    try console.wait(for: "match")

    console.type("d")
    try console.wait(for: "Remove this member?")
    console.letTheDialogListen()
    console.type("y")
    try console.wait(for: "removing in")
    console.type("z")
    try console.wait(for: "Taken back")

    #expect(console.writes == [])
  }

  @Test func `a domain is added and verified, and the outcome is waited for`() throws {
    let console = try ConsoleSession(rows: 40)
    try console.openTab("2", of: "Initech", showing: "Strategy")

    console.type("a")
    try console.wait(for: "Add a domain")
    console.type("new-initech.example")
    console.press(.control("s"))
    try console.wait(for: "What is sent")
    console.press(.enter)
    try console.wait(for: "Added new-initech.example")
    console.type("v")
    try console.wait(until: "it is to be verified") {
      console.writes == ["POST 201", "POST 201"]
    }
    try console.wait(for: "new-initech.example is verified")
  }

  @Test func `what was typed in a form survives kill -9`() throws {
    let console = try ConsoleSession(rows: 40)
    try console.openTab("2", of: "Initech", showing: "Strategy")
    console.type("a")
    try console.wait(for: "Add a domain")
    console.type("half-a-domain")
    try console.wait(until: "it is on the disk") {
      console.filesKept.contains {
        $0.contains("/tab-drafts/") && $0.hasSuffix(".json")
          && (try? String(contentsOfFile: $0, encoding: .utf8))?.contains("half-a-domain") == true
      }
    }

    console.session.terminal.send(signal: SIGKILL)
    #expect(console.session.waitForEnd() == .signaled(SIGKILL))
    try console.startAgain()
    try console.wait(for: Words.oneDraftFromBefore)
    console.type("D")
    try console.wait(for: ["Initech", "Domains: Add a domain", "half-a-domain"])
    console.press(.enter)
    try console.wait(for: ["Add a domain", "[2 Domains]", "half-a-domain"])
  }

  @Test func `the retention that was picked for the audit log survives kill -9`() throws {
    let console = try ConsoleSession(rows: 40)
    func openForm() throws {
      try console.select("Acme Corporation")
      console.press(.enter)
      try console.wait(for: "Retention")
      console.type("Gke")
    }
    try openForm()
    try console.wait(for: ["Keep events for", "[x]"])
    console.press(.down, .character(" "))
    try console.wait(for: "[x] 2 years")
    try console.wait(until: "it is on the disk") {
      console.filesKept.contains {
        $0.contains("/tab-drafts/") && $0.hasSuffix(".json")
          && (try? String(contentsOfFile: $0, encoding: .utf8))?.contains("2_YEARS") == true
      }
    }

    console.session.terminal.send(signal: SIGKILL)
    #expect(console.session.waitForEnd() == .signaled(SIGKILL))
    try console.startAgain()
    try openForm()
    try console.wait(for: "continue with it")
    console.type("c")
    try console.wait(for: "[x] 2 years")
  }

  @Test func `what an environment does not have is said in its tab, and nothing else breaks`()
    throws
  {
    let console = try ConsoleSession(rows: 40)
    try console.someoneElse.sendsFaults("GET /user_management/organization_memberships 403")
    try console.openTab("3", of: "Acme Corporation", showing: "Not available in this environment.")

    try console.openTab("2", showing: ["acme.com"])
    console.press(.escape)
    try console.wait(for: Words.page(1))
  }

  @Test func `ten thousand members are reached by G and by a filter`() throws {
    let console = try ConsoleSession(rows: 40)
    try console.openTab("3", of: "Globex Industries", showing: "loaded, more below")

    console.type("/zzzz-nobody")
    console.press(.enter)
    try console.wait(for: "0 of 10000 members match", seconds: 60)
  }
}

extension ConsoleSession {
  fileprivate struct Member: Decodable {
    var user: User

    struct User: Decodable {
      var email: String
    }
  }

  private struct Members: Decodable {
    var data: [Member]
  }

  private func members(of name: String) throws -> [Member] {
    let id = try someoneElse.organization(named: name).id
    let answer = try someoneElse.send(
      "GET", "/user_management/organization_memberships?organization_id=\(id)&limit=100")
    return try JSONDecoder().decode(Members.self, from: Data(answer.body.utf8)).data
  }

  fileprivate func firstMember(of name: String) throws -> Member.User {
    try #require(try members(of: name).first { !$0.user.email.contains("gmail") }).user
  }

  fileprivate func memberEmails(of name: String) throws -> [String] {
    try members(of: name).map(\.user.email)
  }
}
