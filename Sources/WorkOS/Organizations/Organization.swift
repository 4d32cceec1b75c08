import Foundation
import JSON

/// A WorkOS organization, as the API last described it.
package struct Organization: Equatable, Sendable, Identifiable {
  package struct ID: Hashable, Sendable, RawRepresentable, ExpressibleByStringLiteral {
    package var rawValue: String

    package init(rawValue: String) {
      self.rawValue = rawValue
    }

    package init(stringLiteral value: String) {
      rawValue = value
    }
  }

  package var id: ID
  /// The display name; it need not be unique.
  package var name: String
  package var domains: [OrganizationDomain]
  /// Key–value pairs; a pair whose value the server sent as null is left out, and stays in `json`.
  package var metadata: [String: String]
  package var externalID: String?
  package var stripeCustomerID: String?
  package var createdAt: Date?
  package var updatedAt: Date?
  /// Deprecated by WorkOS: shown when the server sends it, never sent back.
  package var allowsProfilesOutsideOrganization: Bool?
  /// The object as the server sent it, unknown fields and all.
  package var json: RawJSON

  package init(
    id: ID,
    name: String,
    domains: [OrganizationDomain] = [],
    metadata: [String: String] = [:],
    externalID: String? = nil,
    stripeCustomerID: String? = nil,
    createdAt: Date? = nil,
    updatedAt: Date? = nil,
    allowsProfilesOutsideOrganization: Bool? = nil,
    json: RawJSON = RawJSON("{}")
  ) {
    self.id = id
    self.name = name
    self.domains = domains
    self.metadata = metadata
    self.externalID = externalID
    self.stripeCustomerID = stripeCustomerID
    self.createdAt = createdAt
    self.updatedAt = updatedAt
    self.allowsProfilesOutsideOrganization = allowsProfilesOutsideOrganization
    self.json = json
  }
}
