import Storms
import Testing
import ViewModel
import WorkOS

/// Asking the server for organizations by what was typed.
@Suite(.timeLimit(.minutes(20)))
struct SearchTests {
  @Test func `a search shows what the server found`() {
    let server = FakeServer(12)
    var scenario = Scenario.showing(server)

    scenario.list(.searchSubmitted("Customer 1"))
    scenario.answerSearch(from: server)

    #expect(scenario.rows == [12, 11, 10])
    #expect(scenario.console.list.search?.inquiry.text == "Customer 1")
  }

  @Test func `an empty search asks for nothing`() {
    var scenario = Scenario.showing(FakeServer(3))

    let effects = scenario.list(.searchSubmitted("  "))

    #expect(effects == [])
    #expect(scenario.console.list.search == nil)
  }

  @Test func `a search goes on over its own pages`() {
    let server = FakeServer(12)
    var scenario = Scenario.showing(server)
    scenario.list(.searchSubmitted("Customer 1"))
    scenario.answerSearch(from: server)

    scenario.list(.nextPageWanted)
    scenario.answerSearch(from: server)

    #expect(scenario.rows == [1])
  }

  @Test func `leaving a search goes back to where one was`() {
    let server = FakeServer(12)
    var scenario = Scenario.showing(server)
    scenario.answerPage(from: server)
    scenario.list(.nextPageWanted)
    scenario.list(.selected(.number(8)))
    scenario.list(.searchSubmitted("Customer 1"))
    scenario.answerSearch(from: server)

    scenario.list(.left)

    #expect(scenario.rows == [9, 8, 7])
    #expect(scenario.selected == 8)
  }

  @Test func `leaving a search typed before the first page came selects a row`() {
    let server = FakeServer(12)
    var scenario = Scenario()
    scenario.send(.started)
    scenario.list(.filterChanged("Customer 1"))
    scenario.answerPage(from: server)
    scenario.list(.searchSubmitted("Customer 1"))

    scenario.list(.left)

    #expect(scenario.rows == [12, 11, 10])
    #expect(scenario.selected == 12)
  }

  @Test func `leaving a search that is still under way gives it up`() throws {
    let server = FakeServer(12)
    var scenario = Scenario.showing(server)
    scenario.list(.searchSubmitted("Customer 1"))
    let questions = try #require(scenario.console.list.search?.loads)

    let effects = scenario.list(.left)

    #expect(effects == questions.map { .cancel($0.pending.id) })
    #expect(scenario.rows == [12, 11, 10])
  }

  @Test func `a new search replaces the one before and drops its answer`() throws {
    let server = FakeServer(12)
    var scenario = Scenario.showing(server)
    scenario.list(.searchSubmitted("Customer 1"))
    let first = try #require(scenario.pageQuestion)

    scenario.list(.searchSubmitted("name:Customer 7"))
    scenario.answerSearch(from: server)
    let late = server.page(try #require(first.pageQuestion))
    scenario.list(.pageArrived(try #require(first.requestID), .success(late)))

    #expect(scenario.rows == [7])
  }

  @Test func `leaving a search over a search goes back to the whole list`() {
    let server = FakeServer(12)
    var scenario = Scenario.showing(server)
    scenario.list(.searchSubmitted("Customer 1"))
    scenario.answerSearch(from: server)
    scenario.list(.searchSubmitted("Customer 7"))
    scenario.answerSearch(from: server)

    scenario.list(.left)

    #expect(scenario.console.list.search == nil)
    #expect(scenario.rows == [12, 11, 10])
  }

  @Test func `Escape takes the filter away before the search`() {
    let server = FakeServer(12)
    var scenario = Scenario.showing(server)
    scenario.list(.searchSubmitted("Customer 1"))
    scenario.answerSearch(from: server)
    scenario.list(.filterChanged("11"))

    scenario.list(.left)
    let unfiltered = scenario.rows
    scenario.list(.left)

    #expect(unfiltered == [12, 11, 10])
    #expect(scenario.console.list.search == nil)
  }

  @Test func `Escape gives up a refresh before the search`() {
    let server = FakeServer(12)
    var scenario = Scenario.showing(server)
    scenario.list(.searchSubmitted("Customer 1"))
    scenario.answerSearch(from: server)
    scenario.list(.refreshWanted)

    scenario.list(.left)

    #expect(scenario.notice == .loadStopped)
    #expect(scenario.console.list.search != nil)
  }

  @Test func `Escape at the root does nothing`() {
    var scenario = Scenario.showing(FakeServer(12), pageSize: 50)

    let effects = scenario.list(.left)

    #expect(effects == [])
    #expect(scenario.rows.count == 12)
  }

  @Test func `what was searched for is what n looks for`() {
    let server = FakeServer(12)
    var scenario = Scenario.showing(server)
    scenario.list(.searchSubmitted("Customer 1"))
    scenario.answerSearch(from: server)

    scenario.list(.nextMatchWanted)

    #expect(scenario.selected == 11)
  }

  @Test func `the page that was awaited before a search comes up behind it`() throws {
    let server = FakeServer(12)
    var scenario = Scenario.showing(server)
    scenario.list(.nextPageWanted)
    let slow = try #require(scenario.pageQuestion)
    scenario.list(.searchSubmitted("Customer 7"))
    scenario.answerSearch(from: server)

    let page = server.page(try #require(slow.pageQuestion))
    scenario.list(.pageArrived(try #require(slow.requestID), .success(page)))

    #expect(scenario.rows == [7])
    #expect(scenario.console.list.browsing.index == 1)
  }

  @Test func `an organization created during a search is also in the whole list`() {
    let server = FakeServer(12)
    var scenario = Scenario.showing(server)
    scenario.list(.searchSubmitted("Customer 7"))
    scenario.answerSearch(from: server)

    scenario.create(13, named: "New")
    let during = scenario.rows
    scenario.list(.left)

    #expect(during == [13, 7])
    #expect(scenario.rows == [13, 12, 11, 10])
  }

  @Test func `a deleted organization is gone from the search and from the whole list`() {
    let server = FakeServer(12)
    var scenario = Scenario.showing(server, deleteGrace: 0)
    scenario.list(.searchSubmitted("Customer 1"))
    scenario.answerSearch(from: server)

    scenario.delete(11)
    let during = scenario.rows
    scenario.list(.left)

    #expect(during == [12, 10])
    #expect(scenario.rows == [12, 10])
  }
}
