import Foundation
import WorkOS

/// From `^S` to the server's answer: review, check for other people's changes, send.
extension Editor {
  mutating func review(_ turn: inout Turn) {
    guard let session, session.phase == .editing else { return }
    self.session?.isTouched = true
    // What the server refused it may take now; only it can tell.
    let errors = session.draft.problems.count(where: \.isError)
    if errors > 0 {
      turn.notice = .fieldsNeedAttention(errors)
    } else if session.differences.isEmpty {
      turn.notice = .nothingToSave
    } else {
      self.session?.phase = .reviewing
    }
  }

  mutating func submit(_ keys: inout IdempotencyKeys, _ turn: inout Turn) {
    guard let session, session.phase == .reviewing, !session.isDeaf(at: turn.now) else { return }
    self.session?.failure = nil
    self.session?.refusals = []
    self.session?.isOutcomeUnknown = false
    guard let base = session.draft.base else { return create(session, &keys, &turn) }
    self.session?.phase = .checking(turn.ask { .fetchOrganization($0, base.id) })
  }

  private mutating func create(
    _ session: EditorSession, _ keys: inout IdempotencyKeys, _ turn: inout Turn
  ) {
    let organization = session.draft.fields.newOrganization
    var attempt = session.attempt
    if attempt?.organization != organization {
      attempt = CreationAttempt(organization: organization, key: keys.next())
    }
    guard let attempt else { return }
    self.session?.attempt = attempt
    self.session?.phase = .sending(turn.ask { .create($0, organization, key: attempt.key) })
  }

  /// The organization as it is now, read before an update is sent or after its answer was lost.
  mutating func organizationRead(
    _ id: RequestID, _ result: Result<Organization, WorkOSError>, _ turn: inout Turn
  ) -> Organization? {
    guard let session, session.pending?.id == id else { return nil }
    switch (session.phase, result) {
    case (.checking, .success(let theirs)):
      merge(session, with: theirs, &turn)
    case (.checking, .failure(let error)):
      fail(with: error)
    case (.verifying(_, let write), .success(let theirs)):
      return conclude(session, write, from: theirs, &turn)
    case (.verifying, .failure(let error)):
      // Why the write got no answer says more than why the reading after it did not either.
      fail(with: session.failure ?? error)
      self.session?.isOutcomeUnknown = true
    case (.editing, _), (.reviewing, _), (.conflicted, _), (.sending, _):
      break
    }
    return nil
  }

  private mutating func merge(
    _ session: EditorSession, with theirs: Organization, _ turn: inout Turn
  ) {
    let fields = EditableFields(theirs)
    let merge = Merge(before: session.draft.before, mine: session.draft.fields, theirs: fields)
    guard merge.conflicts.isEmpty else {
      self.session?.phase = .conflicted(theirs: theirs, merge.conflicts)
      return
    }
    self.session?.draft = Draft(base: theirs, fields: merge.merged)
    let update = OrganizationUpdate(from: fields, to: merge.merged)
    if update.isEmpty {
      // Someone made the very same change; sending it would only touch the time of the last update.
      self.session?.phase = .editing
      turn.notice = .nothingToSave
    } else {
      self.session?.phase = .sending(turn.ask { .update($0, theirs.id, update) })
    }
  }

  mutating func decide(_ field: EditableField, _ side: FieldConflict.Side, _ turn: inout Turn) {
    guard case .conflicted(let theirs, var conflicts) = session?.phase,
      let index = conflicts.firstIndex(where: { $0.field == field })
    else { return }
    conflicts[index].choice = side
    session?.phase = .conflicted(theirs: theirs, conflicts)
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
    session?.phase = .editing
    review(&turn)
  }

  /// The saved organization, once the answer to its write is in.
  mutating func saved(
    _ id: RequestID, _ result: Result<Organization, WorkOSError>, _ turn: inout Turn
  ) -> Organization? {
    guard let session, case .sending(let pending) = session.phase, pending.id == id else {
      return nil
    }
    switch result {
    case .success(let organization):
      if session.draft.base == nil, let stripe = session.draft.fields[.stripeCustomerID] {
        restoreStripe(stripe, of: organization, &turn)
      } else {
        finish(session, with: organization, &turn)
      }
      return organization
    case .failure(let error) where error.leavesWriteUnknown:
      guard let base = session.draft.base else {
        // Sending it again with the same key is safe, and tells.
        fail(with: error)
        self.session?.isOutcomeUnknown = true
        return nil
      }
      self.session?.failure = error
      self.session?.phase = .verifying(
        turn.ask { .fetchOrganization($0, base.id) }, write: id)
    case .failure(let error):
      // The key stands for a create that may have been carried out; this one was not.
      if !error.isRateLimited { self.session?.attempt = nil }
      fail(with: error)
    }
    return nil
  }

  /// Whether an update whose answer was lost was carried out, from what the server now holds.
  private mutating func conclude(
    _ session: EditorSession, _ write: RequestID, from theirs: Organization, _ turn: inout Turn
  ) -> Organization? {
    let now = EditableFields(theirs)
    let missing = session.differences.contains { now[$0.field] != $0.new }
    turn.effects.append(.recordFinding(write, wasDone: !missing))
    if missing {
      self.session?.phase = .editing
      return nil
    }
    finish(session, with: theirs, &turn)
    return theirs
  }

  /// The second half of creating an organization again: the API takes its Stripe id only afterwards.
  private mutating func restoreStripe(
    _ stripeCustomerID: String, of organization: Organization, _ turn: inout Turn
  ) {
    forgetOpenDraft()
    var fields = EditableFields(organization)
    fields[.stripeCustomerID] = stripeCustomerID
    var session = EditorSession(draft: Draft(base: organization, fields: fields))
    session.phase = .sending(turn.ask { .update($0, organization.id, session.update) })
    self.session = session
  }

  private mutating func finish(
    _ session: EditorSession, with organization: Organization, _ turn: inout Turn
  ) {
    let now = EditableFields(organization)
    let others = session.differences.filter { now[$0.field] != $0.new }
    if !others.isEmpty {
      // The server said yes; what it made of it is its own, and what its answer shows may be wrong.
      turn.notice = .savedOtherwise(
        name: session.draft.fields[.name] ?? organization.name, others.map(\.field))
      _ = turn.ask { .fetchOrganization($0, organization.id) }
    } else if session.draft.base == nil {
      turn.notice = .created(name: organization.name)
    } else {
      turn.notice = .updated(name: organization.name)
    }
    forgetOpenDraft()
    self.session = nil
  }

  private mutating func fail(with error: WorkOSError) {
    guard var session else { return }
    session.phase = .editing
    session.refusals = session.draft.refusals(in: error)
    session.failure = error
    self.session = session
  }
}
