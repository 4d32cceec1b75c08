import Storms
import Testing
import ViewModel
import WorkOS

/// The chain of pages seen so far, and what happens to it when a page is read again.
@Suite(.timeLimit(.minutes(20)))
struct RememberedPagesTests {
  @Test func `a page that comes back after half a minute is read again`() {
    var scenario = threePages()
    scenario.advance(31)

    scenario.list(.previousPageWanted)

    #expect(scenario.pageQuestion?.cursor == .after("org_10"))
    #expect(scenario.rows == [9, 8, 7])
  }

  @Test func `a page that comes back within half a minute is not read again`() {
    var scenario = threePages()
    scenario.advance(30)

    let effects = scenario.list(.previousPageWanted)

    #expect(effects == [])
  }

  @Test func `a page that ends where it did keeps the pages beyond it`() {
    var scenario = threePages()
    scenario.advance(31)
    scenario.list(.previousPageWanted)

    scenario.answerPage(from: FakeServer(12))

    #expect(scenario.pages == [[12, 11, 10], [9, 8, 7], [6, 5, 4]])
  }

  @Test func `a page that ends elsewhere forgets the pages beyond it`() {
    var server = FakeServer(12)
    var scenario = threePages()
    server.delete(8)
    scenario.advance(31)
    scenario.list(.previousPageWanted)

    scenario.answerPage(from: server)

    #expect(scenario.pages == [[12, 11, 10], [9, 7, 6]])
  }

  @Test func `a walk on after a page moved repeats nothing and hides nothing`() {
    var server = FakeServer(12)
    var scenario = threePages()
    server.delete(8)
    scenario.advance(31)
    scenario.list(.previousPageWanted)
    scenario.answerPage(from: server)

    scenario.answerPage(from: server)
    scenario.list(.nextPageWanted)
    scenario.answerPage(from: server)

    #expect(scenario.pages == [[12, 11, 10], [9, 7, 6], [5, 4, 3], [2, 1]])
  }

  @Test func `the page on screen stays when an earlier one is found to have moved`() {
    var server = FakeServer(12)
    var scenario = Scenario.showing(server)
    scenario.advance(20)
    scenario.answerPage(from: server)
    scenario.list(.nextPageWanted)
    scenario.advance(20)
    scenario.list(.previousPageWanted)
    server.create(13)

    scenario.list(.nextPageWanted)
    scenario.answerPage(from: server)

    #expect(scenario.rows == [9, 8, 7])
    #expect(scenario.selected == 9)
  }

  @Test func `a page whose rows all went is left for the page before`() {
    var server = FakeServer(5)
    var scenario = Scenario.showing(server)
    scenario.answerPage(from: server)
    scenario.list(.nextPageWanted)
    server.delete(2)
    server.delete(1)

    scenario.list(.refreshWanted)
    scenario.answerPage(from: server)

    #expect(scenario.rows == [5, 4, 3])
    #expect(scenario.selected == 3)
    #expect(!scenario.console.list.browsing.hasNextPage)
  }

  @Test func `an empty page with a cursor is passed over`() {
    var scenario = Scenario.showing(FakeServer(12))

    scenario.list(.nextPageWanted)
    scenario.answerPage([], after: "org_7")
    scenario.answerPage([6, 5, 4])

    #expect(scenario.rows == [6, 5, 4])
  }

  @Test func `empty pages are followed twenty times and no further`() {
    var scenario = Scenario.showing(FakeServer(12))
    scenario.list(.nextPageWanted)

    for number in 0...20 { scenario.answerPage([], after: "cursor_\(number)") }

    #expect(scenario.open == [])
    #expect(scenario.notice == .lastPage)
  }

  @Test func `a first page behind empty ones is still read again from the top`() {
    var scenario = Scenario()
    scenario.send(.started)
    scenario.answerPage([], after: "org_9")
    scenario.answerPage([8, 7, 6])

    scenario.list(.refreshWanted)

    #expect(scenario.pageQuestion?.cursor == .first)
  }

  @Test func `an empty last page means that the page before was the last`() {
    var scenario = Scenario.showing(FakeServer(12))

    scenario.list(.nextPageWanted)
    scenario.answerPage([])

    #expect(scenario.rows == [12, 11, 10])
    #expect(scenario.notice == .lastPage)
    #expect(!scenario.console.list.browsing.hasNextPage)
  }

  @Test func `a server that repeats a page is not followed round and round`() {
    var scenario = Scenario.showing(FakeServer(12))

    scenario.list(.nextPageWanted)
    scenario.answerPage([12, 11, 10], after: "org_10")

    #expect(scenario.rows == [12, 11, 10])
    #expect(scenario.notice == .cursorRepeated)
    #expect(scenario.open == [])
  }

  @Test func `rows that an earlier page holds are not shown twice`() {
    var scenario = Scenario.showing(FakeServer(12))

    scenario.list(.nextPageWanted)
    scenario.answerPage([11, 10, 9], after: nil)

    #expect(scenario.rows == [9])
  }

  @Test func `a cursor that leads back ends the list, and it says so`() {
    let server = FakeServer(12)
    var scenario = Scenario.showing(server)
    scenario.answerPage(from: server)
    scenario.list(.nextPageWanted)

    scenario.answerPage([6, 5, 4], after: "org_10")
    scenario.list(.nextPageWanted)

    #expect(scenario.rows == [6, 5, 4])
    #expect(!scenario.console.list.browsing.hasNextPage)
    #expect(scenario.open == [])
  }

  @Test func `when the first page has lost its last row the second becomes the first`() {
    let server = FakeServer(12)
    var scenario = Scenario.showing(server, deleteGrace: 0)
    scenario.answerPage(from: server)
    scenario.list(.nextPageWanted)
    scenario.delete(12)
    scenario.delete(11)
    scenario.delete(10)

    scenario.list(.previousPageWanted)

    #expect(scenario.notice == .firstPage)
    #expect(scenario.pages.first == [9, 8, 7])
    #expect(scenario.console.list.browsing.page?.cursor == .first)
  }

  /// Twelve organizations, with the third page of three on screen.
  private func threePages() -> Scenario {
    let server = FakeServer(12)
    var scenario = Scenario.showing(server)
    scenario.answerPage(from: server)
    scenario.list(.nextPageWanted)
    scenario.answerPage(from: server)
    scenario.list(.nextPageWanted)
    scenario.failPage()
    return scenario
  }
}
