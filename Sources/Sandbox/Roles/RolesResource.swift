/// `/authorization`: the roles of an organization, whole and in order of priority, and the
/// permissions there are. Only an organization's own roles can be written.
struct RolesResource: Resource {
  private static let path = "/authorization/organizations/{organizationId}/roles"

  var endpoints: [Endpoint] {
    [
      .get(Self.path, list), .post(Self.path, create), .get("\(Self.path)/{slug}", find),
      .patch("\(Self.path)/{slug}", update), .delete("\(Self.path)/{slug}", delete),
      .put("\(Self.path)/{slug}/permissions", setPermissions),
      .post("\(Self.path)/{slug}/permissions", addPermission),
      .delete("\(Self.path)/{slug}/permissions/{permission}", removePermission),
      .get("/authorization/roles", listOfEnvironment),
      .get("/authorization/permissions", listPermissions),
    ]
  }

  func forget(organization: ULID, in store: inout Store) {
    store[RoleList.self].forget(organization)
  }

  private func list(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    Outcome(whole: store.roles(of: try organization(visit, store)))
  }

  private func listOfEnvironment(
    _ visit: Visit, _ store: inout Store
  ) throws(APIProblem) -> Outcome {
    Outcome(whole: store[RoleList.self].environment)
  }

  private func listPermissions(
    _ visit: Visit, _ store: inout Store
  ) throws(APIProblem) -> Outcome {
    Outcome(try visit.paging(Permission.self, named: "permission").page(of: Permission.all))
  }

  private func find(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let slug = visit.parameter("slug")
    let roles = store.roles(of: try organization(visit, store))
    guard let role = roles.first(where: { $0.slug == slug }) else {
      throw .entityNotFound("Role", slug)
    }
    return Outcome(200, role)
  }

  private func create(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let organization = try organization(visit, store)
    var body = try BodyReader(visit, .fields)
    let name = body.text("name", atMost: 48)
    let sent = body.optionalText("slug", atMost: 48)
    let description = body.optionalText("description", clearable: true, atMost: 150).value
    let resourceType = body.optionalText("resource_type_slug").value ?? "organization"
    let id = store.makeID(at: visit.now)
    let slug = sent.value ?? Self.slug(of: name, id)
    if sent.value != nil, !slug.isRoleSlug {
      body.refuse(
        "slug", "must begin with org- and have lowercase letters, digits, - and _ only",
        code: "invalid")
    }
    try body.finish()
    guard !store.roles(of: organization).contains(where: { $0.slug == slug }) else {
      throw APIProblem(
        status: 409, code: "organization_role_slug_conflict",
        message: "An organization role with the slug '\(slug)' already exists.")
    }
    guard resourceType == "organization" else {
      throw .badRequest(code: "bad_request", "The resource type '\(resourceType)' does not exist.")
    }
    let role = Role(
      id: id, slug: slug, name: name, description: description,
      kind: .organization, permissions: [], createdAt: visit.now, updatedAt: visit.now)
    let roles = store[RoleList.self].roles(of: organization)
    store[RoleList.self].set(roles + [role], of: organization.id)
    return outcome(201, role, organization, "organization_role.created")
  }

  /// A slug for a role that was sent without one: of its name, with an end by chance, within 48 characters.
  private static func slug(of name: String, _ id: ULID) -> String {
    let end = id.text(prefix: "").suffix(6).lowercased()
    return "org-" + LatinNames.slug(name).prefix(48 - 4 - 1 - end.count) + "-" + end
  }

  private func update(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    var body = try BodyReader(visit, .fields)
    let name = body.optionalText("name", atMost: 48)
    let description = body.optionalText("description", clearable: true, atMost: 150)
    try body.finish()
    return try change(visit, &store) { role in
      if let name = name.value { role.name = name }
      if description != .kept { role.description = description.value }
    }
  }

  private func delete(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let organization = try organization(visit, store)
    var roles = store[RoleList.self].roles(of: organization)
    let index = try index(visit, roles, store)
    store.populate(organization)
    let role = roles.remove(at: index)
    let members = store[People.self].memberships(of: organization.id)
    guard !members.contains(where: { $0.roles.contains(role.slug) }) else {
      throw APIProblem(
        status: 409, code: "role_has_assignments",
        message: "The role '\(role.slug)' is assigned to members and cannot be deleted.")
    }
    store[RoleList.self].set(roles, of: organization.id)
    return .empty(204, organization: organization.id, subject: role.slug)
      .telling("organization_role.deleted", organization: organization.id) {
        role.writeEvent(organization: organization.id, to: &$0)
      }
  }

  private func setPermissions(
    _ visit: Visit, _ store: inout Store
  ) throws(APIProblem) -> Outcome {
    var body = try BodyReader(visit, .fields)
    let slugs = body.texts("permissions")
    if slugs == nil { body.refuse("permissions", "must be an array", code: "array_required") }
    try body.finish()
    let known = try permissions(slugs ?? [])
    return try change(visit, &store) { $0.permissions = known }
  }

  private func addPermission(
    _ visit: Visit, _ store: inout Store
  ) throws(APIProblem) -> Outcome {
    var body = try BodyReader(visit, .fields)
    let slug = body.text("slug")
    try body.finish()
    let known = try permissions([slug])
    return try change(visit, &store) { role in
      role.permissions += known.filter { !role.permissions.contains($0) }
    }
  }

  private func removePermission(
    _ visit: Visit, _ store: inout Store
  ) throws(APIProblem) -> Outcome {
    let slug = visit.parameter("permission")
    guard Permission.all.contains(where: { $0.slug == slug }) else {
      throw .entityNotFound("Permission", slug)
    }
    return try change(visit, &store) { $0.permissions.removeAll { $0 == slug } }
  }

  /// The slugs in the order given, each once.
  private func permissions(_ slugs: [String]) throws(APIProblem) -> [String] {
    var known: [String] = []
    for slug in slugs where !known.contains(slug) {
      guard Permission.all.contains(where: { $0.slug == slug }) else {
        throw .entityNotFound("Permission", slug)
      }
      known.append(slug)
    }
    return known
  }

  private func change(
    _ visit: Visit, _ store: inout Store, _ change: (inout Role) -> Void
  ) throws(APIProblem) -> Outcome {
    let organization = try organization(visit, store)
    var roles = store[RoleList.self].roles(of: organization)
    let index = try index(visit, roles, store)
    change(&roles[index])
    roles[index].updatedAt = max(visit.now, roles[index].updatedAt.advanced(by: 1))
    store[RoleList.self].set(roles, of: organization.id)
    return outcome(200, roles[index], organization, "organization_role.updated")
  }

  /// Where the role is among the organization's own; those of the environment cannot be written.
  private func index(
    _ visit: Visit, _ roles: [Role], _ store: Store
  ) throws(APIProblem) -> Int {
    let slug = visit.parameter("slug")
    if let index = roles.firstIndex(where: { $0.slug == slug }) { return index }
    guard store[RoleList.self].environment.contains(where: { $0.slug == slug }) else {
      throw .entityNotFound("Role", slug)
    }
    throw APIProblem(
      status: 403, message: "The role '\(slug)' belongs to the environment, not the organization.")
  }

  private func organization(
    _ visit: Visit, _ store: Store
  ) throws(APIProblem) -> Organization {
    try store.organization(visit.parameter("organizationId"))
  }

  private func outcome(
    _ status: Int, _ role: Role, _ organization: Organization, _ kind: String
  ) -> Outcome {
    var outcome = Outcome(status, role, organization: organization.id)
    outcome.subject = role.slug
    return outcome.telling(kind, organization: organization.id) {
      role.writeEvent(organization: organization.id, to: &$0)
    }
  }
}

extension String {
  fileprivate var isRoleSlug: Bool {
    hasPrefix("org-") && count > 4
      && utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
      }
  }
}
