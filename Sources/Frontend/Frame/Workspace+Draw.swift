import Cells
import Foundation
import ViewModel
import WorkOS

extension Workspace {
  /// Draws the whole screen as it is at `now`, after scrolling what has to be in sight into it.
  package mutating func draw(
    _ console: Console, rows: Int, columns: Int, now: Date
  ) -> Canvas {
    if hasArrived(in: console) { closeOverlayForGood() }
    drawnAt = now
    // At another size a question shows other lines, which have to be read anew.
    if rows != layout.rows || columns != layout.columns { screenWasAway() }
    layout = Layout(rows: rows, columns: columns, isWide: isWide)
    noteQuestion(in: console)
    var canvas = Canvas(rows: rows, columns: columns)
    guard !layout.isTooSmall else {
      drawTooSmall(console, on: &canvas)
      return canvas
    }
    let news = news(console, now: now)
    layout.newsRows = news.map { $0.lines.count - ($0.isInsteadOfKeys ? 1 : 0) } ?? 0
    drawTitle(console, now: now, on: &canvas)
    drawBody(console, now: now, on: &canvas)
    drawStatus(console, now: now, on: &canvas)
    drawOverlay(console, now: now, on: &canvas)
    drawFooter(console, news, on: &canvas)
    drawCount(on: &canvas)
    return canvas
  }

  private func drawTooSmall(_ console: Console, on canvas: inout Canvas) {
    let isAsked = console.quitting == .asking || console.quitting == .finishing
    let words = [
      "This terminal is too small:", "40×8 is the least.",
      isAsked ? "Make it larger: something is unfinished." : "Make it larger, or ^C to quit.",
    ]
    for (row, text) in words.enumerated() {
      canvas.write(text, row: row, column: 0)
    }
  }

  private mutating func drawBody(_ console: Console, now: Date, on canvas: inout Canvas) {
    if console.editor.session != nil {
      drawForm(console, on: &canvas)
      return
    }
    if layout.hasDetailBeside {
      drawList(console, now: now, on: &canvas)
      for row in layout.bodyTop..<layout.bodyTop + layout.bodyRows {
        canvas.write("│", row: row, column: layout.listColumns, style: Palette.faint)
      }
      drawDetail(console, now: now, on: &canvas)
    } else if console.detail.isOpen {
      drawDetail(console, now: now, on: &canvas)
    } else {
      drawList(console, now: now, on: &canvas)
    }
  }

  private mutating func drawOverlay(_ console: Console, now: Date, on canvas: inout Canvas) {
    switch pane(in: console) {
    case .list, .detail, .filter, .form: break
    case .json: drawJSON(on: &canvas)
    case .copying: drawCopyMenu(console, on: &canvas)
    case .help: drawHelp(on: &canvas)
    case .journal: drawJournal(console, on: &canvas)
    case .drafts: drawDrafts(console, now: now, on: &canvas)
    case .overlaySearch: drawSearchedOverlay(console, now: now, on: &canvas)
    case .restoring:
      if overlay == .drafts { drawDrafts(console, now: now, on: &canvas) }
      drawRestoring(console, on: &canvas)
    case .draftFound: drawDraftFound(console, now: now, on: &canvas)
    case .requests: drawRequests(console, now: now, on: &canvas)
    case .review: drawReview(console, on: &canvas)
    case .rewriting, .losing: drawSaveQuestion(console, on: &canvas)
    case .conflict: drawConflict(console, on: &canvas)
    case .finding: drawFinding(console, on: &canvas)
    case .deletion, .naming: drawDeletionDialog(console, on: &canvas)
    case .discarding:
      if console.editor.session == nil { drawDrafts(console, now: now, on: &canvas) }
      drawDiscardDialog(console, on: &canvas)
    case .quitting: drawQuitDialog(console, on: &canvas)
    }
  }
}
