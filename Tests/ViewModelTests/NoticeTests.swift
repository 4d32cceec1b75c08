import Foundation
import Testing
import ViewModel
import WorkOS

/// How long news stays in the status line.
struct NoticeTests {
  @Test func `news stays for three seconds, however fast the keys come`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.send(.noticed(.copied(what: "id")))

    scenario.advance(2.9)
    scenario.send(.keyPressed)

    #expect(scenario.notice == .copied(what: "id"))
  }

  @Test func `old news goes with the next key`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.send(.noticed(.copied(what: "id")))

    scenario.advance(3)
    scenario.send(.keyPressed)

    #expect(scenario.notice == nil)
  }

  @Test func `news does not go by time alone`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.send(.noticed(.copied(what: "id")))

    scenario.wait(600)

    #expect(scenario.notice == .copied(what: "id"))
  }

  @Test func `newer news takes the place of older`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.send(.noticed(.copied(what: "id")))

    scenario.list(.previousPageWanted)

    #expect(scenario.notice == .firstPage)
  }
}
