import Foundation
import WorkOS

/// The look for what creates may have made whose answers were lost, one call after another.
///
/// It asks for their external ids, and looks through what was created since the first of them: a search
/// for the name may know of a new organization only later. Where that is more than can be looked through,
/// it asks for their domains and names as well.
package struct CreationSearch: Equatable, Sendable {
  /// How many pages of a hundred are looked through, at most.
  private static let mostPages = 5

  private enum Step: Equatable {
    case externalID(String)
    /// What was created last.
    case page(OrganizationQuery)
    case match(OrganizationQuery)
  }

  private let attempts: [CreationAttempt]
  private var steps: [Step] = []
  private var pages = 0
  private var found: [Organization] = []
  /// What the server said against the last of them, if it did.
  package let objection: WorkOSError?

  /// - Parameter attempts: of one draft, the first one first.
  package init(for attempts: [CreationAttempt], despite objection: WorkOSError? = nil) {
    self.attempts = attempts
    self.objection = objection
    for externalID in attempts.compactMap(\.externalID)
    where !steps.contains(.externalID(externalID)) {
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
    case .page(let query), .match(let query): Organizations.list(query)
    case nil: nil
    }
  }

  /// Takes in the answer to `call`.
  package mutating func take(_ page: Page<Organization>) {
    switch steps.removeFirst() {
    case .externalID: note(page.items)
    case .page(var query):
      pages += 1
      let since = page.items.filter { ($0.createdAt ?? .distantFuture) >= earliestCreation }
      note(since)
      guard since.count == page.items.count, let after = page.after else { return }
      guard pages < Self.mostPages else {
        steps += matches.map(Step.match)
        return
      }
      query.cursor = .after(after)
      steps.append(.page(query))
    case .match: note(page.items)
    }
  }

  /// What finds those that have the domains of one of them, or its name.
  private var matches: [OrganizationQuery] {
    var queries: [OrganizationQuery] = []
    for attempt in attempts {
      let domains = OrganizationQuery.Filter.domains(attempt.hosts.sorted())
      let filters = (attempt.hosts.isEmpty ? [] : [domains]) + [.name(attempt.organization.name)]
      for filter in filters where !queries.contains(where: { $0.filter == filter }) {
        queries.append(OrganizationQuery(filter: filter, order: .newestFirst, limit: 100))
      }
    }
    return queries
  }

  private mutating func note(_ organizations: [Organization]) {
    for one in organizations where !found.contains(where: { $0.id == one.id }) { found.append(one) }
  }

  /// What was created before this was there before the first of them.
  private var earliestCreation: Date {
    attempts.map(\.earliestCreation).min() ?? .distantPast
  }

  /// The organizations that the creates may have made, the likeliest first, and the older one that
  /// has an external id of theirs.
  package func finding(at now: Date) -> CreationFinding {
    var candidates: [Organization] = []
    for (place, attempt) in attempts.enumerated() {
      // What was refused for its external id has made none without it either.
      let owner = found.first(where: attempt.isInTheWay)
      let possible = found.filter { owner == nil || $0.externalID == owner?.externalID }
      let isRefused = objection != nil && place == attempts.count - 1
      let made = possible.filter(isRefused ? attempt.hasMade : attempt.mayHaveMade)
      candidates += made.filter { one in !candidates.contains { $0.id == one.id } }
    }
    let owner = found.first { one in
      // What an earlier one of them has made is in the way of the later ones, and is none of that.
      attempts.contains { $0.isInTheWay(one) } && !attempts.contains { $0.mayHaveMade(one) }
    }
    return CreationFinding(
      candidates: candidates.sorted(by: attempts.isLikelier), inTheWay: owner,
      objection: objection, lookedAt: now)
  }

  /// The same where it could not be looked.
  package func failed(with error: WorkOSError, at now: Date) -> CreationFinding {
    CreationFinding(candidates: [], objection: objection, failure: error, lookedAt: now)
  }
}
