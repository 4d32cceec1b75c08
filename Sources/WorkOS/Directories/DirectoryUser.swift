import Foundation

/// A person as a directory knows them.
package struct DirectoryUser: Equatable, Sendable, Identifiable {
  /// Whether they work there; a state the API does not name yet is kept as it came.
  package struct State: Hashable, Sendable, RawRepresentable {
    package var rawValue: String

    package init(rawValue: String) {
      self.rawValue = rawValue
    }

    package static let active = State(rawValue: "active")
    package static let suspended = State(rawValue: "suspended")
    package static let inactive = State(rawValue: "inactive")
  }

  package var id: String
  package var directoryID: String
  /// What the provider knows them by.
  package var providerID: String
  /// Null where the provider gives none.
  package var email: String?
  package var name: String
  package var state: State?
  /// The slugs of the roles that the provider's groups come to.
  package var roles: [String]
  package var updatedAt: Date?

  package init(
    id: String, directoryID: String = "", providerID: String = "", email: String? = nil,
    name: String = "", state: State? = nil, roles: [String] = [], updatedAt: Date? = nil
  ) {
    self.id = id
    self.directoryID = directoryID
    self.providerID = providerID
    self.email = email
    self.name = name
    self.state = state
    self.roles = roles
    self.updatedAt = updatedAt
  }
}

extension DirectoryUser: Decodable {
  private enum CodingKeys: String, CodingKey {
    case id
    case directoryID = "directory_id"
    case providerID = "idp_id"
    case email
    case name
    case firstName = "first_name"
    case lastName = "last_name"
    case state
    case role
    case roles
    case updatedAt = "updated_at"
  }

  private struct NamedRole: Decodable {
    var slug: String
  }

  /// Asks only for an id; everything else may be missing, null or of another type.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let parts = [
      container.tolerated(String.self, forKey: .firstName),
      container.tolerated(String.self, forKey: .lastName),
    ]
    let several = container.tolerated([Tolerated<NamedRole>].self, forKey: .roles)?
      .compactMap { $0.value?.slug }
    let one = container.tolerated(NamedRole.self, forKey: .role)?.slug
    self.init(
      id: try container.identifier(forKey: .id),
      directoryID: container.tolerated(String.self, forKey: .directoryID) ?? "",
      providerID: container.tolerated(String.self, forKey: .providerID) ?? "",
      email: container.tolerated(String.self, forKey: .email),
      name: container.tolerated(String.self, forKey: .name)
        ?? parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " "),
      state: container.tolerated(String.self, forKey: .state).map(State.init),
      roles: several ?? one.map { [$0] } ?? [],
      updatedAt: container.toleratedDate(forKey: .updatedAt))
  }
}
