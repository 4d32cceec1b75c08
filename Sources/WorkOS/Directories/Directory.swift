import Foundation

/// Where an organization keeps who works there, read by directory sync.
package struct Directory: Equatable, Sendable, Identifiable {
  /// Whether it is read; a state the API does not name yet is kept as it came.
  package struct State: Hashable, Sendable, RawRepresentable {
    package var rawValue: String

    package init(rawValue: String) {
      self.rawValue = rawValue
    }

    package static let linked = State(rawValue: "linked")
    package static let validating = State(rawValue: "validating")
    package static let invalidCredentials = State(rawValue: "invalid_credentials")
    package static let unlinked = State(rawValue: "unlinked")
    package static let deleting = State(rawValue: "deleting")
  }

  /// How many users and groups were read from the provider.
  package struct Counts: Equatable, Sendable {
    package var activeUsers: Int
    package var inactiveUsers: Int
    package var groups: Int

    package init(activeUsers: Int, inactiveUsers: Int, groups: Int) {
      self.activeUsers = activeUsers
      self.inactiveUsers = inactiveUsers
      self.groups = groups
    }
  }

  package var id: String
  package var organizationID: String
  package var name: String
  /// `gsuite directory`, `okta scim v2.0`, …
  package var type: String
  package var domain: String?
  package var state: State?
  /// They come with the directory, where the server tells them.
  package var counts: Counts?
  package var createdAt: Date?
  package var updatedAt: Date?

  package init(
    id: String, organizationID: String = "", name: String = "", type: String = "",
    domain: String? = nil, state: State? = nil, counts: Counts? = nil, createdAt: Date? = nil,
    updatedAt: Date? = nil
  ) {
    self.id = id
    self.organizationID = organizationID
    self.name = name
    self.type = type
    self.domain = domain
    self.state = state
    self.counts = counts
    self.createdAt = createdAt
    self.updatedAt = updatedAt
  }

  /// Whether it can be read anew on demand: the API takes that for Google's only (workos-python
  /// 10.8.0); the others send what changes by themselves.
  package var canBeSynchronized: Bool { type == "gsuite directory" }
}

extension Directory: Decodable {
  private enum CodingKeys: String, CodingKey {
    case id
    case organizationID = "organization_id"
    case name
    case type
    case domain
    case state
    case metadata
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  private struct Metadata: Decodable {
    struct Users: Decodable {
      var active: Int
      var inactive: Int
    }

    var users: Users
    var groups: Int
  }

  /// Asks only for an id; everything else may be missing, null or of another type.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try container.identifier(forKey: .id),
      organizationID: container.tolerated(String.self, forKey: .organizationID) ?? "",
      name: container.tolerated(String.self, forKey: .name) ?? "",
      type: container.tolerated(String.self, forKey: .type) ?? "",
      domain: container.tolerated(String.self, forKey: .domain),
      state: container.tolerated(String.self, forKey: .state).map(State.init),
      counts: container.tolerated(Metadata.self, forKey: .metadata).map {
        Counts(
          activeUsers: $0.users.active, inactiveUsers: $0.users.inactive, groups: $0.groups)
      },
      createdAt: container.toleratedDate(forKey: .createdAt),
      updatedAt: container.toleratedDate(forKey: .updatedAt))
  }
}
