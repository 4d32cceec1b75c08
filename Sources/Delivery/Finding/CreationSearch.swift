import Foundation
import WorkOS

/// The look for what a create may have made whose answer was lost, one call after another.
///
/// It asks for the external id, and looks through what was created since: a search for the name may
/// know of a new organization only later.
package struct CreationSearch: Equatable, Sendable {
  /// How many pages of a hundred are looked through, at most.
  private static let mostPages = 5

  private enum Step: Equatable {
    case externalID(String)
    case page(OrganizationQuery)
  }

  private let attempt: CreationAttempt
  private var steps: [Step] = []
  private var pages = 0
  private var found: [Organization] = []
  /// What the server said against it, if it did.
  package let objection: WorkOSError?

  package init(for attempt: CreationAttempt, despite objection: WorkOSError? = nil) {
    self.attempt = attempt
    self.objection = objection
    if let externalID = attempt.organization.externalID, !externalID.isEmpty {
      steps.append(.externalID(externalID))
    }
    steps.append(.page(OrganizationQuery(order: .newestFirst, limit: 100)))
  }

  /// The next thing to ask; nil when all was looked through.
  package var call: Call<Page<Organization>>? {
    switch steps.first {
    case .externalID(let externalID):
      Organizations.get(externalID: externalID).map { Page(items: [$0]) }
        .ifNotFound(Page(items: []))
    case .page(let query): Organizations.list(query)
    case nil: nil
    }
  }

  /// Takes in the answer to `call`.
  package mutating func take(_ page: Page<Organization>) {
    switch steps.removeFirst() {
    case .externalID: found += page.items
    case .page(var query):
      pages += 1
      let since = page.items.filter { ($0.createdAt ?? .distantFuture) >= attempt.earliestCreation }
      found += since.filter { one in !found.contains { $0.id == one.id } }
      guard pages < Self.mostPages, since.count == page.items.count, let after = page.after else {
        return
      }
      query.cursor = .after(after)
      steps.append(.page(query))
    }
  }

  /// The organizations that the create may have made, the likeliest first, and the older one that
  /// has its external id.
  package func finding(at now: Date) -> CreationFinding {
    let inTheWay = found.first(where: attempt.isInTheWay)
    // What was refused for its external id has made none without it either.
    let possible = found.filter { inTheWay == nil || $0.externalID == inTheWay?.externalID }
    return CreationFinding(
      candidates: possible.filter(objection == nil ? attempt.mayHaveMade : attempt.hasMade)
        .sorted(by: attempt.isLikelier),
      inTheWay: inTheWay, objection: objection, lookedAt: now)
  }

  /// The same where it could not be looked.
  package func failed(with error: WorkOSError, at now: Date) -> CreationFinding {
    CreationFinding(candidates: [], objection: objection, failure: error, lookedAt: now)
  }
}
