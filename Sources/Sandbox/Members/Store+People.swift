// Who is a member of a seeded organization is made up when it is first asked for: the store may
// hold 100,000 organizations, and hardly any of them is looked at.
extension Store {
  /// How many organizations an unfiltered list of users covers, beside those looked at before.
  static let newestPopulated = 1000

  /// Makes the members of a seeded organization, unless they have been made.
  mutating func populate(_ organization: Organization) {
    guard let position = organization.seedPosition,
      self[People.self].beginPopulating(organization.id)
    else { return }
    // All of it as seeded: what clients have written by now must not change who is a member.
    let organization = seeded(organization)
    let roles = (SeedRoles.environment + SeedRoles.roles(of: organization)).map(\.slug)
    let seed = SeedMembers(
      organization, at: position, roles: roles, severalRoles: environment.allowsSeveralRoles)
    let made = seed.make()
    for user in made.users { self[People.self].add(user) }
    self[People.self].add(made.memberships, to: organization.id)
    for guest in seed.plan.guests { invite(guest, to: organization) }
  }

  /// Makes the members of the organizations written by hand, in which a person can be twice.
  mutating func populateShowcase() {
    for organization in newestSeeded(SeedShowcase.organizations.count) {
      populate(organization)
    }
  }

  mutating func populateNewest() {
    guard !self[People.self].isNewestPopulated else { return }
    self[People.self].isNewestPopulated = true
    for organization in newestSeeded(Self.newestPopulated) { populate(organization) }
  }

  mutating func user(_ text: String) throws(APIProblem) -> User {
    guard let id = ULID(text, prefix: User.prefix) else { throw .entityNotFound("User", text) }
    if self[People.self].users[id] == nil { populateHome(of: id) }
    guard let user = self[People.self].users[id] else { throw .entityNotFound("User", text) }
    return user
  }

  /// The user with that address, in lower case.
  mutating func user(email: String) -> User? {
    if let user = self[People.self].user(email: email) { return user }
    populateShowcase()
    if let at = email.lastIndex(of: "@") {
      let domain = String(email[email.index(after: at)...])
      for organization in seededOrganizations
      where SeedMembers.domain(of: organization) == domain {
        populate(organization)
      }
    }
    return self[People.self].user(email: email)
  }

  mutating func membership(_ text: String) throws(APIProblem) -> Membership {
    guard let id = ULID(text, prefix: Membership.prefix) else {
      throw .entityNotFound("Organization Membership", text)
    }
    if self[People.self].membership(id) == nil { populateHome(of: id) }
    guard let membership = self[People.self].membership(id) else {
      throw .entityNotFound("Organization Membership", text)
    }
    return membership
  }

  /// Makes the members among whom something with that id would be, if it is of the seed.
  private mutating func populateHome(of id: ULID) {
    let position = SeedCode(of: id).position
    if let organization = organizations.first(where: { $0.seedPosition == position }) {
      populate(organization)
    }
  }

  /// Makes somebody from another seeded organization a member of this one too.
  private mutating func invite(_ guest: SeedMembers.Guest, to organization: Organization) {
    if let home = organizations.first(where: { $0.seedPosition == guest.home }) { populate(home) }
    guard let user = self[People.self].user(email: guest.email) else { return }
    let time = Swift.max(user.createdAt, organization.createdAt)
    let number = SeedMembers.guestNumber
    let id = SeedCode(position: organization.seedPosition ?? 0, number: number).id(
      at: time, salt: 0)
    self[People.self].add(
      [
        Membership(
          id: id, user: user.id, organization: organization.id, status: guest.status,
          roles: [guest.role], createdAt: time, updatedAt: time)
      ], to: organization.id)
  }

  /// Writes a membership with its user and the name of its organization.
  func write(_ membership: Membership, to writer: inout JSONWriter) {
    writer.object { writer in
      membership.writeMembers(to: &writer)
      if let organization = organizations.organization(membership.organization) {
        writer.member("organization_name", organization.name)
      }
      if let user = self[People.self].users[membership.user] {
        writer.key("user")
        user.write(to: &writer)
      }
    }
  }
}
