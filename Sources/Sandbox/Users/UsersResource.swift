/// `/user_management/users`.
struct UsersResource: Resource {
  var endpoints: [Endpoint] {
    [.get("/user_management/users", list), .get("/user_management/users/{id}", find)]
  }

  /// With `organization_id` only the active members are told, as the real API does it.
  private func list(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let paging = try visit.codedPaging(User.self, named: "user")
    let email = visit.query("email")?.lowercased()
    var users: [User]
    if let text = visit.query("organization_id") ?? visit.query("organization") {
      let organization = try store.organization(text)
      store.populate(organization)
      users = store[People.self].activeUsers(of: organization.id)
      if let email { users.removeAll { $0.email.lowercased() != email } }
    } else if let email {
      users = store.user(email: email).map { [$0] } ?? []
    } else {
      store.populateNewest()
      users = Array(store[People.self].users.values)
    }
    users.sort { $0.id < $1.id }
    return Outcome(paging.page(of: users))
  }

  private func find(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    Outcome(200, try store.user(visit.parameter("id")))
  }
}
