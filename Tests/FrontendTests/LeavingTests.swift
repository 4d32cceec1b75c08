import Cells
import Foundation
import TestSupport
import Testing
import ViewModel
import WorkOS

@testable import Frontend

/// What counts down is said wherever the person looks, in one line.
@Suite(.timeLimit(.minutes(20)))
struct LeavingTests {
  private static func removing(rows: Int = 24, columns: Int = 120) -> Driver {
    var driver = Driver.tab(.members, rows: rows, columns: columns)
    driver.answerRows(TabSample.members.rows)
    driver.press(.down, .character("d"), .character("y"))
    return driver
  }

  @Test(arguments: ["L", "D", "!", "?"])
  func `what is being removed from a tab stands in the title of what covers it`(key: Character) {
    var driver = Self.removing()

    driver.press(.character(key))

    #expect(driver.screen.text.contains("removing “bob@acme.com” in"))
    #expect(driver.screen.text.contains("· z in the tab"))
  }

  @Test func `of several removals the last is named, the others are counted, and z stands once`() {
    var driver = Self.removing()
    driver.press(.down, .character("d"), .character("y"))
    driver.press(.down, .character("d"), .character("y"))

    #expect(driver.status.contains("removing “dan@acme.com” in 5 s · 2 more · z undoes"))
  }

  @Test func `a delete and a change that are not sent are told in one breath`() {
    var driver = Self.removing()
    driver.press(.escape, .escape, .down, .character("d"))
    driver.type(Sample.globex.name)
    driver.press(.enter)

    driver.press(.character("q"))

    #expect(driver.screen.text.contains("x    quit, and send no queued delete or change"))
  }

  @Test func `the delete of an organization and a removal are one line, with the later of them`() {
    var driver = Self.removing()
    driver.press(.escape)
    driver.press(.escape)
    #expect(driver.pane == .list)
    driver.press(.down, .character("d"))
    driver.type(Sample.globex.name)
    driver.press(.enter)
    let inList = driver.status

    driver.press(.character("z"))

    #expect(inList.contains("deleting “\(Sample.globex.name)” in"), "\(inList)")
    #expect(inList.contains("· 1 more · z undoes"))
    #expect(inList.components(separatedBy: "z undoes").count == 2)
    #expect(driver.console.deletions.underway.isEmpty)
    #expect(driver.status.contains("removing “bob@acme.com” in"))
    driver.press(.character("z"))
    #expect(driver.console.tabs.underway.isEmpty)
  }

  @Test func `on a screen that is too small it waits, which is said, until it can be seen`() {
    var driver = Self.removing()
    driver.rows = 7
    driver.columns = 36
    let small = driver.screen.text
    driver.wait(60)
    #expect(driver.console.tabs.underway.first?.pending == nil)

    driver.rows = 24
    driver.columns = 120
    let large = driver.screen.text

    #expect(small.contains("A change waits until you can see it."))
    #expect(large.contains("The screen was too small to see it, so removing “bob@acme.com” waits"))
    #expect(driver.status.contains("removing “bob@acme.com” in 5 s"))
  }

  @Test(arguments: [(2, 80), (1, 40), (6, 20), (7, 39)])
  func `that it waits comes first, and whole, on a screen that is too small`(
    rows: Int, columns: Int
  ) {
    var driver = Self.removing()
    (driver.rows, driver.columns) = (rows, columns)

    let words = driver.screen.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")

    #expect(words.hasPrefix("A change waits until you can see it."), "\(words)")
  }

  @Test(arguments: [(3, 40), (7, 20), (24, 37)])
  func `each word of it is there where there are rows for it`(rows: Int, columns: Int) {
    var driver = Driver.listing([Sample.acme], rows: rows, columns: columns)

    let words = driver.screen.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")

    #expect(
      words == "This terminal is too small: 40×8 is the least. Make it larger, or ^C to quit.")
  }

  @Test func `what is unfinished is said first on a screen that is too small`() {
    var driver = Driver.editing(Sample.acme)
    driver.type("!")
    driver.press(.control("c"))
    #expect(driver.pane == .quitting)

    (driver.rows, driver.columns) = (2, 80)

    #expect(driver.screen.text(ofRow: 0).hasPrefix("Something is unfinished."))
  }
}
