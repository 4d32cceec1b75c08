import Foundation

/// Something that roles and API keys can allow, the same in the whole environment.
package struct Permission: Equatable, Sendable {
  /// What a role names it by.
  package var slug: String
  package var name: String
  package var description: String?

  package init(slug: String, name: String, description: String? = nil) {
    self.slug = slug
    self.name = name
    self.description = description
  }
}

extension Permission: Decodable {
  private enum CodingKeys: CodingKey {
    case slug
    case name
    case description
  }

  /// Asks only for a slug; everything else may be missing, null or of another type.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let slug = try container.identifier(forKey: .slug)
    self.init(
      slug: slug, name: container.tolerated(String.self, forKey: .name) ?? slug,
      description: container.tolerated(String.self, forKey: .description))
  }
}

/// The permission endpoints of the API reference.
package enum Permissions {
  /// `GET /authorization/permissions`: all of the environment, a page at a time.
  package static func list(_ page: PageRequest) -> Call<Page<Received<Permission>>> {
    APIRequest(
      .get, ["authorization", "permissions"],
      parameters: page.parameters + page.cursorParameters
    ).page(of: Permission.self)
  }
}
