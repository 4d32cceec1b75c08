import JSON

/// The role endpoints of the API reference. Only an organization's own roles are written here, one
/// after another: see `Traffic.roleWrites`.
package enum Roles {
  /// `GET /authorization/organizations/{id}/roles`: those of the environment and the organization's own,
  /// in the order of their priority and all on one page.
  package static func list(of organization: Organization.ID) -> Call<Page<Received<Role>>> {
    APIRequest(.get, path(organization)).page(of: Role.self)
  }

  /// `GET /authorization/organizations/{id}/roles/{slug}`
  package static func get(
    _ slug: String, of organization: Organization.ID
  ) -> Call<Received<Role>> {
    APIRequest(.get, path(organization) + [slug]).item(of: Role.self)
  }

  /// `POST /authorization/organizations/{id}/roles`: without a slug the server makes one of the name and
  /// something random. The role allows nothing at first.
  package static func create(
    slug: String?, name: String, description: String?, in organization: Organization.ID
  ) -> Call<Received<Role>> {
    var members: [JSONValue.Member] = [.init(key: "name", value: .string(name))]
    if let slug { members.insert(.init(key: "slug", value: .string(slug)), at: 0) }
    if let description {
      members.append(.init(key: "description", value: .string(description)))
    }
    return APIRequest(.post, path(organization), body: JSONValue.object(members).raw)
      .item(of: Role.self)
  }

  /// `PATCH /authorization/organizations/{id}/roles/{slug}`
  ///
  /// - Parameters:
  ///   - name: nil: it stays.
  ///   - description: nil: it stays; an empty one is sent as null, which removes it.
  package static func update(
    _ slug: String, name: String?, description: String?, in organization: Organization.ID
  ) -> Call<Received<Role>> {
    var members: [JSONValue.Member] = []
    if let name { members.append(.init(key: "name", value: .string(name))) }
    if let description {
      members.append(
        .init(key: "description", value: description.isEmpty ? .null : .string(description)))
    }
    return APIRequest(.patch, path(organization) + [slug], body: JSONValue.object(members).raw)
      .item(of: Role.self)
  }

  /// `PUT /authorization/organizations/{id}/roles/{slug}/permissions`, which replaces all of them.
  package static func setPermissions(
    _ permissions: [String], of slug: String, in organization: Organization.ID
  ) -> Call<Received<Role>> {
    let body = JSONValue.object([
      .init(key: "permissions", value: .array(permissions.map(JSONValue.string)))
    ])
    return APIRequest(.put, path(organization) + [slug, "permissions"], body: body.raw)
      .item(of: Role.self)
  }

  /// `DELETE /authorization/organizations/{id}/roles/{slug}`: 204, or 409 while somebody has it.
  package static func delete(_ slug: String, in organization: Organization.ID) -> Call<Bool> {
    Call(APIRequest(.delete, path(organization) + [slug]))
  }

  private static func path(_ organization: Organization.ID) -> [String] {
    ["authorization", "organizations", organization.rawValue, "roles"]
  }

  /// `GET /authorization/roles`: those of the environment, in the order of their priority and all on one
  /// page.
  package static func ofEnvironment() -> Call<Page<Received<Role>>> {
    Call(APIRequest(.get, ["authorization", "roles"]), reading: Page.init(decoding:))
  }
}
