import Storms
import Testing
import ViewModel
import WorkOS

/// What can still be done once the server takes the key no longer.
@Suite(.timeLimit(.minutes(20)))
struct RefusedKeyTests {
  @Test func `a refresh that fails says why`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.list(.refreshWanted)

    scenario.failPage(.timedOut)

    #expect(scenario.notice == .readFailed(.timedOut))
    #expect(scenario.rows == [3, 2, 1])
  }

  @Test func `no form is opened`() {
    var scenario = refused()

    scenario.editor(.creationOpened)
    let afterCreation = scenario.notice
    scenario.editor(.opened(.number(2)))

    #expect(scenario.session == nil)
    #expect(afterCreation == .keyRefused)
    #expect(scenario.notice == .keyRefused)
  }

  @Test func `nothing is deleted`() {
    var scenario = refused()

    scenario.queueDelete(of: 2)

    #expect(scenario.console.deletions.dialog == nil)
    #expect(scenario.console.deletions.underway == [])
    #expect(scenario.notice == .keyRefused)
  }

  @Test func `an open form keeps its draft and sends nothing`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.editor(.opened(.number(2)))
    scenario.editor(.textChanged(.name, "New"))
    scenario.list(.refreshWanted)
    scenario.failPage(.status(401))

    scenario.editor(.reviewWanted)
    let effects = scenario.editor(.submitted)

    #expect(effects == [])
    #expect(scenario.session?.draft.name == "New")
    #expect(scenario.notice == .keyRefused)
  }

  @Test func `a key that is taken again writes again`() {
    let server = FakeServer(3)
    var scenario = refused()
    scenario.list(.refreshWanted)
    scenario.answerPage(from: server)

    scenario.editor(.opened(.number(2)))

    #expect(scenario.session != nil)
  }

  @Test func `an organization that is being deleted is neither edited nor deleted`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)

    scenario.editor(.opened(.number(2)))
    let afterEditing = scenario.notice
    scenario.deletion(.asked(.number(2)))

    #expect(afterEditing == .organizationLeaving(name: "Customer 2"))
    #expect(scenario.notice == .organizationLeaving(name: "Customer 2"))
  }

  @Test func `an organization that is gone is neither edited nor deleted`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.detail(.opened(.number(2)))
    scenario.failRead(.status(404))

    scenario.deletion(.asked(.number(2)))

    #expect(scenario.console.deletions.dialog == nil)
    #expect(scenario.notice == .organizationGoneAlready(name: "Customer 2"))
  }

  private func refused() -> Scenario {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.list(.refreshWanted)
    scenario.failPage(.status(401))
    return scenario
  }
}
