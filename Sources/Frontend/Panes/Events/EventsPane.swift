import Cells
import Foundation
import JSON
import ViewModel
import WorkOS

/// What happened in the open organization, newest first, and what is said of the marked line.
struct EventsPane: Pane {
  private static let follow = Action("follow-events")
  private static let choosePeriod = Action("choose-period")
  private static let chooseKinds = Action("choose-kinds")
  private static let gutter = 2
  private static let momentWidth = 11
  /// The columns in which what was done to a thing can be told from what else was.
  private static let leastWhat = 14

  private var browsing = TabBrowsing()
  private var facts: [TextLine] = []

  let place = PanePlace.besideList

  init() {}

  let causes: PaneCauses = .detail

  func name(in console: Console) -> PaneName? {
    guard console.detail.isOpen, let tab = console.tabs.current, console.isShowingEvents else {
      return nil
    }
    return browsing.isTyping ? .tabFilter : .tab(tab)
  }

  var keepsWhileClosed: Bool { true }

  mutating func follow(_ console: Console) {
    if !console.isShowingEvents { self = EventsPane() }
  }

  mutating func quitWanted() { browsing.endTyping() }

  // MARK: Keys

  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    let events = scene.console.events
    // Where no line is, and none is on its way, none is looked for.
    if action == .filter, hindrance(to: action, scene) == .nothingThere { return [] }
    let reactions = browsing.perform(
      action, scene, &keyboard, filter: events.filter, Self.event)
    if let reactions { return reactions }
    switch action {
    case .refresh: return send(.refreshWanted)
    case .back where stopsBeforeLeaving(scene): return send(.stopped)
    case .back where events.isFiltered: return send(.filterChanged(""))
    case .back: return [.send(.detail(.left))]
    case .open: return events.selected.flatMap { JSONPane(of: $0) }.map { [.put($0)] } ?? []
    case Self.follow: return send(.followToggled)
    case Self.choosePeriod: return [.put(EventChoicePane(.period, in: events))]
    case Self.chooseKinds: return [.put(EventChoicePane(.kinds, in: events))]
    case .copyLine: return copy(events.selected, scene)
    case .copyMenu:
      return events.selected.map { line in
        [.put(TabCopyPane(of: words(scene).facts(of: line), json: eventJSON(of: line)))]
      } ?? []
    default: return []
    }
  }

  private static func event(_ wish: TabBrowsing.Wish) -> Event {
    switch wish {
    case .moved(let distance): .events(.selectionMoved(by: distance))
    case .row(let number): .events(.lineWanted(number))
    case .lastRow: .events(.lastLineWanted)
    case .filter(let text): .events(.filterChanged(text))
    }
  }

  private func send(_ event: EventsEvent) -> [Reaction] { [.send(.events(event))] }

  /// A line of our own journal holds what was sent, and nothing that the server did.
  private func eventJSON(of line: EventLine) -> RawJSON? {
    if case .event(_, let json) = line.what { json } else { nil }
  }

  private func copy(_ line: EventLine?, _ scene: Scene) -> [Reaction] {
    switch line?.what {
    case .event(_, let json): [.copy(CopiedText(json: json), what: "the event's JSON\(json.gap)")]
    case .own:
      [.copy(CopiedText(line: line.map(words(scene).copied) ?? ""), what: "the line")]
    case nil where scene.console.events.isAwaited: []
    case nil: [.send(.noticed(.nothingToCopy(what: "event")))]
    }
  }

  mutating func edit(
    _ scene: Scene, _ keyboard: inout Keyboard, _ change: (inout LineEditor) -> Void
  ) -> [Reaction] {
    browsing.edit(&keyboard, filter: scene.console.events.filter, Self.event, change)
  }

  func stopsBeforeLeaving(_ scene: Scene) -> Bool {
    let events = scene.console.events
    return !browsing.isTyping && (events.follow != nil || events.walk != nil)
  }

  func hindrance(to action: Action, _ scene: Scene) -> Hindrance? {
    let events = scene.console.events
    guard !browsing.isTyping else { return browsing.hindrance(to: action) }
    let isPossible =
      switch action {
      case .undo: scene.isAnyToUndo
      case .copyLine, .copyMenu: events.selected != nil
      case .showJSON, .open: events.selected?.json != nil
      case .filter: !events.lines.isEmpty
      default: true
      }
    if isPossible { return nil }
    return action != .undo && events.isAwaited ? .notThereYet : .nothingThere
  }

  // MARK: Layout

  mutating func fit(_ scene: Scene) {
    let events = scene.console.events
    browsing.fit(events.position, of: events.matches.count, scene)
    facts = events.selected.map { facts(of: $0, scene) } ?? []
  }

  /// What is said of the marked line, and below it how those are named whom lines tell by an id.
  private func facts(of line: EventLine, _ scene: Scene) -> [TextLine] {
    let pane = scene.console.tabs.current.map(PaneName.tab) ?? .tabFilter
    let people = EventWords.namedByID(scene.console, scene.keyMap, in: pane)
      .flatMap { $0.wrapped(to: scene.layout.detailColumns) }
    let room = scene.tabFactLines - people.count
    return room > 0
      ? facts(of: line, room: room, scene) + people
      : facts(of: line, room: max(1, scene.tabFactLines), scene)
  }

  private func facts(of line: EventLine, room: Int, _ scene: Scene) -> [TextLine] {
    words(scene).facts(of: line).flatMap { fact in
      TextLine(
        spans: [.label(fact.label.padded(to: 13)), Span(fact.value.isEmpty ? "·" : fact.value)],
        indent: 13
      ).wrapped(to: scene.layout.detailColumns)
    }.cut(
      to: room,
      leading: scene.keyMap.name(of: .copyMenu, in: scene.top), to: "lists them all")
  }

  private func words(_ scene: Scene) -> EventWords {
    EventWords(times: scene.times, now: scene.now)
  }

  // MARK: Drawing

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    let events = scene.console.events
    scene.drawRule(on: &canvas)
    scene.drawTabs(on: &canvas)
    guard !events.matches.isEmpty else {
      let pane = scene.console.tabs.current.map(PaneName.tab) ?? .tabFilter
      return scene.drawNoTabRow(EventWords.none(scene.console, scene.keyMap, in: pane), on: &canvas)
    }
    draw(
      [
        TextLine("When \(scene.times.zone(at: scene.now))"),
        TextLine("What"), TextLine("About"),
      ].map { TextLine($0.spans.map(\.text).joined(), Palette.heading) },
      row: scene.roomBelowTabs.lowerBound, scene, on: &canvas)
    let needles = FilterText(events.filter).needles
    let words = words(scene)
    let whatWidth = columns(scene)[1].width
    for (row, match) in zip(scene.tabRows, events.matches.dropFirst(browsing.top)) {
      let line = events.lines[match]
      draw(
        [
          TextLine(words.moment(line), Palette.quiet),
          words.what(line, columns: whatWidth).marking(needles),
          TextLine(words.about(line)).marking(needles),
        ], row: row, scene, on: &canvas)
    }
    scene.drawTabMark(at: events.position, browsing, gutter: Self.gutter, on: &canvas)
    scene.drawTabFacts(facts, on: &canvas)
  }

  /// Draws the parts of a row: when, what, and about what.
  private func draw(
    _ parts: [TextLine], row: Int, _ scene: Scene, on canvas: inout Canvas
  ) {
    for (part, column) in zip(parts, columns(scene)) {
      canvas.write(
        part, row: row, column: scene.layout.detailColumn - 1 + column.start, width: column.width)
    }
  }

  /// Where the parts stand; where there is little room, less of it is for what it is about.
  private func columns(_ scene: Scene) -> [(start: Int, width: Int)] {
    let room = scene.layout.detailColumns + 1 - Self.gutter - Self.momentWidth - 2
    let least = min(Self.leastWhat, room * 3 / 5)
    let whatWidth = max(0, min(32, max(least, room * 9 / 20)))
    let what = Self.gutter + Self.momentWidth + 2
    return [
      (Self.gutter, Self.momentWidth), (what, whatWidth),
      (what + whatWidth + 2, max(0, room - whatWidth - 2)),
    ]
  }

  func drawLastLine(_ scene: Scene, on canvas: inout Canvas) -> Bool {
    guard let line = browsing.line(scene.console.events.filter) else { return false }
    let room = scene.drawPrompt(line, on: &canvas)
    if scene.drawRemark(from: room + 4, on: &canvas) { return true }
    scene.drawKeys(of: self, from: room + 4, to: scene.layout.columns - 1, on: &canvas)
    return true
  }

  func whereabouts(_ scene: Scene) -> [Wording]? {
    guard scene.console.isShowingEvents else { return nil }
    return EventsWhereabouts.wordings(scene.console.events, isTyping: browsing.isTyping)
  }
}
