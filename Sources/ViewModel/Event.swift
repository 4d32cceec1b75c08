import Delivery
import Foundation
import WorkOS

/// Something that happened: a person acted, an answer arrived, or time passed.
package enum Event: Equatable, Sendable {
  case started
  case timePassed
  case list(ListEvent)
  case detail(DetailEvent)
  case editor(EditorEvent)
  case deletion(DeletionEvent)
  case tab(TabEvent)
  case events(EventsEvent)
  case answers(AnswersEvent)
  case organizationRead(RequestID, Result<Organization, WorkOSError>)
  /// The server answered something; what came with it.
  case answerCame(AnswerSide)
  /// A request failed, and will be sent again by itself.
  case retryPlanned(RetryWait)
  case draftsLoaded([KeptDraft], ofTabs: [KeptTabDraft] = [])
  case drafts(DraftsEvent)
  /// The editor of a program that was killed has left a text of this draft.
  case documentFound(EditedDocument, Draft, Draft.ID)
  case journal(JournalEvent)
  case restoring(RestoringEvent)
  /// A request has come to its end; what it was, for whoever wants to know.
  case requestLogged(LoggedRequest)
  /// The journal could not be kept, or drafts not be read; nil: now it could again.
  case recordWritten(RecordError?)
  /// A draft was kept on disk or removed from there, or could not be.
  case draftWritten(DraftWritten)
  /// The front end has something to say in the status line.
  case noticed(Notice.Subject)
  case quitWanted
  case quitAnswered(QuitAnswer)
  /// A key was pressed, whatever it did: news that was there long enough goes.
  case keyPressed
  /// The screen has become so small that nothing can be read on it, or is large enough again.
  case sightChanged(isOutOfSight: Bool)
  /// What was typed was left or sent, or something was opened: news that was about it goes.
  case wentOn
}

/// What to do with what is unfinished when quitting.
package enum QuitAnswer: Equatable, Sendable {
  case stay
  /// Send the queued deletes now, wait for every write, then quit.
  case finishFirst
  /// Take the queued deletes back, give up the drafts, and quit at once.
  case abandon
}

extension Event {
  /// Whether it brings what is on disk already.
  var isFromDisk: Bool {
    switch self {
    case .draftsLoaded: true
    default: false
    }
  }

  /// The request this event answers, when it answers one.
  var answered: RequestID? {
    switch self {
    case .list(.pageArrived(let id, _)), .editor(.saved(let id, _)),
      .editor(.domainChanged(let id, _)), .editor(.found(let id, _)),
      .editor(.rolesRead(let id, _)), .editor(.adminFound(let id, _)),
      .editor(.membershipRead(let id, _)), .editor(.adminAnswered(let id, _)),
      .deletion(.answered(let id, _)), .deletion(.counted(let id, _)), .tab(.answered(let id, _)),
      .events(.pageArrived(let id, _)), .detail(.auditLogRead(let id, _)),
      .answers(.answered(let id, _)), .organizationRead(let id, _):
      id
    case .started, .timePassed, .list, .detail, .editor, .deletion, .tab, .events, .answers,
      .answerCame,
      .retryPlanned,
      .draftsLoaded, .drafts, .documentFound, .journal, .restoring, .requestLogged, .recordWritten,
      .draftWritten, .noticed,
      .quitWanted, .quitAnswered, .keyPressed, .sightChanged, .wentOn:
      nil
    }
  }

  /// Whether the person did something with it, and not time, the server or the disk.
  var isByHand: Bool {
    switch self {
    case .tab(.doctor(.answered)): false
    case .list, .detail, .editor, .deletion, .tab, .events, .answers, .drafts, .journal, .restoring:
      answered == nil
    default: false
    }
  }

  /// Whether it leads to nothing where there is no news.
  var onlyDropsNews: Bool {
    switch self {
    case .keyPressed, .wentOn: true
    default: false
    }
  }

  /// Why there is no answer, or none that is a yes; nil where it answers nothing.
  var failure: WorkOSError? {
    switch self {
    case .list(.pageArrived(_, let result)): result.failure
    case .editor(.saved(_, let result)): result.failure
    case .editor(.domainChanged(_, let result)): result.failure
    case .editor(.found(_, let result)): result.failure
    case .editor(.rolesRead(_, let result)): result.failure
    case .editor(.adminFound(_, let result)): result.failure
    case .editor(.membershipRead(_, let result)): result.failure
    case .editor(.adminAnswered(_, let result)): result.failure
    case .deletion(.answered(_, let result)): result.failure
    case .deletion(.counted(_, let result)): result.failure
    case .tab(.answered(_, let result)): result.failure
    case .events(.pageArrived(_, let result)): result.failure
    case .detail(.auditLogRead(_, let result)): result.failure
    case .answers(.answered(_, let result)): result.failure
    case .organizationRead(_, let result): result.failure
    case .started, .timePassed, .list, .detail, .editor, .deletion, .tab, .events, .answers,
      .answerCame,
      .retryPlanned,
      .draftsLoaded, .drafts, .documentFound, .journal, .restoring, .requestLogged, .recordWritten,
      .draftWritten, .noticed, .quitWanted, .quitAnswered, .keyPressed, .sightChanged, .wentOn:
      nil
    }
  }
}
