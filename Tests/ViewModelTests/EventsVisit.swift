import Foundation
import JSON
import Storms
import Testing
import WorkOS

@testable import ViewModel

/// A scenario with the events of one organization on screen.
struct EventsVisit {
  var scenario: Scenario

  /// - Parameter members: those that are loaded; nil: the tab of members was not open.
  init(afterMembers members: [TabRow]? = nil) {
    self.init(members.map { TabVisit(MembersTab(), $0).scenario } ?? Self.opened(1))
  }

  /// - Parameter organizations: how many there are, of which the first of the list is open.
  init(amid organizations: Int) { self.init(Self.opened(organizations)) }

  private init(_ scenario: Scenario) {
    self.scenario = scenario
    showEvents()
  }

  private static func opened(_ number: Int) -> Scenario {
    var scenario = Scenario.showing(FakeServer(number))
    scenario.detail(.opened(.number(number)))
    scenario.answerRead(.numbered(number))
    return scenario
  }

  mutating func showEvents() {
    let index = Tabs.all.firstIndex { $0.id == EventsTab.name } ?? -1
    scenario.send(.tab(.shown(index + 1)))
  }

  var events: OrganizationEvents { scenario.console.events }
  var titles: [String] { events.lines.map(\.title) }
  var ids: [String] { events.lines.map(\.id) }

  func query(_ name: String) -> [String]? {
    scenario.open.last?.question?.request.target.parameters.first { $0.name == name }?.values
  }

  mutating func send(_ event: EventsEvent) { scenario.send(.events(event)) }

  /// Answers with events, each by its id and the seconds since now.
  mutating func answer(_ all: [(String, TimeInterval)], after: String? = nil) throws {
    answer(
      Page(
        items: all.map { id, seconds in
          Received(
            OrganizationEvent(
              id: id, kind: "organization.updated", createdAt: Scenario.start + seconds),
            json: RawJSON("{}"))
        }, after: after))
  }

  /// Answers each window of the last week, the newest with these.
  mutating func answerAll(_ all: [(String, TimeInterval)]) throws {
    try answer(all)
    while !scenario.open.isEmpty { try answer([]) }
  }

  /// Answers with events of these members, each told a second before the one before.
  mutating func answer(telling events: [String]) throws {
    let items = try events.enumerated().map { number, members in
      let time = (Scenario.start - Double(number)).ISO8601Format()
      let json = RawJSON(#"{"id":"event_\#(number)","created_at":"\#(time)",\#(members)}"#)
      let event = try JSONDecoder().decode(OrganizationEvent.self, from: json.bytes)
      return Received(event, json: json)
    }
    answer(Page(items: items))
  }

  mutating func answer(_ page: Page<Received<OrganizationEvent>>) { end(.success(page)) }

  mutating func fail(_ error: WorkOSError) { end(.failure(error)) }

  private mutating func end(_ result: Result<Page<Received<OrganizationEvent>>, WorkOSError>) {
    guard let effect = scenario.open.last, let id = effect.request else {
      Issue.record("nothing is asked")
      return
    }
    scenario.close(effect)
    scenario.send(.events(.pageArrived(id, result)))
  }
}
