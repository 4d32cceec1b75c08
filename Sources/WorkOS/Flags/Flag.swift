import Foundation

/// A feature that is on or off, in an environment by default and for whom it is aimed at.
package struct Flag: Equatable, Sendable, Identifiable {
  package var id: String { slug }
  /// What its targets are set by.
  package var slug: String
  package var name: String
  package var description: String?
  package var tags: [String]
  /// Whether it can be on for anybody in this environment; answers of 2025 do not say.
  package var isEnabled: Bool?
  /// Whether it is on for those that it is not aimed at; answers of 2025 do not say.
  package var isOnByDefault: Bool?
  package var owner: String?
  package var updatedAt: Date?
}

extension Flag: Decodable {
  private enum CodingKeys: String, CodingKey {
    case slug
    case name
    case description
    case tags
    case isEnabled = "enabled"
    case isOnByDefault = "default_value"
    case owner
    case updatedAt = "updated_at"
  }

  private struct Owner: Decodable {
    var email: String
  }

  /// Asks only for a slug; everything else may be missing, null or of another type.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let slug = try container.identifier(forKey: .slug)
    self.init(
      slug: slug, name: container.tolerated(String.self, forKey: .name) ?? slug,
      description: container.tolerated(String.self, forKey: .description),
      tags: container.tolerated([Tolerated<String>].self, forKey: .tags)?
        .compactMap(\.value) ?? [],
      isEnabled: container.tolerated(Bool.self, forKey: .isEnabled),
      isOnByDefault: container.tolerated(Bool.self, forKey: .isOnByDefault),
      owner: container.tolerated(Owner.self, forKey: .owner)?.email,
      updatedAt: container.toleratedDate(forKey: .updatedAt))
  }
}
