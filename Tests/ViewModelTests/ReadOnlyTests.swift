import Storms
import Testing
import ViewModel
import WorkOS

/// With `--read-only`, nothing but GET.
struct ReadOnlyTests {
  @Test func `reading goes on as ever`() {
    let server = FakeServer(7)
    var scenario = Scenario.showing(server, isReadOnly: true)

    scenario.list(.nextPageWanted)
    scenario.answerPage(from: server)

    #expect(scenario.rows == [4, 3, 2])
  }

  @Test func `no form is opened`() {
    var scenario = Scenario.showing(FakeServer(3), isReadOnly: true)

    scenario.editor(.opened(.number(3)))
    scenario.editor(.creationOpened)

    #expect(scenario.session == nil)
    #expect(scenario.notice == .readOnly)
  }

  @Test func `no delete is asked about`() {
    var scenario = Scenario.showing(FakeServer(3), isReadOnly: true)

    scenario.deletion(.asked(.number(3)))
    scenario.deletion(.confirmed)

    #expect(scenario.console.deletions.dialog == nil)
    #expect(scenario.console.deletions.underway == [])
    #expect(scenario.notice == .readOnly)
  }
}
