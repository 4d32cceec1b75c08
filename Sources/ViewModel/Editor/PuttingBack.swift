import WorkOS

/// What would undo what came of the last save beyond what was asked for.
package struct PuttingBack: Equatable, Sendable {
  package var draft: Draft
  /// What of it someone else may have changed on purpose, in the order of a form.
  package var others: [EditableField] = []
  /// The draft that it became when its form was left.
  var kept: Draft.ID?
}

extension Editor {
  /// Opens the review of what puts the last save right.
  mutating func putBack(_ turn: inout Turn) {
    guard let puttingBack else {
      turn.notice =
        verificationsLost.isEmpty ? .nothingToPutBack : .verificationsLost(verificationsLost)
      return
    }
    guard session == nil else { return }
    guard let kept = puttingBack.kept, drafts[kept] != nil else {
      openReview(of: puttingBack.draft)
      beginPuttingBack()
      return
    }
    goOn(with: kept, &turn)
    guard turn.notice == .draftRestored, session?.draft.hasErrors == false else { return }
    turn.notice = nil
    session?.phase = .reviewing
  }

  /// Has the open form be that of what puts the last save right.
  mutating func beginPuttingBack() {
    session?.putsBack = true
    session?.changedByOthers = puttingBack?.others ?? []
  }

  /// Takes note that a form is left, and whether anything is kept of it.
  mutating func leavePuttingBack(_ session: EditorSession) {
    guard session.putsBack else { return }
    if session.draft.isEmpty {
      puttingBack = nil
    } else {
      puttingBack?.kept = session.draftID
    }
  }

  /// Takes note of what a save has left of the organization: what is there as it should be, or was
  /// changed by that, is not to be put back any more.
  mutating func settlePuttingBack(_ session: EditorSession, _ organization: Organization) {
    guard let draft = puttingBack?.draft, draft.base?.id == organization.id else { return }
    let now = EditableFields(organization)
    var fields = now
    for change in draft.before.changes(to: draft.fields) where now[change.field] == change.old {
      fields[change.field] = change.new
    }
    if session.putsBack || fields == now {
      puttingBack = nil
    } else {
      puttingBack?.draft = Draft(base: organization, fields: fields)
    }
  }
}
