import WorkOS

extension Roles {
  /// The roles that somebody of an organization can have, to be picked from.
  static func choices(of organization: Organization.ID) -> Call<[TabChoice]> {
    list(of: organization).map { page in
      page.items.map { role in
        let slug = role.item.slug
        return TabChoice(slug, role.item.name, note: role.item.name == slug ? "" : slug)
      }
    }
  }
}

extension TabField {
  /// The permissions of the environment, of which any number can be picked.
  static func permissions(picked: [String]) -> TabField {
    TabField(
      "permissions", "Permissions",
      .paged(
        { page in
          Permissions.list(page).map { page in
            page.map { permission in
              let slug = permission.item.slug
              let name = permission.item.name
              return TabChoice(slug, name, note: name == slug ? "" : slug)
            }
          }
        }, picked: picked, takesSeveral: true),
      names: ["permissions", "permission", "permission_slugs"])
  }
}

extension TabChange {
  /// What is allowed and what no longer, each in a line of its own.
  static func permissions(from old: [String], to new: [String]) -> [TabChange] {
    let (before, after) = (Set(old), Set(new))
    return old.filter { !after.contains($0) }.map { TabChange("Permission", $0, "") }
      + new.filter { !before.contains($0) }.map { TabChange("Permission", "", $0) }
  }
}
