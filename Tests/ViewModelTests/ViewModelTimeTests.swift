import Delivery
import Foundation
import Storms
import TestSupport
import Testing
import ViewModel
import WorkOS

/// What the view model does by the clock, and at its end.
@ConsoleActor
@Suite(.timeLimit(.minutes(20)))
struct ViewModelTimeTests {
  @Test func `at rest it sleeps until the list is five minutes old`() async throws {
    let stage = try Stage(StubTransport([.page(2, 1)]))
    stage.send(.started)
    await stage.untilIdle()

    await sleeping(stage, until: 300)

    #expect(stage.clock.dates == [Scenario.start + 300])
  }

  @Test func `a nearer moment takes the place of a later one`() async throws {
    let stage = try Stage(
      StubTransport([.page(2, 1), .organization(2, name: "Customer 2")]))
    stage.send(.started)
    await stage.untilIdle()
    await sleeping(stage, until: 300)

    stage.send(.deletion(.asked("org_2")))
    await stage.untilIdle()
    stage.clock.advance(1)
    stage.send(.deletion(.confirmed))
    await sleeping(stage, until: 2)

    #expect(stage.clock.dates == [Scenario.start + 2])
  }

  @Test func `a queued delete is sent when its time is up`() async throws {
    let read = StubTransport.Reply.organization(2, name: "Customer 2")
    let transport = StubTransport([.page(2, 1), read, read, .json("{}")])
    let stage = try Stage(transport, deleteGrace: 2)
    await queueDelete(on: stage)
    await sleeping(stage, until: 2)

    stage.clock.advance(2)
    stage.clock.ring()
    await stage.until { stage.console.deletions.underway.isEmpty }

    #expect(transport.requests.last?.method == .delete)
    #expect(stage.console.list.rows.map(\.id.number) == [1])
  }

  @Test func `an answer that comes as a delete falls due does not swallow it`() async throws {
    let transport = HeldTransport()
    let stage = try Stage(transport, deleteGrace: 2)
    stage.send(.started)
    _ = await transport.nextRequest()
    transport.answer(0, .page(2, 1))
    await stage.untilIdle()
    stage.send(.deletion(.asked("org_2")))
    _ = await transport.nextRequest()
    transport.answer(1, .organization(2, name: "Customer 2"))
    await stage.untilIdle()
    stage.clock.advance(1)
    stage.send(.deletion(.confirmed), .list(.refreshWanted))
    _ = await transport.nextRequest()

    stage.clock.advance(2)
    transport.answer(2, .page(2, 1, headers: ["x-ratelimit-remaining": "599"]))
    await stage.until { stage.console.rateLimit != nil }

    #expect(!stage.viewModel.isIdle)
    let check = await transport.nextRequest()
    #expect(check?.method == .get && check?.url.lastPathComponent == "org_2")
  }

  @Test func `once stopped it sends nothing more`() async throws {
    let transport = StubTransport([.page(2, 1), .organization(2, name: "Customer 2")])
    let stage = try Stage(transport)
    await queueDelete(on: stage)

    stage.viewModel.stop()
    stage.clock.advance(60)
    stage.send(.timePassed)

    #expect(stage.viewModel.isIdle)
    #expect(transport.requests.count == 2)
  }

  @Test func `once stopped a save that was given up is not looked into`() async throws {
    let transport = HeldTransport()
    let stage = try Stage(transport)
    stage.send(.started)
    _ = await transport.nextRequest()
    transport.answer(0, .page(1))
    await stage.untilIdle()
    stage.send(
      .editor(.opened("org_1")), .editor(.textChanged(.name, "New")), .editor(.reviewWanted),
      .editor(.submitted))
    _ = await transport.nextRequest()
    transport.answer(1, .organization(1, name: "Customer 1"))
    _ = await transport.nextRequest()

    stage.viewModel.stop()
    await stage.untilIdle()

    #expect(transport.requests.map(\.method) == [.get, .get, .put])
  }

  private func queueDelete(on stage: Stage) async {
    stage.send(.started)
    await stage.untilIdle()
    stage.send(.deletion(.asked("org_2")))
    await stage.untilIdle()
    stage.clock.advance(1)
    stage.send(.deletion(.confirmed))
  }

  /// Waits until it sleeps towards this many seconds after the start.
  private func sleeping(_ stage: Stage, until seconds: TimeInterval) async {
    while let date = await stage.clock.nextSleep(), date != Scenario.start + seconds {}
  }
}
