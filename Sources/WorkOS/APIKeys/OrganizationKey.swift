import Foundation

/// A key by which an organization's own programs speak to the product; not the one of this console.
package struct OrganizationKey: Equatable, Sendable, Identifiable {
  package var id: String
  package var name: String
  /// Its first and last letters, such as `sk_…PRYS`.
  package var obfuscatedValue: String
  /// The slugs of what it allows.
  package var permissions: [String]
  package var lastUsedAt: Date?
  /// Nil: never.
  package var expiresAt: Date?
  package var createdAt: Date?
  package var updatedAt: Date?
}

extension OrganizationKey: Decodable {
  private enum CodingKeys: String, CodingKey {
    case id
    case name
    case obfuscatedValue = "obfuscated_value"
    case permissions
    case lastUsedAt = "last_used_at"
    case expiresAt = "expires_at"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  /// Asks only for an id; everything else may be missing, null or of another type.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let id = try container.identifier(forKey: .id)
    self.init(
      id: id, name: container.tolerated(String.self, forKey: .name) ?? id,
      obfuscatedValue: container.tolerated(String.self, forKey: .obfuscatedValue) ?? "",
      permissions: container.tolerated([Tolerated<String>].self, forKey: .permissions)?
        .compactMap(\.value) ?? [],
      lastUsedAt: container.toleratedDate(forKey: .lastUsedAt),
      expiresAt: container.toleratedDate(forKey: .expiresAt),
      createdAt: container.toleratedDate(forKey: .createdAt),
      updatedAt: container.toleratedDate(forKey: .updatedAt))
  }
}

/// A key that was just made, with its value, which no later answer tells. It is in no description or
/// mirror.
package struct NewOrganizationKey: Equatable, Sendable {
  package var key: OrganizationKey
  /// Nil where the server did not tell it.
  package var value: String?
}

extension NewOrganizationKey: Decodable {
  private enum CodingKeys: CodingKey {
    case value
  }

  package init(from decoder: any Decoder) throws {
    key = try OrganizationKey(from: decoder)
    value = try decoder.container(keyedBy: CodingKeys.self)
      .tolerated(String.self, forKey: .value)
  }
}

extension NewOrganizationKey: CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  package var description: String { "NewOrganizationKey(\(key.id), …)" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: ["key": key]) }
}
