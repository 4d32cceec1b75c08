import Foundation
import WorkOS

/// Every delete on its way, in the order they were confirmed, and the dialog that confirms.
package struct Deletions: Equatable, Sendable {
  package internal(set) var dialog: DeletionDialog?
  package private(set) var underway: [Deletion] = []

  package subscript(_ id: Organization.ID) -> Deletion? {
    underway.first { $0.organization.id == id }
  }

  /// Those that can be taken back.
  package var unsent: [Deletion] { underway.filter(\.isUnsent) }
  package var sent: [Deletion] { underway.filter { !$0.isUnsent } }
  package var nextDeadline: Date? { underway.compactMap(\.deadline).min() }

  /// Opens the dialog, and reads the organization once more behind it.
  mutating func ask(
    about organization: Organization, at workplace: Workplace, _ turn: inout Turn
  ) {
    guard self[organization.id] == nil else { return }
    dialog = DeletionDialog(about: organization, at: workplace)
    dialog?.read = turn.ask { .fetchOrganization($0, organization.id) }
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
      if underway[index].deadline == nil {
        underway[index].phase = .sending(turn.ask { .delete($0, fresh.id) })
      } else {
        underway[index].read = nil
      }
    case .success:
      underway.remove(at: index)
      turn.effects.append(.recordUnsent(agreed))
      turn.notice = .deletionOutdated(name: agreed.name)
    case .failure(let error) where error.isNotFound:
      underway.remove(at: index)
      turn.effects.append(.recordUnsent(agreed))
      turn.notice = .deleted(name: agreed.name, already: true)
      return agreed.id
    case .failure where underway[index].deadline != nil:
      underway[index].read = nil  // It is read again when its time has come.
    case .failure(let error):
      underway.remove(at: index)
      turn.effects.append(.recordUnsent(agreed))
      turn.notice = .deletionFailed(name: agreed.name, error)
    }
    return nil
  }

  mutating func confirm(grace: TimeInterval, _ turn: inout Turn) {
    guard let dialog, dialog.isNameRight else { return }
    self.dialog = nil
    turn.effects.append(.recordQueued(dialog.organization))
    underway.append(
      Deletion(
        organization: dialog.organization,
        phase: .queued(until: turn.now.addingTimeInterval(grace)), read: dialog.read))
    sendWhatIsDue(&turn)
  }

  /// Goes on with the deletes whose time has come.
  mutating func sendWhatIsDue(_ turn: inout Turn) {
    for index in underway.indices {
      guard let deadline = underway[index].deadline, deadline <= turn.now else { continue }
      check(index, &turn)
    }
  }

  /// Gives those whose time has come their grace time anew.
  mutating func postpone(by grace: TimeInterval, at now: Date) {
    for index in underway.indices {
      guard let deadline = underway[index].deadline, deadline <= now else { continue }
      underway[index].phase = .queued(until: now.addingTimeInterval(grace))
    }
  }

  mutating func sendAll(_ turn: inout Turn) {
    for index in underway.indices where underway[index].deadline != nil { check(index, &turn) }
  }

  /// Reads the organization once more, unless the reading that the dialog began is still on its way.
  private mutating func check(_ index: Int, _ turn: inout Turn) {
    let id = underway[index].organization.id
    let read = underway[index].read ?? turn.ask { .fetchOrganization($0, id) }
    underway[index].read = nil
    underway[index].phase = .checking(read)
  }

  /// Takes back the delete that was queued last.
  mutating func undo(_ turn: inout Turn) {
    if let index = underway.lastIndex(where: \.isUnsent) {
      let deletion = underway.remove(at: index)
      takeBack(deletion, &turn)
      turn.notice = .deletionUndone(name: deletion.organization.name)
    } else if let sent = underway.last {
      turn.notice = .undoTooLate(name: sent.organization.name)
    } else {
      turn.notice = .nothingToUndo
    }
  }

  mutating func forgetUnsent(_ turn: inout Turn) {
    for deletion in unsent { takeBack(deletion, &turn) }
    underway.removeAll(where: \.isUnsent)
  }

  /// Gives up deletes that only wait to be asked about or sent again; false when there are none.
  mutating func giveUp(_ retries: [RequestID: RetryWait], _ turn: inout Turn) -> Bool {
    var waiting = 0
    for deletion in underway {
      guard let pending = deletion.pending, let retry = retries[pending.id] else { continue }
      switch deletion.phase {
      case .checking:
        takeBack(deletion, &turn)
        underway.removeAll { $0 == deletion }
        turn.notice = .deletionFailed(name: deletion.organization.name, retry.error)
      case .sending: turn.cancel(pending)  // How it ended is told by its answer, as ever.
      case .queued, .verifying: continue
      }
      waiting += 1
    }
    return waiting > 0
  }

  private func takeBack(_ deletion: Deletion, _ turn: inout Turn) {
    if case .checking(let pending) = deletion.phase { turn.cancel(pending) }
    turn.effects.append(.recordUnsent(deletion.organization))
  }

  /// Whether the organization is gone, once the answer to its delete is in.
  mutating func answered(
    _ id: RequestID, _ result: Result<Deleted, WorkOSError>, isRepeated: Bool = false,
    _ turn: inout Turn
  ) -> Organization.ID? {
    guard let index = index(of: id, in: { if case .sending(let p) = $0 { p } else { nil } }) else {
      return nil
    }
    let organization = underway[index].organization
    switch result {
    case .success:
      turn.notice = .deleted(name: organization.name, already: false)
    case .failure(.rejected(let rejection)) where rejection.status == 404:
      // The answer, too, to a delete that was carried out and whose answer was lost before.
      turn.notice = .deleted(name: organization.name, already: !isRepeated)
    case .failure(let error) where error.leavesWriteUnknown:
      underway[index].phase = .verifying(
        turn.ask { .fetchOrganization($0, organization.id) }, write: id)
      return nil
    case .failure(let error):
      turn.notice = .deletionFailed(name: organization.name, error)
      underway.remove(at: index)
      return nil
    }
    underway.remove(at: index)
    return organization.id
  }

  /// Whether the organization is gone, once it was read after a delete whose answer was lost.
  mutating func verified(
    _ id: RequestID, _ result: Result<Organization, WorkOSError>, _ turn: inout Turn
  ) -> Organization.ID? {
    guard let index = index(of: id, in: { if case .verifying(let p, _) = $0 { p } else { nil } }),
      case .verifying(_, let write) = underway[index].phase
    else { return nil }
    let organization = underway.remove(at: index).organization
    switch result {
    case .success:
      // WorkOS deletes in its own time: it may be under way, so the journal goes on not knowing.
      turn.notice = .deletionNotSeen(name: organization.name)
    case .failure(.rejected(let rejection)) where rejection.status == 404:
      turn.effects.append(.recordFinding(write, wasDone: true))
      turn.notice = .deleted(name: organization.name, already: false)
      return organization.id
    case .failure:
      turn.notice = .deletionUnconfirmed(name: organization.name)
    }
    return nil
  }

  private func index(of id: RequestID, in pending: (Deletion.Phase) -> Pending?) -> Int? {
    underway.firstIndex { pending($0.phase)?.id == id }
  }
}
