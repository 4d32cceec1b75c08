import JSON

/// The invitation endpoints of the API reference. Each of their answers holds secrets.
package enum Invitations {
  /// The members of an invitation by which anybody can join.
  package static let secrets: Set<String> = ["token", "accept_invitation_url"]

  /// `GET /user_management/invitations`
  ///
  /// - Parameter email: only those to this address; nil: all.
  package static func list(
    of organization: Organization.ID, email: String? = nil, _ page: PageRequest
  ) -> Call<Page<Received<Invitation>>> {
    var parameters: [RequestTarget.Parameter] = [
      .init("organization_id", [organization.rawValue])
    ]
    if let email { parameters.append(.init("email", [email])) }
    return APIRequest(
      .get, path, parameters: page.parameters + parameters + page.cursorParameters,
      secrets: secrets
    ).page(of: Invitation.self).map { page in page.map(withoutSecrets) }
  }

  /// `GET /user_management/invitations/{id}`
  package static func get(_ id: String) -> Call<Received<Invitation>> {
    item(APIRequest(.get, path + [id], secrets: secrets))
  }

  /// `GET /user_management/invitations/{id}`, for what it can be accepted with.
  package static func secrets(of id: String) -> Call<InvitationSecrets> {
    APIRequest(.get, path + [id], secrets: secrets).item(of: InvitationSecrets.self)
      .map { $0.item }
  }

  /// `POST /user_management/invitations`, which **sends an e-mail**.
  ///
  /// - Parameters:
  ///   - role: its slug; nil: the environment's default.
  ///   - days: 1–30, after which it cannot be accepted any more.
  package static func send(
    to email: String, in organization: Organization.ID, role: String?, days: Int
  ) -> Call<Received<Invitation>> {
    var members: [JSONValue.Member] = [
      .init(key: "email", value: .string(email)),
      .init(key: "organization_id", value: .string(organization.rawValue)),
    ]
    if let role { members.append(.init(key: "role_slug", value: .string(role))) }
    members.append(.init(key: "expires_in_days", value: .number(days)))
    return item(
      APIRequest(.post, path, body: JSONValue.object(members).raw, secrets: secrets))
  }

  /// `POST /user_management/invitations/{id}/resend`, which **sends an e-mail**; its body is required, and
  /// may say a language.
  package static func resend(_ id: String) -> Call<Received<Invitation>> {
    item(APIRequest(.post, path + [id, "resend"], body: RawJSON("{}"), secrets: secrets))
  }

  /// `POST /user_management/invitations/{id}/revoke`
  package static func revoke(_ id: String) -> Call<Received<Invitation>> {
    item(APIRequest(.post, path + [id, "revoke"], secrets: secrets))
  }

  private static let path = ["user_management", "invitations"]

  private static func item(_ request: APIRequest) -> Call<Received<Invitation>> {
    request.item(of: Invitation.self).map(withoutSecrets)
  }

  /// What is kept, shown as JSON and copied has none of them.
  @Sendable private static func withoutSecrets(
    _ received: Received<Invitation>
  ) -> Received<Invitation> {
    Received(received.item, json: received.json.withholding(secrets))
  }
}
