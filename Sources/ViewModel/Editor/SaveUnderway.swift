import WorkOS

/// How far the saving of a draft has come, kept with it: whoever finds the draft after the program was
/// killed is told.
package struct SaveUnderway: Equatable, Sendable {
  /// Of its requests, those that were carried out.
  package var done: Int
  package var total: Int
  /// The next one was sent, and is not known to have come to nothing.
  package var isSent: Bool

  package init(done: Int, total: Int, isSent: Bool) {
    self.done = done
    self.total = total
    self.isSent = isSent
  }
}

extension Editor {
  /// Keeps with the draft that is open how far its saving has come.
  mutating func noteSaveUnderway() {
    guard let session, session.draft.base != nil else { return }
    let underway: SaveUnderway?
    let isUnknown = session.isOutcomeUnknown || session.formerMayBeDone
    if let act = session.act {
      let isSent =
        if case .sending = session.phase { true } else { act.lostAnswer != nil || isUnknown }
      underway =
        act.done > 0 || isSent
        ? SaveUnderway(done: act.done, total: act.total, isSent: isSent) : nil
    } else if let progress = session.partlySaved {
      underway = SaveUnderway(
        done: progress.done, total: progress.total, isSent: isUnknown)
    } else if isUnknown {
      underway = SaveUnderway(done: 0, total: session.plan.steps.count, isSent: true)
    } else {
      underway = nil
    }
    if session.draft.saveUnderway != underway { self.session?.draft.saveUnderway = underway }
  }
}

extension Draft {
  /// A draft whose saving had begun, on the organization as it is now: what is done is no change any
  /// more. Nil where that cannot be told.
  func going(onFrom organization: Organization) -> Draft? {
    guard var save = saveUnderway, unreadText == nil, !hasUnfinishedRows else { return nil }
    let merge = Merge(before: before, mine: fields, theirs: EditableFields(organization))
    guard merge.conflicts.isEmpty else { return nil }
    var draft = Draft(base: organization, fields: merge.merged)
    let done = save.total - draft.plan().steps.count
    if done > save.done { (save.done, save.isSent) = (done, false) }
    draft.saveUnderway = save
    return draft
  }
}
