import Cells
import Delivery
import Foundation
import ViewModel
import WorkOS

extension PaneName {
  package static let tabFilter = PaneName(
    "tab-filter", "Filter of a tab", [.takesText, .coversStatus])
}

/// The rows of whichever tab is on screen, and what is said of the marked one.
struct TabPane: Pane {
  private var browsing = TabBrowsing()
  /// Which rows it was scrolled for.
  private var subject: Subject?
  private var columns = TabColumns([], [], width: 0)
  /// The widest text of each column so far: filtering and paging leave the columns where they are.
  private var widths: [Int] = []
  private var facts: [TextLine] = []

  private struct Subject: Equatable {
    var organization: Organization.ID?
    var tab: String
  }

  let place = PanePlace.besideList

  init() {}

  let causes: PaneCauses = .detail

  func name(in console: Console) -> PaneName? {
    guard console.detail.isOpen, let tab = console.tabs.current, !tab.hasPaneOfItsOwn
    else { return nil }
    return browsing.isTyping ? .tabFilter : .tab(tab)
  }

  var keepsWhileClosed: Bool { true }

  mutating func follow(_ console: Console) {
    let subject = console.tabs.current.map {
      Subject(organization: console.tabs.organization?.id, tab: $0.id)
    }
    guard subject != self.subject else { return }
    self = TabPane()
    self.subject = subject
  }

  mutating func quitWanted() { browsing.endTyping() }

  // MARK: Keys

  mutating func perform(
    _ action: Action, _ scene: Scene, _ keyboard: inout Keyboard
  ) -> [Reaction] {
    let tabs = scene.console.tabs
    // Where no row is, and none is on its way, none is looked for.
    if action == .filter, hindrance(to: action, scene) == .nothingThere { return [] }
    let reactions = browsing.perform(
      action, scene, &keyboard, filter: tabs.state?.filter, Self.event)
    if let reactions { return reactions }
    switch action {
    case .refresh: return tab(.refreshWanted)
    case .back where tabs.watch != nil: return tab(.watchStopped)
    case .back where stopsBeforeLeaving(scene): return tab(.loadStopped)
    case .back where tabs.state?.isFiltered == true: return tab(.filterChanged(""))
    case .back where tabs.inside != nil: return tab(.insideLeft)
    case .back: return [.send(.detail(.left))]
    case .copyLine: return copy(scene)
    case .copyMenu:
      guard let row = tabs.state?.selected, let tab = tabs.current else { break }
      return [.put(TabCopyPane(of: row, in: tab))]
    case .open: return open(scene)
    default:
      if tabs[action: action.rawValue] != nil {
        return [.put(TabFormPane())] + tab(.actionWanted(action.rawValue))
      }
    }
    return []
  }

  private func tab(_ event: TabEvent) -> [Reaction] { [.send(.tab(event))] }

  private static func event(_ wish: TabBrowsing.Wish) -> Event {
    switch wish {
    case .moved(let distance): .tab(.selectionMoved(by: distance))
    case .row(let number): .tab(.rowWanted(number))
    case .lastRow: .tab(.lastRowWanted)
    case .filter(let text): .tab(.filterChanged(text))
    }
  }

  private func copy(_ scene: Scene) -> [Reaction] {
    guard let row = scene.console.tabs.state?.selected, let tab = scene.console.tabs.current else {
      let tabs = scene.console.tabs
      if tabs.state?.isAwaited == true { return [] }
      return [.send(.noticed(.nothingToCopy(what: tabs.current?.words.one ?? "row")))]
    }
    let fact = tab.copied(from: row)
    return [.copy(CopiedText(line: fact.value), what: TabRowWords.thing(fact.label))]
  }

  private func open(_ scene: Scene) -> [Reaction] {
    guard let row = scene.console.tabs.state?.selected else { return [] }
    switch scene.console.tabs.current?.opened(row) {
    case .details: return [.put(TabDetailsPane(of: row))]
    case .event(let event): return [.send(event)]
    case nil: return []
    }
  }

  mutating func edit(
    _ scene: Scene, _ keyboard: inout Keyboard, _ change: (inout LineEditor) -> Void
  ) -> [Reaction] {
    browsing.edit(&keyboard, filter: scene.console.tabs.state?.filter, Self.event, change)
  }

  func stopsBeforeLeaving(_ scene: Scene) -> Bool {
    let console = scene.console
    return !browsing.isTyping
      && (console.tabs.watch != nil || console.isTabLoadStoppable(at: scene.now))
  }

  func hindrance(to action: Action, _ scene: Scene) -> Hindrance? {
    let tabs = scene.console.tabs
    guard !browsing.isTyping else { return browsing.hindrance(to: action) }
    let nothing: Hindrance = tabs.state?.isAwaited == true ? .notThereYet : .nothingThere
    switch action {
    case .undo: return scene.isAnyToUndo ? nil : .nothingThere
    case .copyLine, .copyMenu: return tabs.state?.selected == nil ? nothing : nil
    case .showJSON:
      let json = tabs.state?.selected.flatMap { tabs.current?.json(of: $0) }
      return json == nil ? nothing : nil
    case .open:
      let opening = tabs.state?.selected.flatMap { tabs.current?.opened($0) }
      return opening == nil ? nothing : nil
    case .filter: return tabs.state?.rows.isEmpty == false ? nil : nothing
    default: break
    }
    // Where its rows cannot be read, what can be done to them is not offered.
    if tabs[action: action.rawValue] != nil, tabs.state?.isLoaded == false,
      tabs.state?.failure?.isNotAvailable == true
    {
      return .nothingThere
    }
    guard let action = tabs[action: action.rawValue], let notice = tabs.hindrance(to: action) else {
      return nil
    }
    return .because(TabNoticeWords.words(for: notice, scene.times).0)
  }

  // MARK: Layout

  mutating func fit(_ scene: Scene) {
    guard let tab = scene.console.tabs.current, let state = scene.console.tabs.state,
      state.isLoaded
    else {
      facts = []
      return
    }
    browsing.fit(state.position, of: state.matches.count, scene)
    widen(tab, state, max(1, scene.tabRows.count), scene)
    columns = TabColumns(tab.columns, widths, width: scene.layout.detailColumns)
    let failure = failure(of: state, tab, scene)
    facts =
      failure + (state.selected.map { self.facts(of: $0, tab, below: failure.count, scene) } ?? [])
  }

  /// Why the rows are not newer, as long as no news says so.
  private func failure(of state: TabState, _ tab: any Tab, _ scene: Scene) -> [TextLine] {
    if case .tab(.rowsNotRefreshed)? = scene.console.notice?.subject { return [] }
    let line = TabNoRowWords.failure(
      state, isGone: scene.console.detail.isGone,
      refresh: scene.keyMap.name(of: .refresh, in: .tab(tab)) ?? "")
    return line?.wrapped(to: scene.layout.detailColumns) ?? []
  }

  private func visible(_ state: TabState, _ room: Int) -> [TabRow] {
    Array(state.matches.dropFirst(browsing.top).prefix(room))
  }

  /// Takes the widths of what is in sight, and at first those of the first page.
  private mutating func widen(
    _ tab: any Tab, _ state: TabState, _ room: Int, _ scene: Scene
  ) {
    let isFirst = widths.count != tab.columns.count
    if isFirst { widths = tab.columns.map { DisplayWidth.of($0.title) } }
    let words = words(scene)
    for row in (isFirst ? Array(state.rows.prefix(100)) : []) + visible(state, room) {
      for (index, cell) in row.cells.enumerated() where index < widths.count {
        widths[index] = max(widths[index], DisplayWidth.of(words.text(cell).0))
      }
    }
  }

  /// What the columns do not show of a row, or not whole, and what there is besides.
  private func facts(
    of row: TabRow, _ tab: any Tab, below lines: Int, _ scene: Scene
  ) -> [TextLine] {
    let words = words(scene)
    var facts: [TabFact] = []
    var moments: [TabFact] = []
    for (index, column) in tab.columns.enumerated() {
      let fact = words.fact(column, row.cells[index])
      let placed = columns.placed.first { $0.index == index }
      switch row.cells[index] {
      case .moment(nil): break
      case .moment, .end: moments.append(fact)
      case .text, .address, .state:
        if placed.map({ DisplayWidth.of(fact.value) > $0.width }) ?? true { facts.append(fact) }
      }
    }
    let width = scene.layout.detailColumns
    let room = scene.tabFactLines - lines
    let lines = (facts + scene.factsBeside(row, tab) + tab.details(of: row) + moments)
      .flatMap { TabRowWords.line($0, labelWidth: 13).wrapped(to: width) }
    guard lines.count > room, room > 0 else { return lines }
    // Where opening leads elsewhere, it shows nothing more of the row itself.
    let leads = tab.opened(row) == .details ? Action.open : .copyMenu
    return lines.cut(
      to: room, leading: scene.keyMap.name(of: leads, in: .tab(tab)),
      to: leads == .open ? "shows all of it" : "lists them all")
  }

  private func words(_ scene: Scene) -> TabRowWords {
    TabRowWords(times: scene.times, now: scene.now)
  }

  // MARK: Drawing

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    guard let tab = scene.console.tabs.current, let state = scene.console.tabs.state else { return }
    scene.drawRule(on: &canvas)
    scene.drawTabs(on: &canvas)
    let titleRow = scene.roomBelowTabs.lowerBound
    let start = scene.layout.detailColumn - 1
    let table = scene.tabRows
    guard !state.matches.isEmpty else {
      let refresh = scene.keyMap.name(of: .refresh, in: .tab(tab)) ?? ""
      let lines = TabNoRowWords.lines(tab, state, refresh: refresh)
      return scene.drawNoTabRow(lines + (facts.isEmpty ? [] : [.empty] + facts), on: &canvas)
    }
    for placed in columns.placed {
      canvas.write(
        tab.columns[placed.index].title, row: titleRow, column: start + placed.start,
        width: placed.width, style: Palette.heading)
    }
    let needles = state.filterText.needles
    for (line, row) in zip(table, visible(state, table.count)) {
      draw(row, needles, scene, row: line, on: &canvas)
    }
    scene.drawTabMark(at: state.position, browsing, gutter: TabColumns.gutter, on: &canvas)
    scene.drawTabFacts(facts, on: &canvas)
  }

  private func draw(
    _ row: TabRow, _ needles: [FoldedText], _ scene: Scene, row line: Int, on canvas: inout Canvas
  ) {
    let start = scene.layout.detailColumn - 1
    let width = scene.layout.detailColumns
    if let delivery = scene.console.tabs.delivery(to: row.id) {
      // A name of which nothing is left says less than a shorter wording.
      let words = " " + scene.fates(of: delivery).fitting(width - TabColumns.gutter - 10)
      let room = max(8, width - TabColumns.gutter - DisplayWidth.of(words) - 1)
      canvas.write(
        AddressWords.cut(AddressWords.readable(row.name), columns: room), row: line,
        column: start + TabColumns.gutter, width: room,
        style: delivery.write.verb.takesRowAway ? Palette.leaving : .plain)
      return canvas.writeRight(
        words, row: line, column: start, width: width, style: Palette.warning)
    }
    for placed in columns.placed {
      let (text, style) = words(scene).text(row.cells[placed.index], columns: placed.width)
      canvas.write(
        TextLine(text, style).marking(needles), row: line, column: start + placed.start,
        width: placed.width)
    }
  }

  func drawLastLine(_ scene: Scene, on canvas: inout Canvas) -> Bool {
    guard let line = browsing.line(scene.console.tabs.state?.filter) else {
      return false
    }
    let room = scene.drawPrompt(line, on: &canvas)
    if scene.drawRemark(from: room + 4, on: &canvas) { return true }
    scene.drawKeys(of: self, from: room + 4, to: scene.layout.columns - 1, on: &canvas)
    return true
  }

  // MARK: Words

  func whereabouts(_ scene: Scene) -> [Wording]? {
    guard let tab = scene.console.tabs.current, let state = scene.console.tabs.state else {
      return nil
    }
    guard state.isLoaded else { return Wording.inOrder([TextLine(tab.title)]) }
    guard state.isFiltered else {
      let isAll = state.isComplete
      let count =
        isAll ? tab.words.count(state.rows.count) : "\(state.rows.count) loaded, more below"
      let place = state.position.map { "row \($0 + 1) of " } ?? ""
      return Wording.inOrder([
        TextLine(place + count), TextLine(count),
        TextLine(isAll ? count : "\(state.rows.count) loaded"),
      ])
    }
    let count = "\(state.matches.count) of \(state.rows.count)"
    let loaded = state.isComplete ? "" : " loaded"
    // As many as were looked for read as all of them, where it is not said that there is more.
    let more = state.isComplete ? "" : ", more below"
    let text = Span(state.filterText.shown, Palette.accent)
    // What is waited for is stopped first; in the line, Esc goes back to what was there before.
    let isStopped = browsing.isTyping || stopsBeforeLeaving(scene)
    let (escape, short) = isStopped ? ("", "") : (" · Esc clears the filter", " · Esc clears")
    return Wording.inOrder([
      TextLine(
        Span("\(count)\(loaded) \(tab.words.many) match "), text,
        Span(more), Span(escape, Palette.quiet)),
      TextLine(Span("\(count)\(loaded) match "), text, Span(more), Span(short, Palette.quiet)),
      TextLine("\(count)\(loaded) match\(more)\(short)"), TextLine("\(count) match\(more)"),
    ])
  }
}

extension Scene {
  /// What becomes of a row that is being changed; in shorter wordings too.
  fileprivate func fates(of delivery: TabDelivery) -> [String] {
    let verb = TabNoticeWords.doing(delivery.write.verb)
    let undo = delivery.canBeTakenBack ? " · z undoes" : ""
    if console.quitting == .asking, delivery.deadline != nil { return ["\(verb) held"] }
    if let wait = delivery.wait(in: console, at: now) {
      let stop = delivery.isToBeRepeated ? " · z stops" : ""
      return ListWords.repeated(after: wait, at: now, undo.isEmpty ? stop : undo)
    }
    guard let deadline = delivery.deadline else { return [verb + "…"] }
    return ["\(verb) in \(ListWords.seconds(until: deadline, at: now)) s\(undo)"]
  }
}
