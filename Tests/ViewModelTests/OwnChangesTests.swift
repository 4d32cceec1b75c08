import Foundation
import Storms
import Testing
import ViewModel
import WorkOS

/// What this console's own creates, updates and deletes do to the list.
@Suite(.timeLimit(.minutes(20)))
struct OwnChangesTests {
  @Test func `after a delete the row below is selected`() {
    var scenario = Scenario.showing(FakeServer(12), deleteGrace: 0)
    scenario.list(.selected(.number(11)))

    scenario.delete(11)

    #expect(scenario.rows == [12, 10])
    #expect(scenario.selected == 10)
  }

  @Test func `after deleting the last row the row above is selected`() {
    var scenario = Scenario.showing(FakeServer(12), deleteGrace: 0)
    scenario.list(.selected(.number(10)))

    scenario.delete(10)

    #expect(scenario.selected == 11)
  }

  @Test func `a delete of another row leaves the selection alone`() {
    var scenario = Scenario.showing(FakeServer(12), deleteGrace: 0)
    scenario.list(.selected(.number(10)))

    scenario.delete(12)

    #expect(scenario.selected == 10)
  }

  @Test func `a delete stays on its page`() {
    var scenario = secondPage(of: FakeServer(12))

    scenario.delete(9)

    #expect(scenario.rows == [8, 7])
    #expect(scenario.console.list.browsing.index == 1)
  }

  @Test func `deleting the last row on a page shows the page before`() {
    var scenario = Scenario.showing(FakeServer(4), deleteGrace: 0)
    scenario.answerPage(from: FakeServer(4))
    scenario.list(.nextPageWanted)

    scenario.delete(1)

    #expect(scenario.rows == [4, 3, 2])
    #expect(scenario.selected == 2)
  }

  @Test func `deleting every row of a page with more behind it reads it again`() {
    var server = FakeServer(12)
    var scenario = secondPage(of: server)
    for number in 7...9 {
      server.delete(number)
      scenario.delete(number)
    }

    scenario.answerPage(from: server)

    #expect(scenario.rows == [6, 5, 4])
    #expect(scenario.selected == 6)
  }

  @Test func `the id of a deleted organization is not used as a cursor`() {
    var server = FakeServer(12)
    var scenario = Scenario.showing(server, deleteGrace: 0)
    scenario.failPage()
    server.delete(10)
    scenario.delete(10)

    scenario.list(.nextPageWanted)

    #expect(scenario.pageQuestion?.cursor == .after("org_11"))
  }

  @Test func `a page that began after a deleted row begins after its neighbour`() {
    var scenario = secondPage(of: FakeServer(12))
    scenario.delete(10)

    scenario.list(.refreshWanted)

    #expect(scenario.pageQuestion?.cursor == .after("org_11"))
  }

  @Test func `a page being read when the row before it is deleted keeps its place`() {
    let server = FakeServer(12)
    var scenario = secondPage(of: server)
    scenario.list(.nextPageWanted)
    scenario.list(.previousPageWanted)
    scenario.list(.refreshWanted)
    scenario.queueDelete(of: 10)
    scenario.answerCheck()
    scenario.answerDelete()
    scenario.answerPage(from: server)

    scenario.list(.refreshWanted)

    #expect(scenario.pageQuestion?.cursor == .after("org_11"))
  }

  @Test func `a page read before a delete does not bring the row back`() {
    let before = FakeServer(12)
    var scenario = Scenario.showing(before, deleteGrace: 0)
    scenario.list(.refreshWanted)

    scenario.delete(10)
    scenario.answerPage(from: before)

    #expect(scenario.rows == [12, 11])
    #expect(scenario.console.list.browsing.page?.after == "org_11")
  }

  @Test func `a delete takes no interest in a list where the row is not`() throws {
    var scenario = Scenario.showing(FakeServer(12))
    scenario.queueDelete(of: 11)
    scenario.list(.searchSubmitted("name:nobody"))
    scenario.answerPage([])
    scenario.passGrace()

    scenario.answerDelete()

    #expect(
      scenario.open.filter(\.isPage).compactMap(\.pageQuestion).map(\.source) == [.everything])
  }

  @Test func `an updated organization has a fresh row`() {
    var scenario = Scenario.showing(FakeServer(12))
    scenario.saveName("Renamed", of: 11)

    #expect(scenario.console.list.rows[1].organization.name == "Renamed")
    #expect(scenario.rows == [12, 11, 10])
    #expect(scenario.selected == 12)
  }

  @Test func `a page read before an update does not take the row back in time`() throws {
    let server = FakeServer(12)
    var scenario = Scenario.showing(server)
    scenario.list(.refreshWanted)
    let slow = try #require(scenario.pageQuestion)

    scenario.saveName("Renamed", of: 11)
    let answer = server.page(try #require(slow.pageQuestion))
    scenario.list(
      .pageArrived(try #require(slow.requestID), .success(answer.dated(Scenario.start - 60))))

    #expect(scenario.console.list.rows[1].organization.name == "Renamed")
  }

  @Test func `a detail read before an update does not take it back in time`() throws {
    var scenario = Scenario.showing(FakeServer(12))
    scenario.detail(.opened(.number(11)))
    let slow = try #require(scenario.readQuestion)
    scenario.close(slow)

    scenario.saveName("Renamed", of: 11)
    let old = Organization.numbered(11).with { $0.updatedAt = Scenario.start - 60 }
    scenario.send(.organizationRead(try #require(slow.requestID), .success(old)))

    #expect(scenario.console.detail.organization?.name == "Renamed")
    #expect(scenario.console.list.rows[1].organization.name == "Renamed")
  }

  @Test func `a created organization is on top of the page and selected`() {
    var scenario = secondPage(of: FakeServer(12))

    scenario.create(13, named: "New")

    #expect(scenario.rows == [13, 9, 8, 7])
    #expect(scenario.selected == 13)
    #expect(scenario.console.list.browsing.created == [.number(13)])
  }

  @Test func `a created organization goes where the server lists it at the next reading`() {
    var server = FakeServer(12)
    var scenario = secondPage(of: server)
    scenario.create(13, named: "New")
    server.create(13)

    scenario.list(.refreshWanted)
    scenario.answerPage(from: server)

    #expect(scenario.rows == [9, 8, 7])
    #expect(scenario.selected == 9)
  }

  @Test func `a created organization does not count as movement`() {
    var server = FakeServer(12)
    var scenario = Scenario.showing(server)
    scenario.create(13, named: "New")
    server.create(13)

    scenario.list(.refreshWanted)
    scenario.answerPage(from: server)

    #expect(scenario.notice == .created(name: "New"))
    #expect(scenario.rows == [13, 12, 11])
    #expect(scenario.selected == 13)
  }

  @Test func `creating takes the filter away, so that the new row is seen`() {
    var scenario = Scenario.showing(FakeServer(12))
    scenario.list(.filterChanged("customer 11"))

    scenario.create(13, named: "New")

    #expect(!scenario.console.list.isFiltered)
    #expect(scenario.selected == 13)
  }

  @Test func `creating before the first page has come shows the new organization`() {
    var scenario = Scenario()
    scenario.send(.started)
    scenario.failPage()

    scenario.create(13, named: "New")

    #expect(scenario.rows == [13])
    #expect(scenario.selected == 13)
  }

  private func secondPage(of server: FakeServer) -> Scenario {
    var scenario = Scenario.showing(server, deleteGrace: 0)
    scenario.answerPage(from: server)
    scenario.list(.nextPageWanted)
    scenario.answerPage(from: server)
    return scenario
  }
}

extension Page<ListedOrganization> {
  fileprivate func dated(_ date: Date) -> Page {
    Page(
      items: items.map { ListedOrganization($0.organization.with { $0.updatedAt = date }) },
      before: before, after: after)
  }
}
