/// That a user belongs to an organization, and as what.
struct Membership: Equatable, Listed {
  enum Status: String, Sendable, CaseIterable {
    case active
    case inactive
    case pending
  }

  static let prefix: StaticString = "om_"

  let id: ULID
  let user: ULID
  let organization: ULID
  var status = Status.active
  /// Slugs; the first is the main one.
  var roles: [String]
  /// Whether a directory says who is a member, so that a change made here would be undone.
  var isDirectoryManaged = false
  /// What the directory knows of the person.
  var attributes: KeyValues = []
  var createdAt: Timestamp
  var updatedAt: Timestamp

  typealias KeyValues = [MetadataPair]

  /// Without the user and the organization's name, which `Store.write` adds.
  func write(to writer: inout JSONWriter) {
    writer.object { writeMembers(to: &$0) }
  }

  func writeMembers(to writer: inout JSONWriter) {
    writer.member("object", "organization_membership")
    writer.member("id", id, prefix: Self.prefix)
    writer.member("user_id", user, prefix: User.prefix)
    writer.member("organization_id", organization, prefix: Organization.prefix)
    writer.member("status", status.rawValue)
    writer.member("directory_managed", isDirectoryManaged)
    writer.key("role")
    writer.object { $0.member("slug", roles.first ?? "member") }
    writer.key("roles")
    writer.array { writer in
      for role in roles { writer.object { $0.member("slug", role) } }
    }
    writer.key("custom_attributes")
    writer.object { writer in
      for pair in attributes { writer.member(pair.key, pair.value) }
    }
    writer.member("created_at", createdAt)
    writer.member("updated_at", updatedAt)
  }
}
