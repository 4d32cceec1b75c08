import Foundation

/// How people of an organization sign in through their own identity provider.
package struct Connection: Equatable, Sendable, Identifiable {
  /// Whether people can sign in through it; a state the API does not name yet is kept as it came.
  package struct State: Hashable, Sendable, RawRepresentable {
    package var rawValue: String

    package init(rawValue: String) {
      self.rawValue = rawValue
    }

    package static let requiresType = State(rawValue: "requires_type")
    package static let draft = State(rawValue: "draft")
    package static let active = State(rawValue: "active")
    package static let validating = State(rawValue: "validating")
    package static let inactive = State(rawValue: "inactive")
    package static let deleting = State(rawValue: "deleting")
  }

  package var id: String
  package var organizationID: String
  package var name: String
  /// `OktaSAML`, `GenericOIDC`, … or `Pending` while nobody has said which.
  package var type: String
  package var state: State?
  /// The host names that lead to it.
  package var domains: [String]
  package var createdAt: Date?
  package var updatedAt: Date?

  package init(
    id: String, organizationID: String = "", name: String = "", type: String = "",
    state: State? = nil, domains: [String] = [], createdAt: Date? = nil, updatedAt: Date? = nil
  ) {
    self.id = id
    self.organizationID = organizationID
    self.name = name
    self.type = type
    self.state = state
    self.domains = domains
    self.createdAt = createdAt
    self.updatedAt = updatedAt
  }
}

extension Connection: Decodable {
  private enum CodingKeys: String, CodingKey {
    case id
    case organizationID = "organization_id"
    case name
    case type = "connection_type"
    case state
    case domains
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  private struct Domain: Decodable {
    var domain: String
  }

  /// Asks only for an id; everything else may be missing, null or of another type.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try container.identifier(forKey: .id),
      organizationID: container.tolerated(String.self, forKey: .organizationID) ?? "",
      name: container.tolerated(String.self, forKey: .name) ?? "",
      type: container.tolerated(String.self, forKey: .type) ?? "",
      state: container.tolerated(String.self, forKey: .state).map(State.init),
      domains: container.tolerated([Tolerated<Domain>].self, forKey: .domains)?
        .compactMap { $0.value?.domain } ?? [],
      createdAt: container.toleratedDate(forKey: .createdAt),
      updatedAt: container.toleratedDate(forKey: .updatedAt))
  }
}
