import Foundation
import Storms
import Testing
import ViewModel
import WorkOS

/// Time that passes while nobody can see it: a stop, a sleep of the machine.
struct UnseenTimeTests {
  @Test func `a delete that fell due while the program stood still waits anew`() {
    var scenario = queued()

    scenario.advance(11)
    let effects = scenario.send(.timePassed)

    #expect(effects == [])
    #expect(scenario.notice == .graceBegunAnew(.deletes(1)))
    #expect(scenario.console.deletions.nextDeadline == scenario.now + 5)
  }

  @Test func `a stop within the wait begins it anew, too`() {
    var scenario = queued()

    scenario.advance(3)
    scenario.send(.keyPressed)

    #expect(scenario.console.deletions.nextDeadline == scenario.now + 5)
  }

  @Test func `a delete that is counted down by the second is sent in time`() {
    var scenario = queued()

    scenario.wait(5)

    #expect(scenario.readQuestion != nil)
    #expect(scenario.notice == nil)
  }

  @Test func `where nothing counts down a stop is nothing to speak of`() {
    var scenario = Scenario.showing(FakeServer(3))

    scenario.advance(600)
    scenario.send(.timePassed)

    #expect(scenario.notice == nil)
  }

  private func queued() -> Scenario {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)
    scenario.answerRead(.numbered(2))
    return scenario
  }
}
