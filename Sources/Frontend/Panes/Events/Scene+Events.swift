import Foundation
import ViewModel

extension Console {
  /// Whether the tab of events is on screen.
  var isShowingEvents: Bool { tabs.current?.id == EventsTab.name }
}

extension Scene {
  /// What is waited for in the events, with the words for it.
  var waitingForEvents: (words: String, since: Date)? {
    guard console.isShowingEvents else { return nil }
    let events = console.events
    if let follow = events.follow {
      let count = follow.count > 0 ? ", \(follow.count) new" : ""
      return ("following\(count), Esc stops", follow.since)
    }
    guard let walk = events.walk else { return nil }
    let read = events.partialCount > 0 ? ", \(events.partialCount) so far, Esc stops" : ""
    return ("reading events\(read)", walk.pending.since)
  }
}

/// Where among the events this is, and which are shown.
enum EventsWhereabouts {
  static func wordings(_ events: OrganizationEvents, isTyping: Bool) -> [Wording] {
    guard events.isLoaded else { return Wording.inOrder([TextLine("Events")]) }
    let kinds = events.kinds == .all ? "" : "\(events.kinds.title) of "
    let more = events.isComplete ? "" : ", more below"
    if events.isFiltered {
      let count = "\(events.matches.count) of \(events.lines.count)"
      // What is followed or read is stopped first; in the line, Esc goes back to what was there before.
      let isStopped = isTyping || events.follow != nil || events.walk != nil
      let (escape, short) = isStopped ? ("", "") : (" · Esc clears the filter", " · Esc clears")
      return Wording.inOrder([
        TextLine(
          Span("\(count) match "), Span(FilterText(events.filter).shown, Palette.accent),
          Span(" · \(kinds)\(events.period.title)\(escape)", Palette.quiet)),
        TextLine("\(count) match\(short)"), TextLine("\(count) match"),
      ])
    }
    let count = "\(events.lines.count)"
    let place = events.position.map { "\($0 + 1) of " } ?? ""
    return Wording.inOrder([
      TextLine("\(place)\(count)\(more) · \(kinds)\(events.period.title)"),
      TextLine("\(place)\(count)\(more) · \(kinds)\(events.period.short)"),
      TextLine("\(place)\(count)"),
    ])
  }
}

extension EventPeriod {
  fileprivate var short: String {
    switch self {
    case .day: "24 hours"
    case .week: "7 days"
    case .month: "30 days"
    case .everything: "90 days"
    }
  }
}
