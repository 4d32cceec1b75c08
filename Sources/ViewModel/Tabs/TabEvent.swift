import Delivery
import Foundation
import WorkOS

/// What happened about the tabs of the open organization.
package enum TabEvent: Equatable, Sendable {
  /// The tab of this number is wanted, 0 for the overview; there may be none.
  case shown(Int)
  /// So many tabs further on, or back when negative; the ends are ends.
  case stepped(by: Int)
  case selectionMoved(by: Int)
  /// The row of this number among those that match, from 0.
  case rowWanted(Int)
  /// This row was marked before, and is again where it still matches.
  case rowMarkedAgain(TabRow.ID)
  case lastRowWanted
  case filterChanged(String)
  case refreshWanted
  /// What is being read is no longer waited for.
  case loadStopped
  /// What is inside the marked row is wanted.
  case insideWanted
  /// Back from there to the rows of the tab.
  case insideLeft
  /// The action of this id is wanted, for the marked row.
  case actionWanted(String)
  /// Of the places that the marked row leads to, the one of this number, from 0.
  case referenceChosen(Int)
  /// None of them.
  case referencesLeft

  // The form
  case textChanged(String, field: String)
  /// One of the choices of a field; `beside`: those that are picked stay, and one of them goes.
  case picked(String, field: String, beside: Bool)
  /// What was typed is to be reviewed.
  case submitted
  case reviewAccepted
  /// Out of the review, or else out of the form, which keeps what was typed.
  case formLeft
  case formDiscarded
  /// The organization is to be shown that has what was refused as taken; what was typed is kept.
  case ownerOpened

  /// What is to become of what was typed before in the form that is wanted.
  case foundAnswered(FoundDraftAnswer)

  // A secret
  case secretShownOrHidden
  /// One of its values was handed to a clipboard, which took it.
  case secretCopied(TabSecret.Value)
  case secretClosed

  // Questions
  case nameTyped(String)
  case confirmed
  case cancelled

  /// The doctor of a domain.
  case doctor(DoctorEvent)

  case undone
  /// What is waited for is no longer.
  case watchStopped
  case answered(RequestID, Result<TabAnswer, WorkOSError>)
}

/// What the server answered a tab.
package enum TabAnswer: Equatable, Sendable {
  case page(Page<TabRow>)
  /// Nil: there is none.
  case row(TabRow?)
  case choices([TabChoice])
  case choicePage(Page<TabChoice>)
  /// Some of those whom rows name by an id alone.
  case users(Page<User>)
  case secret(TabSecret)
  /// What is to be asked before something is sent; nil: nothing.
  case question(TabQuestion?)
}

/// News of a tab.
package enum TabNotice: Equatable, Sendable {
  case done(String)
  /// The answer was lost, and what was wanted is there.
  case doneUnseen(String)
  /// No answer told it, or one that refused it; what is there is most likely what was wanted.
  case likelyDone(String, because: WorkOSError? = nil)
  /// The server refused it, and what was wanted is there.
  case doneDespite(String, WorkOSError)
  case failed(TabWrite.Verb, name: String, WorkOSError)
  /// The server has done it a moment ago, and does it again from then on.
  case tooSoon(TabWrite.Verb, name: String, again: Date)
  /// The answer was lost, and nothing of it is to be seen.
  /// - Parameter because: why the last sending did not tell, of so many.
  case notSeen(TabWrite.Verb, name: String, because: WorkOSError? = nil, tries: Int = 1)
  /// No answer came, and what is there by that name is not what was sent.
  case otherSeen(TabWrite.Verb, name: String)
  /// What is typed in the form that was opened was sent before, and no answer came.
  case mayBeDone
  /// Of what is typed in the form that was opened, someone else has changed these fields since.
  /// `mayBeDone`: and it was sent before, and no answer came.
  case changedSinceTyped([TabChange], mayBeDone: Bool)
  /// The answer was lost, and it could not be looked what became of it.
  /// - Parameter advice: what can be done where no reading will ever show it; nil: another may.
  case unconfirmed(TabWrite.Verb, name: String, advice: String? = nil)
  /// Someone changed what was agreed to, so that nothing was sent.
  case outdated(TabWrite.Verb, name: String, [TabChange])
  /// The same of what was sent once without an answer that told what came of it.
  case changedSinceSent(TabWrite.Verb, name: String, [TabChange])
  /// Someone else removed it before.
  case gone(name: String)
  /// It was there when it was sent, and the answer was that there is none.
  case goneUnanswered(TabWrite.Verb, name: String)
  /// The server said yes, and shows something else than was sent.
  /// - Parameter keepsDraft: what was typed for it is there when its form is opened again.
  case shownOtherwise(TabWrite.Verb, name: String, keepsDraft: Bool = false)
  /// Why nothing was sent, or nothing more, as a sentence.
  /// - Parameters:
  ///   - tries: how often it was sent before that came up, and not carried out.
  ///   - mayBeDone: it was sent still before, without an answer that tells.
  case refused(String, tries: Int = 0, mayBeDone: Bool = false)
  case undone(TabWrite.Verb, name: String)
  /// `stopsTries`: it would have been sent again, and is not.
  case undoTooLate(name: String, stopsTries: Bool)
  /// What a watch has seen, or why it has ended.
  case watched(String)
  /// No answer came to what began it, and whether it has begun is not to be seen.
  case watchedUnseen(String)
  case watchStopped([String])
  /// What it waits for is not there any more.
  case watchGone(String)
  case watchFailed(String, WorkOSError)

  // Answers to a key
  case notPossible(String)
  case noRow(String)
  /// No row is there yet: they are being read.
  case rowsAwaited(String)
  /// No row was read, and none is being read.
  case rowsUnread(String)
  /// Rows that are there could not be read again, or no more of them.
  case rowsNotRefreshed(String, WorkOSError)
  /// The filter finds no row.
  case noMatch(String)
  case underway(name: String)
  /// What the key would begin is being waited for.
  case watchedAlready(String)

  /// Whether the server shows something else than was sent.
  var isOtherwise: Bool {
    if case .shownOtherwise = self { true } else { false }
  }

  /// The same news, with the word that what was typed is kept.
  var keepingDraft: TabNotice {
    guard case .shownOtherwise(let verb, let name, _) = self else { return self }
    return .shownOtherwise(verb, name: name, keepsDraft: true)
  }

  /// Whether something did not work.
  var isFailure: Bool {
    switch self {
    case .failed, .tooSoon, .notSeen, .otherSeen, .mayBeDone, .changedSinceTyped, .unconfirmed,
      .outdated,
      .changedSinceSent, .shownOtherwise, .refused, .watchFailed:
      true
    case .done, .doneUnseen, .likelyDone, .doneDespite, .gone, .goneUnanswered, .undone,
      .undoTooLate, .watched, .watchedUnseen, .watchStopped, .watchGone,
      .notPossible, .noRow, .rowsAwaited, .rowsUnread, .rowsNotRefreshed, .noMatch, .underway,
      .watchedAlready:
      false
    }
  }

  /// Whether it only says why a key did nothing.
  var isAnswerToKey: Bool {
    switch self {
    case .notPossible, .noRow, .rowsAwaited, .rowsUnread, .noMatch, .underway, .watchedAlready: true
    default: false
    }
  }
}
