/// Makes up the members of one seeded organization; the same ones every time.
///
/// Most organizations have from 3 to 40. Of those written by hand, Globex Industries has 10,000,
/// Initech and Smørbrød & Co. one active admin only (the latter nobody else), Acme Test
/// nobody, and Umbrella Health is managed by a directory; `MemberPlan` says which.
struct SeedMembers {
  struct Person {
    var firstName: String?
    var lastName: String?
    var email: String
    var role: String
    var status = Membership.Status.active
  }

  /// Somebody whose home is another organization.
  struct Guest {
    var email: String
    /// The seed's position of that other organization.
    var home: Int
    var role: String
    var status = Membership.Status.active
  }

  /// The number of a guest's membership, above that of every member.
  static let guestNumber = 0xF_FFF0

  let plan: MemberPlan
  private let organization: Organization
  private let position: Int
  private let roles: [String]
  private let severalRoles: Bool

  init(_ organization: Organization, at position: Int, roles: [String], severalRoles: Bool) {
    self.organization = organization
    self.position = position
    self.roles = roles
    self.severalRoles = severalRoles
    plan = MemberPlan(position: position)
  }

  /// The domain of the members' addresses.
  static func domain(of organization: Organization) -> String {
    organization.domains.first?.name ?? "team-\(organization.seedPosition ?? 0).example"
  }

  func make() -> (users: [User], memberships: [Membership]) {
    var users: [User] = []
    var memberships: [Membership] = []
    users.reserveCapacity(plan.count)
    memberships.reserveCapacity(plan.count)
    var addresses = Set(plan.people.map(\.email))
    for number in 0..<plan.count {
      var random = SplitMix(seed: UInt64(position) << 24 ^ UInt64(number) &* 0x5851_F42D)
      let person =
        plan.people.indices.contains(number)
        ? plan.people[number] : person(number, &addresses, &random)
      let (user, membership) = member(person, number, &random)
      users.append(user)
      memberships.append(membership)
    }
    return (users, memberships)
  }

  private func person(
    _ number: Int, _ addresses: inout Set<String>, _ random: inout SplitMix
  ) -> Person {
    let name = PersonNames.name(&random)
    let domain = Self.domain(of: organization)
    var email = "\(name.slug)@\(domain)"
    if !addresses.insert(email).inserted {
      email = "\(name.slug)\(number)@\(domain)"
      addresses.insert(email)
    }
    // Some have never said what they are called.
    let isNameless = random.chance(ofPercent: 3)
    return Person(
      firstName: isNameless ? nil : name.first, lastName: isNameless ? nil : name.last,
      email: email, role: role(number, &random), status: status(number, &random))
  }

  private func role(_ number: Int, _ random: inout SplitMix) -> String {
    let chance = random.number(below: 100)
    if number < plan.admins { return "admin" }
    switch chance {
    case 0..<6: return plan.hasFewAdmins ? "member" : "admin"
    case 6..<14: return "billing"
    case 14..<24: return "viewer"
    case 24..<34: return roles.last { $0.hasPrefix("org-") } ?? "member"
    default: return "member"
    }
  }

  private func status(_ number: Int, _ random: inout SplitMix) -> Membership.Status {
    let chance = random.number(below: 100)
    if number < plan.admins { return .active }
    switch chance {
    case 0..<9: return .inactive
    case 9..<17: return .pending
    default: return .active
    }
  }

  private func member(
    _ person: Person, _ number: Int, _ random: inout SplitMix
  ) -> (User, Membership) {
    let joined = time(after: organization.createdAt, &random)
    let changed = time(after: joined, &random)
    let isPending = person.status == .pending
    let code = SeedCode(position: position, number: number)
    var user = User(
      id: code.id(at: joined, salt: 1), email: person.email, firstName: person.firstName,
      lastName: person.lastName, isEmailVerified: !isPending && random.chance(ofPercent: 95),
      createdAt: joined, updatedAt: changed)
    let signsIn = random.chance(ofPercent: 85)
    user.lastSignIn = isPending || !signsIn ? nil : time(after: joined, &random)
    user.externalID = random.chance(ofPercent: 30) ? "crm-user-\(position)-\(number)" : nil
    user.locale = random.chance(ofPercent: 20) ? "en-US" : nil
    var membership = Membership(
      id: code.id(at: joined, salt: 2), user: user.id, organization: organization.id,
      status: person.status, roles: [person.role], createdAt: joined, updatedAt: changed)
    let second = random.number(below: roles.count)
    if severalRoles, number % 4 == 1, roles[second] != person.role {
      membership.roles.append(roles[second])
    }
    if plan.isDirectoryManaged {
      membership.isDirectoryManaged = true
      membership.attributes = [
        MetadataPair(key: "department", value: Self.departments[number % 5]),
        MetadataPair(key: "location", value: Self.locations[number % 4]),
      ]
    }
    return (user, membership)
  }

  private func time(after start: Timestamp, _ random: inout SplitMix) -> Timestamp {
    let span = Seed.newest.milliseconds - start.milliseconds
    return start.advanced(by: Int64(random.number(below: Int(max(1, span)))))
  }

  private static let departments = [
    "Engineering", "Sales", "Finance", "People & Culture", "Kundendienst",
  ]
  private static let locations = ["Berlin", "São Paulo", "東京", "Toronto"]
}
