import Foundation
import WorkOS

/// Something to do, as data.
package enum Effect: Equatable, Sendable {
  case fetchPage(RequestID, PageQuestion)
  case fetchOrganization(RequestID, Organization.ID)
  /// Look for what a create would have made whose answer was lost.
  case findCreated(RequestID, CreationAttempt)
  case send(RequestID, Sending)
  case cancel(RequestID)
  /// A write that waits to be sent.
  case recordQueued(WriteAccount)
  /// What has been found out about a write, or become of one, without an answer to it.
  case recordOutcome(UUID, JournalOutcome)
  case keepDraft(Draft.ID, Draft)
  case dropDraft(Draft.ID)
  case loadDrafts
  case readJournal

  /// The question to the server that is put, or given up; nil when it is about this machine only.
  package var request: RequestID? {
    switch self {
    case .fetchPage(let id, _), .fetchOrganization(let id, _), .findCreated(let id, _),
      .send(let id, _), .cancel(let id):
      id
    case .recordQueued, .recordOutcome, .keepDraft, .dropDraft, .loadDrafts, .readJournal: nil
    }
  }

  /// Whether it changes anything on the server.
  package var isWrite: Bool { sending != nil }

  package var sending: Sending? {
    if case .send(_, let sending) = self { sending } else { nil }
  }
}

extension Effect {
  /// A delete, or another write, that was queued and will never be sent.
  static func recordUnsent(_ write: UUID) -> Effect {
    .recordOutcome(write, JournalOutcome(result: .neverSent, tries: 0))
  }
}
