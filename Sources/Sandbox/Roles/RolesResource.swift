/// `/authorization/organizations/{organizationId}/roles`, whole and in order of priority.
struct RolesResource: Resource {
  private static let path = "/authorization/organizations/{organizationId}/roles"

  var endpoints: [Endpoint] {
    [.get(Self.path, list)]
  }

  func forget(organization: ULID, in store: inout Store) {
    store[RoleList.self].forget(organization)
  }

  private func list(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let organization = try store.organization(visit.parameter("organizationId"))
    return Outcome(whole: store.roles(of: organization))
  }
}
