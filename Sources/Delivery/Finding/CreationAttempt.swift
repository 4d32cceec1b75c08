import Foundation
import WorkOS

/// One sending of a create, kept with its draft: as long as nobody knows what became of it, another one
/// may make a second organization.
package struct CreationAttempt: Equatable, Sendable {
  /// The idempotency key: the same for the same intent.
  package var key: UUID
  /// The journal's name of the write.
  package var write: UUID
  package var organization: NewOrganization
  /// The server's time when it was sent, as far as its answers told it; what was sent again by itself, as it
  /// certainly had come to nothing, was sent then.
  package var sentAt: Date
  /// Whether it may have been carried out; false once the server was heard to refuse it.
  package var mayBeDone: Bool
  /// How often it was sent.
  package var tries: Int

  package init(
    key: UUID, write: UUID, organization: NewOrganization, sentAt: Date, mayBeDone: Bool,
    tries: Int = 1
  ) {
    self.key = key
    self.write = write
    self.organization = organization
    self.sentAt = sentAt
    self.mayBeDone = mayBeDone
    self.tries = tries
  }

  /// The servers' clocks tell whole seconds, and take some time to be read.
  private static let tolerance: TimeInterval = 5

  /// Whether an organization may be what this create has made: it has the external id, all of the domains or
  /// the name. Somebody may have changed the rest since, or the server have dropped it; one that has the name
  /// alone must not seem to have been there before.
  package func mayHaveMade(_ other: Organization) -> Bool {
    let isOld = other.createdAt.map { $0 < earliestCreation } ?? false
    if isOld { return false }
    if hasExternalID(other) || hasDomains(other) { return true }
    return hasName(other) && (isNamedAlone || wasMadeSince(other))
  }

  var externalID: String? { organization.externalID.flatMap { $0.isEmpty ? nil : $0 } }

  var hosts: Set<String> {
    Set(organization.domains.map { HostName.normalized($0.domain) })
  }

  private func hasName(_ other: Organization) -> Bool {
    other.name.trimmed == organization.name.trimmed
  }

  private func hasExternalID(_ other: Organization) -> Bool {
    externalID != nil && other.externalID == externalID
  }

  /// Whether an organization has the domains that were sent, which are one at least, whatever else it has.
  private func hasDomains(_ other: Organization) -> Bool {
    !hosts.isEmpty && hosts.isSubset(of: other.domains.map { HostName.normalized($0.domain) })
  }

  /// Whether nothing but its name can tell what it has made.
  private var isNamedAlone: Bool { externalID == nil && hosts.isEmpty }

  private func wasMadeSince(_ other: Organization) -> Bool {
    other.createdAt.map { $0 >= sentAt.addingTimeInterval(-Self.sameClock) } ?? false
  }

  /// Clocks that show the same may seem to differ by this many seconds.
  package static let sameClock: TimeInterval = 2

  /// Whether an organization is to the letter what was sent, and no older: what somebody else has made that
  /// stands in its way is hardly that.
  package func hasMade(_ other: Organization) -> Bool {
    wasMadeSince(other) && hasName(other)
      && other.externalID ?? "" == organization.externalID ?? ""
      && other.metadata == organization.metadata
      && Set(other.domains.map { HostName.normalized($0.domain) }) == hosts
  }

  /// Whether of two that it may have made the one is more likely it: the one that is to the letter what
  /// was sent, or has more of it, or else the one that was created nearer to that.
  package func isLikelier(_ one: Organization, than other: Organization) -> Bool {
    let (likeness, otherLikeness) = (self.likeness(of: one), self.likeness(of: other))
    return likeness == otherLikeness
      ? distance(to: one) < distance(to: other) : likeness > otherLikeness
  }

  /// How much of what was sent an organization shows, its external id above all, and then its domains.
  func likeness(of other: Organization) -> Int {
    guard mayHaveMade(other) else { return 0 }
    if hasMade(other) { return isVerifiedAsSent(other) ? 9 : 8 }
    return (hasExternalID(other) ? 4 : 0) + (hasDomains(other) ? 2 : 0) + (hasName(other) ? 1 : 0)
  }

  /// A pending domain may have come to another state by itself.
  private func isVerifiedAsSent(_ other: Organization) -> Bool {
    let verified = other.domains.filter { $0.state == .verified }
      .map { HostName.normalized($0.domain) }
    return organization.domains.allSatisfy {
      $0.state != .verified || verified.contains(HostName.normalized($0.domain))
    }
  }

  /// The seconds between the sending and the creation of an organization.
  func distance(to other: Organization) -> TimeInterval {
    other.createdAt.map { abs($0.timeIntervalSince(sentAt)) } ?? .infinity
  }

  /// Whether an organization seems to have been created before it was sent, by clocks that show whole
  /// seconds: the clocks of several servers differ.
  package func seemsYounger(than other: Organization) -> Bool {
    guard let createdAt = other.createdAt else { return false }
    return createdAt.timeIntervalSince1970.rounded(.down)
      < sentAt.timeIntervalSince1970.rounded(.down)
  }

  /// Whether an organization was there before, with the external id that this create wanted: the
  /// server takes no second one, so it has refused the create, or will.
  package func isInTheWay(_ other: Organization) -> Bool {
    guard let externalID = organization.externalID, !externalID.isEmpty else { return false }
    return other.externalID == externalID && !mayHaveMade(other)
  }

  /// What was created before this was there already.
  package var earliestCreation: Date { sentAt.addingTimeInterval(-Self.tolerance) }
}
