import Foundation
import WorkOS

/// Everything the console knows and has under way, as one value.
package struct Console: Equatable, Sendable {
  package let workplace: Workplace
  package private(set) var list: OrganizationList
  package private(set) var detail = Detail()
  package private(set) var editor = Editor()
  package private(set) var deletions = Deletions()
  package private(set) var notice: Notice?
  package private(set) var access = Access.untried
  /// What the server last said about its rate limit, if it ever did.
  package private(set) var rateLimit: RateLimit?
  package private(set) var quitting = Quitting.no
  private var idempotencyKeys: IdempotencyKeys
  private var nextRequest = 1

  package init(workplace: Workplace, idempotencyKeys: IdempotencyKeys) {
    self.workplace = workplace
    self.idempotencyKeys = idempotencyKeys
    list = OrganizationList(limit: workplace.pageSize)
  }

  /// Takes in what happened at `now`, and returns what is to be done about it.
  package mutating func update(_ event: Event, at now: Date) -> [Effect] {
    var turn = Turn(now: now, nextRequest: nextRequest)
    deletions.sendWhatIsDue(&turn)
    let wasSaving = editor.session?.pending != nil
    handle(event, &turn)
    finishQuitting(wasSaving: wasSaving, turn.notice)
    nextRequest = turn.nextRequest
    if let subject = turn.notice { notice = Notice(subject: subject, since: now) }
    if workplace.isReadOnly { turn.effects.removeAll(where: \.isWrite) }
    return turn.effects
  }

  private mutating func handle(_ event: Event, _ turn: inout Turn) {
    switch event {
    case .started: list.shown.loadFirstPage(&turn)
    case .timePassed: break
    case .list(let event): handle(event, &turn)
    case .detail(let event): handle(event, &turn)
    case .editor(let event): handle(event, &turn)
    case .deletion(let event): handle(event, &turn)
    case .organizationRead(let id, let result): organizationRead(id, result, &turn)
    case .rateLimitSeen(let rateLimit): self.rateLimit = rateLimit
    case .noticed(let subject): turn.notice = subject
    case .quitWanted: wantToQuit()
    case .quitAnswered(let answer): answerQuit(answer, &turn)
    case .keyPressed: dropOldNotice(turn.now)
    }
  }

  private mutating func dropOldNotice(_ now: Date) {
    guard let notice, now.timeIntervalSince(notice.since) >= Notice.shortestStay else { return }
    self.notice = nil
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

// MARK: - The parts, and what passes between them

extension Console {
  private mutating func handle(_ event: ListEvent, _ turn: inout Turn) {
    if case .pageArrived(_, let result) = event { noteAccess(result) }
    list.update(event, &turn)
  }

  private mutating func handle(_ event: DetailEvent, _ turn: inout Turn) {
    switch event {
    case .opened(let id):
      if let organization = list.organization(id) { detail.open(organization, &turn) }
    case .closed: detail.close(&turn)
    case .refreshWanted: detail.refresh(&turn)
    case .readStopped:
      if let read = detail.read {
        turn.cancel(read)
        detail.read = nil
      }
    }
  }

  private mutating func handle(_ event: EditorEvent, _ turn: inout Turn) {
    if workplace.isReadOnly {
      turn.notice = .readOnly
      return
    }
    switch event {
    case .opened(let id):
      guard deletions[id] == nil, let organization = organization(id) else { return }
      editor.open(organization, &turn)
    case .saved(let id, let result):
      noteAccess(result)
      let isNew = editor.session?.draft.base == nil
      guard let organization = editor.saved(id, result, &turn) else { return }
      isNew ? list.insertCreated(organization, &turn) : list.replace(organization)
      detail.replace(organization)
    case .creationOpened, .textChanged, .domainStateToggled, .domainAdded, .pairAdded,
      .rowRemovalToggled, .reviewWanted, .submitted, .conflictDecided, .reviewLeft, .left,
      .discarded:
      editor.update(event, &idempotencyKeys, &turn)
    }
  }

  private mutating func handle(_ event: DeletionEvent, _ turn: inout Turn) {
    if workplace.isReadOnly {
      turn.notice = .readOnly
      return
    }
    switch event {
    case .asked(let id):
      if let organization = organization(id) {
        deletions.ask(about: organization, at: workplace, turn)
      }
    case .nameTyped(let name): deletions.dialog?.typedName = name
    case .confirmed: deletions.confirm(grace: workplace.deleteGrace, &turn)
    case .cancelled: deletions.dialog = nil
    case .undone: deletions.undo(&turn)
    case .answered(let id, let result):
      noteAccess(result)
      if let gone = deletions.answered(id, result, &turn) { remove(gone, &turn) }
    }
  }

  /// An organization was read by its id; who asked is known by the request.
  private mutating func organizationRead(
    _ id: RequestID, _ result: Result<Organization, WorkOSError>, _ turn: inout Turn
  ) {
    noteAccess(result)
    if case .success(let organization) = result {
      list.replace(organization)
      detail.replace(organization)
    }
    if let gone = deletions.verified(id, result, &turn) { remove(gone, &turn) }
    _ = editor.organizationRead(id, result, &turn)

    guard detail.read?.id == id else { return }
    detail.read = nil
    switch result {
    case .success:
      detail.failure = nil
    case .failure(let error):
      detail.failure = error
      guard error.isNotFound, let organization = detail.organization else { return }
      detail.isGone = true
      list.remove(organization.id, &turn)
      turn.notice = .organizationGone(name: organization.name)
    }
  }

  private mutating func remove(_ id: Organization.ID, _ turn: inout Turn) {
    list.remove(id, &turn)
    editor.forget(.organization(id))
    if detail.organization?.id == id { detail.isGone = true }
  }

  /// The organization as it was last read, wherever it is shown.
  package func organization(_ id: Organization.ID) -> Organization? {
    if detail.organization?.id == id, !detail.isGone { return detail.organization }
    return list.organization(id)
  }

  private mutating func noteAccess<Value>(_ result: Result<Value, WorkOSError>) {
    switch result {
    case .success: access = .granted
    case .failure(let error) where error.isUnauthorized:
      let atStart = switch access {
      case .untried: true
      case .granted: false
      case .refused(_, let atStart): atStart
      }
      access = .refused(error, atStart: atStart)
    case .failure: break
    }
  }
}

// MARK: - Quitting

extension Console {
  /// Writes that were sent and not answered, saves that look for other people's changes first,
  /// and deletes that wait to be sent.
  package var hasWritesUnderway: Bool {
    !deletions.underway.isEmpty || editor.session?.pending != nil
  }

  /// Quits once every write has ended well; one that did not is something to stay for.
  private mutating func finishQuitting(wasSaving: Bool, _ notice: Notice.Subject?) {
    guard quitting == .finishing else { return }
    let saveFailed = wasSaving && editor.session.map { $0.pending == nil } == true
    if saveFailed || notice?.isUndeleted == true {
      quitting = .no
    } else if !hasWritesUnderway {
      quitting = .done
    }
  }

  private mutating func wantToQuit() {
    let isClear = !hasWritesUnderway && !editor.hasUnsavedEdits
    quitting = isClear ? .done : .asking
  }

  private mutating func answerQuit(_ answer: QuitAnswer, _ turn: inout Turn) {
    switch answer {
    case .stay: quitting = .no
    case .finishFirst:
      deletions.sendAll(&turn)
      quitting = .finishing
    case .abandon:
      deletions.forgetQueued()
      quitting = .done
    }
  }
}

// MARK: - Time

extension Console {
  /// The next moment at which something happens, or looks different, by time alone.
  package func nextWake(after now: Date) -> Date? {
    let second = Date(timeIntervalSinceReferenceDate: now.timeIntervalSinceReferenceDate + 1)
    let counting = !deletions.underway.isEmpty || pendingReads.contains { $0.since <= now }
    return [deletions.nextDeadline, counting ? second : nil, nextAge(after: now)]
      .compactMap(\.self).min()
  }

  /// Requests whose waiting time is on screen.
  private var pendingReads: [Pending] {
    let load = list.shown.load.flatMap { $0.purpose == .prefetch ? nil : $0.pending }
    return [load, detail.read, editor.session?.pending].compactMap(\.self)
  }

  /// The ages, in seconds, at which the list on screen is said to be older.
  ///
  /// They are far apart, so that a console left alone has nothing to draw for minutes.
  package static let ages: [TimeInterval] = [5, 10, 15, 30, 45].map { $0 * 60 }

  private func nextAge(after now: Date) -> Date? {
    guard let page = list.shown.page else { return nil }
    let hours = (1...24).map { TimeInterval($0) * 3600 }
    return (Self.ages + hours).map { page.loadedAt.addingTimeInterval($0) }.first { $0 > now }
  }
}
