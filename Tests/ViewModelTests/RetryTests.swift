import Delivery
import Foundation
import Storms
import Testing
import ViewModel
import WorkOS

/// What the console knows of requests that wait to be sent again.
@Suite(.timeLimit(.minutes(20)))
struct RetryTests {
  @Test func `a planned retry is known until its answer`() throws {
    let server = FakeServer(3)
    var scenario = Scenario.showing(server)
    scenario.list(.refreshWanted)
    let request = try #require(scenario.pageQuestion?.request)

    scenario.planRetry(of: request)
    let waiting = scenario.console.retries.keys
    scenario.answerPage(from: server)

    #expect(Array(waiting) == [request])
    #expect(scenario.console.retries.isEmpty)
  }

  @Test func `while one waits the console wakes every second`() throws {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.list(.refreshWanted)
    scenario.planRetry(of: try #require(scenario.pageQuestion?.request))

    let wake = scenario.console.nextWake(after: scenario.now)

    #expect(wake == scenario.now + 1)
  }

  @Test func `stopping a load that waits keeps the reason in sight`() throws {
    var scenario = Scenario()
    scenario.send(.started)
    scenario.planRetry(of: try #require(scenario.pageQuestion?.request))

    scenario.list(.left)

    #expect(scenario.console.list.browsing.failure == .timedOut)
    #expect(scenario.notice == .loadStopped)
  }

  @Test func `Esc leaves a delete alone that is on its way`() {
    var scenario = deleting()

    let effects = scenario.list(.left)

    #expect(effects == [])
  }

  @Test func `not found after one delete means that it is gone, and not who was faster`() {
    var scenario = deleting()

    scenario.answerDelete(.failure(.status(404)))
    scenario.failRead(.status(404))

    #expect(scenario.notice == .deletionFoundDone(name: "Customer 2"))
  }

  @Test func `closing the detail stops its reading, and its wait`() throws {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.detail(.opened(.number(2)))
    let request = try #require(scenario.readQuestion?.request)
    scenario.planRetry(of: request)

    let effects = scenario.detail(.closed)

    #expect(effects == [.cancel(request)])
    #expect(scenario.console.retries.isEmpty)
  }

  private func deleting() -> Scenario {
    var scenario = Scenario.showing(FakeServer(3), deleteGrace: 0)
    scenario.queueDelete(of: 2)
    scenario.answerCheck()
    return scenario
  }
}

extension Scenario {
  /// Has a request wait four seconds before it is sent again.
  mutating func planRetry(of request: RequestID, after error: WorkOSError = .timedOut) {
    send(.retryPlanned(RetryWait(request: request, tries: 1, until: now + 4, error: error)))
  }
}
