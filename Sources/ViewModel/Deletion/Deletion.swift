import Foundation
import WorkOS

/// A delete on its way, from its confirmation to what became of it.
package struct Deletion: Equatable, Sendable {
  package enum Phase: Equatable, Sendable {
    /// Nothing has been sent; it can be undone until then.
    case queued(until: Date)
    /// Its time has come, and the organization is read once more: only what the person saw and
    /// agreed to is deleted. It can be undone still.
    case checking(Pending)
    case sending(Pending)
    /// The answer was lost, and the organization is being read to see what happened.
    case verifying(Pending, write: RequestID)
  }

  package var organization: Organization
  package var phase: Phase
  /// The reading that its dialog began, while it is not answered.
  var read: Pending?

  /// The request that is waited for, once there is one.
  package var pending: Pending? {
    switch phase {
    case .queued: nil
    case .checking(let pending), .sending(let pending), .verifying(let pending, _): pending
    }
  }

  /// Whether nothing but readings has gone to the server, so that it can be taken back.
  package var isUnsent: Bool {
    switch phase {
    case .queued, .checking: true
    case .sending, .verifying: false
    }
  }

  /// Whether this request reads the organization before it is deleted.
  func isReading(_ id: RequestID) -> Bool {
    if case .checking(let pending) = phase { pending.id == id } else { read?.id == id }
  }

  package var deadline: Date? {
    if case .queued(let until) = phase { until } else { nil }
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
  case answered(RequestID, Result<Deleted, WorkOSError>)
}

/// The server took a delete.
package struct Deleted: Equatable, Sendable {
  package init() {}
}
