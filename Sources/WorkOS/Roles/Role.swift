import Foundation

/// A role that members of an organization can have.
package struct Role: Equatable, Sendable, Identifiable {
  package var id: String { slug }
  /// Who has defined it; a kind the API does not name yet is kept as it came.
  package struct Kind: Hashable, Sendable, RawRepresentable {
    package var rawValue: String

    package init(rawValue: String) {
      self.rawValue = rawValue
    }

    package static let environment = Kind(rawValue: "EnvironmentRole")
    package static let organization = Kind(rawValue: "OrganizationRole")
  }

  /// What a membership names it by.
  package var slug: String
  package var name: String
  package var description: String?
  package var kind: Kind?
  /// The slugs of what it allows.
  package var permissions: [String]
  package var updatedAt: Date?

  package init(
    slug: String, name: String, description: String? = nil, kind: Kind? = nil,
    permissions: [String] = [], updatedAt: Date? = nil
  ) {
    self.slug = slug
    self.name = name
    self.description = description
    self.kind = kind
    self.permissions = permissions
    self.updatedAt = updatedAt
  }
}

extension Role: Decodable {
  private enum CodingKeys: String, CodingKey {
    case slug
    case name
    case description
    case kind = "type"
    case permissions
    case updatedAt = "updated_at"
  }

  /// Asks only for a slug; everything else may be missing, null or of another type.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let slug = try container.identifier(forKey: .slug)
    self.init(
      slug: slug,
      name: container.tolerated(String.self, forKey: .name) ?? slug,
      description: container.tolerated(String.self, forKey: .description),
      kind: container.tolerated(String.self, forKey: .kind).map(Kind.init),
      permissions: container.tolerated([Tolerated<String>].self, forKey: .permissions)?
        .compactMap(\.value) ?? [],
      updatedAt: container.toleratedDate(forKey: .updatedAt))
  }
}
