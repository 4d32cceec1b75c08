/// Something that a role allows, the same in the whole environment.
struct Permission: Equatable, Listed {
  static let prefix: StaticString = "perm_"

  let id: ULID
  let slug: String
  let name: String
  let description: String?

  /// What the made-up product can do, oldest first.
  static let all: [Permission] = [
    permission(1, "audit:read", "Read the audit log", nil),
    permission(2, "billing:manage", "Manage billing", "Invoices, payment methods and the plan"),
    permission(3, "members:manage", "Manage members", "Add, change and remove members"),
    permission(4, "reports:read", "Read reports", nil),
    permission(5, "reports:write", "Write reports", nil),
    permission(6, "settings:manage", "Manage settings", "Everything that is set for all members"),
  ]

  private static let time = Seed.newest.advanced(by: -Seed.threeYears)

  private static func permission(
    _ number: UInt128, _ slug: String, _ name: String, _ description: String?
  ) -> Permission {
    Permission(
      id: ULID(at: time, chance: number << 41), slug: slug, name: name, description: description)
  }

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("object", "permission")
      writer.member("id", id, prefix: Self.prefix)
      writer.member("slug", slug)
      writer.member("name", name)
      writer.member("description", description)
      writer.member("system", false)
      writer.member("resource_type_slug", "organization")
      writer.member("created_at", Self.time)
      writer.member("updated_at", Self.time)
    }
  }
}
