import Cells
import Foundation
import ViewModel
import WorkOS

extension PaneName {
  package static let list = PaneName("list", "List", .browses)
  package static let filter = PaneName(
    "filter", "Filter and search", [.takesText, .coversStatus])
}

/// The list of organizations, and the line in which a filter over it is typed.
struct ListPane: Pane {
  /// The first line that is on screen.
  var top = 0
  /// Where it was scrolled to in the other order.
  var topOfOtherOrder = 0
  /// Where it was scrolled to below a search and a filter, to go back there.
  private var tops: [Int: Int] = [:]
  /// Whether there is a search (1), a filter (2) or both above the whole list.
  private var depth = 0
  /// The line in which the filter is typed, while it is.
  var searchLine: SearchLine?
  /// The organization that was open when it was begun.
  var cameFrom: Organization.ID?
  /// The rows as they were last drawn, so that a moved selection draws two rows and not all.
  private var cache: ListCache?
  /// Where in the whole list this was the last time, in words.
  private var whereaboutsInList: (place: ListPlace, wordings: [Wording])?

  let place = PanePlace.list

  init() {}

  func name(in console: Console) -> PaneName? { searchLine == nil ? .list : .filter }

  var keepsWhileClosed: Bool { true }

  // MARK: Drawing

  mutating func fit(_ scene: Scene) {
    let list = scene.console.list
    let divider = divider(scene)
    keepPlace(in: list)
    scroll(to: list.selectedRow, count: list.rows.count, divider, room: scene.layout.listRows)
    if let place = placeInList(scene), place != whereaboutsInList?.place {
      whereaboutsInList = (place, place.wordings(keyMap: scene.keyMap))
    }
    let source = ListCache.Source(
      rows: visibleRows(of: list, divider, scene.layout), divider: divider, top: top,
      layout: scene.layout, created: list.created, drafts: scene.console.editor.subjects,
      inquiry: list.inquiry)
    if cache?.source != source {
      cache = ListCache(source: source, canvas: drawRows(source, scene.times))
    }
  }

  func draw(_ scene: Scene, on canvas: inout Canvas) {
    guard let cache else { return }
    let layout = scene.layout
    canvas.draw(cache.canvas, row: layout.bodyTop, column: 0)
    if scene.console.list.rows.isEmpty { return drawEmptyList(scene, on: &canvas) }
    let deletions = scene.console.deletions
    for visible in cache.source.rows where !deletions.underway.isEmpty {
      if let deletion = deletions[visible.row.id] {
        let words = ListWords.leaving(deletion, in: scene.console, at: scene.now)
        drawLeaving(
          visible.row.organization, words, row: layout.listTop + visible.line, layout, on: &canvas)
      }
    }
    if let selected = scene.console.list.selectedRow {
      let line = cache.source.divider.line(ofRow: selected) - top
      guard (0..<layout.listRows).contains(line) else { return }
      markSelection(row: layout.listTop + line, scene, on: &canvas)
    }
  }

  func whereabouts(_ scene: Scene) -> [Wording]? {
    if let whereaboutsInList, whereaboutsInList.place == placeInList(scene) {
      return whereaboutsInList.wordings
    }
    let isOutOfSight = cache.map {
      $0.source.divider.isOutOfSight(top: top, room: scene.layout.listRows)
    }
    return ListWhereabouts(
      scene: scene, isTyping: searchLine != nil, isOutcomeOutOfSight: isOutOfSight == true
    ).wordings
  }

  /// Where in the whole list this is; nil while a filter or a search is above it.
  private func placeInList(_ scene: Scene) -> ListPlace? {
    let list = scene.console.list
    return list.isFiltered || list.search != nil
      ? nil : ListPlace.of(list.browsing, under: scene.top)
  }

  func ownsStatus(in console: Console) -> Bool {
    searchLine != nil && console.list.isFiltered
      && console.list.loads.allSatisfy { !$0.isAwaited }
  }

  /// Has all rows drawn the next time.
  mutating func forgetDrawnRows() { (cache, whereaboutsInList) = (nil, nil) }

  /// What stands between the loaded rows and those of the server.
  private func divider(_ scene: Scene) -> ListDivider {
    let list = scene.console.list
    guard !list.isFiltered, let search = list.search, search.isOnFirstPage, !search.rows.isEmpty
    else { return .none }
    let words = SearchWords.outcome(search, keyMap: scene.keyMap)
    let line = TextLine(spans: [Span("── ", Palette.faint)] + words.spans, indent: 3)
    return ListDivider(
      position: search.keptCount, lines: line.wrapped(to: scene.layout.listColumns - 1))
  }

  /// Goes back to where one was when a filter or a search is left.
  private mutating func keepPlace(in list: OrganizationList) {
    let depth = (list.search == nil ? 0 : 1) + (list.isFiltered ? 2 : 0)
    guard depth != self.depth else { return }
    tops[self.depth] = top
    top = depth < self.depth ? tops[depth] ?? 0 : 0
    tops = tops.filter { $0.key < depth }
    self.depth = depth
  }

  private mutating func scroll(
    to selected: Int?, count: Int, _ divider: ListDivider, room: Int
  ) {
    if let selected {
      let line = divider.line(ofRow: selected)
      let start = divider.start(ofRow: selected)
      let end = divider.end(ofRow: selected, of: count)
      if start < top { top = start }
      if end >= top + room { top = min(line, end - room + 1) }
    }
    top = max(0, min(top, count + divider.lines.count - room))
  }

  /// The rows in sight, each with its line on screen.
  private func visibleRows(
    of list: OrganizationList, _ divider: ListDivider, _ layout: Layout
  ) -> [ListCache.VisibleRow] {
    let first = max(0, top - divider.lines.count)
    return list.rows(first..<top + layout.listRows).enumerated().compactMap { offset, row in
      let line = divider.line(ofRow: first + offset) - top
      return (0..<layout.listRows).contains(line) ? ListCache.VisibleRow(line: line, row: row) : nil
    }
  }

  private func drawRows(_ source: ListCache.Source, _ times: TimeWords) -> Canvas {
    let layout = source.layout
    var canvas = Canvas(rows: layout.bodyRows, columns: layout.listColumns)
    let columns = ListColumns(
      width: layout.listColumns, isWide: layout.isWide, hasOnlyNames: layout.listHasOnlyNames)
    for placed in columns.placed {
      canvas.write(
        placed.column.title, row: 0, column: placed.start, width: placed.width,
        style: Palette.heading)
    }
    for (offset, line) in source.divider.lines.enumerated() {
      let row = source.divider.position + offset - source.top
      guard (0..<layout.listRows).contains(row) else { continue }
      canvas.write(line, row: row + 1, column: 0, width: layout.listColumns)
    }
    let former = cache.flatMap { $0.source.drawsRows(like: source) ? $0 : nil }
    for visible in source.rows {
      let row = visible.line + 1
      if let former, let line = former.source.line(of: visible.row) {
        canvas.copyRow(line + 1, of: former.canvas, to: row)
        continue
      }
      let organization = visible.row.organization
      if source.created.contains(organization.id) {
        canvas.write("+", row: row, column: 0, style: Palette.goodMark)
      } else if source.drafts.contains(.organization(organization.id)) {
        canvas.write("*", row: row, column: 0, style: Palette.warningMark)
      }
      for placed in columns.placed {
        let (text, style) = cell(placed.column, of: organization, width: placed.width, times)
        canvas.write(text, row: row, column: placed.start, width: placed.width, style: style)
        if let inquiry = source.inquiry, placed.column.isLookedThrough(by: inquiry) {
          mark(inquiry.needles, in: text, at: placed, row: row, on: &canvas)
        }
      }
    }
    return canvas
  }

  /// Marks the letters that match, as far as they are in sight.
  private func mark(
    _ needles: [FoldedText], in text: String, at placed: ListColumns.Placed, row: Int,
    on canvas: inout Canvas
  ) {
    // More characters than columns are not in sight.
    let characters = Array(text.prefix(placed.width))
    let matches = FoldedText.matches(of: needles, in: String(characters))
    for match in matches {
      let start = DisplayWidth.of(String(characters[..<match.lowerBound]))
      let end = min(placed.width, start + DisplayWidth.of(String(characters[match])))
      guard start < end else { continue }
      canvas.restyle(row: row, column: placed.start + start, width: end - start) {
        $0 = Palette.match
      }
    }
  }

  private func cell(
    _ column: ListColumns.Column, of organization: Organization, width: Int, _ times: TimeWords
  ) -> (text: String, style: Style) {
    switch column {
    case .name:
      organization.name.isBlank
        ? (ListWords.noName, Palette.quiet) : (organization.name, .plain)
    case .domains: (ListWords.domains(organization.domains, width: width), .plain)
    case .externalID: (organization.externalID ?? "", Palette.quiet)
    case .created: (organization.createdAt.map(times.day) ?? "", Palette.quiet)
    case .id: (organization.id.rawValue, Palette.quiet)
    case .updated: (organization.updatedAt.map(times.day) ?? "", Palette.quiet)
    case .stripeCustomerID: (organization.stripeCustomerID ?? "", Palette.quiet)
    }
  }

  /// A row whose delete is on its way: struck through, with what becomes of it on the right.
  private func drawLeaving(
    _ organization: Organization, _ fates: [String], row: Int, _ layout: Layout,
    on canvas: inout Canvas
  ) {
    // A name of which nothing is left says less than a shorter wording.
    let words = " " + fates.fitting(layout.listColumns - ListColumns.gutter - 10)
    let width = DisplayWidth.of(words)
    let nameWidth = max(8, layout.listColumns - ListColumns.gutter - width - 1)
    canvas.fill(row: row, column: 0, rows: 1, columns: layout.listColumns)
    canvas.write(
      organization.name.isBlank ? ListWords.noName : organization.name, row: row,
      column: ListColumns.gutter, width: nameWidth, style: Palette.leaving)
    canvas.writeRight(
      words, row: row, column: 0, width: layout.listColumns - 1, style: Palette.warning)
  }

  private func markSelection(row: Int, _ scene: Scene, on canvas: inout Canvas) {
    let hasKeyboard = !scene.console.detail.isOpen
    canvas.restyle(row: row, column: 0, width: scene.layout.listColumns) { style in
      if hasKeyboard {
        style.attributes.insert(.reverse)
        style.color = .standard
      } else {
        style.attributes.insert(.bold)
      }
    }
    if hasKeyboard {
      canvas.focus = Position(row: row, column: ListColumns.gutter)
    } else {
      canvas.write("▸", row: row, column: 0, style: Palette.accentMark)
    }
  }

  private func drawEmptyList(_ scene: Scene, on canvas: inout Canvas) {
    let layout = scene.layout
    let words = ListWords.empty(
      scene.console, isTyping: searchLine != nil, keyMap: scene.keyMap)
    let width = layout.listColumns - 4
    let lines = words.flatMap { $0.wrapped(to: width) }
    canvas.focus = Position(row: layout.listTop + 1, column: 2)
    for (row, line) in zip((layout.listTop + 1)..., lines) where row < layout.statusRow {
      canvas.write(line, row: row, column: 2, width: width)
    }
  }
}
