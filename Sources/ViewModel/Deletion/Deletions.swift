import Foundation
import WorkOS

/// Every delete on its way, in the order they were confirmed, and the dialog that confirms.
package struct Deletions: Equatable, Sendable {
  package internal(set) var dialog: DeletionDialog?
  package private(set) var underway: [Deletion] = []

  package subscript(_ id: Organization.ID) -> Deletion? {
    underway.first { $0.organization.id == id }
  }

  package var queued: [Deletion] { underway.filter { $0.deadline != nil } }
  package var sent: [Deletion] { underway.filter { $0.deadline == nil } }
  /// The requests of deletes that were sent and not answered.
  var sending: [Pending] {
    underway.compactMap { if case .sending(let pending) = $0.phase { pending } else { nil } }
  }

  package var nextDeadline: Date? { underway.compactMap(\.deadline).min() }

  /// Opens the dialog, and reads the organization once more behind it.
  mutating func ask(
    about organization: Organization, at workplace: Workplace, _ turn: inout Turn
  ) {
    guard self[organization.id] == nil else { return }
    dialog = DeletionDialog(about: organization, at: workplace, turn.now)
    dialog?.read = turn.ask { .fetchOrganization($0, organization.id) }.id
  }

  /// Takes in what the reading behind a dialog found; true when it told that there is none.
  ///
  /// Where someone changed the organization, the question is asked anew, of what it is now; a delete
  /// that was confirmed meanwhile is not sent.
  mutating func reread(
    _ id: RequestID, _ result: Result<Organization, WorkOSError>, at workplace: Workplace,
    _ turn: inout Turn
  ) -> Organization.ID? {
    let index = underway.firstIndex { $0.read == id && $0.deadline != nil }
    guard let asked = index.map({ underway[$0].organization }) ?? openDialog(reading: id) else {
      return nil
    }
    dialog?.read = nil
    if let index { underway[index].read = nil }
    switch result {
    case .success(let fresh):
      guard EditableFields(fresh) != EditableFields(asked) else { return nil }
      if let index { underway.remove(at: index) }
      dialog = DeletionDialog(about: fresh, at: workplace, turn.now)
      dialog?.hasChanged = true
    case .failure(let error) where error.isNotFound:
      if let index { underway.remove(at: index) }
      dialog = nil
      turn.notice = .organizationGone(name: asked.name)
      return asked.id
    case .failure: break  // The dialog says what was known; the delete itself will tell the rest.
    }
    return nil
  }

  private func openDialog(reading id: RequestID) -> Organization? {
    dialog?.read == id ? dialog?.organization : nil
  }

  mutating func confirm(grace: TimeInterval, _ turn: inout Turn) {
    guard let dialog, dialog.isNameRight, !dialog.isDeaf(at: turn.now) else { return }
    self.dialog = nil
    underway.append(
      Deletion(
        organization: dialog.organization,
        phase: .queued(until: turn.now.addingTimeInterval(grace)), read: dialog.read))
    sendWhatIsDue(&turn)
  }

  /// Sends the deletes whose time has come.
  mutating func sendWhatIsDue(_ turn: inout Turn) {
    for index in underway.indices {
      guard let deadline = underway[index].deadline, deadline <= turn.now else { continue }
      send(index, &turn)
    }
  }

  mutating func sendAll(_ turn: inout Turn) {
    for index in underway.indices where underway[index].deadline != nil { send(index, &turn) }
  }

  private mutating func send(_ index: Int, _ turn: inout Turn) {
    let id = underway[index].organization.id
    underway[index].phase = .sending(turn.ask { .delete($0, id) })
  }

  /// Takes back the delete that was queued last.
  mutating func undo(_ turn: inout Turn) {
    if let index = underway.lastIndex(where: { $0.deadline != nil }) {
      let organization = underway.remove(at: index).organization
      turn.effects.append(.recordUnsent(organization))
      turn.notice = .deletionUndone(name: organization.name)
    } else if let sent = underway.last {
      turn.notice = .undoTooLate(name: sent.organization.name)
    } else {
      turn.notice = .nothingToUndo
    }
  }

  mutating func forgetQueued(_ turn: inout Turn) {
    turn.effects += queued.map { .recordUnsent($0.organization) }
    underway.removeAll { $0.deadline != nil }
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
