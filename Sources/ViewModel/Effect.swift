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

  /// Whether it changes anything on the server.
  package var isWrite: Bool {
    switch self {
    case .create, .update, .delete: true
    case .fetchPage, .fetchOrganization, .cancel: false
    }
  }
}
