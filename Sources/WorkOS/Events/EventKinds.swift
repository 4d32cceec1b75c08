/// Kinds of events that belong together, by the names the API has for them.
///
/// `GET /events` wants each by name. These are those of the specification (2026) that carry an
/// organization; a change to a user carries none.
package struct EventKinds: Equatable, Sendable {
  /// A stable name.
  package let id: String
  /// What they are called on screen, as in “all kinds” or “sign-ins”.
  package let title: String
  package let names: [String]

  private init(_ id: String, _ title: String, _ names: [String]) {
    self.id = id
    self.title = title
    self.names = names
  }

  private init(_ id: String, _ title: String, _ resource: String, _ verbs: String...) {
    self.init(id, title, verbs.map { "\(resource).\($0)" })
  }

  package static let all = EventKinds("all", "all kinds", parts.flatMap(\.names))

  package static let parts = [
    EventKinds("organization", "organization", "organization", "created", "updated", "deleted"),
    EventKinds(
      "domains", "domains", "organization_domain", "created", "updated", "deleted", "verified",
      "verification_failed"),
    EventKinds(
      "members", "members", "organization_membership", "created", "updated", "deleted"),
    EventKinds(
      "sign-ins", "sign-ins",
      ["sso", "password", "magic_auth", "oauth", "mfa", "passkey", "email_verification"].flatMap {
        ["authentication.\($0)_succeeded", "authentication.\($0)_failed"]
      } + ["authentication.sso_started", "authentication.sso_timed_out"]),
    EventKinds(
      "invitations", "invitations", "invitation", "created", "accepted", "resent", "revoked"),
    EventKinds("roles", "roles", "organization_role", "created", "updated", "deleted"),
    EventKinds(
      "groups", "groups", "group", "created", "updated", "deleted", "member_added",
      "member_removed"),
    EventKinds(
      "connections", "connections", "connection", "activated", "deactivated", "deleted",
      "saml_certificate_renewal_required", "saml_certificate_renewed"),
    EventKinds(
      "directories", "directories", "dsync", "activated", "deleted", "user.created",
      "user.updated", "user.deleted", "group.created", "group.updated", "group.deleted",
      "group.user_added", "group.user_removed"),
    EventKinds("keys", "API keys", "api_key", "created", "updated", "revoked"),
    EventKinds("flags", "flags", "flag", "created", "updated", "rule_updated", "deleted"),
  ]

  /// In the order in which they are offered.
  package static let offered = [all] + parts
}
