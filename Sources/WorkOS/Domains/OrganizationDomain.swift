import Foundation

/// A domain that belongs to an organization.
package struct OrganizationDomain: Equatable, Sendable {
  /// How far the verification of a domain has come.
  ///
  /// The API names five states; one it does not name yet is kept as it came.
  package struct State: Hashable, Sendable, RawRepresentable {
    package var rawValue: String

    package init(rawValue: String) {
      self.rawValue = rawValue
    }

    package static let failed = State(rawValue: "failed")
    package static let legacyVerified = State(rawValue: "legacy_verified")
    package static let pending = State(rawValue: "pending")
    package static let unverified = State(rawValue: "unverified")
    package static let verified = State(rawValue: "verified")

    /// Whether WorkOS treats the domain as proven to belong to the organization.
    package var isVerified: Bool {
      self == .verified || self == .legacyVerified
    }
  }

  /// Absent when the server sent the domain as a plain string.
  package var id: String?
  /// The host name, such as `acme.com`.
  package var domain: String
  package var state: State?
  /// `dns`, `manual`, or whatever else the server sent.
  package var verificationStrategy: String?
  /// The label under which the DNS TXT record goes, while verification is pending.
  package var verificationPrefix: String?
  /// The value of the DNS TXT record, while verification is pending.
  package var verificationToken: String?
  package var createdAt: Date?
  package var updatedAt: Date?

  package init(
    id: String? = nil,
    domain: String,
    state: State? = nil,
    verificationStrategy: String? = nil,
    verificationPrefix: String? = nil,
    verificationToken: String? = nil,
    createdAt: Date? = nil,
    updatedAt: Date? = nil
  ) {
    self.id = id
    self.domain = domain
    self.state = state
    self.verificationStrategy = verificationStrategy
    self.verificationPrefix = verificationPrefix
    self.verificationToken = verificationToken
    self.createdAt = createdAt
    self.updatedAt = updatedAt
  }
}
