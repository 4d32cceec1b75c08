import Cells
import Foundation
import ViewModel
import WorkOS

/// The rows of the list as they were drawn last, and from what.
struct ListCache: Sendable {
  /// A row in sight, and its line on screen.
  struct VisibleRow: Equatable, Sendable {
    var line: Int
    var row: ListedOrganization
  }

  struct Source: Equatable, Sendable {
    var rows: [VisibleRow]
    var divider: ListDivider
    var top: Int
    var layout: Layout
    var created: Set<Organization.ID>
    var drafts: Set<Draft.Subject>
    var inquiry: Inquiry?
  }

  var source: Source
  /// Column titles and rows, with nothing selected and nothing leaving.
  var canvas: Canvas
}

/// Lines among the rows, which say where what follows comes from.
struct ListDivider: Equatable, Sendable {
  /// The number of rows above it.
  var position = 0
  var lines: [TextLine] = []

  static let none = ListDivider()

  /// The line of a row, counted from the first one of the list.
  func line(ofRow row: Int) -> Int { row < position ? row : row + lines.count }

  /// The line from which a row is in sight with what is said right above it.
  func start(ofRow row: Int) -> Int { row == position ? row : line(ofRow: row) }
}

extension Workspace {
  mutating func drawList(_ console: Console, now: Date, on canvas: inout Canvas) {
    let list = console.list
    let selected = list.selectedRow
    let divider = divider(in: list)
    keepPlace(in: list)
    scrollList(to: selected, count: list.rows.count, divider)

    let source = ListCache.Source(
      rows: visibleRows(of: list, divider), divider: divider, top: listTop, layout: layout,
      created: list.created, drafts: console.editor.subjects, inquiry: list.inquiry)
    if listCache?.source != source {
      listCache = ListCache(source: source, canvas: drawRows(source))
    }
    if let cached = listCache?.canvas { canvas.draw(cached, row: layout.bodyTop, column: 0) }

    if list.rows.isEmpty { return drawEmptyList(console, on: &canvas) }
    for visible in source.rows where !console.deletions.underway.isEmpty {
      if let deletion = console.deletions[visible.row.id] {
        let words = ListWords.leaving(deletion, in: console, at: now)
        let row = layout.listTop + visible.line
        drawLeaving(visible.row.organization, words, row: row, on: &canvas)
      }
    }
    if let selected {
      let line = divider.line(ofRow: selected) - listTop
      guard (0..<layout.listRows).contains(line) else { return }
      markSelection(row: layout.listTop + line, console, on: &canvas)
    }
  }

  /// What stands between the loaded rows and those of the server.
  private func divider(in list: OrganizationList) -> ListDivider {
    guard !list.isFiltered, let search = list.search, search.isOnFirstPage, !search.rows.isEmpty
    else { return .none }
    let words = SearchWords.outcome(search, keyMap: keyMap)
    let line = TextLine(spans: [Span("── ", Palette.faint)] + words.spans, indent: 3)
    return ListDivider(
      position: search.keptCount, lines: line.wrapped(to: layout.listColumns - 1))
  }

  /// Goes back to where one was when a filter or a search is left.
  private mutating func keepPlace(in list: OrganizationList) {
    let depth = (list.search == nil ? 0 : 1) + (list.isFiltered ? 2 : 0)
    guard depth != listDepth else { return }
    listTops[listDepth] = listTop
    listTop = depth < listDepth ? listTops[depth] ?? 0 : 0
    listTops = listTops.filter { $0.key < depth }
    listDepth = depth
  }

  private mutating func scrollList(to selected: Int?, count: Int, _ divider: ListDivider) {
    let room = layout.listRows
    if let selected {
      let line = divider.line(ofRow: selected)
      let start = divider.start(ofRow: selected)
      if start < listTop { listTop = start }
      if line >= listTop + room { listTop = line - room + 1 }
    }
    listTop = max(0, min(listTop, count + divider.lines.count - room))
  }

  /// The rows in sight, each with its line on screen.
  private func visibleRows(
    of list: OrganizationList, _ divider: ListDivider
  ) -> [ListCache.VisibleRow] {
    let rows = list.rows
    let first = max(0, listTop - divider.lines.count)
    let end = min(rows.count, listTop + layout.listRows)
    guard first < end else { return [] }
    return (first..<end)
      .map { ListCache.VisibleRow(line: divider.line(ofRow: $0) - listTop, row: rows[$0]) }
      .filter { (0..<layout.listRows).contains($0.line) }
  }

  private func drawRows(_ source: ListCache.Source) -> Canvas {
    var canvas = Canvas(rows: layout.bodyRows, columns: layout.listColumns)
    let columns = ListColumns(width: layout.listColumns, isWide: layout.isWide)
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
    let times = TimeWords(timeZone: surroundings.timeZone)
    for visible in source.rows {
      let (row, organization) = (visible.line + 1, visible.row.organization)
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
    _ organization: Organization, _ fate: String, row: Int, on canvas: inout Canvas
  ) {
    let words = " " + fate
    let width = DisplayWidth.of(words)
    let nameWidth = max(8, layout.listColumns - ListColumns.gutter - width - 1)
    canvas.fill(row: row, column: 0, rows: 1, columns: layout.listColumns)
    canvas.write(
      organization.name.isBlank ? ListWords.noName : organization.name, row: row,
      column: ListColumns.gutter, width: nameWidth, style: Palette.leaving)
    canvas.writeRight(
      words, row: row, column: 0, width: layout.listColumns - 1, style: Palette.warning)
  }

  private func markSelection(row: Int, _ console: Console, on canvas: inout Canvas) {
    let hasKeyboard = !console.detail.isOpen
    canvas.restyle(row: row, column: 0, width: layout.listColumns) { style in
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

  private func drawEmptyList(_ console: Console, on canvas: inout Canvas) {
    let words = ListWords.empty(console, keyMap: keyMap)
    let width = layout.listColumns - 4
    let lines = words.flatMap { $0.wrapped(to: width) }
    canvas.focus = Position(row: layout.listTop + 1, column: 2)
    for (row, line) in zip((layout.listTop + 1)..., lines) where row < layout.statusRow {
      canvas.write(line, row: row, column: 2, width: width)
    }
  }
}
