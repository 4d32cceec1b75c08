/// Where an organization keeps who works there, read by directory sync.
struct Directory: Equatable, Belonging {
  enum State: String, Sendable {
    case linked
    case validating
    case invalidCredentials = "invalid_credentials"
    case unlinked
    case deleting

    /// The word that events have for it.
    fileprivate var inEvents: String {
      switch self {
      case .linked: "active"
      case .unlinked: "inactive"
      case .validating, .invalidCredentials, .deleting: rawValue
      }
    }
  }

  static let prefix: StaticString = "directory_"
  static let title = "Directory"
  static let google = "gsuite directory"

  let id: ULID
  let organization: ULID
  var type: String
  var name: String
  var domain: String?
  var state: State
  var lastSync: Timestamp?
  let createdAt: Timestamp
  var updatedAt: Timestamp

  func write(to writer: inout JSONWriter) {
    write(to: &writer, users: [], groups: 0)
  }

  /// The directory as an event tells it.
  func writeEvent(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("object", "directory")
      writer.member("id", id, prefix: Self.prefix)
      writer.member("organization_id", organization, prefix: Organization.prefix)
      writer.member("type", type)
      writer.member("state", state.inEvents)
      writer.member("name", name)
      writer.member("created_at", createdAt)
      writer.member("updated_at", updatedAt)
    }
  }

  /// - Parameters:
  ///   - users: its users, counted in the answer.
  ///   - groups: how many groups it has.
  func write(to writer: inout JSONWriter, users: [DirectoryUser], groups: Int) {
    writer.object { writer in
      writer.member("object", "directory")
      writer.member("id", id, prefix: Self.prefix)
      writer.member("organization_id", organization, prefix: Organization.prefix)
      writer.member("external_key", String(UInt64(truncatingIfNeeded: id.value), radix: 36))
      writer.member("type", type)
      writer.member("state", state.rawValue)
      writer.member("name", name)
      if let domain { writer.member("domain", domain) }
      writer.key("metadata")
      writer.object { writer in
        writer.key("users")
        writer.object { writer in
          writer.member("active", users.count { $0.state == .active })
          writer.member("inactive", users.count { $0.state != .active })
        }
        writer.member("groups", groups)
      }
      writer.member("created_at", createdAt)
      writer.member("updated_at", updatedAt)
    }
  }

  /// Organizations whose members are managed by a directory have one; Acme Corporation has one of
  /// Google's, and that of Initech fails for its credentials.
  static func seeds(
    of organization: Organization, at position: Int, in store: inout Store
  ) -> [Directory] {
    var chance = SeedChance(6, at: position)
    let kind: (String, State)
    switch organization.name {
    case "Acme Corporation": kind = (google, .linked)
    case "Initech": kind = ("azure scim v2.0", .invalidCredentials)
    case _ where MemberPlan(position: position).isDirectoryManaged:
      kind = (chance.pick(types), .linked)
    case _ where chance.number(below: 20) == 0:
      kind = (chance.pick(types), chance.pick([.unlinked, .validating]))
    default: return []
    }
    let time = chance.time(after: organization.createdAt)
    return [
      Directory(
        id: chance.id(0, at: time), organization: organization.id, type: kind.0,
        name: "\(organization.name) Directory", domain: organization.domains.first?.name,
        state: kind.1, createdAt: time, updatedAt: chance.time(after: time))
    ]
  }

  private static let types = [
    "okta scim v2.0", "azure scim v2.0", google, "workday", "onelogin scim v2.0", "bamboohr",
    "personio",
  ]
}
