extension Event {
  /// How many members of an organization, the newest, have their events told.
  private static let members = 100

  /// What can be told from the rest of the seed: how the organization, its domains, members, keys
  /// and invitations came to be, and how people tried to sign in.
  static func seeds(
    of organization: Organization, at position: Int, in store: inout Store
  ) -> [Event] {
    var chance = SeedChance(9, at: position)
    var events: [Event] = []
    func tell(_ kind: String, _ time: Timestamp, _ write: (inout JSONWriter) -> Void) {
      var writer = JSONWriter()
      write(&writer)
      events.append(
        Event(
          id: chance.id(events.count, at: time), organization: organization.id, kind: kind,
          data: (try? JSONParser.parse(writer.bytes)) ?? .null, createdAt: time))
    }
    tell("organization.created", organization.createdAt, organization.write)
    if organization.updatedAt > organization.createdAt {
      tell("organization.updated", organization.updatedAt, organization.write)
    }
    for domain in organization.domains {
      tell("organization_domain.created", domain.createdAt) {
        domain.write(to: &$0, organization: organization.id)
      }
      if domain.isVerified, domain.updatedAt > domain.createdAt {
        tell("organization_domain.verified", domain.updatedAt) {
          domain.write(to: &$0, organization: organization.id)
        }
      }
    }
    store.populate(organization)
    let people = store[People.self]
    for membership in people.memberships(of: organization.id).suffix(members) {
      tell("organization_membership.created", membership.createdAt, membership.write)
      if let user = people.users[membership.user], let time = user.lastSignIn {
        tell("authentication.password_succeeded", time) {
          user.writeSignIn(succeeds: true, to: &$0)
        }
      }
      if membership.status == .inactive, let user = people.users[membership.user] {
        tell("organization_membership.updated", membership.updatedAt, membership.write)
        let time = chance.time(after: membership.updatedAt)
        tell("authentication.password_failed", time) { user.writeSignIn(succeeds: false, to: &$0) }
      }
    }
    for key in store.items(APIKey.self, of: organization) {
      tell("api_key.created", key.createdAt, key.write)
    }
    return events.sorted { $0.id < $1.id }
  }
}

extension User {
  /// What an event tells of an attempt to sign in with a password.
  fileprivate func writeSignIn(succeeds: Bool, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("type", "password")
      writer.member("status", succeeds ? "succeeded" : "failed")
      writer.member("user_id", id.text(prefix: Self.prefix))
      writer.member("email", email)
      writer.member("ip_address", "192.0.2.17")
      writer.member("user_agent", "Mozilla/5.0")
      guard !succeeds else { return }
      writer.key("error")
      writer.object { writer in
        writer.member("code", "organization_membership_inactive")
        writer.member("message", "The organization membership is not active.")
      }
    }
  }
}
