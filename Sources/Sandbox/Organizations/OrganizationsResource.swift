/// `/organizations`.
struct OrganizationsResource: Resource {
  var endpoints: [Endpoint] {
    [
      .get("/organizations", list), .post("/organizations", create),
      .get("/organizations/{id}", find), .put("/organizations/{id}", update),
      .delete("/organizations/{id}", delete),
      .get("/organizations/external_id/{external_id}", findByExternalID),
    ]
  }

  private func list(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let query = try OrganizationQuery(items: visit.request.query)
    return Outcome(query.page(of: store.organizations.organizations))
  }

  private func create(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let fields = try OrganizationFields(json: try visit.json(), for: .create)
    return Outcome(201, try store.organizations.create(fields, at: visit.now))
      .telling("organization.created")
  }

  private func find(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    guard let organization = store.organizations.organization(try id(visit)) else {
      throw .notFound
    }
    return Outcome(200, organization)
  }

  private func findByExternalID(
    _ visit: Visit, _ store: inout Store
  ) throws(APIProblem) -> Outcome {
    guard
      let organization = store.organizations.organization(
        externalID: visit.parameter("external_id"))
    else { throw .notFound }
    return Outcome(200, organization)
  }

  private func update(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let id = try id(visit)
    var fields = try OrganizationFields(json: try visit.json(), for: .update)
    fields.replacesMetadata = visit.replacesMetadata
    return Outcome(200, try store.organizations.update(id, with: fields, at: visit.now))
      .telling("organization.updated")
  }

  private func delete(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let id = try id(visit)
    guard let organization = store.organizations.organization(id) else { throw .notFound }
    // Its users stay, those as well whom nobody has looked at yet.
    store.populate(organization)
    try store.organizations.delete(id)
    var outcome = Outcome(.text(202, "Accepted"), organization: id, subject: organization.idText)
      .telling("organization.deleted", organization)
    outcome.deletedOrganization = id
    return outcome
  }

  private func id(_ visit: Visit) throws(APIProblem) -> ULID {
    guard let id = ULID(visit.parameter("id"), prefix: Organization.prefix) else {
      throw .notFound
    }
    return id
  }
}

extension Outcome {
  init(_ status: Int, _ organization: Organization) {
    self.init(status, organization, organization: organization.id)
  }
}
