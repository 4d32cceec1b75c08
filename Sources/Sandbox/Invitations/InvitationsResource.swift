/// `/user_management/invitations`; no mail is sent.
struct InvitationsResource: Resource {
  private static let path = "/user_management/invitations"

  var endpoints: [Endpoint] {
    [
      .get(Self.path, list), .post(Self.path, send), .get("\(Self.path)/{id}", find),
      .post("\(Self.path)/{id}/resend", resend),
      .post("\(Self.path)/{id}/revoke", needsBody: false, revoke),
    ]
  }

  func forget(organization: ULID, in store: inout Store) {
    store.forget(Invitation.self, of: organization)
  }

  private func list(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let paging = try visit.codedPaging(Invitation.self, named: "invitation")
    let email = visit.query("email")?.lowercased()
    let all: [Invitation]
    if let text = visit.query("organization_id") {
      all = store.items(Invitation.self, of: try store.organization(text))
    } else {
      all = store.items(Invitation.self)
    }
    var page = paging.page(of: all) { email == nil || $0.email.lowercased() == email }
    for index in page.items.indices { page.items[index].expire(by: visit.now) }
    return Outcome(page)
  }

  private func find(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    Outcome(200, try invitation(visit, &store))
  }

  private func send(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    var body = try BodyReader(visit, .codes)
    let email = body.text("email")
    // Only invitations to an organization are of use here.
    let organizationID = body.text("organization_id")
    let role = body.optionalText("role_slug").value
    let days = body.number("expires_in_days") ?? 7
    let inviterID = body.optionalText("inviter_user_id").value
    _ = body.optionalText("locale")
    if !email.isEmpty, !email.isAddress {
      body.refuse("email", "must be a valid email address", code: "invalid")
    }
    try body.finish()
    let organization = try store.organization(organizationID)
    let inviter = try inviterID.map { (id) throws(APIProblem) in try store.user(id) }
    try Self.check(days)
    try check(email, role, organization, visit, &store)
    let invitation = Invitation(
      id: store.makeID(at: visit.now), organization: organization.id, email: email, role: role,
      inviter: inviter?.id, expiresAt: visit.now.advanced(by: Int64(days) * Invitation.day),
      createdAt: visit.now, updatedAt: visit.now)
    _ = store.items(Invitation.self, of: organization)
    store.put(invitation)
    return Outcome(201, invitation).telling("invitation.created")
  }

  private static func check(_ days: Int) throws(APIProblem) {
    if days < 1 {
      throw .badRequest(code: "expires_in_days_too_short", "expires_in_days must be at least 1.")
    }
    if days > 30 {
      throw .badRequest(code: "expires_in_days_too_long", "expires_in_days must be at most 30.")
    }
  }

  private func check(
    _ email: String, _ role: String?, _ organization: Organization, _ visit: Visit,
    _ store: inout Store
  ) throws(APIProblem) {
    if let role, !store.roles(of: organization).contains(where: { $0.slug == role }) {
      throw .badRequest(code: "invalid_role", "The role '\(role)' does not exist.")
    }
    if email.hasSuffix(".invalid") {
      throw .badRequest(
        code: "email_domain_not_deliverable", "Mail to the domain of \(email) cannot be delivered.")
    }
    store.populate(organization)
    if let user = store.user(email: email.lowercased()),
      store[People.self].membership(of: user.id, in: organization.id)?.status == .active
    {
      throw .badRequest(
        code: "user_already_organization_member",
        "The user with the email \(email) is already a member of this organization.")
    }
    let isInvited = store.items(Invitation.self, of: organization).contains { invitation in
      var invitation = invitation
      invitation.expire(by: visit.now)
      return invitation.state == .pending && invitation.email.lowercased() == email.lowercased()
    }
    if isInvited {
      throw .badRequest(
        code: "email_already_invited_to_organization",
        "The email \(email) has already been invited to this organization.")
    }
  }

  /// Sends the same invitation once more, and lets it last as long again.
  private func resend(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    var body = try BodyReader(visit, .codes)
    _ = body.optionalText("locale")
    try body.finish()
    var invitation = try invitation(visit, &store)
    guard invitation.state == .pending else {
      throw .badRequest(
        code: "invite_\(invitation.state.rawValue)",
        "The invitation has been \(invitation.state.rawValue) and cannot be sent again.")
    }
    let span = invitation.expiresAt.milliseconds - invitation.createdAt.milliseconds
    invitation.expiresAt = max(invitation.expiresAt, visit.now.advanced(by: span))
    invitation.updatedAt = max(visit.now, invitation.updatedAt.advanced(by: 1))
    store.put(invitation)
    return Outcome(200, invitation).telling("invitation.resent")
  }

  private func revoke(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    var invitation = try invitation(visit, &store)
    guard invitation.state == .pending else {
      throw .badRequest(code: "invite_not_pending", "The invitation is not pending.")
    }
    invitation.state = .revoked
    invitation.revokedAt = visit.now
    invitation.updatedAt = max(visit.now, invitation.updatedAt.advanced(by: 1))
    store.put(invitation)
    return Outcome(200, invitation).telling("invitation.revoked")
  }

  private func invitation(
    _ visit: Visit, _ store: inout Store
  ) throws(APIProblem) -> Invitation {
    var invitation = try store.item(Invitation.self, visit.parameter("id"))
    invitation.expire(by: visit.now)
    return invitation
  }
}

extension String {
  /// Whether it has the form of a mail address.
  var isAddress: Bool {
    let parts = split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
      && !contains(where: \.isWhitespace)
  }
}
