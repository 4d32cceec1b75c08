import Foundation
import Storms
import Testing
import ViewModel
import WorkOS

/// Pages that are turned faster than they come, and the order turned round and back.
@Suite(.timeLimit(.minutes(20)))
struct PagesWantedTests {
  @Test func `six pages on is six pages on, also while one loads`() {
    let server = FakeServer(30)
    var scenario = Scenario.showing(server)

    for _ in 0..<6 { scenario.list(.nextPageWanted) }
    for _ in 0..<6 { scenario.answerPage(from: server) }

    #expect(scenario.console.list.browsing.index == 6)
    #expect(scenario.rows == Array(scenario.pages[6]))
    #expect(Set(scenario.pages.flatMap(\.self)).count == scenario.pages.flatMap(\.self).count)
  }

  @Test func `each page is read by the cursor of the one before`() {
    let server = FakeServer(30)
    var scenario = Scenario.showing(server)

    scenario.list(.pagesTurned(by: 3))
    for _ in 0..<3 { scenario.answerPage(from: server) }

    let cursors = scenario.console.list.browsing.pages.map(\.cursor)
    let ends = scenario.console.list.browsing.pages.map { $0.after.map(PageCursor.after) }
    #expect(cursors.dropFirst().map { $0 } == ends.dropLast().map { $0 ?? .first })
  }

  @Test(arguments: [
    ListEvent.left, .selectionMoved(by: -1), .firstRowWanted, .refreshWanted,
    .filterChanged("x"), .orderFlipped,
  ])
  func `what is not about going on drops the rest`(event: ListEvent) {
    let server = FakeServer(30)
    var scenario = Scenario.showing(server)
    scenario.list(.pagesTurned(by: 6))

    scenario.list(event)
    while scenario.pageQuestion != nil, scenario.effects.count < 40 {
      scenario.answerPage(from: server)
    }

    #expect(scenario.console.list.browsing.index <= 1)
    #expect(scenario.console.list.pagesWanted == 0)
  }

  @Test(arguments: [0, 1])
  func `a step back takes back one of those that are wanted`(arrived: Int) {
    let server = FakeServer(30)
    var scenario = Scenario.showing(server)
    for _ in 0..<2 { scenario.list(.nextPageWanted) }
    for _ in 0..<arrived { scenario.answerPage(from: server) }

    scenario.list(.previousPageWanted)
    while scenario.pageQuestion != nil, scenario.effects.count < 40 {
      scenario.answerPage(from: server)
    }

    #expect(scenario.console.list.browsing.index == 1)
    #expect(scenario.console.list.pagesWanted == 0)
  }

  @Test func `more steps back than are wanted go back from where one is`() {
    let server = FakeServer(30)
    var scenario = Scenario.showing(server)
    scenario.list(.pagesTurned(by: 3))
    for _ in 0..<3 { scenario.answerPage(from: server) }
    scenario.list(.pagesTurned(by: 2))

    scenario.list(.pagesTurned(by: -3))
    while scenario.pageQuestion != nil, scenario.effects.count < 40 {
      scenario.answerPage(from: server)
    }

    #expect(scenario.console.list.browsing.index == 2)
  }

  @Test func `organizations that are gone on to faster than they come are taken back one by one`() {
    let server = FakeServer(30)
    var scenario = Scenario.showing(server)
    scenario.list(.lastRowWanted)
    scenario.detail(.opened(scenario.console.list.selection ?? .number(1)))
    scenario.detail(.stepped(by: 2))

    scenario.detail(.stepped(by: -1))
    while scenario.pageQuestion != nil, scenario.effects.count < 40 {
      scenario.answerPage(from: server)
    }

    #expect(
      scenario.console.detail.organization?.id.rawValue == scenario.console.list.rows[0].id.rawValue
    )
    #expect(scenario.console.list.browsing.index == 1)
  }

  @Test func `the last page ends it, and says so`() {
    let server = FakeServer(7)
    var scenario = Scenario.showing(server)

    scenario.list(.pagesTurned(by: 9))
    for _ in 0..<2 { scenario.answerPage(from: server) }

    #expect(scenario.console.list.browsing.index == 2)
    #expect(scenario.notice == .lastPage)
    #expect(scenario.console.list.pagesWanted == 0)
  }

  @Test func `a page that fails ends it`() {
    let server = FakeServer(30)
    var scenario = Scenario.showing(server)
    scenario.list(.pagesTurned(by: 4))
    scenario.answerPage(from: server)

    scenario.failPage()

    #expect(scenario.console.list.browsing.index == 1)
    #expect(scenario.console.list.pagesWanted == 0)
    #expect(scenario.pageQuestion == nil)
  }

  @Test func `what is given up on the way, as pages are old, stops nothing`() {
    let server = FakeServer(30)
    var scenario = Scenario.showing(server)
    scenario.list(.pagesTurned(by: 4))
    for _ in 0..<4 { scenario.answerPage(from: server) }
    scenario.list(.pagesTurned(by: -4))
    scenario.advance(31)

    // Each of the old pages begins to be read again, and is then passed.
    let effects = scenario.list(.pagesTurned(by: 7))
    for case .cancel(let id) in effects {
      scenario.list(.pageArrived(id, .failure(.transport(.cancelled))))
    }
    for _ in 0..<3 { scenario.answerPage(from: server) }

    #expect(effects.contains { if case .cancel = $0 { true } else { false } })
    #expect(scenario.console.list.browsing.index == 7)
  }

  @Test func `pages wanted before the first one is there are turned then`() {
    let server = FakeServer(30)
    var scenario = Scenario()
    scenario.send(.started)

    scenario.list(.nextPageWanted)
    scenario.list(.nextPageWanted)
    for _ in 0..<3 { scenario.answerPage(from: server) }

    #expect(scenario.console.list.browsing.index == 2)
  }

  @Test func `so many pages back`() {
    let server = FakeServer(30)
    var scenario = Scenario.showing(server)
    scenario.list(.pagesTurned(by: 5))
    for _ in 0..<5 { scenario.answerPage(from: server) }

    scenario.list(.pagesTurned(by: -3))
    #expect(scenario.console.list.browsing.index == 2)
    scenario.list(.pagesTurned(by: -9))

    #expect(scenario.console.list.browsing.index == 0)
    #expect(scenario.notice == .firstPage)
  }

  @Test func `the pages of a search are turned in the same way`() {
    let server = FakeServer(30)
    var scenario = Scenario.showing(server)
    scenario.list(.searchSubmitted("name:customer"))

    for _ in 0..<4 { scenario.list(.nextPageWanted) }
    for _ in 0..<5 { scenario.answerSearch(from: server) }

    #expect(scenario.console.list.search?.pageNumber == 5)
    #expect(scenario.console.list.pagesWanted == 0)
  }

  // MARK: The order

  @Test func `the order turned twice comes back to the page and the row`() {
    let server = FakeServer(30)
    var scenario = Scenario.showing(server)
    scenario.list(.pagesTurned(by: 2))
    for _ in 0..<2 { scenario.answerPage(from: server) }
    scenario.list(.selectionMoved(by: 1))
    let (rows, selected) = (scenario.rows, scenario.selected)

    scenario.list(.orderFlipped)
    scenario.answerPage(from: server)
    scenario.list(.selectionMoved(by: 2))
    let other = scenario.selected
    scenario.list(.orderFlipped)

    #expect(scenario.rows == rows)
    #expect(scenario.selected == selected)
    #expect(scenario.console.list.browsing.index == 2)
    scenario.list(.orderFlipped)
    #expect(scenario.selected == other)
  }

  @Test func `what was deleted meanwhile is not there on coming back`() {
    let server = FakeServer(30)
    var scenario = Scenario.showing(server)
    let victim = scenario.rows[1]
    scenario.list(.orderFlipped)
    scenario.answerPage(from: server)

    scenario.detail(.sought(.number(victim)))
    scenario.answerRead(.numbered(victim))
    scenario.delete(victim)
    scenario.list(.orderFlipped)

    #expect(!scenario.rows.contains(victim))
  }

  @Test func `a search turned twice keeps its row too`() {
    let server = FakeServer(30)
    var scenario = Scenario.showing(server)
    scenario.list(.searchSubmitted("customer"))
    scenario.answerSearch(from: server)
    scenario.list(.selectionMoved(by: 2))
    let selected = scenario.selected

    scenario.list(.orderFlipped)
    scenario.answerSearch(from: server)
    scenario.list(.firstRowWanted)
    scenario.list(.orderFlipped)
    scenario.answerSearch(from: server)

    #expect(scenario.selected == selected)
  }
}
