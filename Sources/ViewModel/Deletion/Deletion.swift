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
  /// The server's word that there is no such organization, until a reading shows whether that is so.
  var missing: WorkOSError?
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
  /// Whether the name has to be typed, rather than `y` pressed.
  package var asksForName: Bool
  package var typedName = ""
  /// The organization is being read once more: what the list knows may be old.
  var read: Pending?
  /// What was read differs from what the dialog showed at first.
  package var hasChanged = false

  init(about organization: Organization, at workplace: Workplace) {
    self.organization = organization
    asksForName =
      workplace.asksForNameOnDelete
      || organization.domains.contains { $0.state?.isVerified == true }
  }

  /// What may be typed in place of the name, which not every keyboard can type: the end of the id.
  package var endOfID: String { String(organization.id.rawValue.suffix(6)) }

  /// Whether the name is one that any keyboard types, so that nothing else has to be offered.
  package var isNameTypeable: Bool {
    let name = organization.name.trimmed
    return !name.isEmpty && name.count <= 60
      && name.unicodeScalars.allSatisfy { (0x20..<0x7F).contains($0.value) }
  }

  package var isNameRight: Bool {
    let typed = typedName.trimmed
    guard asksForName, !typed.isEmpty else { return !asksForName }
    return typed == organization.name.trimmed
      || typed.caseInsensitiveCompare(endOfID) == .orderedSame
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
