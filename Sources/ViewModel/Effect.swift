import Foundation
import WorkOS

/// Something to do, as data.
package enum Effect: Equatable, Sendable {
  case fetchPage(RequestID, PageQuestion)
  case fetchOrganization(RequestID, Organization.ID)
  case create(RequestID, NewOrganization, key: UUID)
  case update(RequestID, Organization.ID, OrganizationUpdate)
  case delete(RequestID, Organization.ID)
  case cancel(RequestID)
  /// A delete waits to be sent.
  case recordQueued(Organization)
  /// A delete that was queued will never be sent.
  case recordUnsent(Organization)
  /// A read has told what became of a write whose answer was lost.
  case recordFinding(RequestID, wasDone: Bool)
  case keepDraft(Draft.ID, Draft)
  case dropDraft(Draft.ID)
  case loadDrafts
  case readJournal

  /// The question to the server that is put, or given up; nil when it is about this machine only.
  package var request: RequestID? {
    switch self {
    case .fetchPage(let id, _), .fetchOrganization(let id, _), .create(let id, _, _),
      .update(let id, _, _), .delete(let id, _), .cancel(let id):
      id
    case .recordQueued, .recordUnsent, .recordFinding, .keepDraft, .dropDraft, .loadDrafts,
      .readJournal:
      nil
    }
  }

  /// Whether it changes anything on the server.
  package var isWrite: Bool {
    switch self {
    case .create, .update, .delete: true
    case .fetchPage, .fetchOrganization, .cancel, .recordQueued, .recordUnsent, .recordFinding,
      .keepDraft, .dropDraft, .loadDrafts, .readJournal:
      false
    }
  }
}
