import JSON

/// The IT contacts of an organization (workos-python 10.8.0). Every write may answer 503
/// `concurrent_request`.
package enum ITContacts {
  /// What a contact can be invited to set up, by the names these endpoints have for it.
  package static let intents = [
    "sso", "directory_sync", "log_streams", "domain_verification", "bring_your_own_key",
  ]

  /// `GET /organizations/{id}/it_contacts`: all of them, on one page.
  package static func list(
    of organization: Organization.ID
  ) -> Call<Page<Received<ITContact>>> {
    APIRequest(.get, path(organization)).page(of: ITContact.self)
  }

  /// `POST /organizations/{id}/it_contacts`; 409 `it_contact_already_exists`.
  package static func add(
    _ email: String, to organization: Organization.ID
  ) -> Call<Received<ITContact>> {
    let body = JSONValue.object([.init(key: "email", value: .string(email))])
    return APIRequest(.post, path(organization), body: body.raw).item(of: ITContact.self)
  }

  /// `DELETE /organizations/{id}/it_contacts/{contact}`
  package static func remove(_ contact: String, from organization: Organization.ID) -> Call<Bool> {
    Call(APIRequest(.delete, path(organization) + [contact]))
  }

  /// `POST /organizations/{id}/it_contacts/{contact}/invite`, which sends an e-mail; 409
  /// `it_contact_invitation_already_active`.
  package static func invite(
    _ contact: String, to intents: [String], of organization: Organization.ID
  ) -> Call<Bool> {
    let body = JSONValue.object([
      .init(key: "intents", value: .array(intents.map(JSONValue.string)))
    ])
    return Call(APIRequest(.post, path(organization) + [contact, "invite"], body: body.raw))
  }

  /// `POST /organizations/{id}/it_contacts/{contact}/revoke`: the invitation works no longer.
  package static func revokeInvitation(
    of contact: String, in organization: Organization.ID
  ) -> Call<Bool> {
    Call(APIRequest(.post, path(organization) + [contact, "revoke"]))
  }

  private static func path(_ organization: Organization.ID) -> [String] {
    ["organizations", organization.rawValue, "it_contacts"]
  }
}
