import Cells
import Foundation
import ViewModel
import WorkOS

/// What happened, line by line.
struct EventWords {
  let times: TimeWords
  let now: Date

  /// `11-28 02:06`; how long ago, and the year, stand below.
  func moment(_ line: EventLine) -> String {
    guard line.time > .distantPast else { return "not said" }
    return "\(times.day(line.time).dropFirst(5)) \(times.clock(line.time).prefix(5))"
  }

  /// What happened, in so many columns; a write from here says so, as the server may tell it as an event
  /// too. What was done to a thing comes last, and stays whole: many lines are about the same thing.
  func what(_ line: EventLine, columns: Int) -> TextLine {
    let title = line.title
    guard !line.isOwn else {
      return TextLine(spans: [Span("here: ", Palette.accent), Span(title)])
    }
    guard DisplayWidth.of(title) > columns, let space = title.lastIndex(of: " ") else {
      return TextLine(title)
    }
    let done = String(title[space...])
    let room = columns - DisplayWidth.of(done)
    guard room > 1 else { return TextLine(title) }
    return TextLine(ListWords.shortened(String(title[..<space]), columns: room) + done)
  }

  /// What it happened to, with what else is known of it, in the letters of its language.
  func about(_ line: EventLine) -> String { about(line, AddressWords.readable(_:)) }

  /// The same where there is room for both forms of an address or a domain.
  private func aboutInFull(_ line: EventLine) -> String { about(line, AddressWords.both(_:)) }

  private func about(_ line: EventLine, _ spelled: (String) -> String) -> String {
    ([line.subject.isBlank ? ListWords.noName : line.subject] + line.notes).map(spelled)
      .joined(separator: " · ")
  }

  /// All that a line says, whole.
  func facts(of line: EventLine) -> [TabFact] {
    let time = line.time > .distantPast ? times.moment(line.time, at: now) : "not said"
    switch line.what {
    case .event(let event, _):
      return [
        TabFact("Event", event.kind), TabFact("When", time), TabFact("About", aboutInFull(line)),
        line.userID.map { TabFact("User", $0) },
        event.actor.map { TabFact("By", AddressWords.both($0)) },
        TabFact("Id", event.id),
      ].compactMap(\.self)
    case .own(let entry):
      return [
        TabFact("Written here", line.title), TabFact("When", time),
        TabFact("About", aboutInFull(line)),
        TabFact("By", entry.intent.author.user),
        entry.outcome?.requestID.map { TabFact("Request", $0) },
      ].compactMap(\.self)
    }
  }

  /// A write from here, for a ticket.
  func copied(_ line: EventLine) -> String {
    ([times.minute(line.time), line.title] + [aboutInFull(line)]).joined(separator: " · ")
  }

  /// Why there is no line to show.
  static func none(_ console: Console, _ keyMap: KeyMap, in pane: PaneName) -> [TextLine] {
    let events = console.events
    let refresh = keyMap.name(of: .refresh, in: pane) ?? ""
    let kinds = events.kinds == .all ? "" : " of the kind “\(events.kinds.title)”"
    if let failure = events.failure, !events.isLoaded {
      return TabNoRowWords.lines(failure, refresh: refresh)
    }
    if events.walk != nil, events.lines.isEmpty {
      return [TextLine("Reading what happened in \(events.period.title)…", Palette.quiet)]
    }
    if events.isFiltered {
      return TabNoRowWords.lines(
        noneOf: "\(events.lines.count) lines", hold: FilterText(events.filter))
        + namedByID(console, keyMap, in: pane)
    }
    guard events.isComplete else {
      let read = events.partialCount > 0 ? "\(events.partialCount) events were read so far. " : ""
      return [TextLine("Stopped. \(read)\(refresh) goes on.", Palette.quiet)]
    }
    func advice(_ action: String, _ words: String) -> String? {
      keyMap.name(of: Action(action), in: pane).map { "\($0) \(words)." }
    }
    let advices = [
      events.kinds == .all ? nil : advice("choose-kinds", "chooses other kinds"),
      events.period == .everything ? nil : advice("choose-period", "looks further back"),
    ]
    return [
      TextLine("Nothing\(kinds) happened here in \(events.period.title).", Palette.quiet),
      TextLine(advices.compactMap(\.self).joined(separator: " "), Palette.quiet),
    ]
  }

  /// That some lines tell of people whom a filter by their address does not find.
  static func namedByID(
    _ console: Console, _ keyMap: KeyMap, in pane: PaneName
  ) -> [TextLine] {
    let count = console.events.namedByIDCount
    guard count > 0 else { return [] }
    let lines = count == 1 ? "1 line names a person" : "\(count) lines name people"
    let key =
      console.areMembersOfEventsRead ? nil : keyMap.name(of: .tab(MembersTab().id), in: pane)
    let advice = key.map { "; \($0) reads who they are" } ?? ""
    return [TextLine("\(lines) by their id alone\(advice).", Palette.quiet)]
  }
}
