import Cells
import Foundation
import ViewModel
import WorkOS

extension Workspace {
  mutating func drawDetail(_ console: Console, now: Date, on canvas: inout Canvas) {
    let wrapped = layOutDetail(console)
    let width = layout.detailColumns
    if console.detail.isOpen {
      canvas.focus = Position(row: layout.bodyTop, column: layout.detailColumn)
    }
    let top = detailCursor.top
    let visible = wrapped.dropFirst(top).prefix(layout.bodyRows)
    var isMarkDrawn = false
    for (row, line) in zip(layout.bodyTop..., visible) {
      canvas.write(line.line, row: row, column: layout.detailColumn, width: width)
      guard line.isMarked else { continue }
      highlight(row: row, on: &canvas)
      if !isMarkDrawn {
        canvas.focus = Position(row: row, column: layout.detailColumn)
        canvas.write("▸", row: row, column: layout.detailColumn - 1, style: Palette.accent)
      }
      isMarkDrawn = true
    }
    let below = wrapped.count - top - layout.bodyRows
    if below > 0 {
      let row = layout.bodyTop + layout.bodyRows - 1
      canvas.fill(row: row, column: layout.detailColumn - 1, rows: 1, columns: width + 1)
      canvas.write(
        "↓ \(below + 1) more lines", row: row, column: layout.detailColumn, width: width,
        style: Palette.quiet)
    }
  }

  private func highlight(row: Int, on canvas: inout Canvas) {
    canvas.restyle(row: row, column: layout.detailColumn, width: layout.detailColumns) { style in
      style.attributes.insert(.reverse)
      style.attributes.remove(.dim)
      style.color = .standard
    }
  }

  /// The detail's lines as they are on screen, and whether each is of the marked one; with it the
  /// cursor learns where they are.
  @discardableResult
  mutating func layOutDetail(_ console: Console) -> [(line: TextLine, isMarked: Bool)] {
    guard let organization = subject(in: console) else { return [] }
    if detailSubject != organization.id {
      detailSubject = organization.id
      detailCursor.turn()
    }
    let width = layout.detailColumns
    let words = DetailLines(
      times: TimeWords(timeZone: surroundings.timeZone), now: drawnAt, columns: width,
      needles: console.list.inquiry?.needles ?? [])
    let lines =
      banner(console, at: drawnAt).map { DetailLine($0) } + words.lines(for: organization)
    var wrapped: [TextLine] = []
    var blocks: [DetailCursor.Block] = []
    for line in lines {
      let start = wrapped.count
      wrapped += line.line.wrapped(to: width)
      if let value = line.value {
        blocks.append(DetailCursor.Block(rows: start..<wrapped.count, value: value))
      }
    }
    detailCursor.fit(blocks, count: wrapped.count, room: layout.bodyRows)
    let marked =
      console.detail.isOpen ? detailCursor.marked.map { blocks[$0].rows } ?? 0..<0 : 0..<0
    return wrapped.enumerated().map { ($1, marked.contains($0)) }
  }

  /// What stands between the person and the organization: that it is gone, going, or not re-read.
  private func banner(_ console: Console, at now: Date) -> [TextLine] {
    if console.detail.isOpen, console.detail.isGone {
      return [
        TextLine(
          "It no longer exists on the server. This is how it was last read.", Palette.danger),
        .empty,
      ]
    }
    if let id = subject(in: console)?.id, let deletion = console.deletions[id] {
      let fate = ListWords.leaving(deletion, in: console, at: now)
      return [TextLine("Being deleted: " + fate, Palette.warning), .empty]
    }
    if let failure = console.detail.failure {
      return [
        TextLine("Not refreshed: " + ErrorWords.sentence(failure), Palette.danger), .empty,
      ]
    }
    return []
  }
}
