import Delivery
import Storms
import Testing
import ViewModel
import WorkOS

/// Esc while a save of several requests is under way: what is open is found out, and nothing more sent.
struct StoppedSaveTests {
  @Test func `the request that was stopped is found out about, and the next is not sent`() {
    var scenario = addingTwo()
    scenario.editor(.reviewLeft)
    scenario.answerDomain(.failure(.transport(.cancelled)))

    scenario.answerRead(acme.with { $0.domains = [.pending("one.example")] })

    #expect(scenario.effects.compactMap(\.addedDomain) == ["one.example"])
    #expect(scenario.session?.phase == .editing)
    #expect(scenario.session?.differences.map(\.field) == [.domain("two.example")])
    #expect(scenario.session?.faults.failure == nil)
    #expect(scenario.notice == .saveStopped(done: 1, of: 2))
  }

  @Test func `an answer that comes all the same is the last, too`() {
    var scenario = addingTwo()
    scenario.editor(.reviewLeft)

    scenario.answerDomain(.success(.pending("one.example")))

    #expect(scenario.effects.compactMap(\.addedDomain) == ["one.example"])
    #expect(scenario.session?.phase == .editing)
    #expect(scenario.session?.differences.map(\.field) == [.domain("two.example")])
  }

  @Test func `a refusal that comes after Esc is not sent again`() {
    var scenario = addingTwo(retryPolicy: RetryPolicy())
    scenario.editor(.reviewLeft)

    scenario.answerDomain(.failure(.status(429)))
    scenario.wait(60)

    #expect(scenario.effects.compactMap(\.addedDomain) == ["one.example"])
    #expect(scenario.session?.phase == .editing)
  }

  @Test func `Esc while it is found out stops the rest`() {
    var scenario = addingTwo()
    scenario.answerDomain(.failure(.timedOut))
    scenario.editor(.reviewLeft)

    scenario.answerRead(acme.with { $0.domains = [.pending("one.example")] })

    #expect(scenario.effects.compactMap(\.addedDomain) == ["one.example"])
    #expect(scenario.session?.phase == .editing)
  }

  @Test func `Esc before the second request says that it was not sent`() {
    var scenario = addingTwo()
    scenario.editor(.reviewLeft)
    scenario.answerDomain(.success(.pending("one.example")))

    #expect(scenario.notice == .saveStopped(done: 1, of: 2))
    #expect(scenario.session?.partlySaved == EditorSession.Progress(done: 1, total: 2))
  }

  @Test func `a save that was sent once says so where someone's change is asked about`() {
    var scenario = Scenario.editing(acme, retryPolicy: RetryPolicy())
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.send(unchanged: acme)
    scenario.failSave(.status(503))
    scenario.wait(10)

    scenario.answerRead(acme.with { $0.name = "Theirs" })

    #expect(scenario.session?.sentBefore?.tries == 1)
    #expect(scenario.session?.sentBefore?.failure == .status(503))
    #expect(scenario.session?.sentBefore?.isUnknown == true)
    #expect(
      scenario.session?.draft.saveUnderway == SaveUnderway(done: 0, total: 1, isSent: true),
      "whoever finds it after kill -9 is told, too")
  }

  private let acme = Organization.numbered(1, name: "Acme").with { $0.domains = [] }

  private func addingTwo(retryPolicy: RetryPolicy = .once) -> Scenario {
    var scenario = Scenario.editing(acme, retryPolicy: retryPolicy)
    scenario.add("one.example")
    scenario.add("two.example")
    scenario.submit()
    scenario.answerRead(acme)
    return scenario
  }
}
