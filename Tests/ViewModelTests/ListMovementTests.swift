import Storms
import Testing
import ViewModel
import WorkOS

/// What other people's creates and deletes do to a list that is being read.
@Suite(.timeLimit(.minutes(20)))
struct ListMovementTests {
  @Test func `a refresh keeps the selection by id`() {
    var server = FakeServer(12)
    var scenario = Scenario.showing(server)
    scenario.list(.selected(.number(11)))
    server.create(13)

    scenario.list(.refreshWanted)
    scenario.answerPage(from: server)

    #expect(scenario.rows == [13, 12, 11])
    #expect(scenario.selected == 11)
  }

  @Test func `a refresh says how many organizations are new`() {
    var server = FakeServer(12)
    var scenario = Scenario.showing(server)
    server.create(13)

    scenario.list(.refreshWanted)
    scenario.answerPage(from: server)

    let movement = PageMovement(from: [Organization.ID.number(12)], to: [.number(13), .number(12)])
    #expect(scenario.notice == .listMoved(movement, since: Scenario.start))
    #expect(movement.added == 1)
  }

  @Test func `a refresh says how many organizations went`() {
    var server = FakeServer(12)
    var scenario = Scenario.showing(server)
    server.delete(11)

    scenario.list(.refreshWanted)
    scenario.answerPage(from: server)

    let movement = PageMovement(
      from: [Organization.ID.number(12), .number(11), .number(10)], to: [.number(12), .number(10)])
    #expect(scenario.notice == .listMoved(movement, since: Scenario.start))
    #expect(movement.gone == 1)
  }

  @Test func `a refresh that finds everything as it was says nothing`() {
    let server = FakeServer(12)
    var scenario = Scenario.showing(server)

    scenario.list(.refreshWanted)
    scenario.answerPage(from: server)

    #expect(scenario.notice == nil)
  }

  @Test func `when the selected organization went the row in its place is selected`() {
    var server = FakeServer(12)
    var scenario = Scenario.showing(server)
    scenario.list(.selected(.number(11)))
    server.delete(11)

    scenario.list(.refreshWanted)
    scenario.answerPage(from: server)

    #expect(scenario.rows == [12, 10, 9])
    #expect(scenario.selected == 10)
  }

  @Test func `a delete by someone else between two pages hides no row`() {
    var server = FakeServer(7)
    var scenario = Scenario.showing(server)
    server.delete(6)

    scenario.answerPage(from: server)
    scenario.list(.nextPageWanted)

    #expect(scenario.rows == [4, 3, 2])
  }

  @Test func `a delete by someone else of the very row a page ends with hides no row`() {
    var server = FakeServer(7)
    var scenario = Scenario.showing(server)
    server.delete(5)

    scenario.answerPage(from: server)
    scenario.list(.nextPageWanted)

    #expect(scenario.rows == [4, 3, 2])
  }

  @Test func `a create by someone else between two pages repeats no row`() {
    var server = FakeServer(7)
    var scenario = Scenario.showing(server)
    server.create(8)

    scenario.answerPage(from: server)
    scenario.list(.nextPageWanted)

    #expect(scenario.rows == [4, 3, 2])
  }

  @Test func `a walk through creates and deletes shows every row that stays once`() {
    var server = FakeServer(12)
    var scenario = Scenario.showing(server)
    server.create(13)
    server.delete(11)
    scenario.answerPage(from: server)
    scenario.list(.nextPageWanted)
    server.delete(7)
    server.delete(5)
    scenario.answerPage(from: server)
    scenario.list(.nextPageWanted)
    server.create(14)
    scenario.answerPage(from: server)
    scenario.list(.nextPageWanted)

    #expect(scenario.pages == [[12, 11, 10], [9, 8, 7], [6, 4, 3], [2, 1]])
  }

  @Test(arguments: [
    ([3, 2, 1], [3, 2, 1], 0, 0),
    ([3, 2, 1], [4, 3, 2], 1, 0),
    ([4, 3, 2], [4, 2, 1], 0, 1),
    ([6, 5, 4], [3, 2, 1], 3, 3),
    ([], [2, 1], 2, 0),
    ([2, 1], [], 0, 2),
    ([3, 2, 1], [3, 2], 0, 0),
  ])
  func `movement counts what came and went before the last row both have`(
    old: [Int], new: [Int], added: Int, gone: Int
  ) {
    let movement = PageMovement(
      from: old.map(Organization.ID.number), to: new.map(Organization.ID.number))

    #expect(movement.added == added)
    #expect(movement.gone == gone)
  }
}
