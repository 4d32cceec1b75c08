import Delivery
import Foundation
import WorkOS

/// Something that happened and that the person should hear of, until it is old news.
package struct Notice: Equatable, Sendable {
  package enum Subject: Equatable, Sendable {
    case firstPage
    case lastPage
    /// The detail is at an end of the list, or of what matches.
    case firstOrganization
    case lastOrganization
    /// A key leads further where nothing more is.
    case atEnd(End)
    /// A movement by so many rows ended before.
    case stoppedShort(rows: Int, of: Int, at: End)
    /// Esc at the root, where nothing is open, filtered or loading.
    case nothingToLeave
    /// A key that does nothing in its pane, and the one that shows those that do.
    case keyUnbound(key: String, help: String?)
    /// A key that came so close behind a paste that it was taken for a part of it.
    case keyBehindPaste
    /// A key that does nothing right now, and why, as a sentence.
    case notPossible(because: String)
    /// A line of the detail that no form holds.
    case lineNotEditable(what: String)
    case noMatch
    /// The next match is the row that is marked.
    case onlyMatch
    case loadStopped
    case listMoved(PageMovement, since: Date)
    case cursorRepeated
    case organizationGone(name: String)
    case created(name: String)
    /// The person knows it for what a create has made whose answer was lost; in these fields it is not
    /// what was sent.
    case takenForCreated(name: String, [EditableField])
    /// The first admin of an organization was added, or was a member already.
    case adminAdded(organization: String, isNew: Bool, admin: String, role: String)
    /// The first admin is a member in another role than was wanted.
    /// `wasThere`: and was one already, so that nothing was sent for them.
    case adminInOtherRole(
      organization: String, isNew: Bool, admin: String, role: String, wanted: String, wasThere: Bool
    )
    case updated(name: String)
    /// The server took the change, and shows other values in these fields than were sent.
    /// `beside`: fields that someone else, or the server, has changed besides.
    /// `unverified`: domains that have lost their verification meanwhile.
    case savedOtherwise(
      name: String, [EditableField], beside: [EditableField] = [],
      unverified: [FieldDifference] = [])
    case nothingToSave
    case fieldsNeedAttention(Int)
    /// Fields for which neither side was chosen.
    case conflictsUndecided(Int)
    /// What was written in an editor is now what the form holds.
    case documentTaken
    case documentUnread(DocumentProblem)
    case documentEmpty
    /// What was saved in an editor before the program was killed is in a draft.
    /// `isApart`: and in a second one, as both had changed the same field.
    case documentBroughtBack(name: String, isApart: Bool = false)
    /// Two pairs have one key, which a document cannot hold.
    case keysRepeated
    /// A delete that is under way has to be in sight.
    case deletionBeforeDocument
    case editorFailed(EditorFailure)
    /// It may have a window of its own; the flag is the one by which it would wait, where known.
    case editorReturnedAtOnce(command: String, flag: String?)
    /// The form was closed before what was saved in the editor's file could be taken over.
    case editorFileLeft(path: String)
    case draftKept
    case draftRestored
    /// The form has a draft whose saving had stopped on its way.
    case draftPartlySaved(SaveUnderway)
    /// The server turned out to have all of a draft whose saving had begun.
    case draftCarriedOut(name: String)
    case draftDiscarded
    case writeStopped
    case deletionUndone(name: String)
    case nothingToUndo
    /// It may have been carried out; `stopsTries`: it would have been sent again, and is not.
    case undoTooLate(name: String, stopsTries: Bool)
    case deleted(name: String, already: Bool)
    case deletionFailed(name: String, WorkOSError)
    /// Someone changed the organization after its delete was confirmed.
    case deletionOutdated(name: String)
    /// What goes with it is not what it was when its delete was confirmed.
    case deletionMiscounted(name: String, Holding, was: Holding.Count?, is: Holding.Count)
    /// What goes with it was agreed to, and could not be counted once more.
    case deletionUncounted(name: String, Holding, WorkOSError)
    /// Its delete was sent once without an answer that told, and it is another by now.
    case deletionNotRepeated(name: String)
    /// It was there when its delete was sent, and the answer was that there is none.
    case deletionFoundDone(name: String)
    case deletionUnconfirmed(name: String)
    /// The answer was lost, and the organization is still there.
    case deletionNotSeen(name: String, WorkOSError?, tries: Int)
    /// Time passed that nobody could see, so that the grace time of these begins anew.
    case graceBegunAnew(Queued, because: Unseen = .stopped, canBeTakenBack: Bool = true)
    /// Of the requests of a save so many were carried out when the person stopped it; the form holds
    /// the rest.
    case saveStopped(done: Int, of: Int)
    /// Of the requests of a save, one was not carried out after others were.
    /// `isUnknown`: its answer was lost, so that it may have been carried out.
    case savedPartly(
      done: Int, of: Int, failed: SavePlan.Step, WorkOSError?, isUnknown: Bool)
    /// It was saved, and besides something changed that was not sent.
    case savedBesideChanges(
      name: String, [EditableField], unverified: [FieldDifference] = [])
    /// It is kept as long as the program runs; on disk it is not.
    case draftKeptHereOnly
    /// What is to be sent has changed since it was shown, and is shown again.
    case reviewOutdated
    case nothingToPutBack
    /// Nothing of the last save can be put back: these domains lost their verification with it.
    case verificationsLost([FieldDifference])
    case readFailed(WorkOSError)
    /// The server refused to tell events that were followed, so that they no longer are.
    case followingEnded(WorkOSError)
    /// The other end of the list could not be read, and the rows that were there stay.
    case orderNotRead(WorkOSError)
    case busySaving
    /// The server takes no key any more, so that nothing can be written.
    case keyRefused
    /// The organization is gone, or on its way.
    case organizationGoneAlready(name: String)
    case organizationLeaving(name: String)
    /// What went to a clipboard, and how many control characters were left out of it.
    case copied(what: String, summary: String = "", by: CopyWay = .asked, dropped: Int = 0)
    /// There is no way to a clipboard; these programs were asked, and did not take it.
    case notCopied(what: String, summary: String, programs: [String] = [])
    case nothingToCopy(what: String)
    /// A line of the journal or of the requests names no organization.
    case nothingToOpen
    /// Nothing in the form is known to be another organization's.
    case noOwner
    /// The journal has only lines of here.
    case nothingElsewhere
    /// The next place of a text is wanted, and none was given.
    case nothingLookedFor
    /// A key of the form that is about another row than the one with the caret.
    case rowNotRemovable
    case noStateHere
    /// What was typed as a domain held more than its host name, or as an id more than the id, and only
    /// that is in the form now.
    case valueTaken(String, from: String)
    /// How many line breaks and other control characters of what was pasted are blanks now.
    case pastedAsOneLine(Int)
    case copyTooLong
    case readOnly
    case recordFailed(RecordError)
    /// `mayExist`: how many of them are of organizations whose create was sent without an answer.
    case draftsBroughtBack(Int, mayExist: Int = 0)
    /// It was not done.
    case nothingToRevert
    /// What was created may be in use, and is deleted where that is seen.
    case createNotReverted
    /// The journal does not hold both what was before and what came of it.
    case revertUnknown
    /// What a delete may have taken away is there, so that there is nothing to create again.
    case stillThere(name: String)
    /// A write that the journal tells, and that can be taken back in its tab alone.
    case notTakenBack(kind: String)
    /// What was typed in the form of a tab is not on disk.
    case tabFormKept
    case otherEnvironment
    case alreadyAsItWas
    /// There is no user with this address or id, and no invitation to the address.
    case nobodyHas(PersonName)
    /// A search has found a person whose card is not opened over what was opened meanwhile.
    case personFound(String, isUser: Bool)
    /// A search holds several addresses, and whose card is wanted is not known.
    case severalAddresses(Int)
    /// Whether there is somebody with the address could not be read.
    case personUnread(WorkOSError)
    case tab(TabNotice)

    /// Whether it tells of a delete that did not, or may not, have come about.
    var isUndeleted: Bool {
      if case .deletionFailed = self { return true }
      if case .deletionOutdated = self { return true }
      if case .deletionMiscounted = self { return true }
      if case .deletionUncounted = self { return true }
      if case .deletionNotRepeated = self { return true }
      if case .deletionUnconfirmed = self { return true }
      if case .deletionNotSeen = self { return true }
      if case .tab(let notice) = self { return notice.isFailure }
      return false
    }

    /// Whether it only says why a key did nothing, or where one is: the next key makes it untrue.
    var isAnswerToKey: Bool {
      switch self {
      case .firstPage, .lastPage, .firstOrganization, .lastOrganization, .atEnd, .stoppedShort,
        .nothingToLeave, .keyUnbound, .keyBehindPaste, .notPossible,
        .lineNotEditable, .nothingToOpen, .nothingElsewhere, .nothingLookedFor, .rowNotRemovable,
        .noStateHere, .noOwner, .noMatch, .onlyMatch, .loadStopped, .nothingToSave, .nothingToUndo,
        .nothingToCopy,
        .nothingToPutBack, .verificationsLost, .nothingToRevert, .createNotReverted, .revertUnknown,
        .stillThere,
        .notTakenBack, .tabFormKept,
        .alreadyAsItWas, .readOnly, .organizationLeaving,
        .organizationGoneAlready, .otherEnvironment:
        true
      case .tab(let notice): notice.isAnswerToKey
      default: false
      }
    }

    /// Whether it tells what came of the last search for a person.
    var isAboutSearch: Bool {
      switch self {
      case .nobodyHas, .personFound, .severalAddresses, .personUnread: true
      default: false
      }
    }

    /// Whether it is about what was typed just now, as long as that is not left or sent.
    var isAboutTyping: Bool { if case .pastedAsOneLine = self { true } else { false } }

    /// Whether it is about what a form or a conflict holds.
    var isAboutForm: Bool {
      switch self {
      case .fieldsNeedAttention, .conflictsUndecided, .tab(.mayBeDone), .tab(.changedSinceTyped):
        true
      default: false
      }
    }

    /// Whether it tells what came of a save of this form before, or why there was none.
    var isAboutFormerSave: Bool {
      switch self {
      case .savedPartly, .keyRefused, .editorFailed: true
      default: false
      }
    }

    /// Whether it tells so little that nothing else makes room for it.
    package var givesWay: Bool {
      switch self {
      case .atEnd, .stoppedShort, .nothingToLeave: true
      default: false
      }
    }

    /// Whether it is about the key that was pressed last, and about nothing else.
    package var isAboutKey: Bool {
      switch self {
      case .keyUnbound, .keyBehindPaste, .notPossible: true
      default: false
      }
    }

    /// Whether something did not work, so that no lesser news may hide it.
    var isFailure: Bool {
      switch self {
      case .deletionFailed, .deletionOutdated, .deletionMiscounted, .deletionUncounted,
        .deletionNotRepeated, .deletionUnconfirmed, .deletionNotSeen, .readFailed,
        .followingEnded,
        .orderNotRead, .recordFailed, .fieldsNeedAttention, .conflictsUndecided, .keyRefused,
        .copyTooLong,
        .notCopied, .personUnread,
        .savedOtherwise, .savedPartly, .adminInOtherRole, .draftKeptHereOnly, .editorFailed,
        .editorFileLeft:
        true
      case .tab(let notice): notice.isFailure
      case .firstPage, .lastPage, .firstOrganization, .lastOrganization, .atEnd, .stoppedShort,
        .nothingToLeave, .keyUnbound, .keyBehindPaste, .notPossible,
        .lineNotEditable, .nothingToOpen, .nothingElsewhere, .nothingLookedFor, .rowNotRemovable,
        .noStateHere, .noOwner, .noMatch, .onlyMatch, .loadStopped, .listMoved, .cursorRepeated,
        .organizationGone, .created, .takenForCreated, .adminAdded, .updated, .savedBesideChanges,
        .saveStopped,
        .nothingToSave,
        .documentTaken,
        .documentUnread,
        .editorReturnedAtOnce,
        .documentEmpty, .documentBroughtBack,
        .keysRepeated,
        .deletionBeforeDocument, .draftKept, .draftRestored, .draftPartlySaved, .draftCarriedOut,
        .draftDiscarded, .writeStopped, .deletionUndone, .nothingToUndo, .undoTooLate, .deleted,
        .busySaving, .organizationGoneAlready, .organizationLeaving, .copied, .nothingToCopy,
        .readOnly, .graceBegunAnew, .reviewOutdated, .nothingToPutBack, .verificationsLost,
        .draftsBroughtBack,
        .valueTaken, .pastedAsOneLine,
        .deletionFoundDone, .nothingToRevert, .createNotReverted, .revertUnknown, .stillThere,
        .notTakenBack, .tabFormKept,
        .otherEnvironment, .alreadyAsItWas, .nobodyHas, .personFound, .severalAddresses:
        false
      }
    }
  }

  /// What waits to be sent.
  package enum Queued: Equatable, Sendable {
    /// So many deletes of organizations.
    case deletes(Int)
    /// What is done to this row of a tab.
    case change(TabWrite.Verb, name: String)
    /// So many, not only deletes.
    case several(Int)
  }

  /// Why nobody could see something count down.
  package enum Unseen: Equatable, Sendable {
    case stopped
    case screenTooSmall
  }

  /// Where nothing more is.
  package enum End: Equatable, Sendable {
    case firstRow
    case lastRow
    case firstRowOfPage
    case lastRowOfPage
    /// The row that was wanted is the marked one.
    case thisRow
    /// There are no rows to move in.
    case noRow
    case lastTab
    case beginningOfText
    case endOfText
  }

  package var subject: Subject
  package var since: Date

  /// Notices stay at least this many seconds, however fast the keys come.
  static let shortestStay: TimeInterval = 3

  func isOld(at now: Date) -> Bool { now.timeIntervalSince(since) >= Self.shortestStay }
}
