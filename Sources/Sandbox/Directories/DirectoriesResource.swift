/// `/directories`, each with the number of its users and groups.
struct DirectoriesResource: Resource {
  /// How long a directory cannot be synchronized again.
  static let cooldown: Int64 = 300_000

  var endpoints: [Endpoint] {
    [
      .get("/directories", list), .get("/directories/{id}", find),
      .delete("/directories/{id}", delete),
      .post("/directories/{id}/sync", needsBody: false, sync),
    ]
  }

  func forget(organization: ULID, in store: inout Store) {
    store.forget(Directory.self, of: organization)
    store.forget(DirectoryUser.self, of: organization)
    store.forget(DirectoryGroup.self, of: organization)
  }

  private func list(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let paging = try visit.paging(Directory.self, named: "directory")
    let domain = visit.query("domain")?.lowercased()
    let search = visit.query("search")?.lowercased()
    let all: [Directory]
    if let text = visit.query("organization_id") {
      guard let id = ULID(text, prefix: Organization.prefix) else {
        throw .invalid("organization_id", "organization_id must be a valid organization id")
      }
      all = store.organizations.organization(id).map { store.items(Directory.self, of: $0) } ?? []
    } else {
      all = store.items(Directory.self)
    }
    let page = paging.page(of: all) { directory in
      (domain == nil || directory.domain == domain)
        && (search.map(directory.name.lowercased().contains) ?? true)
    }
    return Outcome(page) { directory, writer in
      store.write(directory, to: &writer)
    }
  }

  private func find(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let directory = try store.item(Directory.self, visit.parameter("id"))
    return Outcome(200, organization: directory.organization) { writer in
      store.write(directory, to: &writer)
    }
  }

  private func delete(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let directory = try store.item(Directory.self, visit.parameter("id"))
    store.remove(directory)
    if let organization = store.organizations.organization(directory.organization) {
      for user in store.items(DirectoryUser.self, of: organization) { store.remove(user) }
      for group in store.items(DirectoryGroup.self, of: organization) { store.remove(group) }
    }
    return Outcome(
      .text(202, "Accepted"), organization: directory.organization, subject: directory.idText
    ).telling("dsync.deleted", organization: directory.organization, data: directory.writeEvent)
  }

  /// Only Google's are asked; the others push what changes by themselves.
  private func sync(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    var directory = try store.item(Directory.self, visit.parameter("id"))
    guard directory.type == Directory.google else {
      throw APIProblem(
        status: 422, code: "directory_sync_not_supported",
        message: "Directories of the type '\(directory.type)' cannot be synchronized on demand.")
    }
    guard directory.state == .linked else {
      throw APIProblem(
        status: 409, code: "directory_not_linked", message: "The directory is not linked.")
    }
    if let next = directory.lastSync?.advanced(by: Self.cooldown), next > visit.now {
      let seconds = (next.milliseconds - visit.now.milliseconds + 999) / 1000
      throw .rateLimited(retryAfter: Int(seconds))
    }
    directory.lastSync = visit.now
    store.put(directory)
    return Outcome(
      200, organization: directory.organization, subject: directory.idText
    ) { writer in
      writer.object { $0.member("status", "queued") }
    }
  }
}

extension Store {
  /// Writes a directory with the number of its users and groups.
  fileprivate mutating func write(_ directory: Directory, to writer: inout JSONWriter) {
    guard let organization = organizations.organization(directory.organization) else { return }
    directory.write(
      to: &writer, users: items(DirectoryUser.self, of: organization),
      groups: items(DirectoryGroup.self, of: organization).count)
  }
}
