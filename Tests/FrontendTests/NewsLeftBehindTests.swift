import Cells
import Foundation
import Testing
import ViewModel
import WorkOS

@testable import Frontend

/// What is said is about what the person is at.
@Suite(.timeLimit(.minutes(20)))
struct NewsLeftBehindTests {
  @Test func `what became of a paste is said until its field is left`() {
    var driver = Driver.editing(Sample.acme)
    driver.press(.paste("\nGlobex"))
    #expect(driver.console.notice?.subject == .pastedAsOneLine(1))
    driver.press(.left)
    #expect(driver.console.notice?.subject == .pastedAsOneLine(1))

    driver.press(.tab)

    #expect(driver.console.notice == nil)
  }

  @Test(arguments: [Key.character("L"), .character("D"), .character("!"), .character("J"), .enter])
  func `what became of a search is said until something is opened`(key: Key) {
    var driver = Driver.listing(Sample.many(3))
    driver.send(.noticed(.nobodyHas(.email("bob@gmail.com"))))

    driver.press(key)

    #expect(driver.console.notice == nil)
  }

  @Test func `many rows down that end with the page say how far they came`() {
    var driver = Driver.listing(Sample.many(50), after: "more")

    driver.press(.character("6"), .character("0"), .character("j"))
    #expect(driver.screen.text.contains("Went 49 of 60 rows. This is the last row of this page."))
    driver.press(.character("9"), .character("9"), .character("k"))
    #expect(driver.screen.text.contains("Went 49 of 99 rows. This is the first row of this page."))
    driver.press(.character("4"), .character("9"), .character("j"))

    #expect(!driver.screen.text.contains("Went"))
  }
}
