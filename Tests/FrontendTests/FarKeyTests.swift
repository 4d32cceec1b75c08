import Cells
import Delivery
import Foundation
import Frontend
import Testing
import ViewModel
import WorkOS

/// Keys that go far, and how often they do.
@Suite(.timeLimit(.minutes(20)))
struct FarKeyTests {
  @Test(arguments: [
    ([Key.character("5"), .character("j")], 5), ([.character("1"), .character("2"), .down], 12),
    ([.character("1"), .character("0"), .character("j")], 10),
    ([.character("3"), .character("G")], 2), ([.character("7"), .character("g")], 6),
    ([.character("9"), .character("9"), .character("G")], 49), ([.control("d")], 10),
    ([.control("d"), .control("d"), .control("u")], 10), ([.character("2"), .control("f")], 40),
    ([.character("5"), .escape, .character("j")], 1), ([.character("0"), .character("j")], 1),
    ([.character("5"), .character("x"), .character("j")], 1),
  ])
  func `a number says how often, or which row`(keys: [Key], row: Int) {
    var driver = Driver.listing(Sample.many(50))

    for key in keys { driver.press(key) }

    #expect(driver.console.list.selectedRow == row)
    #expect(driver.workspace.count == nil)
  }

  @Test func `the number shows until it is used or dropped`() {
    var driver = Driver.listing(Sample.many(50), after: "more")

    driver.press(.character("1"), .character("2"))
    expectScreen("list-count", of: driver)
    driver.press(.escape)

    #expect(!driver.screen.text(ofRow: 23).contains("12"))
    #expect(driver.console.list.selectedRow == 0)
  }

  @Test func `a number before a delete deletes no more than one`() {
    var driver = Driver.listing(Sample.many(50))

    driver.press(.character("5"))
    driver.delete()

    #expect(driver.console.deletions.underway.count == 1)
  }

  @Test(arguments: [PaneName.filter, .form, .naming])
  func `digits are text where one types`(pane: PaneName) {
    var driver = Driver.reaching(pane)
    let before = driver.text

    driver.type("123")

    #expect(driver.text == before + "123")
    #expect(driver.workspace.count == nil)
  }

  @Test func `a screenful is one from the middle too`() {
    var driver = Driver.listing(Sample.many(50))
    driver.press(.character("1"), .character("0"), .character("j"))
    let first = driver.screen.text(ofRow: 2)
    let last = driver.screen.text(ofRow: 21)

    driver.press(.pageDown)
    let below = driver.screen.text(ofRow: 2)
    driver.press(.pageUp)

    #expect(below.contains("21 "))
    #expect(!last.contains("21 "))
    #expect(driver.screen.text(ofRow: 2) == first)
    #expect(driver.console.list.selectedRow == 10)
  }

  @Test func `a screenful of the journal leaves no line out`() {
    var driver = Driver.listing([Sample.acme])
    driver.openJournal((1...60).map { Sample.entry($0, .delete, Sample.acme, nil) })
    let shown = (2...21).map { driver.screen.text(ofRow: $0) }.prefix { !$0.contains("├") }.count

    driver.press(.pageDown)

    #expect(driver.journalRow == shown)
  }

  @Test func `pages of the form`() {
    var organization = Sample.acme
    organization.metadata = Dictionary(
      uniqueKeysWithValues: (10..<50).map { ("key\($0)", "value") })
    var driver = Driver.editing(organization)

    driver.press(.pageDown)
    let first = driver.formField
    driver.press(.pageDown, .pageDown, .pageDown, .pageDown)
    let end = driver.formField
    driver.press(.pageUp, .pageUp, .pageUp, .pageUp)

    #expect(first == .metadataKey(9))
    #expect(end == .metadata)
    #expect(driver.formField == .name)
  }

  @Test func `sections of the form`() {
    var driver = Driver.editing(Sample.acme)
    var visited: [FormField] = []

    for key: Key in [
      .control("n"), .held(.control, .down), .alt(.down), .tab, .control("p"), .control("p"),
      .down, .down, .alt(.up), .held(.control, .up),
    ] {
      driver.press(key)
      visited.append(driver.formField)
    }

    #expect(
      visited == [
        .domain(0), .metadataKey(1), .name, .externalID, .name, .metadataKey(1), .metadataKey(2),
        .metadata, .metadataKey(1), .domain(0),
      ])
  }

  @Test func `the order pressed twice comes back to the row in sight`() {
    var driver = Driver.listing(Sample.many(50), after: "more")
    driver.press(.character("3"), .character("0"), .character("j"))
    let before = (2...21).map { driver.screen.text(ofRow: $0) }

    driver.press(.character("o"))
    driver.answerPage(Sample.many(50, from: 100), after: "other")
    driver.press(.down, .down, .character("o"))

    #expect(driver.console.list.selectedRow == 30)
    #expect((2...21).map { driver.screen.text(ofRow: $0) } == before)
  }
}

extension Sample {
  fileprivate static func entry(
    _ number: Int, _ action: JournalIntent.Action, _ before: Organization,
    _ outcome: JournalOutcome?
  ) -> JournalEntry {
    entry(UInt8(number), action, before, outcome)
  }
}
