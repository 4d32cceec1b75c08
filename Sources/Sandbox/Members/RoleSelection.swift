/// The roles that a request wants a member to have: `role_slug`, `role_slugs` or neither.
struct RoleSelection {
  private let slugs: [String]?

  init(_ body: inout BodyReader) {
    let one = body.optionalText("role_slug").value
    let several = body.texts("role_slugs")
    if one != nil, several != nil {
      body.refuse("role_slugs", "must not be sent with role_slug", code: "not_allowed")
    }
    if several?.isEmpty == true {
      body.refuse("role_slugs", "must hold at least one role", code: "array_required")
    }
    slugs = one.map { [$0] } ?? several
  }

  /// The roles, or nil where none are sent; refused unless the organization has each of them.
  func roles(in organization: Organization, _ store: Store) throws(APIProblem) -> [String]? {
    guard let slugs else { return nil }
    guard slugs.count == 1 || store.environment.allowsSeveralRoles else {
      throw .coded(
        "multiple_roles_not_enabled", "Multiple roles are not enabled for this environment.")
    }
    let roles = store.roles(of: organization)
    for slug in slugs {
      guard let role = roles.first(where: { $0.slug == slug }) else {
        throw .coded("invalid_role", "The role '\(slug)' does not exist.")
      }
      guard role.resourceType == "organization" else {
        throw .coded(
          "sub_resource_scoped_role_not_allowed",
          "The role '\(slug)' is scoped to a sub-resource and cannot be assigned to a member.")
      }
    }
    return slugs
  }
}
