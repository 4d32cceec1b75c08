import Cells
import Foundation
import TestSupport
import Testing
import ViewModel
import WorkOS

@testable import Frontend

/// The card of a person, as it is seen, and what leads from it.
@Suite(.timeLimit(.minutes(20)))
struct AnswerScreenTests {
  @Test(arguments: [(24, 80), (40, 120)])
  func `the card of a person stands over the list, or beside it`(rows: Int, columns: Int) {
    var driver = Driver.searching(rows: rows, columns: columns)
    driver.answerAbout(.jane)

    #expect(driver.pane == .person)
    expectScreen("person-\(columns)", of: driver)
  }

  @Test func `who was found is said after the card was left, and a key opens it again`() {
    var driver = Driver.listing([Sample.globex])
    driver.press(.character("/"))
    driver.type("jane@acme.com")
    #expect(driver.screen.text.contains("person"))
    driver.press(.enter)
    driver.answerSearch()
    driver.answerAbout(.jane)

    driver.press(.escape)
    #expect(driver.pane == .list)
    expectScreen("person-left", of: driver)
    driver.press(.character("p"))

    #expect(driver.pane == .person)
  }

  @Test func `an id that is no organization's says what it is of and where that stands`() {
    var driver = Driver.listing([Sample.globex])
    driver.press(.character("/"))
    driver.type("conn_01K5ZXJD5QWM5YQAVG1RZKQX7H")
    driver.press(.enter)
    driver.answerSearch()

    #expect(driver.screen.text.contains("It is the id of a connection"))
  }

  @Test func `so does one of a Stripe customer, for which only the rows are searched`() {
    var driver = Driver.listing([Sample.globex])
    driver.press(.character("/"), .paste("Stripe: cus_fmkfrBVCZhcz5F"), .enter)
    driver.answerSearch()

    #expect(driver.screen.text.contains("The server does not look for the ids of Stripe's"))
  }

  @Test func `of several addresses it is said that nobody was looked up`() {
    var driver = Driver.listing([Sample.globex], columns: 120)
    driver.press(.character("/"), .paste("jane@acme.com, bob@acme.com"), .enter)
    driver.answerSearch()

    #expect(
      driver.screen.text.contains(
        "There are 2 addresses in it. Search for one to see whose it is."))
  }

  @Test func `nobody with a domain beyond ASCII is named as typed, and as it was asked for`() {
    var driver = Driver.listing([Sample.globex], rows: 24, columns: 160)
    driver.press(.character("/"))
    driver.press(.paste("wei.wang@müller-söhne.example"), .enter)
    driver.answerSearch()
    var nobody = PersonStory.jane
    nobody.user = .success(.user(nil))
    nobody.invitations = .success(.invitations(FirstPage([])))
    driver.answerAbout(nobody)

    #expect(
      driver.screen.text.contains(
        "No user has “wei.wang@müller-söhne.example” (xn--mller-shne-kcb9d.example), and no"))
  }

  @Test(arguments: [80, 160])
  func `that nobody has the address is said as long as the search stands`(columns: Int) {
    var driver = Driver.listing([Sample.globex], columns: columns)
    driver.press(.character("/"))
    driver.press(.paste("nobody@globex.example"), .enter)
    driver.answerSearch([.domains(["globex.example"]): [Sample.globex]])
    var nobody = PersonStory.jane
    nobody.user = .success(.user(nil))
    nobody.invitations = .success(.invitations(FirstPage([])))
    driver.answerAbout(nobody)

    driver.now += 5
    driver.press(.down, .up)
    #expect(driver.screenLines.contains { $0.contains("nobody@globex.example: no user") })
    driver.press(.character("p"))

    #expect(driver.screen.text.contains("nobody@globex.example: no user, no invitation."))
    #expect(!driver.screen.text.contains("No person was found"))
    driver.press(.escape, .character("p"))
    #expect(driver.screen.text.contains("No person was found"))
  }

  @Test func `the id of a user within an address of the dashboard is said to be one`() {
    var driver = Driver.listing([Sample.globex], columns: 120)
    driver.press(.character("/"))
    driver.press(
      .paste("https://dashboard.workos.com/environment_01K5ZXJD5QWM5YQAVG1RZKQX7A/users/"),
      .paste("user_01K5ZXJD5QWM5YQAVG1RZKQX7H/details"))
    #expect(
      driver.screen.text.contains(
        "person; name or external id user_01K5ZXJD5QWM5YQAVG1RZKQX7H"))
    driver.press(.enter)
    driver.answerSearch()

    #expect(driver.screen.text.contains("It is the id of a user"))
    #expect(!driver.screen.text.contains("domain dashboard.workos.com"))
  }

  @Test func `what of a card is not there yet, or could not be read, says so`() {
    var driver = Driver.searching()
    var jane = PersonStory.jane
    jane.invitations = .failure(.rejected(WorkOSError.Rejection(status: 403, requestID: "req_1")))
    driver.answerAbout(jane, steps: 3)
    expectScreen("person-reading", of: driver)

    driver.answerAbout(jane)
    expectScreen("person-failed", of: driver)
  }

  @Test func `a summary of a person is copied as plain text`() throws {
    var driver = Driver.searching()
    driver.answerAbout(.jane)
    driver.press(.character("y"))

    guard case .copy(let text, _)? = driver.commands.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text.text.hasPrefix("Jane Doe <jane@acme.com>\nUser: user_1\nE-mail: verified\n"))
    #expect(text.text.contains("- Acme Corporation (\(Sample.acme.id.rawValue)): admin · active"))
    #expect(!text.text.contains("secret"))
  }

  @Test func `on the card W looks at the marked organization, and Esc goes back step by step`() {
    var driver = Driver.searching()
    driver.answerAbout(.jane)

    driver.press(.character("j"), .character("W"))
    #expect(driver.pane == .signIn)
    #expect(driver.console.answers.signIn?.facts.organization == Sample.globex.id)
    driver.press(.escape)
    #expect(driver.pane == .person)
    driver.press(.escape)
    #expect(driver.pane == .list)
    #expect(driver.console.list.search != nil)
  }

  @Test(arguments: [80, 100, 120, 140, 200])
  func `no line of the card is broken where there is room`(columns: Int) {
    var driver = Driver.searching(columns: columns)
    driver.answerAbout(.jane)

    let text = driver.screen.text
    #expect(text.contains("2026-03-11 09:26 UTC · 3 days ago"))
    #expect(text.contains("member · expired 2026-02-12"))
    #expect(text.contains("org_01M67FS3C1Q4P6QWEF0SHE1003"))
  }

  @Test func `where no organization is marked, W says what to do`() {
    var driver = Driver.searching()
    var nobody = PersonStory.jane
    nobody.memberships = .success(.memberships(FirstPage([])))
    nobody.invitations = .success(.invitations(FirstPage([])))
    nobody.claimants = .success(.claimants(FirstPage([])))
    driver.answerAbout(nobody)

    driver.press(.character("W"))

    #expect(driver.screen.text.contains("No organization is marked here."))
    #expect(driver.pane == .person)
  }

  @Test func `hostile text in every field harms nothing`() {
    let hostile = "\u{1B}[2Jevil\u{202E}\nline\u{9B}31m" + String(repeating: "w", count: 300)
    for columns in [40, 80, 120] {
      var driver = Driver.searching(columns: columns)
      driver.answerAbout(.hostile(hostile))
      let card = driver.screen.text
      // The first brings the marked line in sight, where the card is longer than the screen.
      driver.press(.character("W"))
      if driver.pane == .person { driver.press(.character("W")) }
      driver.answerAbout(.hostile(hostile))
      driver.press(.character("y"))
      for text in [card, driver.screen.text] {
        #expect(
          !text.unicodeScalars.contains { "\u{1B}\u{202E}\u{9B}".unicodeScalars.contains($0) })
      }
      guard case .copy(let text, _)? = driver.commands.last else { continue }
      #expect(!text.text.unicodeScalars.contains("\u{1B}"))
      #expect(text.text.split(separator: "\n").count == 10)
    }
  }

  @Test(arguments: ["person", "sign-in"])
  func `the keys of the answers are in their help`(pane: String) {
    var driver = Driver.searching(rows: 40, columns: 80)
    driver.answerAbout(.jane)
    if pane == "sign-in" { driver.press(.character("W")) }
    driver.press(.character("?"))

    expectScreen("help-\(pane)", of: driver)
  }
}
