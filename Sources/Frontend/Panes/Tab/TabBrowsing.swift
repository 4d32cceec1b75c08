import Cells
import ViewModel

/// How far down a tab is, and the line in which a filter over it is typed: what the rows of a tab and
/// the events have in common.
struct TabBrowsing: Sendable {
  /// The lines that facts about the marked row have where there are many rows.
  static let mostFacts = 6

  /// What a key wants of the rows.
  enum Wish {
    case moved(by: Int)
    case row(Int)
    case lastRow
    case filter(String)
  }

  /// The first row on screen.
  private(set) var top = 0
  /// The line in which the filter is typed, while it is.
  private var searchLine: SearchLine?
  /// What marks the row again that was marked when it was opened.
  private var markingAgain: Event?

  var isTyping: Bool { searchLine != nil }

  mutating func endTyping() { searchLine = nil }

  /// The line the filter is typed in, while it is.
  func line(_ text: String?) -> LineEditor? {
    text.flatMap { searchLine?.editor(of: $0) }
  }

  func hindrance(to action: Action) -> Hindrance? { searchLine?.hindrance(to: action) }

  /// Carries out what is the same for all tabs; nil when the action is another.
  ///
  /// - Parameters:
  ///   - filter: what is looked for; nil: there are no rows yet.
  ///   - event: what says a wish to the model.
  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard, filter: String?,
    _ event: (Wish) -> Event
  ) -> [Reaction]? {
    guard searchLine == nil else {
      return performInFilter(action, &keyboard, filter: filter, event)
    }
    switch action {
    case .moveDown: return [.send(event(.moved(by: 1)))]
    case .moveUp: return [.send(event(.moved(by: -1)))]
    case .pageDown, .pageUp, .halfPageDown, .halfPageUp:
      let distance = keyboard.distance(of: action, screenful: scene.tabRows.count)
      top = max(0, top + distance)
      return [.send(event(.moved(by: distance)))]
    case .moveToFirst: return [.send(event(.row(0)))]
    case .moveToLast: return [.send(event(.lastRow))]
    case .nextTab: return [.send(.tab(.stepped(by: 1)))]
    case .previousTab: return [.send(.tab(.stepped(by: -1)))]
    case .nextOrganization: return [.send(.detail(.stepped(by: 1)))]
    case .previousOrganization: return [.send(.detail(.stepped(by: -1)))]
    case .nextMatch, .previousMatch:
      let step = action == .nextMatch ? 1 : -1
      // Only what matches is on screen. Without a filter it is what it is in the overview.
      return filter?.isEmpty == false
        ? [.send(event(.moved(by: step)))] : [.send(.detail(.stepped(by: step)))]
    case .undo: return [.send(.tab(.undone))]
    case .nextPane: return [.send(.detail(.closed))]
    case .filter:
      let console = scene.console
      searchLine = SearchLine(
        in: .tab(console.tabs.current?.id ?? ""), over: filter ?? "", keyboard)
      markingAgain =
        console.isShowingEvents
        ? console.events.selected.map { .events(.lineMarkedAgain($0.id)) }
        : console.tabs.state?.selection.map { .tab(.rowMarkedAgain($0)) }
      return filter?.isEmpty == false ? [.send(event(.filter("")))] : []
    default:
      return action.tabIndex(in: scene.console).map { [.send(.tab(.shown($0)))] }
    }
  }

  private mutating func performInFilter(
    _ action: Action, _ keyboard: inout Keyboard, filter: String?, _ event: (Wish) -> Event
  ) -> [Reaction] {
    switch action {
    case .keepText:
      searchLine?.keep(filter ?? "", &keyboard)
      searchLine = nil
      return []
    case .back:
      let texts = searchLine?.wayBack ?? []
      searchLine = nil
      return texts.map { .send(event(.filter($0))) }
        + (markingAgain.map { [.send($0)] } ?? [])
    default:
      let text = filter.flatMap { searchLine?.perform(action, on: $0, &keyboard) }
      return text.map { [.send(event(.filter($0)))] } ?? []
    }
  }

  mutating func edit(
    _ keyboard: inout Keyboard, filter: String?, _ event: (Wish) -> Event,
    _ change: (inout LineEditor) -> Void
  ) -> [Reaction] {
    let text = filter.flatMap { searchLine?.edit($0, &keyboard, change) }
    return text.map { [.send(event(.filter($0)))] } ?? []
  }

  /// Brings the marked row in sight.
  mutating func fit(_ position: Int?, of count: Int, _ scene: Scene) {
    let room = max(1, scene.tabRows.count)
    let position = position ?? 0
    if position < top { top = position }
    if position >= top + room { top = position - room + 1 }
    top = max(0, min(top, count - room))
  }
}

extension Scene {
  /// The rows of the screen for those of a tab, below the column titles and above the facts, which have
  /// the room that the rows do not need. Filtering does not move what is below.
  var tabRows: Range<Int> {
    let room = roomBelowTabs.dropFirst()
    guard room.count >= 8 else { return room.lowerBound..<room.upperBound }
    let count =
      console.isShowingEvents ? console.events.lines.count : console.tabs.state?.rows.count ?? 0
    let most = room.count - 1 - min(TabBrowsing.mostFacts, room.count / 3)
    return room.lowerBound..<room.lowerBound + max(1, min(count, most))
  }

  /// The lines for facts about the marked row.
  var tabFactLines: Int { max(0, roomBelowTabs.upperBound - tabRows.upperBound - 1) }

  /// Shows which row of a tab is marked.
  func drawTabMark(
    at position: Int?, _ browsing: TabBrowsing, gutter: Int, on canvas: inout Canvas
  ) {
    let table = tabRows
    guard let position, table.contains(table.lowerBound + position - browsing.top) else { return }
    let row = table.lowerBound + position - browsing.top
    let start = layout.detailColumn - 1
    canvas.restyle(row: row, column: start, width: layout.detailColumns + 1) { style in
      style.attributes = .reverse
      style.color = .standard
    }
    canvas.focus = Position(row: row, column: start + gutter)
  }

  /// What is said of the marked row of a tab, below a line.
  func drawTabFacts(_ facts: [TextLine], on canvas: inout Canvas) {
    let (room, end) = (roomBelowTabs, tabRows.upperBound)
    guard end < room.upperBound else { return }
    canvas.write(
      String(repeating: "─", count: layout.detailColumns), row: end, column: layout.detailColumn,
      width: layout.detailColumns, style: Palette.faint)
    drawTabLines(facts, in: end + 1..<room.upperBound, on: &canvas)
  }

  /// Why a tab has no row to show.
  func drawNoTabRow(_ lines: [TextLine], on canvas: inout Canvas) {
    let room = roomBelowTabs
    canvas.focus = Position(row: room.lowerBound + 1, column: layout.detailColumn)
    drawTabLines(
      lines.flatMap { $0.wrapped(to: layout.detailColumns) }, in: room.dropFirst(), on: &canvas)
  }

  private func drawTabLines(
    _ lines: [TextLine], in rows: Range<Int>, on canvas: inout Canvas
  ) {
    for (row, line) in zip(rows, lines) {
      canvas.write(line, row: row, column: layout.detailColumn, width: layout.detailColumns)
    }
  }
}
