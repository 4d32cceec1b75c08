import Cells
import Foundation
import ViewModel
import WorkOS

extension Workspace {
  mutating func drawDetail(_ console: Console, now: Date, on canvas: inout Canvas) {
    guard let organization = subject(in: console) else { return }
    if detailSubject != organization.id {
      detailSubject = organization.id
      detailTop = 0
    }
    let width = layout.detailColumns
    var lines = banner(console)
    lines += DetailLines(
      times: TimeWords(timeZone: surroundings.timeZone), now: now, columns: width
    )
    .lines(for: organization)
    let wrapped = lines.flatMap { $0.wrapped(to: width) }
    detailTop = min(detailTop, max(0, wrapped.count - layout.bodyRows))

    let visible = wrapped.dropFirst(detailTop).prefix(layout.bodyRows)
    for (row, line) in zip(layout.bodyTop..., visible) {
      canvas.write(line, row: row, column: layout.detailColumn, width: width)
    }
    let below = wrapped.count - detailTop - layout.bodyRows
    if below > 0 {
      let row = layout.bodyTop + layout.bodyRows - 1
      canvas.fill(row: row, column: layout.detailColumn, rows: 1, columns: width)
      canvas.write(
        "↓ \(below + 1) more lines", row: row, column: layout.detailColumn, width: width,
        style: Palette.quiet)
    }
  }

  /// What stands between the person and the organization: that it is gone, going, or not re-read.
  private func banner(_ console: Console) -> [TextLine] {
    if console.detail.isOpen, console.detail.isGone {
      return [
        TextLine("No longer on the server. This is what was last read.", Palette.danger), .empty,
      ]
    }
    if let id = subject(in: console)?.id, console.deletions[id] != nil {
      return [
        TextLine("A delete is on its way; z takes it back in time.", Palette.warning), .empty,
      ]
    }
    if let failure = console.detail.failure {
      return [
        TextLine("Not read again: " + ErrorWords.sentence(failure), Palette.danger), .empty,
      ]
    }
    return []
  }
}
