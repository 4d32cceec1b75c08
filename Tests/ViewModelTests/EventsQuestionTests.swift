import Foundation
import Storms
import Testing
import WorkOS

@testable import ViewModel

/// Of which organizations the same kinds of events are asked, in the same period.
struct EventsQuestionTests {
  @Test func `another organization begins with all kinds and the usual period`() {
    var visit = EventsVisit(amid: 3)
    visit.send(.kindsChosen("sign-ins"))
    visit.send(.periodChosen(.day))

    visit.scenario.detail(.closed)
    visit.open(2)

    #expect(visit.events.kinds == .all && visit.events.period == .week)
    #expect(visit.query("events") == EventKinds.all.names)
  }

  @Test func `the same organization is asked again what it was asked before`() {
    var visit = EventsVisit(amid: 3)
    visit.send(.kindsChosen("sign-ins"))

    visit.scenario.detail(.closed)
    visit.open(3)

    #expect(visit.events.kinds.id == "sign-ins")
  }

  @Test func `those that are gone through one by one are asked the same`() {
    var visit = EventsVisit(amid: 3)
    visit.send(.kindsChosen("sign-ins"))
    visit.send(.periodChosen(.day))

    visit.scenario.detail(.stepped(by: 1))
    visit.scenario.detail(.stepped(by: 1))

    #expect(visit.scenario.console.detail.organization?.id == .number(1))
    #expect(visit.events.kinds.id == "sign-ins" && visit.events.period == .day)
    #expect(visit.query("events")?.allSatisfy { $0.hasPrefix("authentication.") } == true)
  }

  @Test func `what is still read for an answer is given up where the next is stepped to`() throws {
    var visit = EventsVisit(amid: 3)
    try visit.answerAll([("event_1", -100)])
    visit.scenario.send(.tab(.shown(0)))
    let place = AnswerPlace(
      .number(3), EventsTab.name, row: "event_1", moment: Scenario.start - 100)
    visit.scenario.send(.answers(.placeWanted(place)))
    let asked = try #require(visit.scenario.open.last?.request)

    let effects = visit.scenario.detail(.stepped(by: 1))

    #expect(visit.events.kinds == .all)
    #expect(effects.contains(.cancel(asked)))
  }

  @Test func `who was named by events of all kinds is so by those of one, and not elsewhere`()
    throws
  {
    var visit = EventsVisit(amid: 2)
    let added =
      #""event":"organization_membership.created","data":{"id":"om_1","user_id":"user_1"}"#
    try visit.answer(telling: [
      added,
      #""event":"authentication.sso_succeeded","data":{"user_id":"user_1","email":"j@acme.com"}"#,
    ])
    while !visit.scenario.open.isEmpty { try visit.answer([]) }

    visit.send(.kindsChosen("members"))
    try visit.answer(telling: [added])
    #expect(visit.events.lines.map(\.subject) == ["j@acme.com"])
    #expect(visit.events.namedByIDCount == 0)
    visit.send(.periodChosen(.day))
    try visit.answer(telling: [added])
    #expect(visit.events.lines.map(\.subject) == ["j@acme.com"])

    visit.scenario.detail(.stepped(by: 1))
    try visit.answer(telling: [added])
    #expect(visit.events.lines.map(\.subject) == ["user_1"])
    #expect(visit.events.namedByIDCount == 1)
  }

  @Test func `a question ends with the first that was opened otherwise, seen there or not`() {
    var visit = EventsVisit(amid: 3)
    visit.send(.kindsChosen("sign-ins"))

    visit.scenario.detail(.closed)
    visit.scenario.detail(.opened(.number(2)))
    visit.scenario.detail(.stepped(by: 1))
    visit.showEvents()

    #expect(visit.scenario.console.detail.organization?.id == .number(1))
    #expect(visit.events.kinds == .all)
  }
}

extension EventsVisit {
  /// Opens the organization of this number, at its events.
  fileprivate mutating func open(_ number: Int) {
    scenario.detail(.opened(.number(number)))
    showEvents()
  }
}
