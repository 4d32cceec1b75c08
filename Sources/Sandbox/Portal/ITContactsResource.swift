/// `/organizations/{id}/it_contacts`; no mail is sent.
struct ITContactsResource: Resource {
  private static let path = "/organizations/{organizationId}/it_contacts"
  private static let intents = [
    "sso", "directory_sync", "log_streams", "domain_verification", "bring_your_own_key",
  ]

  var endpoints: [Endpoint] {
    [
      .get(Self.path, list), .post(Self.path, add), .delete("\(Self.path)/{id}", remove),
      .post("\(Self.path)/{id}/invite", invite),
      .post("\(Self.path)/{id}/revoke", needsBody: false, revoke),
    ]
  }

  func forget(organization: ULID, in store: inout Store) {
    store.forget(ITContact.self, of: organization)
  }

  private func list(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let organization = try organization(visit, store)
    // All of them, with cursors that lead nowhere.
    return Outcome(Page(items: store.items(ITContact.self, of: organization)))
  }

  private func add(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let organization = try organization(visit, store)
    var body = try BodyReader(visit, .fields)
    let email = body.text("email")
    if !email.isEmpty, !email.isAddress {
      body.refuse("email", "must be an email", code: "invalid")
    }
    try body.finish()
    let all = store.items(ITContact.self, of: organization)
    guard !all.contains(where: { $0.email.lowercased() == email.lowercased() }) else {
      throw APIProblem(
        status: 409, code: "it_contact_already_exists",
        message: "An IT contact with the email \(email) already exists.")
    }
    let contact = ITContact(
      id: store.makeID(at: visit.now), organization: organization.id, email: email,
      createdAt: visit.now, updatedAt: visit.now)
    store.put(contact)
    return Outcome(201, contact)
  }

  private func remove(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    let contact = try contact(visit, &store)
    store.remove(contact)
    return .empty(204, organization: contact.organization, subject: contact.idText)
  }

  private func invite(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    var contact = try contact(visit, &store)
    var body = try BodyReader(visit, .fields)
    let intents = body.texts("intents")
    if intents?.isEmpty ?? true {
      body.refuse("intents", "must hold at least one intent", code: "array_required")
    }
    for intent in intents ?? [] where !Self.intents.contains(intent) {
      body.refuse(
        "intents", "must be one of the following values: " + Self.intents.joined(separator: ", "),
        code: "unknown")
    }
    try body.finish()
    guard !contact.isInvited else {
      throw APIProblem(
        status: 409, code: "it_contact_invitation_already_active",
        message: "The IT contact has an active invitation already.")
    }
    contact.isInvited = true
    contact.updatedAt = max(visit.now, contact.updatedAt.advanced(by: 1))
    store.put(contact)
    return .empty(204, organization: contact.organization, subject: contact.idText)
  }

  private func revoke(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    var contact = try contact(visit, &store)
    contact.isInvited = false
    store.put(contact)
    return .empty(204, organization: contact.organization, subject: contact.idText)
  }

  private func contact(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> ITContact {
    let organization = try organization(visit, store)
    let contact = try store.item(ITContact.self, visit.parameter("id"))
    guard contact.organization == organization.id else {
      throw .entityNotFound(ITContact.title, contact.idText)
    }
    return contact
  }

  private func organization(
    _ visit: Visit, _ store: Store
  ) throws(APIProblem) -> Organization {
    try store.organization(visit.parameter("organizationId"))
  }
}
