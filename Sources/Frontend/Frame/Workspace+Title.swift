import Cells
import ViewModel

extension Workspace {
  func drawTitle(_ console: Console, on canvas: inout Canvas) {
    var column = 1
    column += canvas.write("workos-console", row: 0, column: column, style: Palette.title) + 2
    let (word, style) = badge(of: console.workplace.kind)
    column += canvas.write(" \(word) ", row: 0, column: column, style: style) + 1
    if console.workplace.isReadOnly {
      column += canvas.write(
        " READ-ONLY ", row: 0, column: column, style: Palette.readOnlyBadge) + 1
    }
    canvas.writeRight(
      console.workplace.host, row: 0, column: column + 1,
      width: max(0, layout.columns - column - 2), style: Palette.quiet)
  }

  private func badge(of kind: Workplace.Kind) -> (word: String, style: Style) {
    switch kind {
    case .sandbox: ("SANDBOX", Palette.sandboxBadge)
    case .test: ("TEST", Palette.testBadge)
    case .live: ("LIVE", Palette.liveBadge)
    case .unknown: ("UNKNOWN KEY", Palette.liveBadge)
    }
  }
}
