import Foundation
import Storms
import Testing
import WorkOS

@testable import ViewModel

/// With `--read-only`, nothing but GET.
@Suite(.timeLimit(.minutes(20)))
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

  @Test func `a write that came past every other rule is not carried out`() throws {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.submit()
    let check = try #require(scenario.session?.pending)
    // No way leads there; so it is put there.
    var readOnly = Console(
      workplace: Workplace(kind: .test, host: "api.workos.com", isReadOnly: true),
      idempotencyKeys: IdempotencyKeys(session: UUID()))
    readOnly.editor = scenario.console.editor
    var writing = scenario.console

    let answer = Event.organizationRead(check.id, .success(acme))
    let (held, sent) = (
      readOnly.update(answer, at: scenario.now), writing.update(answer, at: scenario.now)
    )

    #expect(sent.count { $0.isWrite } == 1, "elsewhere it is sent")
    #expect(held.count { $0.isWrite } == 0)
  }
}
