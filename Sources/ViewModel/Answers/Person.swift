import Foundation
import WorkOS

/// Who somebody is: what there is of them in each organization, from the nearest to the furthest.
package struct Person: Equatable, Sendable {
  package let facts: PersonFacts

  package init(_ facts: PersonFacts) {
    self.facts = facts
  }

  /// Something of the person that leads to an organization.
  package enum Row: Equatable, Sendable {
    case membership(Received<Membership>)
    case invitation(Invitation)
    /// An organization that has the domain of the address.
    case claimant(Organization)

    package var organization: Organization.ID? {
      switch self {
      case .membership(let received):
        received.item.organizationID.nonEmpty.map { Organization.ID(rawValue: $0) }
      case .invitation(let invitation):
        invitation.organizationID?.nonEmpty.map { Organization.ID(rawValue: $0) }
      case .claimant(let organization): organization.id
      }
    }
  }

  package var memberships: [Received<Membership>] { facts.memberships.value?.items ?? [] }
  package var invitations: [Invitation] { facts.invitations.value?.items ?? [] }
  package var claimants: [Organization] { facts.claimants.value?.items ?? [] }

  /// In the order in which they are shown.
  package var rows: [Row] {
    memberships.map(Row.membership) + invitations.map(Row.invitation)
      + claimants.map(Row.claimant)
  }

  /// Whether there is anybody: a user, or somebody who was invited to become one.
  package var isSomebody: Bool { facts.user.value??.item != nil || !invitations.isEmpty }

  /// The name of an organization, where an answer told it.
  package func name(of organization: Organization.ID?) -> String? {
    guard let organization else { return nil }
    let membership = memberships.first { $0.item.organizationID == organization.rawValue }
    return membership?.item.organizationName?.nonEmpty
      ?? claimants.first { $0.id == organization }?.name.nonEmpty
  }

  /// Where a row leads.
  package func place(of row: Row) -> AnswerPlace? {
    guard let organization = row.organization else { return nil }
    switch row {
    case .membership(let received):
      return AnswerPlace(organization, "members", known: facts.row(of: received))
    case .invitation(let invitation):
      return AnswerPlace(organization, "invitations", row: invitation.id)
    case .claimant(let claimant):
      let domain = claimant.domains.first { HostName.normalized($0.domain) == facts.domain }
      return AnswerPlace(organization, "domains", row: domain.map { $0.id ?? $0.domain })
    }
  }
}
