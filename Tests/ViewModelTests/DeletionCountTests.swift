import Delivery
import Foundation
import JSON
import Storms
import Testing
import WorkOS

@testable import ViewModel

/// What goes with an organization, counted while its delete dialog is open.
struct DeletionCountTests {
  @Test func `the dialog is there at once, and counts come in beside it`() {
    var scenario = Scenario.showing(FakeServer(1))

    scenario.deletion(.asked(.number(1)))
    #expect(scenario.console.deletions.dialog != nil)
    scenario.count(.members, .success(.init(212, isComplete: false)))
    scenario.count(.connections, .failure(.status(403)))

    let counts = scenario.console.deletions.counts?.counts
    #expect(counts?[.members] == .known(.init(212, isComplete: false)))
    #expect(counts?[.connections] == .unknown)
    guard case .counting = counts?[.directories] else {
      Issue.record("it is not counted")
      return
    }
  }

  @Test func `what the tabs have read is not asked for`() {
    var scenario = Scenario.showing(FakeServer(1))
    scenario.readMembers()

    scenario.deletion(.asked(.number(1)))

    #expect(scenario.console.deletions.counts?.counts[.members] == .known(.init(0)))
    #expect(scenario.countsAsked == ["/connections", "/directories"])
  }

  @Test(arguments: [true, false])
  func `what goes with it is counted again before it goes, and is what was agreed to`(
    isStill: Bool
  ) {
    var scenario = Scenario.showing(FakeServer(1))
    scenario.deletion(.asked(.number(1)))
    scenario.count(.members, .success(.init(0)))
    scenario.count(.directories, .success(.init(1)))
    scenario.deletion(.confirmed)
    scenario.answerRead(.numbered(1))
    scenario.wait(5)
    scenario.answerRead(.numbered(1))
    #expect(scenario.effects.filter(\.isDelete) == [])
    #expect(scenario.console.deletions.underway.first?.recounts.count == 2)

    scenario.recount(.directories, .success(.init(1)))
    scenario.recount(.members, .success(.init(isStill ? 0 : 1)))

    #expect(scenario.effects.filter(\.isDelete).count == (isStill ? 1 : 0))
    #expect(
      scenario.notice
        == (isStill
          ? nil : .deletionMiscounted(name: "Customer 1", .members, was: .init(0), is: .init(1))))
  }

  @Test func `what a tab told too early is asked of the server the next time`() {
    var scenario = Scenario.showing(FakeServer(1))
    scenario.readMembers()
    scenario.deletion(.asked(.number(1)))
    scenario.deletion(.confirmed)
    scenario.answerRead(.numbered(1))
    scenario.wait(5)
    scenario.answerRead(.numbered(1))
    scenario.recount(.members, .success(.init(3)))
    #expect(
      scenario.notice
        == .deletionMiscounted(name: "Customer 1", .members, was: .init(0), is: .init(3)))

    scenario.deletion(.asked(.number(1)))

    guard case .counting? = scenario.console.deletions.counts?.counts[.members] else {
      Issue.record("the tab is believed once more")
      return
    }
    scenario.count(.members, .success(.init(3)))
    scenario.deletion(.confirmed)
    scenario.answerRead(.numbered(1))
    scenario.wait(5)
    scenario.answerRead(.numbered(1))
    scenario.recount(.members, .success(.init(3)))
    #expect(scenario.effects.filter(\.isDelete).count == 1)
  }

  @Test func `what cannot be counted again is told as that, and is no longer taken from the tab`() {
    var scenario = Scenario.showing(FakeServer(1))
    scenario.readMembers()
    scenario.deletion(.asked(.number(1)))
    scenario.deletion(.confirmed)
    scenario.answerRead(.numbered(1))
    scenario.wait(5)
    scenario.answerRead(.numbered(1))

    scenario.recount(.members, .failure(.status(403)))

    #expect(
      scenario.notice == .deletionUncounted(name: "Customer 1", .members, .status(403)))
    #expect(scenario.effects.filter(\.isDelete).isEmpty)
    scenario.deletion(.asked(.number(1)))
    scenario.count(.members, .failure(.status(403)))
    scenario.deletion(.confirmed)
    scenario.answerRead(.numbered(1))
    scenario.wait(5)
    scenario.answerRead(.numbered(1))
    #expect(scenario.effects.filter(\.isDelete).count == 1)
  }

  @Test func `what is fewer after a delete without an answer may be going, and nothing is claimed`()
  {
    var scenario = Scenario.showing(FakeServer(1), retryPolicy: RetryPolicy())
    scenario.deletion(.asked(.number(1)))
    scenario.count(.members, .success(.init(4)))
    scenario.deletion(.confirmed)
    scenario.answerRead(.numbered(1))
    scenario.wait(5)
    scenario.answerRead(.numbered(1))
    scenario.recount(.members, .success(.init(4)))
    scenario.answerDelete(.failure(.status(502)))
    scenario.wait(60)
    scenario.answerRead(.numbered(1))

    scenario.recount(.members, .success(.init(2)))

    #expect(scenario.notice == .deletionNotRepeated(name: "Customer 1"))
    #expect(scenario.effects.filter(\.isDelete).count == 1, "it is not sent again")
  }

  @Test func `a counting that waits to be asked again says so, and can be stopped`() throws {
    var scenario = Scenario.showing(FakeServer(1))
    scenario.deletion(.asked(.number(1)))
    for holding in Holding.allCases { scenario.count(holding, .success(.init(0))) }
    scenario.deletion(.confirmed)
    scenario.answerRead(.numbered(1))
    scenario.wait(5)
    scenario.answerRead(.numbered(1))
    let first = try #require(scenario.console.deletions.underway.first?.recounts[.members])

    scenario.send(
      .retryPlanned(
        RetryWait(
          request: first.id, tries: 1, until: scenario.now.addingTimeInterval(2),
          error: .status(502))))
    scenario.list(.left)

    #expect(scenario.notice == .deletionFailed(name: "Customer 1", .status(502)))
    #expect(scenario.console.deletions.underway.isEmpty)
  }

  @Test func `a page of a hundred stands for as many as the tab has read`() {
    #expect(Holding.Count(100, isComplete: false).isStill(.init(10_000)))
    #expect(Holding.Count(100, isComplete: false).isStill(.init(200, isComplete: false)))
    #expect(!Holding.Count(100, isComplete: false).isStill(.init(99)))
    #expect(!Holding.Count(99).isStill(.init(100, isComplete: false)))
    #expect(Holding.Count(3).isStill(.init(3)) && !Holding.Count(3).isStill(.init(2)))
  }

  @Test func `closing the dialog gives up what is counted`() {
    var scenario = Scenario.showing(FakeServer(1))
    scenario.deletion(.asked(.number(1)))

    scenario.deletion(.cancelled)

    #expect(scenario.console.deletions.counts == nil)
    #expect(scenario.countsAsked.isEmpty)
  }
}

extension Scenario {
  /// The tab of members was looked at, and has none.
  fileprivate mutating func readMembers() {
    detail(.opened(.number(1)))
    answerRead(.numbered(1))
    send(.tab(.shown(2)))
    guard let question = open.last, let id = question.request else { return }
    close(question)
    send(.tab(.answered(id, .success(.page(Page(items: []))))))
  }

  /// The paths of what is being counted.
  fileprivate var countsAsked: [String] {
    let paths = open.compactMap { $0.question?.request.path.split(separator: "?").first }
    return paths.map(String.init).filter { path in
      Holding.allCases.contains { path.hasSuffix($0.rawValue) }
        || path.hasSuffix("organization_memberships")
    }.sorted()
  }

  fileprivate mutating func recount(
    _ holding: Holding, _ result: Result<Holding.Count, WorkOSError>
  ) {
    guard let pending = console.deletions.underway.first?.recounts[holding] else {
      Issue.record("it is not counted again")
      return
    }
    send(.deletion(.counted(pending.id, result)))
  }

  fileprivate mutating func count(
    _ holding: Holding, _ result: Result<Holding.Count, WorkOSError>
  ) {
    guard case .counting(let pending)? = console.deletions.counts?.counts[holding] else {
      Issue.record("it is not counted")
      return
    }
    send(.deletion(.counted(pending.id, result)))
  }
}
