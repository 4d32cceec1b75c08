import Cells
import Foundation
import ViewModel
import WorkOS

/// The rows of the list as they were drawn last, and from what.
struct ListCache: Sendable {
  struct Source: Equatable, Sendable {
    var rows: [ListedOrganization]
    var top: Int
    var layout: Layout
    var created: Set<Organization.ID>
    var drafts: Set<Draft.Subject>
  }

  var source: Source
  /// Column titles and rows, with nothing selected and nothing leaving.
  var canvas: Canvas
}

extension Workspace {
  mutating func drawList(_ console: Console, now: Date, on canvas: inout Canvas) {
    let list = console.list
    let selected = list.selectedRow
    scrollList(to: selected, count: list.rows.count)

    let source = ListCache.Source(
      rows: list.rows, top: listTop, layout: layout, created: list.shown.created,
      drafts: console.editor.subjects)
    if listCache?.source != source {
      listCache = ListCache(source: source, canvas: drawRows(source))
    }
    if let cached = listCache?.canvas { canvas.draw(cached, row: layout.bodyTop, column: 0) }

    if list.rows.isEmpty { return drawEmptyList(console, on: &canvas) }
    for (row, listed) in visibleRows(of: list.rows) {
      if let deletion = console.deletions[listed.id] {
        let words = ListWords.leaving(deletion, in: console, at: now)
        drawLeaving(listed.organization, words, row: row, on: &canvas)
      }
    }
    if let selected, (listTop..<listTop + layout.listRows).contains(selected) {
      markSelection(row: layout.listTop + selected - listTop, console, on: &canvas)
    }
  }

  private mutating func scrollList(to selected: Int?, count: Int) {
    let room = layout.listRows
    if let selected {
      if selected < listTop { listTop = selected }
      if selected >= listTop + room { listTop = selected - room + 1 }
    }
    listTop = min(listTop, max(0, count - room))
  }

  private func visibleRows(
    of rows: [ListedOrganization]
  ) -> Zip2Sequence<PartialRangeFrom<Int>, ArraySlice<ListedOrganization>> {
    zip(layout.listTop..., rows.dropFirst(listTop).prefix(layout.listRows))
  }

  private func drawRows(_ source: ListCache.Source) -> Canvas {
    var canvas = Canvas(rows: layout.bodyRows, columns: layout.listColumns)
    let columns = ListColumns(width: layout.listColumns, isWide: layout.isWide)
    for placed in columns.placed {
      canvas.write(
        placed.column.title, row: 0, column: placed.start, width: placed.width,
        style: Palette.quiet)
    }
    let times = TimeWords(timeZone: surroundings.timeZone)
    let rows = source.rows.dropFirst(source.top).prefix(layout.listRows)
    for (row, listed) in zip(1..., rows) {
      let organization = listed.organization
      if source.created.contains(organization.id) {
        canvas.write("+", row: row, column: 0, style: Palette.good)
      } else if source.drafts.contains(.organization(organization.id)) {
        canvas.write("*", row: row, column: 0, style: Palette.warning)
      }
      for placed in columns.placed {
        let (text, style) = cell(placed.column, of: organization, width: placed.width, times)
        canvas.write(text, row: row, column: placed.start, width: placed.width, style: style)
      }
    }
    return canvas
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
        style.attributes.remove(.dim)
        style.color = .standard
      } else {
        style.attributes.insert(.bold)
      }
    }
    if !hasKeyboard { canvas.write("▸", row: row, column: 0, style: Palette.accent) }
  }

  private func drawEmptyList(_ console: Console, on canvas: inout Canvas) {
    let words = ListWords.empty(console, keyMap: keyMap)
    let width = layout.listColumns - 4
    let lines = words.flatMap { $0.wrapped(to: width) }
    for (row, line) in zip((layout.listTop + 1)..., lines) where row < layout.statusRow {
      canvas.write(line, row: row, column: 2, width: width)
    }
  }
}
