import Foundation

/// A person who can sign in, in any number of organizations.
package struct User: Equatable, Sendable, Identifiable {
  package var id: String
  package var email: String
  package var firstName: String?
  package var lastName: String?
  package var isEmailVerified: Bool?
  package var lastSignInAt: Date?
  package var createdAt: Date?
  package var updatedAt: Date?

  package init(
    id: String, email: String, firstName: String? = nil, lastName: String? = nil,
    isEmailVerified: Bool? = nil, lastSignInAt: Date? = nil, createdAt: Date? = nil,
    updatedAt: Date? = nil
  ) {
    self.id = id
    self.email = email
    self.firstName = firstName
    self.lastName = lastName
    self.isEmailVerified = isEmailVerified
    self.lastSignInAt = lastSignInAt
    self.createdAt = createdAt
    self.updatedAt = updatedAt
  }

  /// The first and the last name, as far as there are any.
  package var name: String {
    [firstName, lastName].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension User: Decodable {
  private enum CodingKeys: String, CodingKey {
    case id
    case email
    case firstName = "first_name"
    case lastName = "last_name"
    case emailVerified = "email_verified"
    case lastSignInAt = "last_sign_in_at"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  /// Asks only for an id; everything else may be missing, null or of another type.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try container.identifier(forKey: .id),
      email: container.tolerated(String.self, forKey: .email) ?? "",
      firstName: container.tolerated(String.self, forKey: .firstName),
      lastName: container.tolerated(String.self, forKey: .lastName),
      isEmailVerified: container.tolerated(Bool.self, forKey: .emailVerified),
      lastSignInAt: container.toleratedDate(forKey: .lastSignInAt),
      createdAt: container.toleratedDate(forKey: .createdAt),
      updatedAt: container.toleratedDate(forKey: .updatedAt))
  }
}
