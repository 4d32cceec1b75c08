/// The role endpoints of the API reference.
package enum Roles {
  /// `GET /authorization/organizations/{id}/roles`: those of the environment and the organization's own,
  /// in the order of their priority and all on one page.
  package static func list(of organization: Organization.ID) -> Call<Page<Received<Role>>> {
    Call(
      APIRequest(.get, ["authorization", "organizations", organization.rawValue, "roles"]),
      reading: Page.init(decoding:))
  }
}
