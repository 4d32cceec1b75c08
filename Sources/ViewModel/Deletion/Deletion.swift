import Delivery
import Foundation
import WorkOS

/// A delete on its way, from its confirmation to what became of it.
package struct Deletion: Equatable, Sendable {
  package enum Phase: Equatable, Sendable {
    /// Nothing has been sent; it can be undone until then.
    case queued(until: Date)
    /// Its time has come, and the organization is read once more, before each sending: only what the
    /// person saw and agreed to is deleted.
    case checking(Pending)
    case sending(Pending)
    /// It was sent and not carried out, or nobody knows; it is to be sent again.
    case waiting(RetryWait)
    /// The answer was lost, and the organization is being read to see what happened.
    case verifying(Pending)
  }

  package var organization: Organization
  package var phase: Phase
  /// The journal's name of it.
  let write: UUID
  /// How often it was sent.
  package var tries = 0
  /// Why one of the sendings got no answer that tells: it may have been carried out.
  package var lostAnswer: WorkOSError?
  /// The reading that its dialog began, while it is not answered.
  var read: Pending?

  init(organization: Organization, phase: Phase, write: UUID, read: Pending?) {
    self.organization = organization
    self.phase = phase
    self.write = write
    self.read = read
  }

  /// The request that is waited for, once there is one.
  package var pending: Pending? {
    switch phase {
    case .queued, .waiting: nil
    case .checking(let pending), .sending(let pending), .verifying(let pending): pending
    }
  }

  /// Whether it is certain that nothing has come of it, so that it can be taken back: it was not
  /// sent, or only refused without being looked at.
  package var canBeTakenBack: Bool {
    switch phase {
    case .queued, .checking, .waiting: lostAnswer == nil
    case .sending, .verifying: false
    }
  }

  /// Whether this request reads the organization before it is deleted.
  func isReading(_ id: RequestID) -> Bool {
    if case .checking(let pending) = phase { pending.id == id } else { read?.id == id }
  }

  /// Until when it is counted down, seen by the person who may take it back.
  package var graceEnd: Date? {
    if case .queued(let until) = phase { until } else { nil }
  }

  /// Whether it is being read before it was ever sent.
  var isCheckedFirst: Bool {
    if case .checking = phase { lostAnswer == nil } else { false }
  }

  /// Has it wait for its next sending, whatever it waits after.
  mutating func wait(until end: Date) {
    switch phase {
    case .queued: phase = .queued(until: end)
    case .waiting(var wait):
      wait.until = end
      phase = .waiting(wait)
    case .checking, .sending, .verifying: break
    }
  }

  /// When it goes on by itself.
  package var deadline: Date? {
    switch phase {
    case .queued(let until): until
    case .waiting(let wait): wait.until
    case .checking, .sending, .verifying: nil
    }
  }

  var account: WriteAccount {
    WriteAccount(
      write: write, action: .delete, before: organization, name: organization.name, change: nil)
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
