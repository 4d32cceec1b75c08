import Storms
import Testing
import ViewModel
import WorkOS

/// Reading the next page ahead, so that nobody waits for it.
@Suite(.timeLimit(.minutes(20)))
struct PrefetchTests {
  @Test func `far from the end of a page nothing is read ahead`() {
    let scenario = Scenario.showing(FakeServer(80), pageSize: 40)

    #expect(scenario.open == [])
  }

  @Test func `near the end of a page the next one is read ahead`() {
    var scenario = Scenario.showing(FakeServer(80), pageSize: 40)

    scenario.list(.selectionMoved(by: 24))
    let early = scenario.pageQuestion
    scenario.list(.selectionMoved(by: 1))

    #expect(early == nil)
    #expect(scenario.pageQuestion?.cursor == .after("org_41"))
  }

  @Test func `a page that was read ahead is shown at once`() {
    let server = FakeServer(80)
    var scenario = Scenario.showing(server, pageSize: 40)
    scenario.list(.lastRowWanted)
    scenario.answerPage(from: server)

    scenario.list(.nextPageWanted)

    #expect(scenario.rows.first == 40)
  }

  @Test func `reading ahead leaves the page on screen alone`() {
    let server = FakeServer(80)
    var scenario = Scenario.showing(server, pageSize: 40)
    scenario.list(.lastRowWanted)

    scenario.answerPage(from: server)

    #expect(scenario.rows.first == 80)
    #expect(scenario.selected == 41)
  }

  @Test func `one page is read ahead, not the whole list`() {
    let server = FakeServer(80)
    var scenario = Scenario.showing(server, pageSize: 5)

    scenario.answerPage(from: server)

    #expect(scenario.open == [])
    #expect(scenario.pages.count == 2)
  }

  @Test func `whoever turns pages has the next one read ahead already at the first row`() {
    let server = FakeServer(200)
    var scenario = Scenario.showing(server, pageSize: 40)
    scenario.list(.nextPageWanted)

    scenario.answerPage(from: server)

    #expect(scenario.pageQuestion?.cursor == .after("org_121"))
  }

  @Test func `turning to a remembered page reads the one after it ahead`() {
    let server = FakeServer(200)
    var scenario = Scenario.showing(server, pageSize: 40)
    scenario.list(.lastRowWanted)
    scenario.answerPage(from: server)

    scenario.list(.nextPageWanted)

    #expect(scenario.pageQuestion?.cursor == .after("org_121"))
  }

  @Test func `asking for the next page joins the reading that is under way`() {
    let server = FakeServer(80)
    var scenario = Scenario.showing(server, pageSize: 5)

    let effects = scenario.list(.nextPageWanted)
    scenario.answerPage(from: server)

    #expect(effects == [])
    #expect(scenario.rows == [75, 74, 73, 72, 71])
  }

  @Test func `a failed reading ahead is kept quiet and not repeated at every key`() {
    var scenario = Scenario.showing(FakeServer(80), pageSize: 5)
    scenario.failPage()

    let effects = scenario.list(.selectionMoved(by: 1))

    #expect(effects == [])
    #expect(scenario.console.list.browsing.failure == nil)
  }

  @Test func `after a failed reading ahead the page can still be asked for`() {
    let server = FakeServer(80)
    var scenario = Scenario.showing(server, pageSize: 5)
    scenario.failPage()

    scenario.list(.nextPageWanted)
    scenario.answerPage(from: server)

    #expect(scenario.rows.first == 75)
  }

  @Test func `after a successful refresh reading ahead is tried again`() {
    let server = FakeServer(80)
    var scenario = Scenario.showing(server, pageSize: 5)
    scenario.failPage()

    scenario.list(.refreshWanted)
    scenario.answerPage(from: server)

    #expect(scenario.pageQuestion?.cursor == .after("org_76"))
  }

  @Test func `nothing is read ahead past the last page`() {
    var scenario = Scenario.showing(FakeServer(3), pageSize: 3)

    let effects = scenario.list(.lastRowWanted)

    #expect(effects == [])
  }

  @Test func `moving within a filter reads nothing ahead`() {
    var scenario = Scenario.showing(FakeServer(80), pageSize: 40)
    scenario.list(.filterChanged("customer"))

    let effects = scenario.list(.lastRowWanted)

    #expect(effects == [])
  }
}
