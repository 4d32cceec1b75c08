/// `/organizations/{organizationId}/api_keys` and `/api_keys`.
struct APIKeysResource: Resource {
  var endpoints: [Endpoint] {
    [
      .get("/organizations/{organizationId}/api_keys", list),
      .post("/organizations/{organizationId}/api_keys", create),
      .post("/api_keys/{id}/expire", needsBody: false, expire),
      .delete("/api_keys/{id}", delete),
    ]
  }

  func forget(organization: ULID, in store: inout Store) {
    store.forget(APIKey.self, of: organization)
  }

  private func list(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let paging = try visit.paging(APIKey.self, named: "API key")
    let organization = try store.organization(visit.parameter("organizationId"))
    return Outcome(paging.page(of: store.items(APIKey.self, of: organization)))
  }

  private func create(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let organization = try store.organization(visit.parameter("organizationId"))
    var body = try BodyReader(visit, .fields)
    let name = body.text("name")
    let permissions = body.texts("permissions") ?? []
    let expiry = body.time("expires_at")
    if let time = expiry.value, time <= visit.now {
      body.refuse("expires_at", "must be in the future", code: "past")
    }
    for slug in permissions where !Permission.all.contains(where: { $0.slug == slug }) {
      body.refuse("permissions", "must exist, and \(slug) does not", code: "unknown")
    }
    try body.finish()
    let key = APIKey(
      id: store.makeID(at: visit.now), organization: organization.id, name: name,
      permissions: permissions, expiresAt: expiry.value, createdAt: visit.now,
      updatedAt: visit.now)
    _ = store.items(APIKey.self, of: organization)
    store.put(key)
    return Outcome(201, organization: organization.id, subject: key.idText) { writer in
      writer.object { writer in
        key.writeMembers(to: &writer)
        writer.member("value", key.value)
      }
    }.telling("api_key.created", key)
  }

  /// At once, unless a later time is sent; null takes back an expiry that is yet to come.
  private func expire(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    var key = try store.item(APIKey.self, visit.parameter("id"))
    var body = try BodyReader(visit, .fields)
    let time = body.time("expires_at")
    try body.finish()
    if let expiry = key.expiresAt, expiry <= visit.now {
      throw APIProblem(
        status: 409, code: "api_key_already_expired", message: "The API key has already expired.")
    }
    let before = key.expiresAt
    key.expiresAt = time == .cleared ? nil : max(time.value ?? visit.now, visit.now)
    key.updatedAt = max(visit.now, key.updatedAt.advanced(by: 1))
    store.put(key)
    return Outcome(200, key).telling("api_key.updated", organization: key.organization) { writer in
      writer.object { writer in
        key.writeMembers(to: &writer)
        writer.key("previous_attributes")
        writer.object { $0.member("expires_at", before) }
      }
    }
  }

  private func delete(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let key = try store.item(APIKey.self, visit.parameter("id"))
    store.remove(key)
    return .removed(204, key).telling("api_key.revoked", key)
  }
}
