import JSON

/// The organization membership endpoints of the API reference.
package enum Members {
  /// `GET /user_management/organization_memberships`, in every status: without `statuses` only active
  /// ones are listed (workos-node issue 1221).
  package static func list(
    of organization: Organization.ID, user: String? = nil, _ page: PageRequest
  ) -> Call<Page<Received<Membership>>> {
    var parameters: [RequestTarget.Parameter] = [
      .init("organization_id", [organization.rawValue]),
      .init("statuses", Membership.Status.all.map(\.rawValue)),
    ]
    if let user { parameters.append(.init("user_id", [user])) }
    return Call(
      APIRequest(
        .get, path, parameters: page.parameters + parameters + page.cursorParameters),
      reading: Page.init(decoding:))
  }

  /// `GET /user_management/organization_memberships/{id}`
  package static func get(_ id: String) -> Call<Received<Membership>> {
    Call(APIRequest(.get, path + [id]), reading: Received.init(decoding:))
  }

  /// `POST /user_management/organization_memberships`, which reactivates one that is inactive.
  package static func create(
    user: String, organization: Organization.ID, roles: [String]
  ) -> Call<Received<Membership>> {
    let ids: [JSONValue.Member] = [
      .init(key: "user_id", value: .string(user)),
      .init(key: "organization_id", value: .string(organization.rawValue)),
    ]
    return Call(
      APIRequest(.post, path, body: JSONValue.object(ids + body(roles)).raw),
      reading: Received.init(decoding:))
  }

  /// `PUT /user_management/organization_memberships/{id}`, which replaces the roles.
  package static func update(_ id: String, roles: [String]) -> Call<Received<Membership>> {
    Call(
      APIRequest(.put, path + [id], body: JSONValue.object(body(roles)).raw),
      reading: Received.init(decoding:))
  }

  /// `DELETE /user_management/organization_memberships/{id}`, answered by 200 without a body.
  package static func delete(_ id: String) -> Call<Bool> {
    Call(APIRequest(.delete, path + [id]))
  }

  /// `PUT /user_management/organization_memberships/{id}/deactivate`
  package static func deactivate(_ id: String) -> Call<Received<Membership>> {
    Call(APIRequest(.put, path + [id, "deactivate"]), reading: Received.init(decoding:))
  }

  /// `PUT /user_management/organization_memberships/{id}/reactivate`
  package static func reactivate(_ id: String) -> Call<Received<Membership>> {
    Call(APIRequest(.put, path + [id, "reactivate"]), reading: Received.init(decoding:))
  }

  private static let path = ["user_management", "organization_memberships"]

  /// One role is sent as one, so that environments without several per member take it.
  private static func body(_ roles: [String]) -> [JSONValue.Member] {
    switch roles.count {
    case 0: []
    case 1: [.init(key: "role_slug", value: .string(roles[0]))]
    default: [.init(key: "role_slugs", value: .array(roles.map(JSONValue.string)))]
    }
  }
}
