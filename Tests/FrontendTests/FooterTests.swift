import Cells
import Foundation
import Testing
import ViewModel
import WorkOS

@testable import Frontend

/// The last line shows what would do something now, the most useful first.
struct FooterTests {
  @Test func `there is something to undo only while a delete is queued`() {
    var driver = Driver.listing(Sample.many(50), after: "more")
    #expect(!driver.footer.contains("z undo"))

    driver.press(.character("d"), .character("y"))
    #expect(driver.footer.contains("d delete  z undo"))

    driver.press(.character("z"), .character("j"))
    #expect(!driver.footer.contains("z undo"))
  }

  @Test(arguments: [80, 120])
  func `the keys for pages are there when there are pages`(columns: Int) {
    var driver = Driver.listing(Sample.many(50), after: "more", columns: columns)
    #expect(driver.footer.contains("] next") && !driver.footer.contains("[ before"))

    driver.press(.character("]"))
    driver.answerPage(Sample.many(50, from: 51), after: "more still")
    #expect(driver.footer.contains("[ before"))
    #expect(driver.footer.contains("] next"))

    driver.press(.character("]"))
    driver.answerPage(Sample.many(50, from: 101))
    #expect(driver.footer.contains("[ before") && !driver.footer.contains("] next"))
  }

  @Test func `a filter has no pages`() {
    var driver = Driver.listing(Sample.many(50), after: "more")
    driver.press(.character("/"))
    driver.type("acme")
    driver.press(.tab)

    #expect(!driver.footer.contains("] next"))
  }

  @Test func `nothing can be done to an organization where there is none`() {
    var driver = Driver.listing([])

    #expect(driver.footer == " / find  a add  r refresh  ? help  q quit")
  }

  @Test(arguments: 40...160)
  func `what is left out has no room`(columns: Int) {
    var driver = Driver.listing(Sample.many(50), after: "more", columns: columns)
    driver.press(.character("d"), .character("y"), .character("]"))
    driver.answerPage(Sample.many(50, from: 51), after: "more still")
    let all = ["Enter open", "/ find", "e edit", "a add", "d delete", "z undo", "] next"]

    let free = columns - 1 - driver.footer.count

    #expect(
      all.allSatisfy { driver.footer.contains($0) || $0.count + 2 > free }, "\(driver.footer)")
    #expect(driver.footer.contains("? help  q quit"))
    if columns >= 80 { #expect(all.allSatisfy { driver.footer.contains($0) }) }
  }

  @Test func `in the form a row can be removed where there is one`() {
    var driver = Driver.editing(Sample.full)
    #expect(!driver.footer.contains("^X") && !driver.footer.contains("^T"))
    #expect(!driver.footer.contains("^R discard"))

    driver.press(.down, .down, .down)
    #expect(driver.footer.contains("^X remove row  ^T switch"))
    driver.type("x")
    #expect(driver.footer.contains("^X remove row  ^T switch"))
  }

  @Test func `the copy menu has what the organization has`() {
    var driver = Driver.listing([Sample.organization(1, "Globex")])
    driver.press(.character("Y"))

    #expect(driver.footer == " y copy id  n name  j JSON  c curl  ? help  Esc close")
  }

  @Test func `only a write that can be taken back is offered to be`() {
    var driver = Driver.listing(Sample.many(3))
    driver.openJournal([Sample.journal[4], Sample.journal[0]])
    #expect(!driver.footer.contains("take back"))

    driver.press(.character("j"))
    #expect(driver.footer.contains("R take back"))
  }

  @Test func `what was written to another environment is not offered, and R says why`() {
    var driver = Driver.listing(Sample.many(3))
    var elsewhere = Sample.journal[0]
    elsewhere.intent.author.environment = "live"
    driver.openJournal([elsewhere])

    driver.press(.character("o"))
    #expect(driver.footer.contains("y copy id"))
    #expect(!driver.footer.contains("take back"))
    driver.press(.character("R"))

    #expect(driver.console.notice?.subject == .otherEnvironment)
  }

  @Test func `where nothing is recorded nothing is offered`() {
    var driver = Driver.listing(Sample.many(3))
    driver.openJournal([])
    #expect(driver.footer == " ? help  Esc close")
  }
}

extension Driver {
  var footer: String {
    mutating get { screen.text(ofRow: rows - 1) }
  }
}
