import Cells
import Foundation
import JSON
import Testing
import WorkOS

@testable import Frontend
@testable import ViewModel

/// Why nothing came of a form of a tab is in sight as soon as that is known, on the smallest screen too.
@Suite(.timeLimit(.minutes(20)))
struct TabRefusalTests {
  @Test(arguments: [409, 422])
  func `a slug that is taken is said below it`(status: Int) throws {
    var driver = try Self.sending()

    driver.failTab(
      .rejected(
        .init(
          status: status, code: "organization_role_slug_conflict",
          message: "There is a role with this slug.")))
    // What is there already may be what was sent.
    if status == 409 { driver.answerTab(.row(nil)) }

    #expect(driver.pane == .tabForm)
    #expect(driver.words.contains("✗ There is a role with this slug."))
    #expect(driver.words.contains("Slug"))
  }

  @Test(arguments: [(24, 80), (12, 40)])
  func `whose a domain is that is taken is said below it, with the key that goes there`(
    rows: Int, columns: Int
  ) {
    var driver = Driver.takenDomain(rows: rows, columns: columns)

    #expect(driver.pane == .tabForm)
    #expect(driver.words.contains("✗ The domain globex.com already exists."))
    #expect(
      driver.words.contains("“Globex” has it. ^G goes there; what you typed is kept."))
  }

  @Test func `where nobody is known to have it, ^G says so`() {
    var driver = Driver.takenDomain()
    driver.type("x")

    driver.press(.control("g"))

    #expect(driver.pane == .tabForm)
    #expect(driver.console.notice?.subject == .noOwner)
  }

  @Test func `what is about no field is in sight, until a key is pressed`() throws {
    var driver = try Self.sending()

    driver.failTab(.rejected(.init(status: 403, message: "Not on this plan.")))
    let told = driver.words
    driver.type("x")

    #expect(told.contains("Not created: “Reviewer”."))
    #expect(driver.screen.text.contains("org-reviewerx"))
  }

  @Test func `what the other person made of it is read on to, by the key that is named`() throws {
    var driver = try Self.changing()
    #expect(driver.words.contains("Not changed: someone changed “Auditor” meanwhile"))

    var seen = driver.words
    for _ in 0..<20 where driver.words.contains("PgDn reads on.") {
      driver.press(.pageDown)
      seen += driver.words
    }

    #expect(seen.contains("the end of what they wrote"))
    #expect(driver.pane == .tabForm)
  }

  @Test func `what is said in an empty field leaves the frame whole`() throws {
    var visit = try TabScreen(.keys, columns: 40)

    visit.driver.press(.character("a"))

    let line = visit.driver.screen.text.split(separator: "\n").first { $0.contains("(never") }
    #expect(line?.count { $0 == "│" } == 2)
  }

  @Test func `no choice is picked that is out of sight`() throws {
    var visit = try TabScreen(.roles, rows: 8, columns: 40)
    visit.driver.press(.character("p"))
    visit.answer(
      .choicePage(
        Page(items: (10..<40).map { TabChoice("a:\($0)", "Permission \($0)", note: "") })))
    visit.driver.press(.pageDown, .pageDown)
    let before = visit.driver.console.tabs.form?.values

    visit.driver.press(.character(" "))

    #expect(visit.driver.console.tabs.form?.values == before)
    #expect(visit.driver.screen.text.contains("Permission 10"))
  }

  @Test func `a review of a tab reads on by the key of its footer, and has a help`() throws {
    var visit = try TabScreen(.roles, rows: 8, columns: 40)
    visit.driver.press(.character("a"))
    visit.driver.type("Reviewer")
    visit.driver.press(.control("s"))
    #expect(visit.driver.screen.text.contains("Enter reads on."))

    visit.driver.press(.function(1))

    #expect(visit.driver.pane == .help)
  }

  /// A role is to be created, and is on its way.
  private static func sending() throws -> Driver {
    var visit = try TabScreen(.roles, rows: 8, columns: 40)
    visit.driver.press(.character("a"))
    visit.driver.type("Reviewer")
    visit.driver.press(.tab)
    visit.driver.type("reviewer")
    visit.driver.press(.control("s"))
    visit.driver.readReview()
    visit.answer(.row(nil))
    #expect(visit.driver.pane == .tabSending)
    return visit.driver
  }

  /// A role is to be changed, which someone else has changed.
  private static func changing() throws -> Driver {
    var visit = try TabScreen(.roles, rows: 8, columns: 40)
    visit.driver.press(.character("e"))
    visit.driver.type("!")
    visit.driver.press(.control("s"))
    visit.driver.readReview()
    let words = String(repeating: "much of it and ", count: 12) + "the end of what they wrote"
    let row = try Sampled.made(
      """
      {"slug":"org-role-0","name":"Auditor","description":"\(words)","type":"OrganizationRole",
      "permissions":["audit:read","reports:read"]}
      """
    ) { TabRow($0 as Received<Role>) }
    visit.answer(.row(row))
    return visit.driver
  }
}

extension Driver {
  fileprivate mutating func readReview() {
    for _ in 0..<40 where pane == .tabReview { press(.enter) }
  }

  @Test func `of a long list the marked choice and what is around it are drawn, from end to end`()
    throws
  {
    var visit = try TabScreen(.roles, rows: 12, columns: 60)
    visit.driver.press(.character("p"))
    visit.answer(
      .choicePage(
        Page(items: (0..<5_000).map { TabChoice("a:\($0)", "Permission \($0)", note: "") })))
    visit.driver.press(.down, .down, .character(" "))

    #expect(visit.driver.screen.text.contains("[x] Permission 2 "))
    #expect(visit.driver.screen.text.contains("[ ] Permission 3 "))
    for _ in 0..<40 { visit.driver.press(.down) }
    #expect(visit.driver.screen.text.contains("Permission 42 "))
    #expect(!visit.driver.screen.text.contains("Permission 2 "))
    visit.driver.press(.escape)
    #expect(visit.driver.console.tabs.form == nil)
  }

  @Test func `no look is promised where nothing can be seen`() {
    let notice = TabNotice.unconfirmed(.makeLink, name: "Audit logs", advice: "Make another.")

    #expect(
      TabNoticeWords.words(for: notice, TimeWords(timeZone: .gmt)).0
        == "No answer came: nobody knows whether “Audit logs” was made into a link. Make another.")
  }
}
