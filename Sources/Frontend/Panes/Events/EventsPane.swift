import Cells
import Foundation
import ViewModel
import WorkOS

/// What happened in the open organization, newest first, and what is said of the marked line.
struct EventsPane: Pane {
  private static let follow = Action("follow-events")
  private static let choosePeriod = Action("choose-period")
  private static let chooseKinds = Action("choose-kinds")
  /// The mark of what was written here.
  private static let ownMark = "»"
  private static let gutter = 2
  private static let momentWidth = 11
  private static let mostFacts = 6

  /// The first line on screen.
  private var top = 0
  /// Where the caret of the filter is, while it is typed.
  private var filterCaret: LineCaret?
  private var facts: [TextLine] = []

  let place = PanePlace.besideList

  init() {}

  func name(in console: Console) -> PaneName? {
    guard console.detail.isOpen, let tab = console.tabs.current, console.isShowingEvents else {
      return nil
    }
    return filterCaret == nil ? .tab(tab) : .tabFilter
  }

  mutating func follow(_ console: Console) {
    if !console.isShowingEvents { self = EventsPane() }
  }

  mutating func quitWanted() { filterCaret = nil }

  // MARK: Keys

  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    let events = scene.console.events
    if filterCaret != nil { return performInFilter(action, scene, &keyboard) }
    switch action {
    case .moveDown: return send(.selectionMoved(by: 1))
    case .moveUp: return send(.selectionMoved(by: -1))
    case .pageDown, .pageUp, .halfPageDown, .halfPageUp:
      let distance = keyboard.distance(of: action, screenful: tableRows(scene).count)
      top = max(0, top + distance)
      return send(.selectionMoved(by: distance))
    case .moveToFirst: return send(.lineWanted(0))
    case .moveToLast: return send(.lastLineWanted)
    case .nextTab: return [.send(.tab(.stepped(by: 1)))]
    case .previousTab: return [.send(.tab(.stepped(by: -1)))]
    case .nextOrganization: return [.send(.detail(.stepped(by: 1)))]
    case .previousOrganization: return [.send(.detail(.stepped(by: -1)))]
    case .refresh: return send(.refreshWanted)
    case .undo: return [.send(.tab(.undone))]
    case .nextPane: return [.send(.detail(.closed))]
    case .back where events.follow != nil || events.walk != nil: return send(.stopped)
    case .back where events.isFiltered: return send(.filterChanged(""))
    case .back: return [.send(.detail(.closed))]
    case .filter: filterCaret = LineCaret()
    case .open: return events.selected?.json.map { [.put(JSONPane(of: $0))] } ?? []
    case Self.follow: return send(.followToggled)
    case Self.choosePeriod: return [.put(EventChoicePane(.period, in: events))]
    case Self.chooseKinds: return [.put(EventChoicePane(.kinds, in: events))]
    case .copyLine: return copy(events.selected, scene)
    default:
      if let index = action.tabIndex(in: scene.console) { return [.send(.tab(.shown(index)))] }
    }
    return []
  }

  private func send(_ event: EventsEvent) -> [Reaction] { [.send(.events(event))] }

  private func copy(_ line: EventLine?, _ scene: Scene) -> [Reaction] {
    switch line?.what {
    case .event(_, let json): [.copy(CopiedText(json: json), what: "the event's JSON")]
    case .own:
      [.copy(CopiedText(line: line.map(words(scene).copied) ?? ""), what: "the line")]
    case nil: [.send(.noticed(.nothingToCopy(what: "event")))]
    }
  }

  private mutating func performInFilter(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    switch action {
    case .keepText: filterCaret = nil
    case .back:
      filterCaret = nil
      return send(.filterChanged(""))
    default: return edit(scene, &keyboard) { _ = $0.perform(action) }
    }
    return []
  }

  mutating func edit(
    _ scene: Scene, _ keyboard: inout Keyboard, _ change: (inout LineEditor) -> Void
  ) -> [Reaction] {
    let text = scene.console.events.filter
    guard var line = filterCaret?.line(text) else { return [] }
    keyboard.withKills(&line, change)
    filterCaret = LineCaret(line)
    return line.text == text ? [] : send(.filterChanged(line.text))
  }

  func hindrance(to action: Action, _ scene: Scene) -> Hindrance? {
    let events = scene.console.events
    guard filterCaret == nil else { return nil }
    let isPossible =
      switch action {
      case .undo:
        scene.console.tabs.underway.contains(where: \.canBeTakenBack)
          || !scene.console.deletions.revocable.isEmpty
      case .copyLine, .copyMenu: events.selected != nil
      case .showJSON, .open: events.selected?.json != nil
      case .filter: !events.lines.isEmpty
      default: true
      }
    return isPossible ? nil : .nothingThere
  }

  // MARK: Layout

  mutating func fit(_ scene: Scene) {
    let events = scene.console.events
    let room = max(1, tableRows(scene).count)
    let position = events.position ?? 0
    if position < top { top = position }
    if position >= top + room { top = position - room + 1 }
    top = max(0, min(top, events.matches.count - room))
    facts = events.selected.map { facts(of: $0, scene) } ?? []
  }

  /// The rows of the screen for lines, below the column titles and above the facts.
  private func tableRows(_ scene: Scene) -> Range<Int> {
    let room = scene.roomBelowTabs.dropFirst()
    let rest = room.count >= 8 ? min(Self.mostFacts, room.count / 3) + 1 : 0
    return room.lowerBound..<max(room.lowerBound, room.upperBound - rest)
  }

  private func facts(of line: EventLine, _ scene: Scene) -> [TextLine] {
    words(scene).facts(of: line).flatMap { fact in
      TextLine(
        spans: [.label(fact.label.padded(to: 13)), Span(fact.value.isEmpty ? "·" : fact.value)],
        indent: 13
      ).wrapped(to: scene.layout.detailColumns)
    }.cut(to: Self.mostFacts)
  }

  private func words(_ scene: Scene) -> EventWords {
    EventWords(times: scene.times, now: scene.now)
  }

  // MARK: Drawing

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    let events = scene.console.events
    scene.drawRule(on: &canvas)
    scene.drawTabs(on: &canvas)
    guard !events.matches.isEmpty else { return drawNone(events, scene, on: &canvas) }
    let table = tableRows(scene)
    draw(
      [
        TextLine("", Palette.heading), TextLine("When \(scene.times.zone(at: scene.now))"),
        TextLine("What"), TextLine("About"),
      ].map { TextLine($0.spans.map(\.text).joined(), Palette.heading) },
      row: scene.roomBelowTabs.lowerBound, scene, on: &canvas)
    let needles = events.isFiltered ? [FoldedText(events.filter)] : []
    let words = words(scene)
    for (row, match) in zip(table, events.matches.dropFirst(top)) {
      let line = events.lines[match]
      draw(
        [
          TextLine(line.isOwn ? Self.ownMark : "", Palette.accentMark),
          TextLine(words.moment(line), Palette.quiet), TextLine(line.title).marking(needles),
          TextLine(words.about(line)).marking(needles),
        ], row: row, scene, on: &canvas)
    }
    let start = scene.layout.detailColumn - 1
    if let position = events.position, table.contains(table.lowerBound + position - top) {
      let row = table.lowerBound + position - top
      canvas.restyle(row: row, column: start, width: scene.layout.detailColumns + 1) { style in
        style.attributes = .reverse
        style.color = .standard
      }
      canvas.focus = Position(row: row, column: start + Self.gutter)
    }
    drawFacts(scene, below: table.upperBound, on: &canvas)
  }

  /// Draws the parts of a row: its mark, when, what, and about what.
  private func draw(
    _ parts: [TextLine], row: Int, _ scene: Scene, on canvas: inout Canvas
  ) {
    let start = scene.layout.detailColumn - 1
    let room = scene.layout.detailColumns + 1 - Self.gutter - Self.momentWidth - 2
    let whatWidth = max(0, min(32, room * 9 / 20))
    let columns = [
      (0, Self.gutter), (Self.gutter, Self.momentWidth),
      (Self.gutter + Self.momentWidth + 2, whatWidth),
      (Self.gutter + Self.momentWidth + 4 + whatWidth, max(0, room - whatWidth - 2)),
    ]
    for (part, column) in zip(parts, columns) {
      canvas.write(part, row: row, column: start + column.0, width: column.1)
    }
  }

  private func drawFacts(_ scene: Scene, below end: Int, on canvas: inout Canvas) {
    let room = scene.roomBelowTabs
    guard end < room.upperBound else { return }
    canvas.write(
      String(repeating: "─", count: scene.layout.detailColumns), row: end,
      column: scene.layout.detailColumn, width: scene.layout.detailColumns, style: Palette.faint)
    for (row, line) in zip(end + 1..<room.upperBound, facts) {
      canvas.write(
        line, row: row, column: scene.layout.detailColumn, width: scene.layout.detailColumns)
    }
  }

  private func drawNone(
    _ events: OrganizationEvents, _ scene: Scene, on canvas: inout Canvas
  ) {
    let column = scene.layout.detailColumn
    canvas.focus = Position(row: scene.roomBelowTabs.lowerBound + 1, column: column)
    let pane = scene.console.tabs.current.map(PaneName.tab) ?? .tabFilter
    let lines = EventWords.none(events, scene.keyMap, in: pane)
      .flatMap { $0.wrapped(to: scene.layout.detailColumns) }
    for (row, line) in zip(scene.roomBelowTabs.dropFirst(), lines) {
      canvas.write(line, row: row, column: column, width: scene.layout.detailColumns)
    }
  }

  func drawLastLine(_ scene: Scene, on canvas: inout Canvas) -> Bool {
    guard let line = filterCaret?.line(scene.console.events.filter) else { return false }
    let room = scene.drawPrompt(line, on: &canvas)
    scene.drawKeys(of: self, from: room + 4, to: scene.layout.columns - 1, on: &canvas)
    return true
  }

  func whereabouts(_ scene: Scene) -> [Wording]? {
    guard scene.console.isShowingEvents else { return nil }
    return EventsWhereabouts.wordings(scene.console.events)
  }
}
