import Foundation

/// That a user belongs to an organization, and as what.
package struct Membership: Equatable, Sendable, Identifiable {
  /// Whether the user can sign in there; a status the API does not name yet is kept as it came.
  package struct Status: Hashable, Sendable, RawRepresentable {
    package var rawValue: String

    package init(rawValue: String) {
      self.rawValue = rawValue
    }

    package static let active = Status(rawValue: "active")
    package static let inactive = Status(rawValue: "inactive")
    package static let pending = Status(rawValue: "pending")
    /// All that the API names.
    package static let all = [active, inactive, pending]
  }

  package var id: String
  package var userID: String
  package var organizationID: String
  /// Older answers lack it (workos-node issue 1284).
  package var organizationName: String?
  package var status: Status?
  /// The slugs of the roles; more than one where the environment has several roles for each member.
  package var roles: [String]
  /// Whether a directory decides over it, so that a change made here may be undone by the next sync.
  package var isDirectoryManaged: Bool
  /// Older answers lack it (workos-node issue 1080).
  package var user: User?
  package var createdAt: Date?
  package var updatedAt: Date?

  package init(
    id: String, userID: String = "", organizationID: String = "",
    organizationName: String? = nil, status: Status? = nil, roles: [String] = [],
    isDirectoryManaged: Bool = false, user: User? = nil, createdAt: Date? = nil,
    updatedAt: Date? = nil
  ) {
    self.id = id
    self.userID = userID
    self.organizationID = organizationID
    self.organizationName = organizationName
    self.status = status
    self.roles = roles
    self.isDirectoryManaged = isDirectoryManaged
    self.user = user
    self.createdAt = createdAt
    self.updatedAt = updatedAt
  }
}

extension Membership: Decodable {
  private enum CodingKeys: String, CodingKey {
    case id
    case userID = "user_id"
    case organizationID = "organization_id"
    case organizationName = "organization_name"
    case status
    case role
    case roles
    case directoryManaged = "directory_managed"
    case user
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  private struct NamedRole: Decodable {
    var slug: String
  }

  /// Asks only for an id; everything else may be missing, null or of another type.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let several = container.tolerated([Tolerated<NamedRole>].self, forKey: .roles)?
      .compactMap { $0.value?.slug }
    let one = container.tolerated(NamedRole.self, forKey: .role)?.slug
    let user = container.tolerated(User.self, forKey: .user)
    self.init(
      id: try container.identifier(forKey: .id),
      userID: container.tolerated(String.self, forKey: .userID) ?? user?.id ?? "",
      organizationID: container.tolerated(String.self, forKey: .organizationID) ?? "",
      organizationName: container.tolerated(String.self, forKey: .organizationName),
      status: container.tolerated(String.self, forKey: .status).map(Status.init),
      roles: several ?? one.map { [$0] } ?? [],
      isDirectoryManaged: container.tolerated(Bool.self, forKey: .directoryManaged) ?? false,
      user: user,
      createdAt: container.toleratedDate(forKey: .createdAt),
      updatedAt: container.toleratedDate(forKey: .updatedAt))
  }
}
