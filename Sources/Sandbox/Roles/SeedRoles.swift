/// The roles of the made-up environment; every third organization has one or two of its own.
enum SeedRoles {
  static let environment: [Role] = [
    role(
      1, "admin", "Admin", "Can do everything, billing included",
      ["billing:manage", "members:manage", "reports:read", "settings:manage"]),
    role(
      2, "billing", "Billing", "Sees and pays the invoices", ["billing:manage", "reports:read"]),
    role(3, "member", "Member", "The usual role", ["reports:read"]),
    role(4, "viewer", "Viewer", nil, []),
  ]

  static func roles(of organization: Organization) -> [Role] {
    guard let position = organization.seedPosition, position % 3 == 1 else { return [] }
    let number = position % 2 == 0 ? 1 : 2
    return own.prefix(number).enumerated().map { offset, own in
      Role(
        id: SeedCode(position: position, number: offset).id(at: organization.createdAt, salt: 7),
        slug: own.slug, name: own.name, description: own.description, kind: .organization,
        permissions: own.permissions, createdAt: organization.createdAt,
        updatedAt: organization.createdAt)
    }
  }

  private static let own:
    [(slug: String, name: String, description: String?, permissions: [String])] = [
      (
        "org-auditor", "Auditor", "Reads what the auditors of this customer ask for",
        ["audit:read", "reports:read"]
      ),
      ("org-werkstudent", "Werkstudent:in", nil, ["reports:read"]),
    ]

  private static func role(
    _ number: UInt128, _ slug: String, _ name: String, _ description: String?,
    _ permissions: [String]
  ) -> Role {
    let time = Seed.newest.advanced(by: -Seed.threeYears)
    return Role(
      id: ULID(at: time, chance: number << 40), slug: slug, name: name, description: description,
      kind: .environment, permissions: permissions, createdAt: time, updatedAt: time)
  }
}
