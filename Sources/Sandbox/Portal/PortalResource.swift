/// `/portal`: links to the pages where a customer's IT contact sets things up.
struct PortalResource: Resource {
  private static let intents = [
    "sso", "dsync", "audit_logs", "log_streams", "domain_verification", "certificate_renewal",
    "bring_your_own_key",
  ]

  var endpoints: [Endpoint] {
    [.post("/portal/generate_link", generate), .post("/portal/revoke_link", revoke)]
  }

  /// The link works for five minutes, says the API; here it leads nowhere.
  private func generate(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    var body = try BodyReader(visit, .fields)
    let text = body.text("organization")
    let intent = body.optionalText("intent").value
    for name in ["return_url", "success_url", "external_user_id"] { _ = body.optionalText(name) }
    let emails = body.texts("it_contact_emails") ?? []
    if let intent, !Self.intents.contains(intent) {
      body.refuse(
        "intent", "must be one of the following values: " + Self.intents.joined(separator: ", "),
        code: "unknown")
    }
    if emails.count > 20 {
      body.refuse("it_contact_emails", "must hold no more than 20 addresses", code: "too_many")
    }
    for email in emails where !email.isAddress {
      body.refuse("it_contact_emails", "must hold addresses, and \(email) is none", code: "invalid")
    }
    _ = body.value("intent_options")
    try body.finish()
    guard let id = ULID(text, prefix: Organization.prefix),
      store.organizations.organization(id) != nil
    else {
      throw APIProblem(
        status: 400, message: "Could not find an organization with the id, \(text).")
    }
    let token = store.makeID(at: visit.now).text(prefix: "")
    return Outcome(201, organization: id) { writer in
      writer.object {
        $0.member("link", "https://setup.sandbox.example/portal/launch?secret=\(token)")
      }
    }
  }

  /// Ends the links that were made for a user of one's own; there is nothing to see of it here.
  private func revoke(_ visit: Visit, _ store: inout Store) throws(APIProblem) -> Outcome {
    var body = try BodyReader(visit, .fields)
    let text = body.text("organization")
    _ = body.text("external_user_id")
    try body.finish()
    return .empty(204, organization: try store.organization(text).id)
  }
}
