/// `/organization_domains`; there is no list of them, they come inside their organization.
struct DomainsResource: Resource {
  var endpoints: [Endpoint] {
    [
      .post("/organization_domains", create), .get("/organization_domains/{id}", find),
      .delete("/organization_domains/{id}", delete),
      .post("/organization_domains/{id}/verify", needsBody: false, verify),
    ]
  }

  func advance(to now: Timestamp, in store: inout Store) {
    for place in store.organizations.endVerifications(at: now) {
      let organization = place.organization.id
      var outcome = Outcome.empty(204)
      if place.domain.state == .verified {
        outcome = outcome.telling("organization_domain.verified", organization: organization) {
          place.domain.write(to: &$0, organization: organization)
        }
      } else {
        outcome = outcome.telling(
          "organization_domain.verification_failed", organization: organization
        ) { writer in
          writer.object { writer in
            writer.member("reason", "domain_verification_period_expired")
            writer.key("organization_domain")
            place.domain.write(to: &writer, organization: organization)
          }
        }
      }
      for occurrence in outcome.occurrences { store.note(occurrence, at: now) }
    }
  }

  private func create(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let body = try visit.json()
    guard case .string(let text) = body["organization_id"] else {
      throw .invalid("organization_id", "organization_id must be a string")
    }
    let name = try OrganizationFields.hostName(body["domain"], field: "domain")
    try OrganizationFields.refuseMembers(of: body, beside: ["organization_id", "domain"])
    guard let id = ULID(text, prefix: Organization.prefix) else { throw .notFound }
    return Outcome(201, try store.organizations.addDomain(name, to: id, at: visit.now))
      .telling("organization_domain.created")
  }

  private func find(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    guard let place = store.organizations.domain(try id(visit)) else {
      throw .domainNotFound(visit.parameter("id"))
    }
    return Outcome(200, place)
  }

  private func delete(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let place = try store.organizations.removeDomain(try id(visit))
    let organization = place.organization.id
    return .empty(204, organization: organization, subject: place.domain.idText)
      .telling("organization_domain.deleted", organization: organization) {
        place.domain.write(to: &$0, organization: organization)
      }
  }

  private func verify(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let end = visit.now.advanced(by: store.environment.verificationTime)
    return Outcome(
      201, try store.organizations.verifyDomain(try id(visit), at: visit.now, until: end))
  }

  private func id(_ visit: Visit) throws(APIProblem) -> ULID {
    guard let id = ULID(visit.parameter("id"), prefix: OrganizationDomain.prefix) else {
      throw .domainNotFound(visit.parameter("id"))
    }
    return id
  }
}

extension Outcome {
  fileprivate init(_ status: Int, _ place: OrganizationStore.DomainPlace) {
    self.init(
      status, organization: place.organization.id, subject: place.domain.idText
    ) { writer in
      place.domain.write(to: &writer, organization: place.organization.id)
    }
  }
}
