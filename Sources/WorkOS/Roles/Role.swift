import Foundation

/// A role that members of an organization can have.
package struct Role: Equatable, Sendable, Identifiable {
  package var id: String { slug }
  /// What a membership names it by.
  package var slug: String
  package var name: String
  package var description: String?
  /// `EnvironmentRole`, `OrganizationRole`, or whatever else the server sent.
  package var type: String?
  /// The slugs of what it allows.
  package var permissions: [String]

  package init(
    slug: String, name: String, description: String? = nil, type: String? = nil,
    permissions: [String] = []
  ) {
    self.slug = slug
    self.name = name
    self.description = description
    self.type = type
    self.permissions = permissions
  }
}

extension Role: Decodable {
  private enum CodingKeys: CodingKey {
    case slug
    case name
    case description
    case type
    case permissions
  }

  /// Asks only for a slug; everything else may be missing, null or of another type.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let slug = try container.identifier(forKey: .slug)
    self.init(
      slug: slug,
      name: container.tolerated(String.self, forKey: .name) ?? slug,
      description: container.tolerated(String.self, forKey: .description),
      type: container.tolerated(String.self, forKey: .type),
      permissions: container.tolerated([Tolerated<String>].self, forKey: .permissions)?
        .compactMap(\.value) ?? [])
  }
}
