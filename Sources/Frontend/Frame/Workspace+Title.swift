import Cells
import Foundation
import ViewModel

extension Workspace {
  func drawTitle(_ console: Console, now: Date, on canvas: inout Canvas) {
    var column = 1
    column += canvas.write("workos-console", row: 0, column: column, style: Palette.title) + 2
    column += canvas.write(badge(of: console.workplace.kind), row: 0, column: column, width: 16) + 2
    if console.workplace.isReadOnly {
      column += canvas.write("READ-ONLY", row: 0, column: column, style: Palette.readOnlyBadge) + 2
    }
    // What covers the status line does not cover a delete that counts down.
    if pane(in: console).coversStatus, let words = leaving(in: console, now: now) {
      canvas.writeRight(
        words, row: 0, column: column + 1, width: max(0, layout.columns - column - 2),
        style: Palette.warning)
      return
    }
    canvas.writeRight(
      console.workplace.host, row: 0, column: column + 1,
      width: max(0, layout.columns - column - 2), style: Palette.quiet)
  }

  /// The kind of environment, as a word that also reads without colour.
  func badge(of kind: Workplace.Kind) -> TextLine {
    switch kind {
    case .sandbox: TextLine("SANDBOX", Palette.sandboxBadge)
    case .test: TextLine("TEST", Palette.testBadge)
    case .live: TextLine(" LIVE ", Palette.liveBadge)
    case .unknown: TextLine(" UNKNOWN KEY ", Palette.liveBadge)
    }
  }
}
