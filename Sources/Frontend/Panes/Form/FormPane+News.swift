import Cells
import Foundation
import ViewModel
import WorkOS

/// What the form tells in the last line where there is nothing else.
extension FormPane {
  func isWaiting(in console: Console) -> Bool {
    !isDiscarding && console.editor.session?.isUnderway == true
  }

  func news(_ scene: Scene) -> TextLine? {
    guard let session = scene.console.editor.session else { return nil }
    if session.isUnderway {
      return TextLine(
        "Nothing can be typed until the server answers. Esc stops waiting.", Palette.quiet)
    }
    if let problem = session.draft.documentProblem {
      return NoticeWords(timeZone: scene.surroundings.timeZone).line(for: .documentUnread(problem))
    }
    // What the server refused may be what the same create has made: that alone would be believed.
    if session.isOutcomeUnknown, session.draft.base == nil, session.faults.failure == nil {
      return TextLine(Self.unknownCreation.trimmed, Palette.danger)
    }
    // In a small room there is none for both: what is wrong stands by the field, with what to do.
    if scene.layout.rows < 14, !session.faults.ofFields.isEmpty {
      return ErrorWords.otherObjections(session.objectionsToNoField)
        .map { TextLine($0, Palette.danger) }
    }
    return session.faults.failure.map { TextLine(words(about: $0, in: session), Palette.danger) }
      ?? scene.unkeptNews(of: session.draftID.map(DraftRow.ID.organization))
  }

  private func words(about failure: WorkOSError, in session: EditorSession) -> String {
    guard session.faults.ofFields.isEmpty else {
      return ErrorWords.refusedFields(failure, beside: session.objectionsToNoField)
    }
    let isGone = failure.isNotFound && session.draft.base != nil
    let unknown = session.draft.base == nil ? Self.unknownCreation : Self.unknownUpdate
    let mayBeDone = session.isOutcomeUnknown || session.formerMayBeDone
    return ErrorWords.sentence(failure) + (mayBeDone ? unknown : "")
      + (isGone ? Self.gone : "")
  }

  /// The organization is read before it is sent again, so that nothing is done twice.
  private static let unknownUpdate = " It may have been saved anyway; ^S checks that first."
  private static let unknownCreation =
    " It may have been created anyway; ^S looks for it before anything is sent."
  private static let gone = " Esc keeps the draft; D lists it, to create it again or to discard it."
}
