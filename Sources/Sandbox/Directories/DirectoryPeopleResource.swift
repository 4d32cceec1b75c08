/// `/directory_users` and `/directory_groups`.
struct DirectoryPeopleResource: Resource {
  var endpoints: [Endpoint] {
    [
      .get("/directory_users", listUsers), .get("/directory_users/{id}", findUser),
      .get("/directory_groups", listGroups), .get("/directory_groups/{id}", findGroup),
    ]
  }

  /// Of a directory, or of a group; an address or the provider's id only within a directory.
  private func listUsers(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let paging = try visit.paging(DirectoryUser.self, named: "directory user")
    let email = visit.query("email")?.lowercased()
    let externalID = visit.query("idp_id")
    let directory = try visit.query("directory").map { (id) throws(APIProblem) in
      try store.item(Directory.self, id)
    }
    let group = try visit.query("group").map { (id) throws(APIProblem) in
      try store.item(DirectoryGroup.self, id)
    }
    guard directory != nil || email == nil && externalID == nil else {
      throw .invalid("directory", "directory is required with email or idp_id")
    }
    guard let id = directory?.organization ?? group?.organization,
      let organization = store.organizations.organization(id)
    else { throw .invalid("directory", "directory or group must be provided") }
    return Outcome(
      paging.page(of: store.items(DirectoryUser.self, of: organization)) { user in
        (directory == nil || user.directory == directory?.id)
          && (group.map { user.groups.contains($0.id) } ?? true)
          && (email == nil || user.email.lowercased() == email)
          && (externalID == nil || user.externalID == externalID)
      })
  }

  private func findUser(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    Outcome(200, try store.item(DirectoryUser.self, visit.parameter("id")))
  }

  private func listGroups(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let paging = try visit.paging(DirectoryGroup.self, named: "directory group")
    let directory = try visit.query("directory").map { (id) throws(APIProblem) in
      try store.item(Directory.self, id)
    }
    let user = try visit.query("user").map { (id) throws(APIProblem) in
      try store.item(DirectoryUser.self, id)
    }
    guard let id = directory?.organization ?? user?.organization,
      let organization = store.organizations.organization(id)
    else { throw .invalid("directory", "directory or user must be provided") }
    return Outcome(
      paging.page(of: store.items(DirectoryGroup.self, of: organization)) { group in
        (directory == nil || group.directory == directory?.id)
          && (user?.groups.contains(group.id) ?? true)
      })
  }

  private func findGroup(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    Outcome(200, try store.item(DirectoryGroup.self, visit.parameter("id")))
  }
}
