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
  /// A delete that was queued will never be sent.
  case recordUnsent(Organization)
  /// A read has told what became of a write whose answer was lost.
  case recordFinding(RequestID, wasDone: Bool)
  case keepDraft(Draft)
  case dropDraft(Draft.Subject)
  case loadDrafts
  case readJournal

  /// Whether it changes anything on the server.
  package var isWrite: Bool {
    switch self {
    case .create, .update, .delete: true
    case .fetchPage, .fetchOrganization, .cancel, .recordUnsent, .recordFinding, .keepDraft,
      .dropDraft, .loadDrafts, .readJournal:
      false
    }
  }
}
