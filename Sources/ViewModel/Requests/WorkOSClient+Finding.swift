import Foundation
import WorkOS

extension WorkOSClient {
  /// How many pages of a hundred are looked through, at most.
  private static let mostPages = 5

  /// The organizations that a create whose answer was lost may have made, the newest first, and the
  /// older one that has its external id.
  ///
  /// It asks for the external id, and looks through what was created since: a search for the name
  /// may know of a new organization only later.
  func mayHaveBeenMade(
    by attempt: CreationAttempt
  ) async throws(WorkOSError) -> Answer<[Organization]> {
    var found: [Organization] = []
    if let externalID = attempt.organization.externalID, !externalID.isEmpty {
      do {
        found.append(try await organization(externalID: externalID).value)
      } catch {
        guard error.isNotFound else { throw error }
      }
    }
    var query = OrganizationQuery(order: .newestFirst, limit: 100)
    for _ in 1...Self.mostPages {
      let page = try await listOrganizations(query).value
      let since = page.items.filter { ($0.createdAt ?? .distantFuture) >= attempt.earliestCreation }
      found += since.filter { one in !found.contains { $0.id == one.id } }
      guard since.count == page.items.count, let after = page.after else { break }
      query.cursor = .after(after)
    }
    return Answer(value: found.filter { attempt.mayHaveMade($0) || attempt.isInTheWay($0) })
  }
}
