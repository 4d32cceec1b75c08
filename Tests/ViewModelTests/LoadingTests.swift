import Delivery
import Storms
import Testing
import ViewModel
import WorkOS

/// Readings that fail, are given up, or come too late.
@Suite(.timeLimit(.minutes(20)))
struct LoadingTests {
  @Test func `a failed refresh keeps the rows and says why`() {
    var scenario = Scenario.showing(FakeServer(12))

    scenario.list(.refreshWanted)
    scenario.failPage(.timedOut)

    #expect(scenario.rows == [12, 11, 10])
    #expect(scenario.console.list.browsing.failure == .timedOut)
  }

  @Test func `a failed next page leaves this one on screen`() {
    var scenario = Scenario.showing(FakeServer(12))

    scenario.list(.nextPageWanted)
    scenario.failPage(.status(500))

    #expect(scenario.rows == [12, 11, 10])
    #expect(scenario.selected == 12)
    #expect(scenario.console.list.browsing.failure == .status(500))
  }

  @Test func `a refresh that works takes the failure away`() {
    let server = FakeServer(12)
    var scenario = Scenario.showing(server)
    scenario.list(.refreshWanted)
    scenario.failPage()

    scenario.list(.refreshWanted)
    scenario.answerPage(from: server)

    #expect(scenario.console.list.browsing.failure == nil)
  }

  @Test func `a first page that failed can be asked for again`() {
    let server = FakeServer(12)
    var scenario = Scenario()
    scenario.send(.started)
    scenario.failPage()

    scenario.list(.refreshWanted)
    scenario.answerPage(from: server)

    #expect(scenario.rows == [12, 11, 10])
  }

  @Test func `a list that was never loaded is asked for when a search is left`() {
    let server = FakeServer(12)
    var scenario = Scenario()
    scenario.send(.started)
    scenario.list(.left)
    scenario.list(.searchSubmitted("acme"))

    scenario.list(.left)
    scenario.answerPage(from: server)

    #expect(scenario.rows == [12, 11, 10])
  }

  @Test func `a load that was given up is dropped when it arrives after all`() throws {
    let server = FakeServer(12)
    var scenario = Scenario.showing(server)
    scenario.list(.nextPageWanted)
    let question = try #require(scenario.pageQuestion)

    let effects = scenario.list(.left)
    let late = server.page(try #require(question.pageQuestion))
    scenario.list(.pageArrived(try #require(question.requestID), .success(late)))

    #expect(effects == [.cancel(try #require(question.requestID))])
    #expect(scenario.rows == [12, 11, 10])
    #expect(scenario.pages.count == 1)
  }

  @Test func `giving a load up says so`() {
    var scenario = Scenario.showing(FakeServer(12))
    scenario.list(.nextPageWanted)

    scenario.list(.left)

    #expect(scenario.notice == .loadStopped)
  }

  @Test func `a page is read once, however often it is asked for`() {
    var scenario = Scenario.showing(FakeServer(12))
    scenario.list(.nextPageWanted)

    let effects = scenario.list(.nextPageWanted)

    #expect(effects == [])
    #expect(scenario.open.count == 1)
  }

  @Test func `a refresh gives up the refresh before it`() throws {
    var scenario = Scenario.showing(FakeServer(12), pageSize: 50)
    scenario.list(.refreshWanted)
    let first = try #require(scenario.pageQuestion)

    let effects = scenario.list(.refreshWanted)

    #expect(effects.first == .cancel(try #require(first.requestID)))
    #expect(scenario.open.count == 1)
  }

  @Test func `an answer to a question nobody put changes nothing`() {
    var scenario = Scenario.showing(FakeServer(12))
    let before = scenario.console.list

    scenario.list(.pageArrived(RequestID(999), .success(Page(items: []))))

    #expect(scenario.console.list == before)
  }
}
