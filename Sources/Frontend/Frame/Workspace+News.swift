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
    let lines = newsLines(console, pane, now: now)
    guard !lines.isEmpty else { return nil }
    // On a small screen there is no room for both.
    let isInstead = isWaiting || [.list, .detail].contains(pane) || layout.rows < 14
    return News(
      lines: Array(
        lines.flatMap { $0.wrapped(to: layout.columns - 2) }.prefix(max(1, layout.bodyRows - 2))),
      isInsteadOfKeys: isInstead)
  }

  /// Whether hardly a key does anything until an answer is there.
  private func isWaiting(_ console: Console, _ pane: Pane) -> Bool {
    (pane == .drafts && console.drafts.opening != nil) || console.detail.sought != nil
      || (pane == .form && console.editor.session?.isUnderway == true)
  }

  private func newsLines(_ console: Console, _ pane: Pane, now: Date) -> [TextLine] {
    if pane == .filter || pane == .overlaySearch || pane.isQuestion { return [] }
    if pane == .drafts, let opening = console.drafts.opening {
      return [openingLine(opening.read, console, now: now)]
    }
    if let sought = console.detail.sought {
      return [openingLine(sought.read, console, now: now)]
    }
    if let notice = console.notice {
      let words = NoticeWords(timeZone: surroundings.timeZone)
      return ([notice] + console.otherNotices).map { words.line(for: $0.subject) }
    }
    return formLine(console, pane).map { [$0] } ?? []
  }

  private func formLine(_ console: Console, _ pane: Pane) -> TextLine? {
    guard pane == .form, let session = console.editor.session else { return nil }
    if session.isUnderway {
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
    let unknown = session.draft.base == nil ? Self.unknownCreation : Self.unknownUpdate
    return ErrorWords.sentence(failure) + (session.isOutcomeUnknown ? unknown : "")
      + (isGone ? Self.gone : "")
  }

  /// The organization is read before it is sent again, so that nothing is done twice.
  private static let unknownUpdate = " It may have been saved anyway; ^S checks that first."
  private static let unknownCreation =
    " It may have been created anyway; ^S looks for it before anything is sent."
  private static let gone = " Esc keeps the draft; D lists it, to create it again or to discard it."
}
