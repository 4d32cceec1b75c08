import Delivery
import Foundation
import JSON
import WorkOS

/// A new organization: sent once, and looked for where its answer was lost.
extension Editor {
  mutating func create(_ session: EditorSession, _ turn: inout Turn) {
    forgetFormerFailure()
    self.session?.objection = nil
    let plan = session.plan
    let new = session.draft.fields.newOrganization
    let same = session.draft.attempts.filter { $0.organization == new }
    // The same that may have been made before is one act with this.
    let unknown = same.unsettled
    let attempt = CreationAttempt(
      key: same.last?.key ?? turn.newName(), write: unknown.last?.write ?? turn.newName(),
      organization: new, sentAt: serverTime(turn.now), mayBeDone: true, tries: 0)
    let account = WriteAccount(
      write: attempt.write, action: .create, before: nil, name: new.name,
      change: plan.steps.count == 1 ? new.body : plan.account)
    // All that may have been made is looked for, this or another, until one of them is there.
    self.session?.draft.attempts.removeAll { !$0.mayBeDone }
    self.session?.draft.attempts.add(attempt)
    self.session?.act = SaveAct(
      plan, account: account, key: attempt.key, goingOnWith: unknown)
    sendNext(&turn)
  }

  /// The server's time, as far as its answers told it.
  private func serverTime(_ now: Date) -> Date { now.addingTimeInterval(serverAhead) }

  /// Takes note that a create leaves, or did not after all.
  mutating func countCreation(_ number: Int, at now: Date) {
    let sentAt = serverTime(now)
    changeLastCreation { attempt in
      attempt.tries += number
      // It is sent again by itself only after it certainly had come to nothing.
      if number > 0 { (attempt.sentAt, attempt.mayBeDone) = (sentAt, true) }
    }
  }

  /// Takes note of whether the create that was sent last may have been carried out; an answer tells nothing of
  /// those before it.
  mutating func settleCreation(mayBeDone: Bool) {
    changeLastCreation { $0.mayBeDone = mayBeDone }
  }

  private mutating func changeLastCreation(_ change: (inout CreationAttempt) -> Void) {
    guard let draft = session?.draft, draft.base == nil, var last = draft.attempts.last else {
      return
    }
    change(&last)
    session?.draft.attempts[draft.attempts.count - 1] = last
  }

  mutating func created(_ organization: Organization, _ turn: inout Turn) -> Organization {
    guard var session else { return organization }
    forgetOpenDraft()
    session.draftID = nil
    session.draft.attempts = []
    if session.draft.firstAdmin.isWanted {
      addAdmin(to: organization, session, &turn)
    } else if let stripe = session.draft.fields[.stripeCustomerID] {
      guard session.act?.isStopped != true else {
        session.draft = Draft(
          base: organization, fields: session.draft.fields.keepingStates(of: organization))
        self.session = session
        fail(with: nil)
        self.session?.partlySaved = EditorSession.Progress(done: 1, total: 2)
        turn.notice = .saveStopped(done: 1, of: 2)
        return organization
      }
      restoreStripe(stripe, of: organization, &turn)
    } else {
      session.draft = Draft(base: organization, fields: session.draft.fields)
      self.session = session
      finish(session, with: organization, &turn)
    }
    return organization
  }

  /// The second half of creating an organization with its first admin.
  private mutating func addAdmin(
    to organization: Organization, _ former: EditorSession, _ turn: inout Turn
  ) {
    var session = former
    session.draft = Draft(
      base: organization, fields: session.draft.fields.keepingStates(of: organization))
    session.act?.goOn(with: organization.id)
    self.session = session
    if session.act?.isStopped == true {
      leaveRest(&turn)
    } else {
      sendNext(&turn)
    }
  }

  /// The second half of creating an organization again: the API takes its Stripe id only afterwards.
  private mutating func restoreStripe(
    _ stripeCustomerID: String, of organization: Organization, _ turn: inout Turn
  ) {
    var fields = EditableFields(organization)
    fields[.stripeCustomerID] = stripeCustomerID
    var session = EditorSession(draft: Draft(base: organization, fields: fields))
    let account = WriteAccount(
      write: turn.newName(), action: .update, before: organization, name: organization.name,
      change: session.plan.account)
    session.act = SaveAct(session.plan, account: account, key: turn.newName())
    self.session = session
    sendNext(&turn)
  }

  /// Looks for what the creates would have made whose answers were lost.
  mutating func find(_ turn: inout Turn) {
    guard let session, session.draft.mayExist else { return }
    self.session?.act = nil
    let attempts = session.draft.attempts.unsettled
    lookOn(CreationSearch(for: attempts, despite: session.objection), &turn)
  }

  /// Looks for what a create may have made all the same whose answer was that it is there already: somebody
  /// on the way may have sent it twice. Until that is known it counts as not known.
  mutating func find(despite objection: WorkOSError, _ turn: inout Turn) {
    guard let attempt = session?.draft.attempts.last else { return }
    record(.unknown, of: attempt, error: objection, &turn)
    settleCreation(mayBeDone: true)
    session?.objection = objection
    find(&turn)
  }

  private func record(
    _ result: JournalOutcome.Result, of attempt: CreationAttempt, after: RawJSON? = nil,
    takenFor: Organization.ID? = nil, error: WorkOSError? = nil, _ turn: inout Turn
  ) {
    let tries = session?.draft.attempts.tries(of: attempt.write) ?? attempt.tries
    var outcome = JournalOutcome(result: result, tries: tries, after: after, error: error)
    outcome.takenFor = takenFor?.rawValue
    turn.effects.append(.record(.outcome(attempt.write, outcome)))
  }

  private mutating func lookOn(_ search: CreationSearch, _ turn: inout Turn) {
    guard let call = search.call else { return show(search.finding(at: turn.now), &turn) }
    session?.creationSearch = search
    session?.phase = .finding(
      turn.ask(call, for: .editor) { .editor(.found($0, $1)) })
  }

  private mutating func show(_ finding: CreationFinding, _ turn: inout Turn) {
    guard let objection = finding.objection, finding.candidates.isEmpty, finding.failure == nil,
      let attempt = session?.draft.attempts.last
    else {
      session?.phase = .found(finding)
      return
    }
    // Nothing like it is there, so that the server meant another.
    session?.objection = nil
    settleCreation(mayBeDone: false)
    let isSettled = session?.draft.attempts.unsettled.contains { $0.write == attempt.write } != true
    record(isSettled ? .failed : .unknown, of: attempt, error: objection, &turn)
    stop(with: objection, &turn)
  }

  /// An answer to the look for what a create has made; there may be more to look through.
  mutating func found(
    _ id: RequestID, _ result: Result<Page<Organization>, WorkOSError>, _ turn: inout Turn
  ) {
    guard case .finding(let pending) = session?.phase, pending.id == id,
      var search = session?.creationSearch
    else { return }
    session?.creationSearch = nil
    switch result {
    case .success(let page):
      search.take(page)
      lookOn(search, &turn)
    case .failure(let error):
      show(search.failed(with: error, at: turn.now), &turn)
    }
  }

  /// The person knows one of the candidates for what they created.
  mutating func acknowledge(_ id: Organization.ID, _ turn: inout Turn) -> Organization? {
    guard var session, case .found(let finding) = session.phase,
      let organization = finding.candidates.first(where: { $0.id == id }),
      let attempt = session.draft.attempts.unsettled.likeliest(toHaveMade: organization)
    else { return nil }
    let isToTheLetter = attempt.hasMade(organization)
    if isToTheLetter {
      // Whoever was to be its admin is not added yet.
      record(
        session.draft.firstAdmin.isWanted ? .partly : .done, of: attempt,
        after: organization.json, &turn)
    } else {
      // The journal goes on not knowing what became of the create: somebody may have made this one, or
      // has changed it since, and it would stand there as made from here.
      record(.unknown, of: attempt, takenFor: organization.id, error: session.objection, &turn)
    }
    let otherwise = EditableFields(attempt.organization).shownOtherwise(by: organization)
    session.objection = nil
    // What is left of it is another organization's draft.
    forgetOpenDraft()
    session.draftID = nil
    session.takeUp(organization, sentAs: attempt.organization)
    if !isToTheLetter || !otherwise.isEmpty {
      turn.notice = .takenForCreated(name: organization.name, otherwise)
    } else if session.draft.isEmpty {
      turn.notice = .created(name: organization.name)
    }
    // What was typed since, and what comes after a create, is left to be saved.
    self.session = session.draft.isEmpty ? nil : session
    return organization
  }

  /// The person wants another one made, whatever became of the first: they see what goes out now.
  mutating func createAgain() {
    guard let session, case .found = session.phase else { return }
    self.session?.phase = session.draft.hasErrors ? .editing : .reviewing
  }

  /// Looks once more; what was not there may have come meanwhile.
  mutating func lookAgain(_ turn: inout Turn) {
    if case .found = session?.phase { find(&turn) }
  }

  mutating func leaveFinding() {
    switch session?.phase {
    case .found, .finding: break
    default: return
    }
    session?.phase = .editing
    session?.isOutcomeUnknown = true
    guard let session, let objection = session.objection else { return }
    self.session?.faults = FormFaults(ofFields: session.draft.refusals(in: objection))
  }
}

extension EditorSession {
  /// Goes on with an organization that was found in place of the new one: what was typed since that was
  /// sent is laid over it, and whatever else it holds is no change of anyone here.
  fileprivate mutating func takeUp(
    _ organization: Organization, sentAs new: NewOrganization
  ) {
    let sent = EditableFields(new)
    let typed = draft.fields.keepingStates(of: organization, butFor: sent)
    let merge = Merge(before: sent, mine: typed, theirs: EditableFields(organization))
    let former = draft
    faults.failure = nil
    isOutcomeUnknown = false
    if merge.conflicts.isEmpty {
      draft = Draft(base: organization, fields: merge.merged)
      phase = .editing
    } else {
      draft = Draft(base: organization.holding(sent), fields: typed)
      phase = .conflicted(theirs: organization, merge.conflicts)
    }
    draft.takeUnfinished(of: former)
  }
}

extension EditableFields {
  /// The same, but for the states that domains have come to by themselves.
  ///
  /// - Parameter others: whose domains keep the states that they have here.
  fileprivate func keepingStates(
    of organization: Organization, butFor others: EditableFields = EditableFields()
  ) -> EditableFields {
    var fields = self
    let now = EditableFields(organization)
    for case .domain(let host) in values.keys
    where fields[.domain(host)] == "pending" && others[.domain(host)] == nil {
      fields[.domain(host)] = now[.domain(host)] ?? "pending"
    }
    return fields
  }
}
