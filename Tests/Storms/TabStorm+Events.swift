import Delivery
import Foundation
import JSON
import ViewModel
import WorkOS

/// What happens in the tab of events, what a server and a journal tell there, and what always holds.
extension TabStorm {
  var isAtEvents: Bool { console.tabs.current?.id == EventsTab.name }

  mutating func anythingDoneToEvents() -> Event {
    let events: [EventsEvent] = [
      .selectionMoved(by: Int.random(in: -5...5, using: &chance)),
      .lineWanted(Int.random(in: -1...60, using: &chance)), .lastLineWanted,
      .filterChanged(["", "member", "x", "here"].randomElement(using: &chance) ?? ""),
      .periodChosen(EventPeriod.allCases.randomElement(using: &chance) ?? .week),
      .kindsChosen(EventKinds.offered.randomElement(using: &chance)?.id ?? ""),
      .refreshWanted, .followToggled, .followToggled, .stopped,
    ]
    return events.randomElement(using: &chance).map(Event.events) ?? .timePassed
  }

  /// A page of events, some of them told before and in no order, or why there is none.
  mutating func eventPage(_ id: RequestID) -> Event {
    if Int.random(in: 0..<6, using: &chance) == 0 {
      let errors: [WorkOSError] = [.status(400), .status(403), .status(429), .status(500)]
      return .events(
        .pageArrived(id, .failure(errors.randomElement(using: &chance) ?? .timedOut)))
    }
    let items = (0..<Int.random(in: 0...6, using: &chance)).compactMap { _ in anyEvent() }
    // Sometimes a cursor that was there before.
    let after =
      Bool.random(using: &chance) ? nil : "event_\(Int.random(in: 0..<200, using: &chance))"
    return .events(.pageArrived(id, .success(Page(items: items, after: after))))
  }

  private mutating func anyEvent() -> Received<OrganizationEvent>? {
    let number = Int.random(in: 0..<400, using: &chance)
    let kind =
      ["organization_membership.created", "dsync.user.updated", "authentication.sso_failed", "x"]
      .randomElement(using: &chance) ?? ""
    let time = now.addingTimeInterval(-Double(number) * 7000).ISO8601Format()
    let json = RawJSON(
      #"{"id":"event_\#(number)","event":"\#(kind)","created_at":"\#(time)","data":{"id":"x"}}"#)
    return (try? JSONDecoder().decode(OrganizationEvent.self, from: json.bytes)).map {
      Received($0, json: json)
    }
  }

  /// The journal, with some writes to the open organization.
  mutating func journalPage() -> Event {
    let author = JournalAuthor(
      user: "sam", host: "api.workos.com", environment: "test", keyEnding: "k3y9")
    let entries = (0..<Int.random(in: 0...5, using: &chance)).map { number in
      JournalEntry(
        id: UUID(uuid: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, UInt8(number))),
        time: now.addingTimeInterval(-Double(number) * 50_000),
        intent: JournalIntent(
          action: .update, author: author,
          organizationID: console.detail.organization?.id.rawValue ?? "org_other",
          name: "Customer", before: nil, change: nil),
        outcome: nil)
    }
    return .journal(.read(.success(entries)))
  }

  mutating func checkEvents(_ asked: Set<RequestID>) {
    let events = console.events
    let times = events.lines.map(\.time)
    rule("an event is told once", Set(events.lines.map(\.id)).count == events.lines.count)
    rule("the newest event is the first", zip(times, times.dropFirst()).allSatisfy { $0 >= $1 })
    rule("events that match are there", events.matches.allSatisfy(events.lines.indices.contains))
    rule(
      "the marked event is on screen",
      events.position.map(events.matches.indices.contains) ?? events.matches.isEmpty)
    rule(
      "events that are waited for are asked for",
      events.walk.map { asked.contains($0.pending.id) } ?? true)
    rule(
      "nothing is read or followed that nobody looks at",
      isAtEvents || events.walk == nil && events.follow == nil)
  }

  /// A link ends with its time, whoever looks at it.
  mutating func checkSecrets() {
    let ends = console.tabs.secret?.ends
    rule("a secret is gone with its time", ends.map { $0 > now } ?? true)
    rule(
      "what can be read again is not kept for another tab",
      console.tabs.current != nil || console.tabs.secret?.secret.isShownOnce ?? true)
  }
}
