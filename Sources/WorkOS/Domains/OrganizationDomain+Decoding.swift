import Foundation

extension OrganizationDomain: Decodable {
  private enum CodingKeys: String, CodingKey {
    case id
    case domain
    case state
    case verificationStrategy = "verification_strategy"
    case verificationPrefix = "verification_prefix"
    case verificationToken = "verification_token"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  /// Reads a domain object, or the plain string that old answers hold instead.
  ///
  /// An object that names no domain is kept, with an empty name: an update sends the complete
  /// list, and one silently left out of it would be removed.
  package init(from decoder: any Decoder) throws {
    guard let container = try? decoder.container(keyedBy: CodingKeys.self) else {
      self.init(domain: try decoder.singleValueContainer().decode(String.self))
      return
    }
    self.init(
      id: container.tolerated(String.self, forKey: .id),
      domain: container.tolerated(String.self, forKey: .domain) ?? "",
      state: container.tolerated(String.self, forKey: .state).map(State.init),
      verificationStrategy: container.tolerated(String.self, forKey: .verificationStrategy),
      verificationPrefix: container.tolerated(String.self, forKey: .verificationPrefix),
      verificationToken: container.tolerated(String.self, forKey: .verificationToken),
      createdAt: container.toleratedDate(forKey: .createdAt),
      updatedAt: container.toleratedDate(forKey: .updatedAt)
    )
  }
}
