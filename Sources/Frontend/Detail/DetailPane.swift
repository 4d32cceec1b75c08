import Cells
import Foundation
import ViewModel
import WorkOS

extension Workspace {
  mutating func drawDetail(_ console: Console, now: Date, on canvas: inout Canvas) {
    guard let organization = subject(in: console) else { return }
    if detailSubject != organization.id {
      detailSubject = organization.id
      detailScroll = Scroll()
    }
    let width = layout.detailColumns
    var lines = banner(console, at: now)
    lines += DetailLines(
      times: TimeWords(timeZone: surroundings.timeZone), now: now, columns: width,
      needles: console.list.inquiry?.needles ?? []
    )
    .lines(for: organization)
    let wrapped = lines.flatMap { $0.wrapped(to: width) }
    detailScroll.fit(lines: wrapped.count, room: layout.bodyRows)

    if console.detail.isOpen {
      canvas.focus = Position(row: layout.bodyTop, column: layout.detailColumn)
    }
    let visible = wrapped.dropFirst(detailScroll.top).prefix(layout.bodyRows)
    for (row, line) in zip(layout.bodyTop..., visible) {
      canvas.write(line, row: row, column: layout.detailColumn, width: width)
    }
    let below = wrapped.count - detailScroll.top - layout.bodyRows
    if below > 0 {
      let row = layout.bodyTop + layout.bodyRows - 1
      canvas.fill(row: row, column: layout.detailColumn, rows: 1, columns: width)
      canvas.write(
        "↓ \(below + 1) more lines", row: row, column: layout.detailColumn, width: width,
        style: Palette.quiet)
    }
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
