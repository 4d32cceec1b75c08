import Foundation

extension Console {
  /// Writes that were sent and not answered, saves that look for other people's changes first,
  /// and deletes that wait to be sent.
  package var hasWritesUnderway: Bool {
    !deletions.underway.isEmpty || !tabs.underway.isEmpty || editor.session?.isUnderway == true
  }

  /// Whether quitting would lose what was typed: drafts that are not on disk as they were typed.
  package var wouldLoseDrafts: Bool {
    !workplace.isReadOnly
      && (tabs.unsavedCount > 0 || editor.hasUnsavedEdits)
      && (!unkeptDrafts.isEmpty || !workplace.keepsRecords)
  }

  /// Quits once every write has ended well; one that did not is something to stay for.
  mutating func finishQuitting(
    wasSaving: Bool, wasAsking: Bool, _ notice: Notice.Subject?
  ) {
    guard quitting == .finishing else { return }
    let saveFailed = wasSaving && editor.session.map { !$0.isUnderway } == true
    // What has to be asked before it is sent was not sent.
    let hasAsked = tabs.asking != nil && !wasAsking
    // What a create has told, and nobody can tell again, is to be seen.
    if saveFailed || hasAsked || notice?.isUndeleted == true || tabs.secret?.isAtStake == true {
      quitting = .no
    } else if !hasWritesUnderway {
      quitting = .done
    }
  }

  mutating func wantToQuit(_ now: Date) {
    if tabs.asksAboutSecret() { return }
    drafts.disk.tryAtOnce(now)
    let isClear = !hasWritesUnderway && !wouldLoseDrafts
    quitting = isClear ? .done : .asking
  }

  mutating func answerQuit(_ answer: QuitAnswer, _ turn: inout Turn) {
    switch answer {
    case .stay:
      // What came due while the question was open can be thought about once more.
      if quitting == .asking {
        deletions.postpone(by: workplace.deleteGrace, at: turn.now)
        tabs.postpone(by: workplace.deleteGrace, at: turn.now)
      }
      quitting = .no
    case .finishFirst:
      deletions.sendAll(&turn)
      tabs.sendAll(&turn)
      quitting = .finishing
    case .abandon:
      _ = deletions.takeBackAll(&turn)
      tabs.forgetRevocable(&turn)
      quitting = .done
    }
  }
}
