/// The roles of the environment and those that organizations have of their own.
struct RoleList: StoredState {
  let environment = SeedRoles.environment
  /// An organization that is not here has what the seed says.
  private var own: [ULID: [Role]] = [:]

  func roles(of organization: Organization) -> [Role] {
    own[organization.id] ?? SeedRoles.roles(of: organization)
  }

  mutating func set(_ roles: [Role], of organization: ULID) {
    own[organization] = roles
  }

  mutating func forget(_ organization: ULID) {
    own[organization] = nil
  }
}

extension Store {
  /// The role of whom nobody gave one.
  var defaultRole: String { "member" }

  /// All roles that members of the organization can have, the most powerful first.
  func roles(of organization: Organization) -> [Role] {
    let list = self[RoleList.self]
    return list.environment + list.roles(of: organization)
  }
}
