/// A person as a directory knows them.
struct DirectoryUser: Equatable, Belonging {
  enum State: String, Sendable {
    case active
    case suspended
    case inactive
  }

  static let prefix: StaticString = "directory_user_"
  static let title = "Directory user"

  let id: ULID
  let organization: ULID
  let directory: ULID
  var email: String
  var firstName: String?
  var lastName: String?
  var state: State
  var groups: [ULID]
  let createdAt: Timestamp
  var updatedAt: Timestamp

  var externalID: String { String(UInt64(truncatingIfNeeded: id.value >> 8), radix: 16) }

  func write(to writer: inout JSONWriter) {
    writer.object { writeMembers(to: &$0) }
  }

  private func writeMembers(to writer: inout JSONWriter) {
    writer.member("object", "directory_user")
    writer.member("id", id, prefix: Self.prefix)
    writer.member("directory_id", directory, prefix: Directory.prefix)
    writer.member("organization_id", organization, prefix: Organization.prefix)
    writer.member("idp_id", externalID)
    writer.member("email", email)
    writer.member("first_name", firstName)
    writer.member("last_name", lastName)
    writer.member("username", email)
    writer.key("emails")
    writer.array { writer in
      writer.object { writer in
        writer.member("primary", true)
        writer.member("type", "work")
        writer.member("value", email)
      }
    }
    writer.member("job_title", String?.none)
    writer.member("state", state.rawValue)
    writer.key("raw_attributes")
    writer.object { _ in }
    writer.key("custom_attributes")
    writer.object { _ in }
    // Empty for teams made since May 2026; clients ask for the groups of a user instead.
    writer.key("groups")
    writer.array { _ in }
    writer.member("created_at", createdAt)
    writer.member("updated_at", updatedAt)
  }

  /// One for each of the first hundred members, most in the state of their membership.
  static func seeds(
    of organization: Organization, at position: Int, in store: inout Store
  ) -> [DirectoryUser] {
    guard let directory = store.items(Directory.self, of: organization).first else { return [] }
    let groups = store.items(DirectoryGroup.self, of: organization).map(\.id)
    store.populate(organization)
    var chance = SeedChance(7, at: position)
    let people = store[People.self]
    return people.memberships(of: organization.id).prefix(100).enumerated().compactMap {
      number, member in
      guard let user = people.users[member.user] else { return nil }
      let state: State = member.status == .inactive ? .inactive : .active
      let isSuspended = chance.number(below: 20) == 0
      return DirectoryUser(
        id: chance.id(number, at: member.createdAt), organization: organization.id,
        directory: directory.id, email: user.email, firstName: user.firstName,
        lastName: user.lastName, state: isSuspended ? .suspended : state,
        groups: [groups.first, groups.dropFirst().randomElement(using: &chance.random)]
          .compactMap(\.self), createdAt: member.createdAt, updatedAt: member.updatedAt)
    }
  }
}
