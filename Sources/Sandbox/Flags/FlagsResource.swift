/// `/feature-flags`, and which of them are on for an organization.
struct FlagsResource: Resource {
  var endpoints: [Endpoint] {
    [
      .get("/organizations/{organizationId}/feature-flags", listOfOrganization),
      .get("/feature-flags", list), .get("/feature-flags/{slug}", find),
      .post("/feature-flags/{slug}/targets/{resourceId}", needsBody: false, aim),
      .delete("/feature-flags/{slug}/targets/{resourceId}", unaim),
    ]
  }

  /// Newest first unless the query says otherwise, unlike other lists.
  private func listOfOrganization(
    _ visit: Visit, _ store: inout Store
  ) throws(APIProblem) -> Outcome {
    let paging = try Paging(
      items: visit.request.query, of: "feature flag", prefix: Flag.prefix, order: .desc)
    let organization = try store.organization(visit.parameter("organizationId"))
    let list = store[FlagList.self]
    return Outcome(paging.page(of: list.flags) { list.isOn($0, for: organization) })
  }

  private func list(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    Outcome(try visit.paging(Flag.self, named: "feature flag").page(of: store[FlagList.self].flags))
  }

  private func find(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    Outcome(200, try store[FlagList.self].flag(visit.parameter("slug")))
  }

  private func aim(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    try setTarget(visit, &store, true)
  }

  private func unaim(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    try setTarget(visit, &store, false)
  }

  private func setTarget(
    _ visit: Visit, _ store: inout Store, _ isAimed: Bool
  ) throws(APIProblem) -> Outcome {
    let flag = try store[FlagList.self].flag(visit.parameter("slug"))
    let id = visit.parameter("resourceId")
    let organization: ULID?
    if ULID(id, prefix: Organization.prefix) != nil {
      organization = try store.organization(id).id
    } else if ULID(id, prefix: User.prefix) != nil {
      _ = try store.user(id)
      organization = nil
    } else {
      throw .badRequest(
        code: "invalid_resource_id_format",
        "The resource id must be the id of an organization or of a user.")
    }
    store[FlagList.self].aim(flag, at: id, isAimed)
    return .empty(204, organization: organization, subject: flag.slug)
  }
}
