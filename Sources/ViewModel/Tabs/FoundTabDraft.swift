/// A form that is wanted, and what was typed in it before: which of the two is meant is asked.
package struct FoundTabDraft: Equatable, Sendable {
  let form: TabForm
  package let draft: TabDraft

  package static func == (one: FoundTabDraft, other: FoundTabDraft) -> Bool {
    one.draft == other.draft
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
      form = TabFormSession(found.form, key, kept: found.draft, &turn)
      turn.notice = found.draft.sentAt == nil ? .draftRestored : .tab(.mayBeDone)
    case .beginAfresh:
      form = TabFormSession(found.form, key, kept: nil, &turn)
      // Whatever is typed now, something like it may have been done already.
      form?.sentAt = found.draft.sentAt
    case .openNothing: break
    }
  }
}
