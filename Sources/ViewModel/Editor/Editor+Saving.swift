import Delivery
import Foundation
import WorkOS

/// From `^S` to the first request: review, question, check for other people's changes.
extension Editor {
  mutating func review(_ turn: inout Turn) {
    guard let session, session.phase == .editing else { return }
    self.session?.isTouched = true
    self.session?.refreshDocumentConflicts()
    guard self.session?.documentConflicts.isEmpty != false else {
      self.session?.phase = .documentConflicted
      return
    }
    dropEditorsDraft()
    // What the server refused it may take now; only it can tell.
    let errors = session.draft.problems.count(where: \.isError)
    if errors > 0 {
      turn.notice = .fieldsNeedAttention(errors)
    } else if session.draft.mayExist {
      find(&turn)
    } else if session.draft.firstAdmin.isWanted, session.draft.firstAdmin.user == nil {
      lookUpAdmin(&turn)
    } else if session.differences.isEmpty, !session.draft.firstAdmin.isWanted {
      turn.notice = .nothingToSave
    } else {
      self.session?.isReviewOutdated = false
      self.session?.phase = .reviewing
    }
  }

  /// The review was accepted, or the question after it.
  mutating func submit(_ turn: inout Turn) {
    guard let session else { return }
    switch session.phase {
    case .reviewing:
      guard let base = session.draft.base else { return create(session, &turn) }
      if session.plan.asks {
        self.session?.phase = .asking(SaveQuestion(session.plan, of: base))
      } else {
        begin(session, with: base, &turn)
      }
    case .asking(let question):
      guard let base = session.draft.base, question.confirmation.isAnswered else { return }
      begin(session, with: base, &turn)
    case .admin(.asking): mayAddAdmin(&turn)
    case .editing, .checking, .conflicted, .documentConflicted, .sending, .waiting, .verifying,
      .confirming, .finding,
      .found, .admin:
      break
    }
  }

  private mutating func begin(
    _ session: EditorSession, with base: Organization, _ turn: inout Turn
  ) {
    if session.isOutcomeUnknown { self.session?.formerMayBeDone = true }
    forgetFormerFailure()
    let plan = session.plan
    let account = WriteAccount(
      write: turn.newName(), action: .update, before: base, name: base.name, change: plan.account)
    // Who goes on with what nobody knows the end of carries out one act, which the journal has once.
    self.session?.act =
      session.unsettled?.resumed(by: plan)
      ?? SaveAct(plan, account: account, key: turn.newName())
    self.session?.phase = .checking(turn.read(base.id, for: .editor))
  }

  mutating func forgetFormerFailure() {
    session?.faults = FormFaults()
    session?.isOutcomeUnknown = false
    session?.partlySaved = nil
    session?.sentBefore = nil
  }

  /// Has a save that is to be sent again wait anew, as nobody could see it count.
  mutating func waitAnew(for seconds: TimeInterval, at now: Date) {
    guard var wait = session?.wait else { return }
    wait.until = max(wait.until, now.addingTimeInterval(seconds))
    session?.phase = .waiting(wait)
  }

  /// Goes on with a save whose time to be sent again has come.
  mutating func sendWhatIsDue(_ turn: inout Turn) {
    guard let session, let wait = session.wait, wait.until <= turn.now else { return }
    if let base = session.draft.base {
      // Someone's hand may have been there in the wait.
      self.session?.phase = .checking(turn.read(base.id, for: .editor))
    } else {
      sendNext(&turn)
    }
  }

  /// The organization as it is now, read before or after something is sent.
  mutating func organizationRead(
    _ id: RequestID, _ result: Result<Organization, WorkOSError>, _ turn: inout Turn
  ) -> Organization? {
    guard let session, session.pending?.id == id else { return nil }
    switch (session.phase, result) {
    case (.checking, .success(let theirs)):
      return check(against: theirs, &turn)
    case (.checking, .failure(let error)):
      let lostAnswer = session.act?.lostAnswer
      fail(with: lostAnswer ?? error)
      self.session?.isOutcomeUnknown = lostAnswer != nil
    case (.verifying, .success(let theirs)):
      return conclude(from: theirs, &turn)
    case (.verifying, .failure(let error)):
      // Why the write got no answer says more than why the reading after it did not either.
      fail(with: session.faults.failure ?? error)
      self.session?.isOutcomeUnknown = true
    case (.confirming, .success(let organization)):
      if let act = session.act { recordDone(act, organization, &turn) }
      finish(session, with: organization, &turn)
      return organization
    case (.confirming, .failure):
      // All was answered with a yes; what it has become is read the next time.
      if let base = session.draft.base { finish(session, with: base, &turn) }
    case (.editing, _), (.reviewing, _), (.asking, _), (.conflicted, _), (.documentConflicted, _),
      (.sending, _),
      (.waiting, _), (.finding, _), (.found, _), (.admin, _):
      break
    }
    return nil
  }

  /// Sends what was agreed to if it still is what would be sent; the organization if all is done.
  private mutating func check(
    against theirs: Organization, _ turn: inout Turn
  ) -> Organization? {
    compare(with: theirs)
    guard rebase(on: theirs), let now = self.session, let act = now.act else { return nil }
    let plan = now.plan
    if act.lostAnswer != nil, plan.steps == Array(act.rest.dropFirst()) {
      return stepDone(theirs, &turn)
    }
    if plan.isEmpty, act.done > 0 {
      // What was left of it, someone else has done.
      recordDone(act, theirs, &turn)
      finish(now, with: theirs, &turn)
      return theirs
    } else if plan.isEmpty {
      // Someone made the very same change; sending it would only touch the time of the last update.
      self.session?.phase = .editing
      self.session?.act = nil
      self.session?.formerMayBeDone = false
      turn.notice = .nothingToSave
    } else if plan.steps == act.rest {
      sendNext(&turn)
    } else {
      // What goes out was seen.
      self.session?.phase = .reviewing
      self.session?.isReviewOutdated = true
      notePartOfSave()
    }
    return nil
  }

  /// Ends an act that the person has to decide about anew, and keeps in mind what of it is done.
  private mutating func notePartOfSave() {
    if let act = session?.act, act.hasBegun {
      let progress = EditorSession.Progress(done: act.done, total: act.total)
      session?.partlySaved = act.done > 0 ? progress : nil
      session?.sentBefore = EditorSession.SentBefore(
        progress: progress, tries: act.tries, failure: act.lastFailure,
        isUnknown: act.lostAnswer != nil)
      if act.lostAnswer != nil { session?.formerMayBeDone = true }
    }
    session?.act = nil
  }

  /// Takes note, once something was sent, of what differs from what this save should have left: what
  /// it has set and is there no more counts as typed and not saved again.
  private mutating func compare(with theirs: Organization) {
    guard let session, var act = session.act, act.hasBegun else { return }
    act.note(what: theirs, differsIn: session.draft)
    let undone = act.settled.filter { !$0.value.isKept(in: EditableFields(theirs)) }
    if let base = session.draft.base, !undone.isEmpty {
      var (before, fields) = (session.draft.before, session.draft.fields)
      for (field, change) in undone {
        (before[field], fields[field]) = (change.old, change.new)
        act.settled[field] = nil
      }
      self.session?.draft = Draft(base: base.holding(before), fields: fields)
    }
    self.session?.act = act
  }

  /// Lays what was typed over the organization as it is now; false where that is for the person to
  /// decide.
  private mutating func rebase(on theirs: Organization) -> Bool {
    guard let session else { return false }
    let merge = Merge(
      before: session.draft.before, mine: session.draft.fields, theirs: EditableFields(theirs))
    guard merge.conflicts.isEmpty else {
      self.session?.phase = .conflicted(theirs: theirs, merge.conflicts)
      notePartOfSave()
      return false
    }
    self.session?.draft = Draft(base: theirs, fields: merge.merged)
    return true
  }

  mutating func decide(_ field: EditableField, _ side: FieldConflict.Side, _ turn: inout Turn) {
    guard var conflicts = session?.conflicts,
      let index = conflicts.firstIndex(where: { $0.field == field })
    else { return }
    conflicts[index].choice = side
    if case .conflicted(let theirs, _) = session?.phase {
      session?.phase = .conflicted(theirs: theirs, conflicts)
    } else {
      session?.documentConflicts = conflicts
    }
  }

  /// Lays the decisions over the draft and shows what will now be sent.
  mutating func settle(_ turn: inout Turn) {
    guard let draft = session?.draft,
      case .conflicted(let theirs, let conflicts) = session?.phase
    else { return }
    let undecided = conflicts.count { $0.choice == nil }
    guard undecided == 0 else {
      turn.notice = .conflictsUndecided(undecided)
      return
    }
    let fields = EditableFields(theirs)
    var merged = Merge(before: draft.before, mine: draft.fields, theirs: fields).merged
    for conflict in conflicts {
      merged[conflict.field] = conflict.choice == .mine ? conflict.mine : conflict.theirs
    }
    session?.draft = Draft(base: theirs, fields: merged)
    session?.draft.takeUnfinished(of: draft)
    session?.phase = .editing
    review(&turn)
  }

  /// What the reading after a lost answer tells: the step was carried out, or it was not (yet).
  private mutating func conclude(
    from theirs: Organization, _ turn: inout Turn
  ) -> Organization? {
    compare(with: theirs)
    guard rebase(on: theirs), let plan = session?.plan, let act = session?.act else { return nil }
    if plan.steps == Array(act.rest.dropFirst()) { return stepDone(theirs, &turn) }
    // It may come yet, so the journal goes on not knowing.
    stop(&turn)
    self.session?.isOutcomeUnknown = true
    return nil
  }
}
