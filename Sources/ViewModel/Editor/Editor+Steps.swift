import Delivery
import Foundation
import WorkOS

/// The requests of a save, one after another, to an honest end.
extension Editor {
  mutating func sendNext(_ turn: inout Turn) {
    if let act = session?.act, !act.mayAddAdmin,
      case .addAdmin(let admin, let id?)? = act.rest.first
    {
      return checkAdmin(admin, id, &turn)
    }
    session?.act?.tries += 1
    countCreation(1, at: turn.now)
    // What was looked at is old by the next time.
    session?.act?.mayAddAdmin = false
    guard let act = session?.act, let step = act.rest.first else { return }
    session?.phase = .sending(step.send(act, &turn))
  }

  /// The answer to an update or a create, and the organization in it.
  mutating func saved(
    _ id: RequestID, _ result: Result<Organization, WorkOSError>, _ turn: inout Turn
  ) -> Organization? {
    guard isSending(id), let session else { return nil }
    switch result {
    case .success(let organization):
      if session.draft.base == nil { return created(organization, &turn) }
      _ = stepDone(organization, &turn)
      return organization
    case .failure(let error): failed(error, id, &turn)
    }
    return nil
  }

  /// The answer to a request that adds or removes a domain; nil for one that was removed.
  mutating func domainChanged(
    _ id: RequestID, _ result: Result<OrganizationDomain?, WorkOSError>, _ turn: inout Turn
  ) -> Organization? {
    guard isSending(id), var base = session?.draft.base, let step = session?.act?.rest.first else {
      return nil
    }
    switch (step, result) {
    case (.addDomain, .success(let domain?)):
      base.domains.append(domain)
    case (.removeDomain(let host, _, _), .success):
      base.domains.removeAll { HostName.normalized($0.domain) == host }
    case (.removeDomain(let host, _, _), .failure(let error)) where error.isNotFound:
      base.domains.removeAll { HostName.normalized($0.domain) == host }
    case (_, .failure(let error)):
      failed(error, id, &turn)
      return nil
    case (_, .success): break
    }
    return stepDone(base, &turn)
  }

  private func isSending(_ id: RequestID) -> Bool {
    if case .sending(let pending) = session?.phase { pending.id == id } else { false }
  }

  /// Goes on to the next request of the act, or to its end; the organization if that is reached.
  mutating func stepDone(_ organization: Organization, _ turn: inout Turn) -> Organization? {
    guard var session, var act = session.act else { return nil }
    let step = act.rest.removeFirst()
    let wasLost = act.lostAnswer != nil
    let tries = act.tries
    act.countStep()
    act.note(what: organization, differsIn: session.draft)
    let typed = session.differences
    session.draft = Draft(base: organization, fields: session.wantedFields(on: organization, step))
    let left = Set(session.differences.map(\.field))
    for change in typed where !left.contains(change.field) { act.settle(change) }
    session.act = act
    session.formerMayBeDone = false
    self.session = session
    if wasLost, !act.rest.isEmpty { recordDone(act, organization, as: .partly, &turn) }
    if !act.rest.isEmpty, act.isStopped {
      leaveRest(&turn)
      return organization
    }
    if !act.rest.isEmpty {
      // Someone's hand may have been there meanwhile.
      self.session?.phase = .checking(turn.read(organization.id, for: .editor))
      return nil
    }
    if wasLost {
      act.tries = tries
      recordDone(act, organization, &turn)
    }
    switch step {
    case .update, .addAdmin:
      finish(session, with: organization, &turn)
      return organization
    case .create, .addDomain, .removeDomain:
      self.session?.phase = .confirming(turn.read(organization.id, for: .editor))
      return nil
    }
  }

  /// Ends an act of which no more is to be sent: the form holds what is left.
  mutating func leaveRest(_ turn: inout Turn) {
    guard let act = session?.act else { return }
    fail(with: nil)
    session?.partlySaved = EditorSession.Progress(done: act.done, total: act.total)
    session?.isOutcomeUnknown = false
    turn.notice = .saveStopped(done: act.done, of: act.total)
  }

  /// Writes down that all of it is done, or some, and what the organization is now.
  func recordDone(
    _ act: SaveAct, _ organization: Organization, as result: JournalOutcome.Result = .done,
    _ turn: inout Turn
  ) {
    turn.effects.append(
      .record(
        .outcome(
          act.account.write,
          JournalOutcome(result: result, tries: max(1, act.tries), after: organization.json))))
  }

  /// A request of the act was not answered with a yes: it is sent again, looked into, or given up.
  mutating func failed(_ error: WorkOSError, _ id: RequestID, _ turn: inout Turn) {
    if error.isToAnother {
      // It did not leave.
      session?.act?.tries -= 1
      countCreation(-1, at: turn.now)
    } else {
      session?.act?.lastFailure = error
    }
    if error.leavesWriteUnknown { session?.act?.lostAnswer = error }
    guard let act = session?.act, let step = act.rest.first else { return }
    let lostAnswer = act.lostAnswer
    settleCreation(mayBeDone: lostAnswer != nil)
    // What makes something is never sent again by itself once it may have been carried out.
    let mayRepeat = (lostAnswer == nil || !step.makesSomething) && !act.isStopped
    if mayRepeat,
      let wait = turn.wait(after: error, of: id, tries: act.tries, mayBeDone: lostAnswer != nil)
    {
      session?.phase = .waiting(wait)
    } else if let lostAnswer {
      lookInto(lostAnswer, &turn)
    } else if case .create = step, case .rejected(let rejection) = error, rejection.saysTaken {
      find(despite: error, &turn)
    } else {
      stop(with: error, &turn)
    }
  }

  /// Finds out what became of a request whose answer was lost.
  mutating func lookInto(_ lostAnswer: WorkOSError, _ turn: inout Turn) {
    session?.faults.failure = lostAnswer
    if case .addAdmin(let admin, let id?)? = session?.act?.rest.first {
      lookIntoAdmin(admin, id, &turn)
    } else if let base = session?.draft.base {
      session?.phase = .verifying(turn.read(base.id, for: .editor))
    } else {
      find(&turn)
    }
  }

  /// Back to the form, which says why, and what of it is saved by now.
  mutating func stop(with error: WorkOSError? = nil, _ turn: inout Turn) {
    guard let session else { return }
    let act = session.act
    if let act, act.done > 0, error == nil, act.lostAnswer == nil { return leaveRest(&turn) }
    // The key stays for what was not looked at; another answer to it would be an old one. What was sent
    // before that may be there whatever was said to this.
    if error?.wasNotLookedAt != true { self.session?.draft.attempts.removeAll { !$0.mayBeDone } }
    fail(with: error ?? session.faults.failure)
    if session.draft.mayExist { self.session?.isOutcomeUnknown = true }
    askForOwner(of: error, &turn)
    if let act, act.done > 0, let step = act.rest.first {
      self.session?.partlySaved = EditorSession.Progress(done: act.done, total: act.total)
      turn.notice = .savedPartly(
        done: act.done, of: act.total, failed: step, error ?? session.faults.failure,
        isUnknown: act.lostAnswer != nil)
    }
  }

  mutating func fail(with error: WorkOSError?) {
    guard var session else { return }
    session.phase = .editing
    session.faults = FormFaults(
      ofFields: error.map { session.draft.refusals(in: $0, about: session.act?.rest.first) } ?? [],
      failure: error)
    session.act = nil
    self.session = session
  }

  /// Closes the form, and says where what the server holds is not what it should.
  mutating func finish(
    _ session: EditorSession, with organization: Organization, _ turn: inout Turn
  ) {
    let now = EditableFields(organization)
    var act = session.act
    act?.note(what: organization, differsIn: session.draft)
    var wanted = session.wantedFields(on: organization)
    for (field, old) in act?.vanished ?? [:] where now[field] == nil { wanted[field] = old }
    let undone = (act?.settled ?? [:]).filter { !$0.value.isKept(in: now) }
    for (field, change) in undone { wanted[field] = change.new }
    // What a state has become by itself is not put back.
    for change in now.changes(to: wanted) where change.field.isDomainState(now, wanted) {
      wanted[change.field] = change.old
    }
    let others = now.changes(to: wanted).map(\.field)
    let name = others.isEmpty ? organization.name : wanted[.name] ?? organization.name
    let elsewhere = (act?.elsewhere ?? [:]).values.filter {
      now[$0.field] != $0.old && !others.contains($0.field)
    }
    for change in elsewhere { wanted[change.field] = change.old }
    let beside = elsewhere.map(\.field).sorted()
    let unverified = act?.unverified(in: now) ?? []
    verificationsLost = unverified
    if others.isEmpty, beside.isEmpty {
      settlePuttingBack(session, organization)
    } else {
      puttingBack = PuttingBack(
        draft: Draft(base: organization, fields: wanted), others: beside)
    }
    if others.isEmpty, !beside.isEmpty || !unverified.isEmpty {
      turn.notice = .savedBesideChanges(name: name, beside, unverified: unverified)
    } else if others.isEmpty {
      turn.notice =
        session.act?.account.verb == .create ? .created(name: name) : .updated(name: name)
    } else {
      replacesMetadata =
        replacesMetadata
        || others.contains {
          undone[$0] == nil && $0.isLostMetadata(now)
        }
      // The server said yes; what it made of it is its own, and what its answer shows may be wrong.
      turn.notice = .savedOtherwise(name: name, others, beside: beside, unverified: unverified)
      _ = turn.read(organization.id, for: .shown)
    }
    forgetOpenDraft()
    self.session = nil
  }
}

extension EditorSession {
  /// What the organization is to hold in the end, once it has become this: what was typed, and for the
  /// rest what is there; a state that could not be sent as it was is what it became.
  fileprivate func wantedFields(
    on organization: Organization, _ step: SavePlan.Step? = nil
  ) -> EditableFields {
    let now = EditableFields(organization)
    let merge = Merge(before: draft.before, mine: draft.fields, theirs: now)
    var wanted = merge.merged
    for conflict in merge.conflicts { wanted[conflict.field] = conflict.mine }
    guard case .update(_, let update) = step, update.domains != nil else { return wanted }
    for rewriting in plan.rewritten where wanted[.domain(rewriting.domain)] != nil {
      let field = EditableField.domain(rewriting.domain)
      wanted[field] = now[field] ?? wanted[field]
    }
    return wanted
  }
}

extension SaveAct {
  /// Takes note of what an answer shows changed that nobody here has changed: what vanished is what a
  /// server has lost, or someone has removed; the rest is someone else's.
  mutating func note(what organization: Organization, differsIn draft: Draft) {
    guard draft.base != nil else { return }
    let now = EditableFields(organization)
    let agreed = Set(draft.plan(sendsAllMetadata: false).rewritten.map(\.domain))
    for change in draft.before.changes(to: now) {
      guard draft.fields[change.field] == change.old, settled[change.field] == nil else {
        continue
      }
      if case .domain(let host) = change.field, change.old != nil {
        // Its state may change by itself, or by what was agreed to.
        if agreed.contains(host) { continue }
        if change.new != nil {
          if change.isLossOfVerification { unverified[change.field] = change }
          continue
        }
      }
      if let old = change.old, change.new == nil {
        vanished[change.field] = old
      } else {
        var change = change
        if let former = elsewhere[change.field] { change.old = former.old }
        elsewhere[change.field] = change
      }
    }
  }

  /// The domains that were verified when it began, and are there with another state now.
  fileprivate func unverified(in now: EditableFields) -> [FieldDifference] {
    unverified.values.compactMap { change in
      var change = change
      change.new = now[change.field]
      return change.new != nil && change.isLossOfVerification ? change : nil
    }
    .sorted { $0.field < $1.field }
  }
}

extension SaveAct {
  /// Takes note that something typed was carried out.
  fileprivate mutating func settle(_ change: FieldDifference) {
    var change = change
    if let former = settled[change.field] { change.old = former.old }
    settled[change.field] = change
  }
}

extension FieldDifference {
  /// Whether a state that counts as proven becomes one that does not.
  fileprivate var isLossOfVerification: Bool {
    func isVerified(_ state: String?) -> Bool {
      state.map { OrganizationDomain.State(rawValue: $0).isVerified } ?? false
    }
    return isVerified(old) && !isVerified(new)
  }

  /// Whether its new value is there; a pending domain may come to another state by itself.
  func isKept(in fields: EditableFields) -> Bool {
    if case .domain = field, new == "pending" { return fields[field] != nil }
    return fields[field] == new
  }
}

extension EditableField {
  /// Whether it is a pair that the server does not hold any more.
  fileprivate func isLostMetadata(_ now: EditableFields) -> Bool {
    if case .metadata = self { now[self] == nil } else { false }
  }

  /// Whether both hold the domain, in states between which WorkOS moves by itself.
  fileprivate func isDomainState(_ now: EditableFields, _ wanted: EditableFields) -> Bool {
    guard case .domain = self, let state = now[self], wanted[self] == "pending" else {
      return false
    }
    return state == "verified" || state == "failed"
  }
}
