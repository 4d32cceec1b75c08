import Delivery
import Foundation
import Storms
import Testing
import ViewModel
import WorkOS

/// A wait that nobody saw, or that a question covers, is no time to think.
@Suite(.timeLimit(.minutes(20)))
struct HeldWaitTests {
  private let tooMany = WorkOSError.rejected(
    WorkOSError.Rejection(status: 429, retryAfter: 3))

  @Test func `a stop in the wait of a repeated delete begins it anew`() {
    var scenario = refusedOnce()

    scenario.advance(10)
    scenario.send(.timePassed)

    #expect(scenario.notice == .graceBegunAnew(.deletes(1)))
    #expect(!scenario.open.contains { $0.isRead || $0.isDelete })
    scenario.deletion(.undone)
    #expect(scenario.notice == .deletionUndone(name: "Customer 2"))
  }

  @Test func `a stop neither shortens nor prolongs the wait that the server asked for`() {
    var scenario = confirmed()
    scenario.wait(2)
    scenario.answerCheck()
    let asked = scenario.now + 60
    scenario.answerDelete(
      .failure(.rejected(WorkOSError.Rejection(status: 429, retryAfter: 60))))

    scenario.advance(10)
    scenario.send(.timePassed)

    #expect(scenario.notice == nil)
    #expect(scenario.console.deletions.nextDeadline == asked)
  }

  @Test func `a stop while the organization is read before a delete begins the grace anew`() {
    var scenario = confirmed()
    scenario.wait(2)
    #expect(scenario.open.contains { $0.isRead })

    scenario.advance(10)
    scenario.send(.timePassed)

    #expect(scenario.notice == .graceBegunAnew(.deletes(1)))
    #expect(!scenario.open.contains { $0.isRead || $0.isDelete })
  }

  @Test func `whoever stays after a wait ran out below the question can still take it back`() {
    var scenario = refusedOnce()
    scenario.send(.quitWanted)
    scenario.wait(10)

    scenario.send(.quitAnswered(.stay))

    #expect(!scenario.open.contains { $0.isRead || $0.isDelete })
    scenario.deletion(.undone)
    #expect(scenario.notice == .deletionUndone(name: "Customer 2"))
  }

  @Test func `nothing is deleted below the question whether to quit`() {
    var scenario = confirmed()
    scenario.wait(2)
    scenario.send(.quitWanted)

    scenario.answerCheck()
    scenario.wait(10)

    #expect(!scenario.effects.contains { $0.isDelete })
    scenario.send(.quitAnswered(.finishFirst))
    scenario.answerCheck()
    #expect(scenario.effects.contains { $0.isDelete })
  }

  @Test func `a save that waits to be sent again waits anew after a stop`() {
    let acme = Organization.numbered(1, name: "Acme")
    var scenario = Scenario.editing(acme, retryPolicy: RetryPolicy())
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.send(unchanged: acme)
    scenario.failSave(tooMany)

    scenario.advance(10)
    scenario.send(.timePassed)

    #expect(!scenario.open.contains { $0.isRead || $0.update != nil })
    #expect(scenario.session?.wait != nil)
  }

  private func confirmed() -> Scenario {
    var scenario = Scenario.showing(FakeServer(3), deleteGrace: 2, retryPolicy: RetryPolicy())
    scenario.deletion(.asked(Organization.numbered(2).id))
    if let asked = scenario.console.deletions.dialog?.organization { scenario.answerRead(asked) }
    scenario.deletion(.confirmed)
    return scenario
  }

  private func refusedOnce() -> Scenario {
    var scenario = confirmed()
    scenario.wait(2)
    scenario.answerCheck()
    scenario.answerDelete(.failure(tooMany))
    return scenario
  }
}
