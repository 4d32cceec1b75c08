import JSON

/// The endpoints of organizations' API keys in the API reference.
package enum OrganizationKeys {
  /// The member that only the answer to a create has.
  package static let secrets: Set<String> = ["value"]

  /// `GET /organizations/{id}/api_keys`
  package static func list(
    of organization: Organization.ID, _ page: PageRequest
  ) -> Call<Page<Received<OrganizationKey>>> {
    APIRequest(
      .get, path(organization), parameters: page.parameters + page.cursorParameters,
      secrets: secrets
    ).page(of: OrganizationKey.self).map { page in
      page.map { Received($0.item, json: $0.json.withholding(secrets)) }
    }
  }

  /// `POST /organizations/{id}/api_keys`, whose answer alone holds the value.
  ///
  /// - Parameter expiresAt: a time in ISO 8601; nil: it never expires.
  package static func create(
    _ name: String, permissions: [String], expiresAt: String?, in organization: Organization.ID
  ) -> Call<Received<NewOrganizationKey>> {
    var members: [JSONValue.Member] = [.init(key: "name", value: .string(name))]
    if !permissions.isEmpty {
      members.append(
        .init(key: "permissions", value: .array(permissions.map(JSONValue.string))))
    }
    if let expiresAt { members.append(.init(key: "expires_at", value: .string(expiresAt))) }
    return APIRequest(
      .post, path(organization), body: JSONValue.object(members).raw, secrets: secrets
    ).item(of: NewOrganizationKey.self)
      .map { Received($0.item, json: $0.json.withholding(secrets)) }
  }

  /// `POST /api_keys/{id}/expire`, at once; 409 where it has expired already.
  package static func expire(_ id: String) -> Call<Received<OrganizationKey>> {
    APIRequest(.post, ["api_keys", id, "expire"], body: RawJSON("{}"), secrets: secrets)
      .item(of: OrganizationKey.self)
  }

  /// `DELETE /api_keys/{id}`
  package static func delete(_ id: String) -> Call<Bool> {
    Call(APIRequest(.delete, ["api_keys", id]))
  }

  private static func path(_ organization: Organization.ID) -> [String] {
    ["organizations", organization.rawValue, "api_keys"]
  }
}
