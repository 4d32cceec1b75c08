/// A form that is wanted, and what was typed in it before: which of the two is meant is asked.
package struct FoundTabDraft: Equatable, Sendable {
  let form: TabForm
  package let draft: TabDraft
  /// How many others there are of the same form.
  package let others: Int

  package static func == (one: FoundTabDraft, other: FoundTabDraft) -> Bool {
    one.draft == other.draft && one.others == other.others
  }
}

extension OrganizationTabs {
  /// Opens the form that was wanted, with what was typed in it before or without.
  mutating func answerFound(_ answer: FoundDraftAnswer, _ turn: inout Turn) {
    guard let found else { return }
    self.found = nil
    let key = found.draft.key
    switch answer {
    case .goOn:
      form = TabFormSession(
        found.form, key, kept: found.draft, taken: taken[found.draft.id], &turn)
      let changes = form?.changedByOthers ?? []
      let isSent = found.draft.sentAt != nil
      turn.notice =
        if !changes.isEmpty {
          .tab(.changedSinceTyped(changes, mayBeDone: isSent))
        } else {
          isSent ? .tab(.mayBeDone) : .draftRestored
        }
    case .beginAfresh:
      form = TabFormSession(found.form, key, kept: nil, &turn)
    case .openNothing: break
    }
  }

  /// Opens the form that was wanted with one draft of it, whichever was typed last.
  mutating func goOn(with id: TabDraft.ID, _ turn: inout Turn) {
    guard let found, let draft = kept[id], draft.key == found.draft.key else { return }
    self.found = FoundTabDraft(form: found.form, draft: draft, others: found.others)
    answerFound(.goOn, &turn)
  }
}
