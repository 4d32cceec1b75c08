/// All users and memberships that have been made so far.
struct People: StoredState {
  private(set) var users: [ULID: User] = [:]
  /// The memberships of each organization, in ascending order of id.
  private var memberships: [ULID: [Membership]] = [:]
  private var organizationOfMembership: [ULID: ULID] = [:]
  private var organizationsOfUser: [ULID: Set<ULID>] = [:]
  private var userOfEmail: [String: ULID] = [:]
  /// The seeded organizations whose members have been made.
  private var populated: Set<ULID> = []
  var isNewestPopulated = false

  mutating func beginPopulating(_ organization: ULID) -> Bool {
    populated.insert(organization).inserted
  }

  mutating func add(_ user: User) {
    users[user.id] = user
    userOfEmail[user.email.lowercased()] = user.id
  }

  /// Adds memberships of one organization, in any order.
  mutating func add(_ new: [Membership], to organization: ULID) {
    for membership in new {
      organizationOfMembership[membership.id] = organization
      organizationsOfUser[membership.user, default: []].insert(organization)
    }
    memberships[organization, default: []] += new
    memberships[organization]?.sort { $0.id < $1.id }
  }

  mutating func replace(_ membership: Membership) {
    guard let index = memberships[membership.organization]?.index(of: membership.id) else {
      return
    }
    memberships[membership.organization]?[index] = membership
  }

  mutating func remove(_ membership: Membership) {
    guard let index = memberships[membership.organization]?.index(of: membership.id) else {
      return
    }
    memberships[membership.organization]?.remove(at: index)
    organizationOfMembership[membership.id] = nil
    organizationsOfUser[membership.user]?.remove(membership.organization)
  }

  mutating func removeMemberships(of organization: ULID) {
    for membership in memberships.removeValue(forKey: organization) ?? [] {
      organizationOfMembership[membership.id] = nil
      organizationsOfUser[membership.user]?.remove(organization)
    }
  }

  func memberships(of organization: ULID) -> [Membership] {
    memberships[organization] ?? []
  }

  func memberships(ofUser user: ULID) -> [Membership] {
    let organizations = organizationsOfUser[user] ?? []
    return organizations.compactMap { membership(of: user, in: $0) }.sorted { $0.id < $1.id }
  }

  func membership(_ id: ULID) -> Membership? {
    guard let organization = organizationOfMembership[id], let all = memberships[organization],
      let index = all.index(of: id)
    else { return nil }
    return all[index]
  }

  func membership(of user: ULID, in organization: ULID) -> Membership? {
    guard organizationsOfUser[user]?.contains(organization) == true else { return nil }
    return memberships[organization]?.first { $0.user == user }
  }

  func activeUsers(of organization: ULID) -> [User] {
    memberships(of: organization).filter { $0.status == .active }.compactMap { users[$0.user] }
  }

  func user(email: String) -> User? {
    userOfEmail[email.lowercased()].flatMap { users[$0] }
  }
}
