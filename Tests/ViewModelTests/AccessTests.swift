import Storms
import Testing
import ViewModel
import WorkOS

/// Whether the server takes the key, and what a session may do.
@Suite(.timeLimit(.minutes(20)))
struct AccessTests {
  @Test func `a key refused with the first answer was refused at the start`() {
    var scenario = Scenario()
    scenario.send(.started)

    scenario.failPage(.status(401))

    #expect(scenario.console.access == .refused(.status(401), atStart: true))
  }

  @Test func `a key refused later was refused during the session`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.list(.refreshWanted)

    scenario.failPage(.status(401))

    #expect(scenario.console.access == .refused(.status(401), atStart: false))
    #expect(scenario.rows == [3, 2, 1])
  }

  @Test func `a network failure says nothing about the key`() {
    var scenario = Scenario()
    scenario.send(.started)

    scenario.failPage(.timedOut)

    #expect(scenario.console.access == .untried)
  }

  @Test func `a key that is taken again is granted again`() {
    let server = FakeServer(3)
    var scenario = Scenario.showing(server)
    scenario.list(.refreshWanted)
    scenario.failPage(.status(401))

    scenario.list(.refreshWanted)
    scenario.answerPage(from: server)

    #expect(scenario.console.access == .granted)
  }

  @Test func `a key refused while saving loses nothing typed`() {
    var scenario = Scenario.editing(.numbered(1))
    scenario.editor(.textChanged(.name, "New name"))
    scenario.send(unchanged: .numbered(1))

    scenario.failSave(.status(401))

    #expect(scenario.console.access.isRefused)
    #expect(scenario.session?.draft.name == "New name")
  }
}
