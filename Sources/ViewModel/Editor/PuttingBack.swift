/// What would undo what came of the last save beyond what was asked for.
package struct PuttingBack: Equatable, Sendable {
  package var draft: Draft
  /// What of it someone else may have changed on purpose, in the order of a form.
  package var others: [EditableField] = []
}

extension Editor {
  /// Opens the review of what puts the last save right.
  mutating func putBack(_ turn: inout Turn) {
    guard let puttingBack else {
      turn.notice = .nothingToPutBack
      return
    }
    guard session == nil else { return }
    self.puttingBack = nil
    openReview(of: puttingBack.draft)
    session?.changedByOthers = puttingBack.others
  }
}
