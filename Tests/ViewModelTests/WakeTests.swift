import Foundation
import Storms
import Testing
import ViewModel
import WorkOS

/// When the console has to be woken though nothing happens.
@Suite(.timeLimit(.minutes(20)))
struct WakeTests {
  @Test func `a console at rest sleeps until its list is five minutes old`() {
    let scenario = Scenario.showing(FakeServer(3))

    #expect(wake(scenario) == 300)
  }

  @Test func `a console at rest is woken ever less often`() {
    var scenario = Scenario.showing(FakeServer(3))

    scenario.advance(300)
    let second = wake(scenario)
    scenario.advance(1500)
    let fifth = wake(scenario)
    scenario.advance(1800)
    let hourly = wake(scenario)

    #expect([second, fifth, hourly] == [300, 900, 3600])
  }

  @Test func `after a day nothing wakes it any more`() {
    var scenario = Scenario.showing(FakeServer(3))

    scenario.advance(24 * 3600)

    #expect(wake(scenario) == nil)
  }

  @Test func `before anything was read there is nothing to wake for`() {
    let scenario = Scenario()

    #expect(wake(scenario) == nil)
  }

  @Test func `a queued delete is counted down by the second`() {
    var scenario = Scenario.showing(FakeServer(3))

    scenario.queueDelete(of: 2)

    #expect(wake(scenario) == 1)
  }

  @Test func `a delete wakes the console at its deadline`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)

    scenario.advance(4.5)

    #expect(wake(scenario) == 0.5)
  }

  @Test func `waiting for a page is counted by the second`() {
    var scenario = Scenario.showing(FakeServer(3))

    scenario.list(.refreshWanted)

    #expect(wake(scenario) == 1)
  }

  @Test func `waiting for a detail is counted by the second`() {
    var scenario = Scenario.showing(FakeServer(3))

    scenario.detail(.opened(.number(2)))

    // Before a second is over, what is asked for the overview is due.
    #expect(wake(scenario).map { $0 > 0.69 && $0 < 0.71 } == true)
    _ = scenario.wait(0.8)
    #expect(wake(scenario) == 1)
  }

  @Test func `waiting for a save is counted by the second`() {
    var scenario = Scenario.editing(.numbered(1))
    scenario.editor(.textChanged(.name, "New name"))

    scenario.send(unchanged: .numbered(1))

    #expect(wake(scenario) == 1)
  }

  @Test func `reading ahead, which nobody sees, wakes nobody`() {
    let scenario = Scenario.showing(FakeServer(12))

    #expect(scenario.pageQuestion != nil)
    #expect(wake(scenario) == 300)
  }

  @Test func `the age of an open organization is told by its own reading`() {
    var scenario = Scenario.showing(FakeServer(1))
    scenario.wait(200)
    scenario.detail(.opened(.number(1)))
    scenario.answerRead(.numbered(1))
    scenario.wait(101)

    #expect(wake(scenario) == 199)
  }

  private func wake(_ scenario: Scenario) -> TimeInterval? {
    scenario.console.nextWake(after: scenario.now).map { $0.timeIntervalSince(scenario.now) }
  }
}
