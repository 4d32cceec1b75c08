import Cells
import Foundation
import ViewModel
import WorkOS

/// What there is to tell below the panes, in as many lines as it needs.
struct News {
  var lines: [TextLine]
  /// Whether the keys make room for it; they come back with the next key.
  var isInsteadOfKeys: Bool
}

extension Workspace {
  func news(_ console: Console, now: Date) -> News? {
    let pane = pane(in: console)
    let isWaiting = isWaiting(console, pane)
    guard let line = newsLine(console, pane, now: now) else { return nil }
    // On a small screen there is no room for both.
    let isInstead = isWaiting || [.list, .detail].contains(pane) || layout.rows < 14
    return News(
      lines: Array(line.wrapped(to: layout.columns - 2).prefix(max(1, layout.bodyRows - 2))),
      isInsteadOfKeys: isInstead)
  }

  /// Whether hardly a key does anything until an answer is there.
  private func isWaiting(_ console: Console, _ pane: Pane) -> Bool {
    (pane == .drafts && console.drafts.opening != nil)
      || (pane == .form && console.editor.session?.pending != nil)
  }

  private func newsLine(_ console: Console, _ pane: Pane, now: Date) -> TextLine? {
    if pane == .filter || pane.isQuestion { return nil }
    if pane == .drafts, let opening = console.drafts.opening {
      return openingLine(opening, console, now: now)
    }
    if let notice = console.notice {
      return NoticeWords(timeZone: surroundings.timeZone).line(for: notice.subject)
    }
    guard pane == .form, let session = console.editor.session else { return nil }
    if session.pending != nil {
      return TextLine(
        "Nothing can be typed until the server answers. Esc stops waiting.", Palette.quiet)
    }
    if let problem = session.draft.documentProblem {
      return NoticeWords(timeZone: surroundings.timeZone).line(for: .documentUnread(problem))
    }
    return session.failure.map { TextLine(words(about: $0, in: session), Palette.danger) }
  }

  private func words(about failure: WorkOSError, in session: EditorSession) -> String {
    guard session.refusals.isEmpty else { return ErrorWords.refusedFields(failure) }
    let isGone = failure.isNotFound && session.draft.base != nil
    return ErrorWords.sentence(failure) + (session.isOutcomeUnknown ? Self.unknown : "")
      + (isGone ? Self.gone : "")
  }

  /// The same key, or the same values, are sent again, so that nothing can be made twice.
  private static let unknown = " It may have been saved all the same; ^S again is safe."
  private static let gone = " Esc keeps the draft; D lists it, to create it again or to discard it."
}
