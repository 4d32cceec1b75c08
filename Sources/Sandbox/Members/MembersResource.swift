/// `/user_management/organization_memberships`.
struct MembersResource: Resource {
  private static let path = "/user_management/organization_memberships"

  var endpoints: [Endpoint] {
    [
      .get(Self.path, list), .post(Self.path, create), .get("\(Self.path)/{id}", find),
      .put("\(Self.path)/{id}", update), .delete("\(Self.path)/{id}", delete),
      .put("\(Self.path)/{id}/deactivate", needsBody: false, deactivate),
      .put("\(Self.path)/{id}/reactivate", needsBody: false, reactivate),
    ]
  }

  func forget(organization: ULID, in store: inout Store) {
    store[People.self].removeMemberships(of: organization)
  }

  private func list(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let paging = try visit.codedPaging(Membership.self, named: "organization membership")
    let statuses = try statuses(visit)
    let memberships = try memberships(visit, &store)
    let page = paging.page(of: memberships) { statuses.contains($0.status) }
    return Outcome(page) { [store] membership, writer in store.write(membership, to: &writer) }
  }

  /// Those of the organization, of the user, or of the user in the organization.
  private func memberships(
    _ visit: Visit, _ store: inout Store
  ) throws(APIProblem) -> [Membership] {
    let user: User?
    if let text = visit.query("user_id") {
      user = try store.user(text)
      store.populateShowcase()
    } else {
      user = nil
    }
    guard let text = visit.query("organization_id") else {
      guard let user else {
        throw .badRequest(
          code: "missing_user_id_or_organization_id",
          "Either user_id or organization_id must be provided.")
      }
      return store[People.self].memberships(ofUser: user.id)
    }
    let organization = try store.organization(text)
    store.populate(organization)
    let all = store[People.self].memberships(of: organization.id)
    return user.map { user in all.filter { $0.user == user.id } } ?? all
  }

  /// Only active ones, unless the query says otherwise.
  private func statuses(_ visit: Visit) throws(APIProblem) -> Set<Membership.Status> {
    let texts = visit.queryList("statuses")
    if texts.isEmpty { return [.active] }
    var statuses: Set<Membership.Status> = []
    for text in texts {
      guard let status = Membership.Status(rawValue: text) else {
        throw APIProblem.invalid(
          "statuses",
          "each value in statuses must be one of the following values: active, inactive, pending"
        ).inCodes
      }
      statuses.insert(status)
    }
    return statuses
  }

  private func find(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    outcome(200, try store.membership(visit.parameter("id")), store)
  }

  /// One that is inactive comes alive again, with the roles that are sent.
  private func create(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    var body = try BodyReader(visit, .codes)
    let userID = body.text("user_id")
    let organizationID = body.text("organization_id")
    let sent = RoleSelection(&body)
    try body.finish()
    let user = try store.user(userID)
    let organization = try store.organization(organizationID)
    store.populate(organization)
    let roles = try sent.roles(in: organization, store) ?? [store.defaultRole]
    guard var membership = store[People.self].membership(of: user.id, in: organization.id) else {
      let id = store.makeID(at: visit.now)
      let membership = Membership(
        id: id, user: user.id, organization: organization.id, roles: roles,
        createdAt: visit.now, updatedAt: visit.now)
      store[People.self].add([membership], to: organization.id)
      return outcome(201, membership, store).telling("organization_membership.created")
    }
    switch membership.status {
    case .active:
      throw APIProblem(
        status: 409, code: "organization_membership_already_exists",
        message: "The user is already a member of this organization.")
    case .pending: throw Self.cannot("reactivate")
    case .inactive:
      membership.status = .active
      membership.roles = roles
      return outcome(201, changed(membership, visit, &store), store)
        .telling("organization_membership.updated")
    }
  }

  private func update(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    var membership = try store.membership(visit.parameter("id"))
    var body = try BodyReader(visit, .codes)
    let sent = RoleSelection(&body)
    try body.finish()
    guard let organization = store.organizations.organization(membership.organization) else {
      throw .notFound
    }
    if let roles = try sent.roles(in: organization, store) { membership.roles = roles }
    return outcome(200, changed(membership, visit, &store), store)
      .telling("organization_membership.updated")
  }

  /// Answers 200 without a body.
  private func delete(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let membership = try store.membership(visit.parameter("id"))
    store[People.self].remove(membership)
    return .empty(200, organization: membership.organization, subject: membership.idText)
      .telling("organization_membership.deleted", membership)
  }

  private func deactivate(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    try set(.inactive, "deactivate", visit, &store)
  }

  private func reactivate(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    try set(.active, "reactivate", visit, &store)
  }

  /// What has that status already is answered as it is.
  private func set(
    _ status: Membership.Status, _ verb: String, _ visit: Visit, _ store: inout Store
  ) throws(APIProblem) -> Outcome {
    var membership = try store.membership(visit.parameter("id"))
    guard membership.status != .pending else { throw Self.cannot(verb) }
    guard membership.status != status else { return outcome(200, membership, store) }
    membership.status = status
    return outcome(200, changed(membership, visit, &store), store)
      .telling("organization_membership.updated")
  }

  private func changed(
    _ membership: Membership, _ visit: Visit, _ store: inout Store
  ) -> Membership {
    var membership = membership
    membership.updatedAt = max(visit.now, membership.updatedAt.advanced(by: 1))
    store[People.self].replace(membership)
    return membership
  }

  private func outcome(_ status: Int, _ membership: Membership, _ store: Store) -> Outcome {
    Outcome(status, organization: membership.organization, subject: membership.idText) {
      store.write(membership, to: &$0)
    }
  }

  private static func cannot(_ verb: String) -> APIProblem {
    .badRequest(
      code: "cannot_\(verb)_pending_organization_membership",
      "A pending organization membership cannot be \(verb)d.")
  }
}
