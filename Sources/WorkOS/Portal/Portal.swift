import JSON

/// Links to the pages where a customer sets up single sign-on and the like without an account.
package enum Portal {
  /// What can be set up there, by the API's name.
  package static let intents = [
    "sso", "dsync", "domain_verification", "audit_logs", "log_streams", "certificate_renewal",
    "bring_your_own_key",
  ]

  /// A link, which opens the portal to whoever has it, for five minutes (workos.com/docs/admin-portal).
  package struct Link: Equatable, Sendable, Decodable {
    package var link: String

    package init(link: String) {
      self.link = link
    }
  }

  /// `POST /portal/generate_link`; the link is a secret.
  ///
  /// - Parameter user: an id of one's own for whoever is to use it, by which it can be revoked; nil:
  ///   it cannot (workos-python 10.8.0).
  package static func makeLink(
    for intent: String, of organization: Organization.ID, user: String? = nil
  ) -> Call<Received<Link>> {
    let body = JSONValue.object(
      [
        .init(key: "organization", value: .string(organization.rawValue)),
        .init(key: "intent", value: .string(intent)),
      ] + (user.map { [.init(key: "external_user_id", value: .string($0))] } ?? []))
    return APIRequest(.post, ["portal", "generate_link"], body: body.raw, secrets: ["link"])
      .item(of: Link.self)
  }

  /// `POST /portal/revoke_link`: ends the links made with that id, and the sessions they have opened;
  /// answers without a body (workos-python 10.8.0).
  package static func revokeLinks(of organization: Organization.ID, user: String) -> Call<Bool> {
    let body = JSONValue.object([
      .init(key: "organization", value: .string(organization.rawValue)),
      .init(key: "external_user_id", value: .string(user)),
    ])
    return Call(APIRequest(.post, ["portal", "revoke_link"], body: body.raw))
  }
}
