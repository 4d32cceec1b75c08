import Delivery
import Foundation
import WorkOS

/// Every delete on its way, in the order they were confirmed, and the dialog that confirms.
package struct Deletions: WritesUnderway, Equatable, Sendable {
  package internal(set) var dialog: DeletionDialog?
  /// What goes with the organization that the dialog is about.
  package internal(set) var counts: DeletionCounts?
  var isHeld = false
  package internal(set) var underway: [Deletion] = []
  /// Those of which what tabs have loaded told another number than the server did, or than it would tell.
  var miscounted: Set<Organization.ID> = []

  package subscript(_ id: Organization.ID) -> Deletion? {
    underway.first { $0.organization.id == id }
  }

  /// Those that can be taken back.
  package var revocable: [Deletion] { underway.filter(\.canBeTakenBack) }
  /// Those that cannot: they are carried out, or nobody knows.
  package var irrevocable: [Deletion] { underway.filter { !$0.canBeTakenBack } }
  package var nextDeadline: Date? { nextWrite }

  /// Opens the dialog, and reads the organization once more behind it.
  mutating func ask(
    about organization: Organization, at workplace: Workplace, _ turn: inout Turn
  ) {
    guard self[organization.id] == nil else { return }
    dialog = DeletionDialog(about: organization, at: workplace)
    dialog?.read = turn.read(organization.id, for: .deletions)
  }

  /// Takes in what the reading behind the dialog found; true when it told that there is none.
  ///
  /// Where someone changed the organization, the question is asked anew, of what it is now.
  mutating func reread(
    _ id: RequestID, _ result: Result<Organization, WorkOSError>, at workplace: Workplace,
    _ turn: inout Turn
  ) -> Organization.ID? {
    guard let asked = dialog?.organization, dialog?.read?.id == id else {
      return checked(id, result, &turn)
    }
    dialog?.read = nil
    switch result {
    case .success(let fresh):
      guard EditableFields(fresh) != EditableFields(asked) else { break }
      dialog = DeletionDialog(about: fresh, at: workplace)
      dialog?.hasChanged = true
    case .failure(let error) where error.isNotFound:
      dialog = nil
      turn.notice = .organizationGone(name: asked.name)
      return asked.id
    case .failure: break  // The dialog says what was known; it is read again before the delete.
    }
    return nil
  }

  /// Takes in a reading of what was confirmed; the id of the organization when there is none.
  ///
  /// What is no longer what the person agreed to is not deleted. The person may be typing elsewhere
  /// by now, so that no dialog opens: they are told, and may ask again.
  private mutating func checked(
    _ id: RequestID, _ result: Result<Organization, WorkOSError>, _ turn: inout Turn
  ) -> Organization.ID? {
    guard let index = underway.firstIndex(where: { $0.isReading(id) }) else { return nil }
    let agreed = underway[index].organization
    switch result {
    case .success(let fresh) where EditableFields(fresh) == EditableFields(agreed):
      underway[index].organization = fresh
      if underway[index].deadline != nil {
        underway[index].read = nil
      } else if isHeld {
        // It is read once more when it goes on.
        underway[index].phase = .queued(until: turn.now)
      } else {
        recount(index, &turn)
      }
    case .success:
      let deletion = underway.remove(at: index)
      deletion.recordEnd(because: .changed, &turn)
      turn.notice =
        deletion.lostAnswer == nil
        ? .deletionOutdated(name: agreed.name) : .deletionNotRepeated(name: agreed.name)
    case .failure(let error) where error.isNotFound:
      let deletion = underway.remove(at: index)
      deletion.recordDone(&turn)
      turn.notice = .deleted(name: agreed.name, already: deletion.lostAnswer == nil)
      return agreed.id
    case .failure where underway[index].deadline != nil:
      underway[index].read = nil  // It is read again when its time has come.
    case .failure(let error):
      let deletion = underway.remove(at: index)
      deletion.recordEnd(because: .unread, &turn)
      turn.notice =
        deletion.lostAnswer == nil
        ? .deletionFailed(name: agreed.name, error) : .deletionUnconfirmed(name: agreed.name)
    }
    return nil
  }

  /// Counts what goes with it once more, where its numbers were agreed to.
  private mutating func recount(_ index: Int, _ turn: inout Turn) {
    let deletion = underway[index]
    for holding in Holding.allCases where deletion.agreedCounts[holding] != nil {
      let pending = turn.ask(holding.count(of: deletion.organization.id), for: .deletions) {
        .deletion(.counted($0, $1))
      }
      underway[index].recounts[holding] = pending
      underway[index].phase = .checking(pending)
    }
    if underway[index].recounts.isEmpty { send(index, &turn) }
  }

  /// Takes in such a counting; false: it was for the dialog.
  mutating func recounted(
    _ id: RequestID, _ result: Result<Holding.Count, WorkOSError>, _ turn: inout Turn
  ) -> Bool {
    guard let index = underway.firstIndex(where: { $0.recounts.values.contains { $0.id == id } }),
      let holding = underway[index].recounts.first(where: { $0.value.id == id })?.key
    else { return false }
    underway[index].recounts[holding] = nil
    let deletion = underway[index]
    switch result {
    case .success(let count) where deletion.agreedCounts[holding].map(count.isStill) == true:
      guard deletion.recounts.isEmpty else { return true }
      if isHeld {
        underway[index].phase = .queued(until: turn.now)
      } else {
        send(index, &turn)
      }
    case .success(let count):
      stop(index, &turn).recordEnd(because: .changed, &turn)
      miscounted.insert(deletion.organization.id)
      turn.notice =
        deletion.lostAnswer == nil
        ? .deletionMiscounted(
          name: deletion.organization.name, holding, was: deletion.agreedCounts[holding], is: count)
        : .deletionNotRepeated(name: deletion.organization.name)
    case .failure(let error):
      stop(index, &turn).recordEnd(because: .unread, &turn)
      // What a tab knows would be agreed to again, and could not be counted again.
      miscounted.insert(deletion.organization.id)
      turn.notice =
        deletion.lostAnswer == nil
        ? .deletionUncounted(name: deletion.organization.name, holding, error)
        : .deletionUnconfirmed(name: deletion.organization.name)
    }
    return true
  }

  /// Takes it out, and counts no longer for it.
  private mutating func stop(_ index: Int, _ turn: inout Turn) -> Deletion {
    for pending in underway[index].recounts.values { turn.cancel(pending) }
    return underway.remove(at: index)
  }

  private mutating func send(_ index: Int, _ turn: inout Turn) {
    underway[index].tries += 1
    let deletion = underway[index]
    underway[index].phase = .sending(
      turn.write(
        Organizations.delete(deletion.organization.id),
        as: deletion.sending, for: .deletions
      ) { .deletion(.answered($0, $1)) })
  }

  mutating func confirm(grace: TimeInterval, _ turn: inout Turn) {
    guard let dialog, dialog.confirmation.isAnswered else { return }
    self.dialog = nil
    var deletion = Deletion(
      dialog.organization, id: turn.newName(), order: turn.nextOrder(),
      phase: .queued(until: turn.now.addingTimeInterval(grace)), read: dialog.read)
    deletion.agreedCounts =
      counts?.organization == dialog.organization.id ? counts?.known ?? [:] : [:]
    turn.effects.append(.record(.queued(deletion.account)))
    underway.append(deletion)
    sendWritesDue(&turn)
  }

  /// Reads the organization once more, unless the reading that the dialog began is still on its way.
  mutating func check(_ index: Int, _ turn: inout Turn) {
    let id = underway[index].organization.id
    let read = underway[index].read ?? turn.read(id, for: .deletions)
    underway[index].read = nil
    underway[index].phase = .checking(read)
  }

  /// Takes back the delete that was queued last.
  mutating func undo(_ turn: inout Turn) {
    if let deletion = takeBackLast(&turn) {
      turn.notice = .deletionUndone(name: deletion.organization.name)
    } else if let sent = underway.last {
      turn.notice = .undoTooLate(
        name: sent.organization.name, stopsTries: underway.contains(where: \.isToBeRepeated))
      for index in underway.indices { stopRepeating(index, &turn) }
    } else {
      turn.notice = .nothingToUndo
    }
  }

  /// Gives up deletes that only wait to be asked about or sent again; false when there are none.
  mutating func giveUp(_ retries: [RequestID: RetryWait], _ turn: inout Turn) -> Bool {
    var isAny = false
    for deletion in underway {
      guard let error = deletion.errorWaitedAfter(retries) else { continue }
      isAny = true
      if deletion.canBeTakenBack {
        deletion.recordTakingBack(&turn)
        for pending in deletion.recounts.values { turn.cancel(pending) }
        underway.removeAll { $0.id == deletion.id }
        turn.notice = .deletionFailed(name: deletion.organization.name, error)
      } else if let index = underway.firstIndex(where: { $0.id == deletion.id }) {
        stopRepeating(index, &turn)
      }
    }
    return isAny
  }

  /// What may have been carried out is not sent once more, but read, to see whether it was.
  private mutating func stopRepeating(_ index: Int, _ turn: inout Turn) {
    let deletion = underway[index]
    switch deletion.phase {
    case .waiting: verify(index, &turn)
    case .checking where !deletion.recounts.isEmpty:
      for pending in deletion.recounts.values { turn.cancel(pending) }
      underway[index].recounts = [:]
      verify(index, &turn)
    case .checking(let pending): underway[index].phase = .verifying(pending)
    case .queued, .sending, .verifying: break
    }
  }

  mutating func verify(_ index: Int, _ turn: inout Turn) {
    let id = underway[index].organization.id
    underway[index].phase = .verifying(turn.read(id, for: .deletions))
  }

  /// Whether the organization is gone, once the answer to its delete is in.
  mutating func answered(
    _ id: RequestID, _ result: Result<DeletionReceipt, WorkOSError>, _ turn: inout Turn
  ) -> Organization.ID? {
    guard let index = index(of: id, in: { if case .sending(let p) = $0 { p } else { nil } }) else {
      return nil
    }
    let organization = underway[index].organization
    switch result {
    case .success:
      turn.notice = .deleted(name: organization.name, already: false)
      underway.remove(at: index)
      return organization.id
    case .failure(let error):
      guard isEnded(index, by: error, &turn) else { return nil }
      turn.notice = .deletionFailed(name: organization.name, error)
      underway.remove(at: index)
      return nil
    }
  }

  /// Whether the organization is gone, once it was read after a delete whose answer was lost.
  mutating func verified(
    _ id: RequestID, _ result: Result<Organization, WorkOSError>, _ turn: inout Turn
  ) -> Organization.ID? {
    guard let index = index(of: id, in: { if case .verifying(let p) = $0 { p } else { nil } })
    else { return nil }
    let deletion = underway.remove(at: index)
    let organization = deletion.organization
    let missing = deletion.lostAnswer == nil ? deletion.missing : nil
    switch result {
    case .success where missing != nil:
      turn.notice = missing.map { .deletionFailed(name: organization.name, $0) }
    case .success:
      // WorkOS deletes in its own time: it may be under way, so the journal goes on not knowing.
      turn.notice = .deletionNotSeen(
        name: organization.name, deletion.lostAnswer, tries: deletion.tries)
    case .failure(let error) where error.isNotFound:
      deletion.recordDone(&turn)
      turn.notice =
        missing == nil
        ? .deleted(name: organization.name, already: false)
        : .deletionFoundDone(name: organization.name)
      return organization.id
    case .failure:
      // Where an answer did come, it said that there was nothing to delete.
      turn.notice =
        missing.map { .deletionFailed(name: organization.name, $0) }
        ?? .deletionUnconfirmed(name: organization.name)
    }
    return nil
  }

  private func index(of id: RequestID, in pending: (WritePhase) -> Pending?) -> Int? {
    underway.firstIndex { pending($0.phase)?.id == id }
  }
}

extension Deletion {
  /// Why it waits to be read or sent again; nil when it does not.
  fileprivate func errorWaitedAfter(_ retries: [RequestID: RetryWait]) -> WorkOSError? {
    switch phase {
    case .waiting(let wait): wait.error
    case .checking: awaited.lazy.compactMap { retries[$0.id]?.error }.first
    case .queued, .sending, .verifying: nil
    }
  }
}
