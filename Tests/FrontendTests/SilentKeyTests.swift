import Cells
import Foundation
import Testing
import ViewModel

@testable import Frontend

/// Whatever is pressed, something changes, or it is said why not.
@Suite(.timeLimit(.minutes(20)))
struct SilentKeyTests {
  /// What has no letter, and would be seen by nobody.
  private static let others: [Key] = [
    .character("x"), .character(" "), .character("L"), .character("7"), .character("ж"),
    .control("x"), .control("v"), .function(9), .paste("acme.com"),
  ]

  /// In a question the answers are in sight; in a line, a caret at its end goes no further.
  private static let panes = PaneName.standard.filter { !$0.isQuestion }

  @Test(arguments: panes)
  func `no key is without an effect or a word`(pane: PaneName) {
    var start = Driver.reaching(pane)
    let before = start.screen
    let bound = start.keyMap.bindings(in: pane).flatMap { binding in
      binding.keys.prefix(1).map { ($0, binding.action) }
    }
    .filter { [.review, .conflict].contains(pane) && $0.1.isMovement }
    let others = Self.others.filter {
      start.keyMap.action(for: $0, in: pane) == nil && !(pane.takesText && $0.isText)
    }
    .map { ($0, nil as Action?) }
    for (key, action) in bound + others where action != .repaint {
      var driver = start

      driver.press(key)

      let isSeen = driver.screen != before
      let isDone =
        driver.questions.count != start.questions.count
        || driver.commands.count != start.commands.count
        || driver.records.count != start.records.count
      #expect(
        isSeen || isDone,
        "\(KeyName.of(key)) (\(action?.rawValue ?? "unbound")) in \(pane): nothing")
    }
  }

  /// In the list a page may be awaited; in a review what was said last stays.
  @Test(arguments: panes.filter { ![.list, .review, .conflict].contains($0) })
  func `a movement that leads nowhere is said to`(pane: PaneName) {
    let start = Driver.reaching(pane)
    let keys = start.keyMap.bindings(in: pane).filter(\.action.isMovement)
      .map { ($0.action, $0.keys[0]) }
    guard let first = keys.first(where: { $0.0 == .moveToFirst })?.1,
      let last = keys.first(where: { $0.0 == .moveToLast })?.1
    else { return }
    for (action, key) in keys {
      var driver = start
      // Below the last row there may be a rest to read.
      driver.press(action.isUpward ? first : last)
      for _ in 0..<40 where !action.isUpward { driver.press(.down) }
      driver.send(.keyPressed)
      driver.now += 10
      let before = driver.screen

      driver.press(key)
      let after = driver.screen
      #expect(after != before, "\(KeyName.of(key)) (\(action.rawValue)) in \(pane): nothing")
      driver.press(key)
      #expect(driver.screen == after, "\(KeyName.of(key)) held in \(pane) draws again")
    }
  }

  @Test func `where nothing is open, filtered or loading, Esc says so`() {
    var driver = Driver.reaching(.list)

    driver.press(.escape)

    #expect(driver.screen.text.contains("Nothing to leave here; q quits."))
  }

  @Test func `a number that leads to the marked row, or behind the last one, says so`() {
    var driver = Driver.listing(Sample.many(5))
    driver.press(.character("3"), .character("G"))
    #expect(!driver.screen.text.contains("This is"))

    driver.press(.character("3"), .character("G"))
    #expect(driver.screen.text.contains("This is that row."))
    driver.press(.character("G"), .character("9"), .character("G"))

    #expect(driver.screen.text.contains("This is the last row of this page."))
  }

  @Test(arguments: [Key.down, .up, .character("g"), .character("G")])
  func `where there are no rows a movement says so`(key: Key) {
    var list = Driver.listing([])
    var tab = Driver.tab(.members)
    tab.answerRows([])

    list.press(key)
    tab.press(key)

    #expect(list.screen.text.contains("There is no row to go to."))
    #expect(tab.screen.text.contains("There is no row to go to."))
  }

  @Test func `what has been done stays in sight at the end of the rows`() {
    var driver = Driver.reaching(.list)
    driver.send(.noticed(.updated(name: "Acme")))
    let before = driver.screen

    driver.press(.character("g"))

    #expect(driver.screen == before)
    #expect(driver.screen.text.contains("Saved"))
  }

  @Test func `behind the last tab there is none, and that is said`() {
    var driver = Driver.tab(.members)
    let before = driver.console.tabs.index

    driver.press(Key.right)

    #expect(driver.console.tabs.index == before)
    #expect(driver.screen.text.contains("This is the last tab."))
  }
}

extension Driver {
  fileprivate var keyMap: KeyMap { workspace.keyMap }
}
