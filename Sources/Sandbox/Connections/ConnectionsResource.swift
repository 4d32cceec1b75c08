/// `/connections`.
struct ConnectionsResource: Resource {
  var endpoints: [Endpoint] {
    [
      .get("/connections", list), .get("/connections/{id}", find),
      .delete("/connections/{id}", delete),
    ]
  }

  func forget(organization: ULID, in store: inout Store) {
    store.forget(SSOConnection.self, of: organization)
  }

  private func list(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let paging = try visit.paging(SSOConnection.self, named: "connection")
    let type = visit.query("connection_type")
    let domain = visit.query("domain")?.lowercased()
    let search = visit.query("search")?.lowercased()
    let all: [SSOConnection]
    if let text = visit.query("organization_id") {
      // An organization that is not there has none; that is no error here.
      guard let id = ULID(text, prefix: Organization.prefix) else {
        throw .invalid("organization_id", "organization_id must be a valid organization id")
      }
      all =
        store.organizations.organization(id).map { store.items(SSOConnection.self, of: $0) } ?? []
    } else {
      all = store.items(SSOConnection.self)
    }
    return Outcome(
      paging.page(of: all) { connection in
        (type == nil || connection.type == type)
          && (domain.map(connection.domains.contains) ?? true)
          && (search.map(connection.name.lowercased().contains) ?? true)
      })
  }

  private func find(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    Outcome(200, try store.item(SSOConnection.self, visit.parameter("id")))
  }

  private func delete(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let connection = try store.item(SSOConnection.self, visit.parameter("id"))
    guard connection.state != .deleting else {
      throw APIProblem(
        status: 409, code: "connection_deletion_in_progress",
        message: "The connection is being deleted already.")
    }
    store.remove(connection)
    return .removed(204, connection).telling("connection.deleted", connection)
  }
}
