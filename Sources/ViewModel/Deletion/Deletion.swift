import Delivery
import Foundation
import WorkOS

/// A delete on its way, from its confirmation to what became of it.
package struct Deletion: WriteUnderway {
  package var organization: Organization
  package let id: UUID
  package let order: Int
  package var phase: WritePhase
  package var tries = 0
  package var lostAnswer: WorkOSError?
  package var missing: WorkOSError?
  /// The reading that its dialog began, while it is not answered.
  var read: Pending?
  /// What was told to go with it when it was agreed to; what was not known then is not here.
  var agreedCounts: [Holding: Holding.Count] = [:]
  /// The countings of that before a sending that are not answered.
  var recounts: [Holding: Pending] = [:]

  init(_ organization: Organization, id: UUID, order: Int, phase: WritePhase, read: Pending?) {
    self.organization = organization
    self.id = id
    self.order = order
    self.phase = phase
    self.read = read
  }

  package var waitsOutGrace: Bool { true }
  package var isRepeatable: Bool { true }
  package var takesSubjectAway: Bool { true }

  /// The requests that are waited for: several while it is counted what goes with it.
  package var awaited: [Pending] {
    (pending.map { [$0] } ?? []) + recounts.values.filter { $0.id != pending?.id }
  }

  /// Whether this request reads the organization before it is deleted.
  func isReading(_ id: RequestID) -> Bool {
    if case .checking(let pending) = phase { pending.id == id } else { read?.id == id }
  }

  package var account: WriteAccount {
    WriteAccount(
      write: id, action: .delete, before: organization, name: organization.name, change: nil)
  }
}

/// The question asked before a delete.
package struct DeletionDialog: Equatable, Sendable {
  package var organization: Organization
  package var confirmation: Confirmation
  /// The organization is being read once more: what the list knows may be old.
  var read: Pending?
  /// What was read differs from what the dialog showed at first.
  package var hasChanged = false

  init(about organization: Organization, at workplace: Workplace) {
    self.organization = organization
    let isNamed =
      workplace.asksForNameOnDelete
      || organization.domains.contains { $0.state?.isVerified == true }
    confirmation = Confirmation(
      typing: isNamed ? organization.name : nil, orEndOf: organization.id.rawValue)
  }
}

/// What happened about deleting.
package enum DeletionEvent: Equatable, Sendable {
  case asked(Organization.ID)
  case nameTyped(String)
  case confirmed
  case cancelled
  case undone
  /// What goes with the organization was counted.
  case counted(RequestID, Result<Holding.Count, WorkOSError>)
  case answered(RequestID, Result<DeletionReceipt, WorkOSError>)
}
