import Delivery
import Foundation
import WorkOS

/// Everything the console knows and has under way, as one value.
package struct Console: Equatable, Sendable {
  package let workplace: Workplace
  package internal(set) var list: OrganizationList
  package internal(set) var detail = Detail()
  package internal(set) var overview = Overview()
  package internal(set) var editor = Editor()
  package internal(set) var drafts = Drafts()
  package internal(set) var deletions = Deletions()
  package internal(set) var tabs: OrganizationTabs
  /// What happened in the open organization.
  package internal(set) var events = OrganizationEvents()
  package internal(set) var answers = Answers()
  package internal(set) var notice: Notice?
  package internal(set) var access = Access.untried
  /// What the server last said about its rate limit, if it ever did.
  package internal(set) var rateLimit: RateLimit?
  /// Requests that failed and wait to be sent again.
  package internal(set) var retries: [RequestID: RetryWait] = [:]
  /// What this session has sent, newest first.
  package internal(set) var requests: [LoggedRequest] = []
  package internal(set) var journal = Journal()
  /// What is about to be created again, while the person is asked.
  package internal(set) var restoring: Restoring?
  package internal(set) var quitting = Quitting.no
  /// Whether nothing can be read on screen, as it is too small.
  package internal(set) var isOutOfSight = false
  /// News beside it: what came while a failure is in sight.
  package internal(set) var otherNotices: [Notice] = []
  /// Who waits for which answer.
  package private(set) var asked = Asked()
  private var supply: Supply
  /// When a delete was last seen to count down, so that time which nobody could see is noticed.
  var lastCounted: Date?

  /// - Parameter tabs: those that organizations have beside the overview.
  package init(
    workplace: Workplace, idempotencyKeys: IdempotencyKeys, tabs: [any Tab] = Tabs.all
  ) {
    self.workplace = workplace
    self.tabs = OrganizationTabs(tabs)
    supply = Supply(idempotencyKeys)
    list = OrganizationList(limit: workplace.pageSize)
  }

  /// Takes in what happened at `now`, and returns what is to be done about it.
  package mutating func update(_ event: Event, at now: Date) -> [Effect] {
    var turn = Turn(now: now, retryPolicy: workplace.retryPolicy, asked: asked, supply: supply)
    noticeUnseenTime(&turn)
    holdWrites()
    let formerEditor = editor
    if quitting != .asking {
      deletions.sendWritesDue(&turn)
      tabs.sendWhatIsDue(&turn)
      events.look(&turn)
      if !holdsWrites { editor.sendWhatIsDue(&turn) }
      editor.askForNamesakes(&turn)
    }
    // A draft tells when what it holds was sent.
    keepDrafts(since: formerEditor, &turn)
    keepUnkeptDrafts(&turn)
    noteAccess(event.failure, answering: event.answered)
    let wasSaving = editor.session?.isUnderway == true
    let wasAsking = tabs.asking != nil
    let former = editor
    let (formerTabs, formerDrafts) = (tabs.subjects, tabs.drafts)
    let (formerForm, formerlyTold) = (tabs.form?.key, tabs.form?.told)
    let formerLook = tabs.form?.taken?.look.pending
    if event.isByHand { tabs.noteHand() }
    let formerlyOpened = opened
    handle(event, &turn)
    tabs.follow(detail.organization, &turn)
    followAnswers(&turn)
    followTabDraft(&turn)
    keepWhatTabsLeave(since: formerTabs, formerDrafts, event, &turn)
    followEvents(&turn)
    followSharedDomains()
    followOverview(&turn)
    deletions.count(knowing: tabs.counts, &turn)
    nameOpenDraft(&turn)
    editor.noteSaveUnderway()
    editor.cancelQuestions(of: former, answered: event.answered, &turn)
    tabs.cancelLook(formerLook, answered: event.answered, &turn)
    // What was just written belongs into a journal that is on screen.
    if former.session != nil, editor.session == nil, journal.isRead {
      turn.effects.append(.record(.readJournal))
    }
    if !event.isFromDisk { keepDrafts(since: former, &turn) }
    if let answered = event.answered {
      retries[answered] = nil
      turn.asked.take(answered)
    }
    for case .cancel(let stopped) in turn.effects { retries[stopped] = nil }
    finishQuitting(wasSaving: wasSaving, wasAsking: wasAsking, turn.notice)
    (asked, supply) = (turn.asked, turn.supply)
    let isCounted =
      deletions.isCountingDown || tabs.isCountingDown || editor.session?.wait != nil
    lastCounted = isCounted ? now : nil
    dropOvertakenNotice(since: former)
    dropNoticeOfTabForm(since: formerForm, formerlyTold)
    dropOutdatedFaultCount()
    if opened != formerlyOpened { dropNoticesLeftBehind() }
    if turn.notice == .draftKept || turn.notice == .tabFormKept, !unkeptDrafts.isEmpty {
      turn.notice = .draftKeptHereOnly
    }
    tell(turn.notice, now)
    if workplace.isReadOnly { turn.effects.removeAll(where: \.isWrite) }
    // What a write leaves behind if the program ends is handed over before the write is.
    return turn.effects.filter { $0.request == nil } + turn.effects.filter { $0.request != nil }
  }

  private mutating func handle(_ event: Event, _ turn: inout Turn) {
    switch event {
    case .started:
      list.browsing.loadFirstPage(&turn)
      loadDrafts(&turn)
    case .timePassed: break
    case .list(let event): handle(event, &turn)
    case .detail(let event): handle(event, &turn)
    case .editor(let event): handle(event, &turn)
    case .deletion(let event): handle(event, &turn)
    case .tab(let event): handle(event, &turn)
    case .events(let event): handle(event, &turn)
    case .answers(let event): handle(event, &turn)
    case .organizationRead(let id, let result): organizationRead(id, result, &turn)
    case .answerCame(let side):
      if let rateLimit = side.rateLimit { self.rateLimit = rateLimit }
      if let date = side.date {
        editor.serverAhead = date.timeIntervalSince(turn.now)
        tabs.serverAhead = editor.serverAhead
      }
    case .retryPlanned(let wait): retries[wait.request] = wait
    case .draftsLoaded(let drafts, let ofTabs): draftsLoaded(drafts, ofTabs, &turn)
    case .drafts(let event): handle(event, &turn)
    case .documentFound(let document, let draft, let id):
      if let notice = editor.takeIn(document, of: draft, as: id, &turn) { turn.notice = notice }
    case .journal(let event): handle(event, &turn)
    case .restoring(let event): handle(event, &turn)
    case .requestLogged(let request): log(request)
    case .recordWritten(let error):
      if error == nil { recordsKeptAgain() }
      if let error { turn.notice = .recordFailed(error) }
    case .draftWritten(let written): draftWritten(written, &turn)
    case .noticed(let subject): turn.notice = subject
    case .quitWanted: wantToQuit(turn.now)
    case .quitAnswered(let answer): answerQuit(answer, &turn)
    case .keyPressed: keyPressed(turn.now)
    case .sightChanged(let isOutOfSight): sightChanged(isOutOfSight, &turn)
    case .wentOn: dropNoticesLeftBehind()
    }
  }

  /// Gives what was just begun in the form a name of its own, so that it is kept beside the others.
  private mutating func nameOpenDraft(_ turn: inout Turn) {
    guard let session = editor.session, session.draftID == nil, !session.draft.isEmpty else {
      return
    }
    editor.session?.draftID = turn.newDraft()
  }
}

/// Whether the server takes the API key.
package enum Access: Equatable, Sendable {
  case untried
  case granted
  /// The server answered 401; `atStart` when it had never taken the key before.
  case refused(WorkOSError, atStart: Bool)

  package var isRefused: Bool {
    if case .refused = self { true } else { false }
  }
}

/// How far quitting has come.
package enum Quitting: Equatable, Sendable {
  case no
  /// Something is unfinished, and the person is asked about it.
  case asking
  /// Waiting for writes to be answered.
  case finishing
  case done
}
