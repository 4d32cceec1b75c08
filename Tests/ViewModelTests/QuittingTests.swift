import Storms
import Testing
import ViewModel
import WorkOS

/// Leaving the program with something unfinished.
@Suite(.timeLimit(.minutes(20)))
struct QuittingTests {
  @Test func `with nothing under way quitting is done at once`() {
    var scenario = Scenario.showing(FakeServer(3))

    scenario.send(.quitWanted)

    #expect(scenario.console.quitting == .done)
  }

  @Test func `a page being read does not hold quitting up`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.list(.refreshWanted)

    scenario.send(.quitWanted)

    #expect(scenario.console.quitting == .done)
  }

  @Test func `quitting with a delete queued asks first`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)

    let effects = scenario.send(.quitWanted)

    #expect(scenario.console.quitting == .asking)
    #expect(effects == [])
  }

  @Test func `quitting with a draft asks first`() {
    var scenario = Scenario.editing(.numbered(1))
    scenario.editor(.textChanged(.name, "Draft"))
    scenario.editor(.left)

    scenario.send(.quitWanted)

    #expect(scenario.console.quitting == .asking)
  }

  @Test func `staying leaves the delete queued`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)
    scenario.send(.quitWanted)

    scenario.send(.quitAnswered(.stay))

    #expect(scenario.console.quitting == .no)
    #expect(scenario.console.deletions.revocable.count == 1)
  }

  @Test func `no delete is sent while the question about it is open`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)
    scenario.answerRead(.numbered(2))
    scenario.send(.quitWanted)

    let meanwhile = scenario.wait(60)
    scenario.send(.quitAnswered(.stay))
    let afterwards = scenario.wait(4.9)
    let inTime = scenario.wait(0.1)

    #expect(meanwhile == [] && afterwards == [])
    #expect(inTime.map(\.isRead) == [true], "the reading before the delete")
  }

  @Test func `finishing sends every queued delete and waits for the answers`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)
    scenario.queueDelete(of: 3)
    scenario.send(.quitWanted)

    scenario.send(.quitAnswered(.finishFirst))
    let sent = [scenario.answerCheck(), scenario.answerCheck()].joined()
    scenario.answerDelete()
    let halfway = scenario.console.quitting
    scenario.answerDelete()

    #expect(sent.compactMap(\.deleted) == [.number(2), .number(3)])
    #expect(halfway == .finishing)
    #expect(scenario.console.quitting == .done)
  }

  @Test func `finishing waits until a lost answer was looked into`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)
    scenario.send(.quitWanted)
    scenario.send(.quitAnswered(.finishFirst))
    scenario.answerCheck()
    scenario.answerDelete(.failure(.timedOut))
    let before = scenario.console.quitting

    scenario.failRead(.status(404))

    #expect(before == .finishing)
    #expect(scenario.console.quitting == .done)
  }

  @Test func `abandoning takes the queued deletes back`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)
    scenario.send(.quitWanted)

    let effects = scenario.send(.quitAnswered(.abandon))

    #expect(effects == [])
    #expect(scenario.console.quitting == .done)
    #expect(scenario.console.deletions.revocable == [])
  }

  @Test func `quitting while saving asks, and finishing waits for the answer`() {
    var scenario = saving()
    scenario.send(.quitWanted)
    let asking = scenario.console.quitting

    scenario.send(.quitAnswered(.finishFirst))
    let waiting = scenario.console.quitting
    scenario.answerSave(.numbered(1, name: "New name"))

    #expect(asking == .asking)
    #expect(waiting == .finishing)
    #expect(scenario.console.quitting == .done)
  }

  @Test func `a save that is refused while quitting keeps the console open`() {
    var scenario = saving()
    scenario.send(.quitWanted)
    scenario.send(.quitAnswered(.finishFirst))

    scenario.failSave(.status(422))

    #expect(scenario.console.quitting == .no)
    #expect(scenario.session?.draft.name == "New name")
    #expect(scenario.session?.faults.failure == .status(422))
  }

  @Test func `a delete that is refused while quitting keeps the console open`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)
    scenario.send(.quitWanted)
    scenario.send(.quitAnswered(.finishFirst))
    scenario.answerCheck()

    scenario.answerDelete(.failure(.status(403)))

    #expect(scenario.console.quitting == .no)
    #expect(scenario.notice == .deletionFailed(name: "Customer 2", .status(403)))
  }

  @Test func `a delete that someone's change stops while quitting keeps the console open`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)
    scenario.send(.quitWanted)
    scenario.send(.quitAnswered(.finishFirst))

    scenario.answerRead(.numbered(2, name: "Important"))

    #expect(scenario.console.quitting == .no)
    #expect(scenario.notice == .deletionOutdated(name: "Customer 2"))
  }

  @Test func `finishing sees a save through from the reading that comes before it`() {
    var scenario = Scenario.editing(.numbered(1))
    scenario.editor(.textChanged(.name, "New name"))
    scenario.submit()
    scenario.send(.quitWanted)

    scenario.send(.quitAnswered(.finishFirst))
    let waiting = scenario.console.quitting
    scenario.answerRead(.numbered(1))
    scenario.answerSave(.numbered(1, name: "New name"))

    #expect(waiting == .finishing)
    #expect(scenario.console.quitting == .done)
  }

  @Test func `a conflict found while quitting keeps the console open`() {
    var scenario = Scenario.editing(.numbered(1))
    scenario.editor(.textChanged(.name, "Mine"))
    scenario.submit()
    scenario.send(.quitWanted)
    scenario.send(.quitAnswered(.finishFirst))

    scenario.answerRead(.numbered(1, name: "Theirs"))

    #expect(scenario.console.quitting == .no)
  }

  private func saving() -> Scenario {
    var scenario = Scenario.editing(.numbered(1))
    scenario.editor(.textChanged(.name, "New name"))
    scenario.send(unchanged: .numbered(1))
    return scenario
  }
}
