extension SandboxService {
  /// Does what the request asks for; it has been let in already.
  mutating func perform(
    _ request: HTTPRequest, _ route: Route, at now: Timestamp, replacesMetadata: Bool
  ) throws(APIProblem) -> Outcome {
    switch route {
    case .organizations where request.method == "GET":
      return Outcome(.json(200, store.page(try OrganizationQuery(items: request.query)).json))
    case .organizations: return try createOrganization(request, at: now)
    case .organization(let text):
      guard let id = ULID(text, prefix: Organization.prefix) else {
        throw .organizationNotFound
      }
      return try performOnOrganization(
        id, request, at: now, replacesMetadata: replacesMetadata)
    case .organizationByExternalID(let externalID):
      guard let organization = store.organization(externalID: externalID) else {
        throw .organizationNotFound
      }
      return Outcome(200, organization)
    case .domains:
      return try createDomain(request, at: now)
    case .domain(let text):
      let id = try domainID(text)
      if request.method == "DELETE" {
        let place = try store.removeDomain(id)
        return Outcome(HTTPResponse(status: 204), subject: place.organization.id)
      }
      guard let place = store.domain(id) else { throw .domainNotFound(text) }
      return Outcome(200, place)
    case .domainVerification(let text):
      return Outcome(201, try store.verifyDomain(try domainID(text), at: now))
    case .writes, .faults, .latency:
      throw .organizationNotFound
    }
  }

  private mutating func performOnOrganization(
    _ id: ULID, _ request: HTTPRequest, at now: Timestamp, replacesMetadata: Bool
  ) throws(APIProblem) -> Outcome {
    switch request.method {
    case "PUT":
      guard !request.body.isEmpty else { throw .badRequest("The request body is missing.") }
      var fields = try OrganizationFields(json: try json(request), for: .update)
      fields.replacesMetadata = replacesMetadata
      return Outcome(200, try store.update(id, with: fields, at: now))
    case "DELETE":
      if let wait = deleteLimiter.admit(at: now) { throw .rateLimited(retryAfter: wait) }
      try store.delete(id)
      return Outcome(.text(202, "Accepted"), subject: id)
    default:
      guard let organization = store.organization(id) else { throw .organizationNotFound }
      return Outcome(200, organization)
    }
  }

  private mutating func createOrganization(
    _ request: HTTPRequest, at now: Timestamp
  ) throws(APIProblem) -> Outcome {
    let key = request.header("idempotency-key")
    if let key, let recorded = try idempotency?.answer(to: request, key: key) {
      return Outcome(recorded, isReplay: true)
    }
    let fields = try OrganizationFields(json: try json(request), for: .create)
    let outcome = Outcome(201, try store.create(fields, at: now))
    if let key { idempotency?.record(outcome.response, to: request, key: key) }
    return outcome
  }

  private mutating func createDomain(
    _ request: HTTPRequest, at now: Timestamp
  ) throws(APIProblem) -> Outcome {
    let body = try json(request)
    guard case .string(let text) = body["organization_id"] else {
      throw .invalid("organization_id", "organization_id must be a string")
    }
    let name = try OrganizationFields.hostName(body["domain"], field: "domain")
    try OrganizationFields.refuseMembers(of: body, beside: ["organization_id", "domain"])
    guard let id = ULID(text, prefix: Organization.prefix) else { throw .organizationNotFound }
    return Outcome(201, try store.addDomain(name, to: id, at: now))
  }

  private func domainID(_ text: String) throws(APIProblem) -> ULID {
    guard let id = ULID(text, prefix: OrganizationDomain.prefix) else {
      throw .domainNotFound(text)
    }
    return id
  }

  private func json(_ request: HTTPRequest) throws(APIProblem) -> JSONValue {
    if request.body.isEmpty { return .object([]) }
    do throws(JSONSyntaxError) {
      return try JSONParser.parse(request.body)
    } catch {
      throw .badRequest(error.reason)
    }
  }
}
