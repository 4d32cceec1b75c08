import Cells
import Foundation
import Frontend
import Testing
import ViewModel
import WorkOS

/// What a lost create may have made, told apart before it is taken for it.
@Suite(.timeLimit(.minutes(20)))
struct FindingScreenTests {
  @Test(arguments: [
    (80, "differs: external id, domain acme.com, metadata plan"),
    (40, "differs: external id, 1 domain,"),
  ])
  func `each that a lost create may have made says what of it is not what was sent`(
    columns: Int, difference: String
  ) {
    var driver = Driver.listing([Sample.acme], rows: 24, columns: columns)
    driver.loseCreation(named: "Hooli")
    var other = Sample.created[1]
    other.externalID = "crm-7"
    other.domains = [OrganizationDomain(domain: "acme.com", state: .pending)]
    other.metadata = ["plan": "gold"]

    driver.answerFinding(.success([other, Sample.created[0]]))

    #expect(driver.screen.text.contains("▸ Hooli  as it was sent"))
    #expect(driver.screen.text.contains("  \(difference)"))
  }

  @Test func `a long name leaves room for what of it is not what was sent`() {
    var driver = Driver.listing([Sample.acme])
    let name = String(repeating: "Hooli ", count: 30).dropLast()
    driver.loseCreation(named: String(name))
    var other = Sample.created[0]
    other.name = String(name)
    other.metadata = ["plan": "gold"]

    driver.answerFinding(.success([other]))

    #expect(driver.screen.text.contains("  differs: metadata plan"))
  }

  @Test func `the review of what was sent before says that it makes a second one`() {
    var driver = Driver.listing([Sample.acme])
    driver.loseCreation(named: "Hooli")
    driver.answerFinding(.success([]))

    driver.press(.character("s"))

    #expect(driver.pane == .review)
    #expect(
      driver.screen.text.contains(
        "Sent at 09:26:54 UTC already; this makes a second one if that arrived."))
  }

  @Test func `of what was sent twice the dialog, the review and the drafts say when`() {
    var driver = Driver.listing([Sample.acme], rows: 40, columns: 120)
    driver.loseCreation(named: "Hooli")
    driver.answerFinding(.success([]))
    driver.press(.character("s"))
    driver.now += 10
    driver.acceptReview()
    driver.answerSave(.failure(.transport(.timedOut(seconds: 15))))

    driver.answerFinding(.success([]))
    let dialog = driver.screen.text
    driver.press(.character("s"))
    let review = driver.screen.text
    driver.now += 1
    driver.press(.escape)
    driver.press(.escape)
    driver.press(.character("D"))

    let moments = ["09:26:54 UTC and", "09:27:"]
    for text in [dialog, review, driver.screen.text] {
      for moment in moments { #expect(text.contains(moment)) }
    }
    #expect(review.contains("already; this makes another one if"))
  }

  @Test func `of what was sent on another day it says on which`() {
    var driver = Driver.listing([Sample.acme])
    driver.loseCreation(named: "Hooli")
    driver.answerFinding(.success([]))
    driver.now += 2 * 86400

    driver.press(.character("s"))

    #expect(driver.screen.text.contains("Sent on 2026-03-14 at 09:26:54 UTC already; this makes"))
  }

  @Test func `what was created a moment before it was sent is not said to be of then`() {
    var driver = Driver.listing([Sample.acme])
    driver.loseCreation(named: "Hooli")
    var early = Sample.created[0]
    early.createdAt = Sample.now - 2

    driver.answerFinding(.success([early]))

    #expect(
      driver.screen.text.contains("This one was created about then or since, and is like it:"))
  }
}
