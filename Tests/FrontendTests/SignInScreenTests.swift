import Cells
import Foundation
import TestSupport
import Testing
import ViewModel
import WorkOS

@testable import Frontend

/// The check of a person's sign-in, as it is seen.
@Suite(.timeLimit(.minutes(20)))
struct SignInScreenTests {
  @Test func `a paste takes the place of an address that was left, which can be had back`() {
    var driver = Driver.listing([Sample.acme])
    driver.press(.character("W"))
    driver.type("foo@acme.com")
    driver.press(.escape, .character("W"))
    #expect(driver.console.answers.asking?.text == "foo@acme.com")

    driver.press(.paste("jane@acme.com"))

    #expect(driver.console.answers.asking?.text == "jane@acme.com")
    driver.press(.control("_"), .control("_"))
    #expect(driver.console.answers.asking?.text == "foo@acme.com")
  }

  @Test func `an address that was left is typed on, and a paste then goes into it`() {
    var driver = Driver.listing([Sample.acme])
    driver.press(.character("W"))
    driver.type("foo@")
    driver.press(.escape, .character("W"), .end, .paste("acme.com"))

    #expect(driver.console.answers.asking?.text == "foo@acme.com")
  }

  @Test(arguments: [(24, 80), (40, 120), (12, 40)])
  func `what a sign-in hangs on stands a line each`(rows: Int, columns: Int) {
    var driver = Driver.listing([Sample.acme], rows: rows, columns: columns)
    driver.press(.character("W"))
    driver.press(.paste("Ravi <ravi@acme.com>"))
    driver.press(.enter)
    driver.answerAbout(.ravi)

    #expect(driver.pane == .signIn)
    expectScreen("sign-in-\(columns)", of: driver)
  }

  @Test func `a line that leads to another organization names it`() {
    var driver = Driver.listing([Sample.acme])
    driver.press(.character("W"))
    driver.press(.paste("ravi@acme.com"))
    driver.press(.enter)
    var story = PersonStory.ravi
    let rival = Organization(
      id: "org_rival", name: "Rival Works",
      domains: [OrganizationDomain(domain: "acme.com", state: .verified)])
    story.claimants = .success(.claimants(FirstPage([Sample.acme, rival])))

    driver.answerAbout(story)

    #expect(driver.words.contains("Enter: Domains of Rival Works"))
  }

  @Test func `answers come in a line each`() {
    var driver = Driver.listing([Sample.acme])
    driver.press(.character("W"))
    driver.type("ravi@acme.com")
    driver.press(.enter)
    driver.answerAbout(.ravi, steps: 4)

    expectScreen("sign-in-reading", of: driver)
  }

  @Test func `an address is asked for, and one that is none is refused in place`() {
    var driver = Driver.listing([Sample.acme])
    driver.press(.character("W"))
    driver.type("ravi")
    driver.press(.enter)

    #expect(driver.pane == .signInEmail)
    expectScreen("sign-in-email", of: driver)
  }

  @Test(arguments: [(24, 80), (25, 80), (24, 40)])
  func `what is said of a key without a meaning does not move it`(rows: Int, columns: Int) {
    var driver = Driver.listing([Sample.acme], rows: rows, columns: columns)
    driver.press(.character("W"))
    let cursor = driver.screen.cursor

    driver.press(.function(5))

    #expect(driver.screen.text.contains("does nothing here"))
    #expect(cursor != nil && driver.screen.cursor == cursor)
  }

  @Test(arguments: [0, 1, 2, 3])
  func `on the smallest screen it is said whose, and of whom, below what is told`(lines: Int) {
    var acme = Sample.acme
    acme.name = "Acme Corporation of the United Kingdom and Northern Ireland, Staging"
    var driver = Driver.listing([acme], rows: 8, columns: 40)
    if lines > 0 {
      let words = String(repeating: "word ", count: 7 * lines)
      driver.send(.noticed(.readFailed(Sample.rejection(403, words))))
    }

    driver.press(.character("W"))
    driver.type("ravi")

    #expect(driver.pane == .signInEmail)
    #expect(driver.screen.text.contains("Whose"))
    #expect(driver.screen.text.contains("Staging"))
    #expect(driver.screen.text.contains("ravi"))
    driver.press(.enter)
    #expect(driver.screen.text.contains("Type or paste an e-mail address."))
  }

  @Test func `a line leads to where it is mended, with the row marked`() {
    var driver = Driver.listing([Sample.acme])
    driver.press(.character("W"))
    driver.type("ravi@acme.com")
    driver.press(.enter)
    driver.answerAbout(.ravi)

    #expect(driver.screen.text.contains("Enter: Members, then c (reactivate)"))
    driver.press(.enter)
    driver.answerRead(.success(Sample.acme))

    #expect(driver.pane == .tab(MembersTab()))
    #expect(driver.console.detail.organization?.id == Sample.acme.id)
  }

  @Test func `with read-only it leads there, and no key is named that is not there`() {
    var driver = Driver.listing([Sample.acme], isReadOnly: true)
    driver.press(.character("W"))
    driver.type("ravi@acme.com")
    driver.press(.enter)
    driver.answerAbout(.ravi)

    #expect(driver.screen.text.contains("Enter: Members"))
    #expect(!driver.screen.text.contains("then c"))
  }

  @Test func `a ticket gets all of it as plain text, and nothing secret`() throws {
    var driver = Driver.listing([Sample.acme])
    driver.press(.character("W"))
    driver.type("ravi@acme.com")
    driver.press(.enter)
    driver.answerAbout(.ravi)
    driver.press(.character("y"))

    guard case .copy(let text, _)? = driver.commands.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(
      text.text.hasPrefix(
        "Sign-in of ravi@acme.com to Acme Corporation (\(Sample.acme.id.rawValue)), looked at "))
    #expect(text.text.contains("✗ Membership: inactive, as member"))
    #expect(!text.text.contains("sk_"))
  }
}
