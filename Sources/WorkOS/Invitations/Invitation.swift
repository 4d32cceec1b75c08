import Foundation

/// That somebody was asked by e-mail to sign up, and to join an organization where it names one.
///
/// The `token` and the `accept_invitation_url` that it comes with let whoever has them in, so that they
/// are read only where they are asked for.
package struct Invitation: Equatable, Sendable, Identifiable {
  /// What became of it; a state the API does not name yet is kept as it came.
  package struct State: Hashable, Sendable, RawRepresentable {
    package var rawValue: String

    package init(rawValue: String) {
      self.rawValue = rawValue
    }

    package static let pending = State(rawValue: "pending")
    package static let accepted = State(rawValue: "accepted")
    package static let expired = State(rawValue: "expired")
    package static let revoked = State(rawValue: "revoked")
  }

  package var id: String
  package var email: String
  package var state: State?
  /// Nil where it is to the environment alone.
  package var organizationID: String?
  /// The slug of the role they will have.
  package var role: String?
  package var expiresAt: Date?
  package var acceptedAt: Date?
  package var revokedAt: Date?
  package var createdAt: Date?
  package var updatedAt: Date?

  package init(
    id: String, email: String = "", state: State? = nil, organizationID: String? = nil,
    role: String? = nil, expiresAt: Date? = nil, acceptedAt: Date? = nil, revokedAt: Date? = nil,
    createdAt: Date? = nil, updatedAt: Date? = nil
  ) {
    self.id = id
    self.email = email
    self.state = state
    self.organizationID = organizationID
    self.role = role
    self.expiresAt = expiresAt
    self.acceptedAt = acceptedAt
    self.revokedAt = revokedAt
    self.createdAt = createdAt
    self.updatedAt = updatedAt
  }
}

extension Invitation: Decodable {
  private enum CodingKeys: String, CodingKey {
    case id
    case email
    case state
    case organizationID = "organization_id"
    case role = "role_slug"
    case expiresAt = "expires_at"
    case acceptedAt = "accepted_at"
    case revokedAt = "revoked_at"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  /// Asks only for an id; everything else may be missing, null or of another type.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try container.identifier(forKey: .id),
      email: container.tolerated(String.self, forKey: .email) ?? "",
      state: container.tolerated(String.self, forKey: .state).map(State.init),
      organizationID: container.tolerated(String.self, forKey: .organizationID),
      role: container.tolerated(String.self, forKey: .role),
      expiresAt: container.toleratedDate(forKey: .expiresAt),
      acceptedAt: container.toleratedDate(forKey: .acceptedAt),
      revokedAt: container.toleratedDate(forKey: .revokedAt),
      createdAt: container.toleratedDate(forKey: .createdAt),
      updatedAt: container.toleratedDate(forKey: .updatedAt))
  }
}
