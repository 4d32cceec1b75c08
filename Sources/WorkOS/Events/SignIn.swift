import Foundation

/// An event that tells of somebody who signed in, or tried to.
package struct SignIn: Equatable, Sendable, Identifiable {
  package var id: String
  /// Such as `authentication.password_failed`.
  package var kind: String
  package var userID: String?
  package var email: String?
  /// The organization they signed in to, where the event tells; only those of single sign-on do.
  package var organizationID: String?
  /// Why it failed, in the API's code and words.
  package var errorCode: String?
  package var errorMessage: String?
  package var happenedAt: Date?

  package init(
    id: String, kind: String, userID: String? = nil, email: String? = nil,
    organizationID: String? = nil, errorCode: String? = nil, errorMessage: String? = nil,
    happenedAt: Date? = nil
  ) {
    self.id = id
    self.kind = kind
    self.userID = userID
    self.email = email
    self.organizationID = organizationID
    self.errorCode = errorCode
    self.errorMessage = errorMessage
    self.happenedAt = happenedAt
  }

  /// Whether the kind says that it worked, or that it did not; nil: it says neither.
  package var hasSucceeded: Bool? {
    if kind.hasSuffix("_succeeded") { return true }
    return kind.hasSuffix("_failed") || kind.hasSuffix("_timed_out") ? false : nil
  }

  /// All kinds that the API describes (workos/openapi-spec 0.121.0, `EventSchema`).
  package static let kinds =
    [
      "email_verification", "magic_auth", "mfa", "oauth", "passkey", "password", "sso",
    ].flatMap { ["authentication.\($0)_failed", "authentication.\($0)_succeeded"] } + [
      "authentication.sso_started", "authentication.sso_timed_out",
      "authentication.reauthentication_succeeded", "authentication.radar_risk_detected",
    ]
}

extension SignIn: Decodable {
  private enum CodingKeys: String, CodingKey {
    case id
    case event
    case data
    case createdAt = "created_at"
  }

  private struct Payload: Decodable {
    var userID: String?
    var email: String?
    var organizationID: String?
    var error: Failure?

    private enum CodingKeys: String, CodingKey {
      case userID = "user_id"
      case email
      case organizationID = "organization_id"
      case sso
      case error
    }

    private struct SSO: Decodable {
      var organizationID: String?

      private enum CodingKeys: String, CodingKey {
        case organizationID = "organization_id"
      }
    }

    struct Failure: Decodable {
      var code: String?
      var message: String?
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      userID = container.tolerated(String.self, forKey: .userID)
      email = container.tolerated(String.self, forKey: .email)
      organizationID =
        container.tolerated(SSO.self, forKey: .sso)?.organizationID
        ?? container.tolerated(String.self, forKey: .organizationID)
      error = container.tolerated(Failure.self, forKey: .error)
    }
  }

  /// Asks only for an id and a kind; everything else may be missing, null or of another type.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let payload = container.tolerated(Payload.self, forKey: .data)
    self.init(
      id: try container.identifier(forKey: .id),
      kind: try container.identifier(forKey: .event),
      userID: payload?.userID, email: payload?.email, organizationID: payload?.organizationID,
      errorCode: payload?.error?.code, errorMessage: payload?.error?.message,
      happenedAt: container.toleratedDate(forKey: .createdAt))
  }
}
