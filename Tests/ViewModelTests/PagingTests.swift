import Storms
import Testing
import ViewModel
import WorkOS

/// Walking a list page by page.
@Suite(.timeLimit(.minutes(20)))
struct PagingTests {
  @Test func `the first page is asked for at the start, newest first`() throws {
    var scenario = Scenario(pageSize: 25)

    scenario.send(.started)

    let question = try #require(scenario.pageQuestion?.pageQuestion)
    let expected = PageQuestion(
      source: .everything, order: .newestFirst, cursor: .first, limit: 25)
    #expect(question == expected)
  }

  @Test func `the first page comes with its first row selected`() {
    let scenario = Scenario.showing(FakeServer(7))

    #expect(scenario.rows == [7, 6, 5])
    #expect(scenario.selected == 7)
  }

  @Test func `a list without organizations has no row and no selection`() {
    let scenario = Scenario.showing(FakeServer(0))

    #expect(scenario.rows == [])
    #expect(scenario.selected == nil)
    #expect(!scenario.console.list.browsing.hasNextPage)
  }

  @Test func `the next page begins after the last row of this one`() {
    let server = FakeServer(7)
    var scenario = Scenario.showing(server)

    scenario.list(.nextPageWanted)
    scenario.answerPage(from: server)

    #expect(scenario.rows == [4, 3, 2])
    #expect(scenario.selected == 4)
    #expect(scenario.console.list.browsing.rowsBefore == 3)
  }

  @Test func `the page before is shown again without asking the server`() {
    let server = FakeServer(7)
    var scenario = Scenario.showing(server)
    scenario.list(.nextPageWanted)
    scenario.answerPage(from: server)
    scenario.answerPage(from: server)

    let effects = scenario.list(.previousPageWanted)

    #expect(scenario.rows == [7, 6, 5])
    #expect(effects == [])
  }

  @Test func `before the first page there is nothing, and it says so`() {
    var scenario = Scenario.showing(FakeServer(7))

    scenario.list(.previousPageWanted)

    #expect(scenario.notice == .firstPage)
    #expect(scenario.rows == [7, 6, 5])
  }

  @Test func `after the last page there is nothing, and it says so`() {
    var scenario = Scenario.showing(FakeServer(3))

    let effects = scenario.list(.nextPageWanted)

    #expect(scenario.notice == .lastPage)
    #expect(effects == [])
  }

  @Test func `running off the end of a page selects the first row of the next`() {
    let server = FakeServer(5)
    var scenario = Scenario.showing(server)
    scenario.answerPage(from: server)
    scenario.list(.lastRowWanted)

    scenario.list(.selectionMoved(by: 1))

    #expect(scenario.rows == [2, 1])
    #expect(scenario.selected == 2)
  }

  @Test func `running off the top of a page selects the last row of the one before`() {
    let server = FakeServer(5)
    var scenario = Scenario.showing(server)
    scenario.answerPage(from: server)
    scenario.list(.nextPageWanted)

    scenario.list(.selectionMoved(by: -1))

    #expect(scenario.rows == [5, 4, 3])
    #expect(scenario.selected == 3)
  }

  @Test func `running off the end waits for a page that is on its way`() {
    let server = FakeServer(5)
    var scenario = Scenario.showing(server)
    scenario.list(.lastRowWanted)

    let effects = scenario.list(.selectionMoved(by: 1))
    scenario.answerPage(from: server)

    #expect(effects == [])
    #expect(scenario.selected == 2)
  }

  @Test func `a screenful stops at the end of the page before it goes on`() {
    let server = FakeServer(7)
    var scenario = Scenario.showing(server)

    scenario.list(.selectionMoved(by: 20))

    #expect(scenario.rows == [7, 6, 5])
    #expect(scenario.selected == 5)
  }

  @Test func `a screenful up stops at the top of the page before it goes on`() {
    let server = FakeServer(7)
    var scenario = Scenario.showing(server)
    scenario.answerPage(from: server)
    scenario.list(.nextPageWanted)
    scenario.list(.lastRowWanted)

    scenario.list(.selectionMoved(by: -20))

    #expect(scenario.selected == 4)
  }

  @Test func `the first and the last row of a page are one key away`() {
    var scenario = Scenario.showing(FakeServer(7))

    scenario.list(.lastRowWanted)
    let last = scenario.selected
    scenario.list(.firstRowWanted)

    #expect(last == 5)
    #expect(scenario.selected == 7)
  }

  @Test func `an id that is not on screen cannot be selected`() {
    var scenario = Scenario.showing(FakeServer(7))

    scenario.list(.selected(.number(99)))

    #expect(scenario.console.list.selection == .number(7))
  }

  @Test func `going back while the next page is awaited stays where one is, and the page is there`()
  {
    let server = FakeServer(12)
    var scenario = Scenario.showing(server)
    scenario.list(.nextPageWanted)
    scenario.answerPage(from: server)
    scenario.list(.nextPageWanted)

    scenario.list(.previousPageWanted)
    scenario.answerPage(from: server)

    #expect(scenario.rows == [9, 8, 7])
    #expect(scenario.pages.last == [6, 5, 4])
  }

  @Test func `the order is flipped from the other end of the list`() throws {
    let server = FakeServer(7)
    var scenario = Scenario.showing(server)

    scenario.list(.orderFlipped)
    scenario.answerPage(from: server)

    #expect(scenario.rows == [1, 2, 3])
    #expect(scenario.selected == 1)
  }

  @Test func `the rows stay until the other end has come, or for good if it cannot be read`() {
    let server = FakeServer(7)
    var scenario = Scenario.showing(server)
    let before = scenario.rows

    scenario.list(.orderFlipped)
    let meanwhile = scenario.rows
    scenario.failPage(.timedOut)

    #expect(meanwhile == before)
    #expect(scenario.rows == before)
    #expect(scenario.selected == before.first)
    #expect(scenario.console.list.order == .newestFirst)
    #expect(scenario.notice == .orderNotRead(.timedOut))
  }

  @Test func `turned back, or left, before it has come, the other end is not waited for`() {
    for event in [ListEvent.orderFlipped, .left] {
      let server = FakeServer(7)
      var scenario = Scenario.showing(server)
      scenario.answerPage(from: server)
      scenario.list(.orderFlipped)

      scenario.list(event)

      #expect(scenario.console.list.loads.isEmpty)
      #expect(scenario.rows == [7, 6, 5])
    }
  }

  @Test func `a flip drops the page that was on its way in the other order`() throws {
    let server = FakeServer(7)
    var scenario = Scenario.showing(server)
    let late = try #require(scenario.pageQuestion)

    scenario.list(.orderFlipped)
    scenario.answerPage(from: server)
    let answer = server.page(try #require(late.pageQuestion))
    scenario.list(.pageArrived(try #require(late.requestID), .success(answer)))

    #expect(scenario.rows == [1, 2, 3])
  }
}
