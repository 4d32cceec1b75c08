import Cells
import ViewModel
import WorkOS

/// The line in which it is typed what to look for in the JSON, the journal or the requests.
extension Workspace {
  mutating func openOverlayLine() {
    overlaySearch.line = LineEditor(text: overlaySearch.text)
    overlaySearch.start = overlaySearch.match ?? 0
  }

  mutating func overlayTextChanged(to line: LineEditor, _ console: Console) {
    let isChanged = line.text != overlaySearch.line?.text
    overlaySearch.line = line
    guard isChanged else { return }
    overlaySearch.text = line.text
    if overlay == .json { findInJSON() } else { (recordRow, recordTop) = (0, 0) }
  }

  mutating func performInOverlaySearch(_ action: Action, _ console: Console) -> [Command] {
    switch action {
    case .keepText: overlaySearch.line = nil
    case .back:
      overlaySearch = OverlaySearch()
      if overlay != .json { (recordRow, recordTop) = (0, 0) }
    default: return edit(console, in: .overlaySearch) { _ = $0.perform(action) }
    }
    return []
  }

  /// Closes whatever is laid over the panes, with all that was looked for in it.
  mutating func closeOverlayForGood() {
    (overlay, overlayScroll, overlaySearch) = (nil, Scroll(), OverlaySearch())
    overlayBelowHelp = (nil, Scroll())
    soughtOrganization = nil
  }

  func drawOverlayLine(_ line: LineEditor, _ console: Console, on canvas: inout Canvas) {
    let row = layout.footerRow
    canvas.write("/", row: row, column: 1, style: Palette.key)
    let room = max(14, min(40, layout.columns / 4 + 1))
    drawInput(line, row: row, column: 2, width: room, on: &canvas)
    drawKeys(console, from: room + 4, to: layout.columns - 1, on: &canvas)
  }
}
