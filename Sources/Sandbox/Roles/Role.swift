/// What a member may do: a role of the environment, or of one organization alone.
struct Role: Equatable, Listed {
  enum Kind: String, Sendable {
    case environment = "EnvironmentRole"
    case organization = "OrganizationRole"
  }

  static let prefix: StaticString = "role_"

  let id: ULID
  var slug: String
  var name: String
  var description: String?
  var kind: Kind
  var resourceType = "organization"
  /// Slugs.
  var permissions: [String]
  var createdAt: Timestamp
  var updatedAt: Timestamp

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("object", "role")
      writer.member("id", id, prefix: Self.prefix)
      writer.member("slug", slug)
      writer.member("name", name)
      writer.member("description", description)
      writer.member("type", kind.rawValue)
      writer.member("resource_type_slug", resourceType)
      writer.member("permissions", permissions)
      writer.member("created_at", createdAt)
      writer.member("updated_at", updatedAt)
    }
  }

  /// The role as an event tells it.
  func writeEvent(organization: ULID, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("object", "organization_role")
      writer.member("organization_id", organization, prefix: Organization.prefix)
      writer.member("slug", slug)
      writer.member("name", name)
      writer.member("description", description)
      writer.member("resource_type_slug", resourceType)
      writer.member("permissions", permissions)
      writer.member("created_at", createdAt)
      writer.member("updated_at", updatedAt)
    }
  }
}
