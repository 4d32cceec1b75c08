import Foundation

/// Somebody at the customer who sets up single sign-on and the like.
package struct ITContact: Equatable, Sendable, Identifiable {
  package var id: String
  package var email: String
  package var createdAt: Date?
  package var updatedAt: Date?

  package init(id: String, email: String, createdAt: Date? = nil, updatedAt: Date? = nil) {
    self.id = id
    self.email = email
    self.createdAt = createdAt
    self.updatedAt = updatedAt
  }
}

extension ITContact: Decodable {
  private enum CodingKeys: String, CodingKey {
    case id
    case email
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  /// Asks only for an id; everything else may be missing, null or of another type.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try container.identifier(forKey: .id),
      email: container.tolerated(String.self, forKey: .email) ?? "",
      createdAt: container.toleratedDate(forKey: .createdAt),
      updatedAt: container.toleratedDate(forKey: .updatedAt))
  }
}
