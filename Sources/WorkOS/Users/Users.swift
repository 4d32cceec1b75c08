/// The user endpoints of the API reference.
package enum Users {
  /// `GET /user_management/users?email=`: the users with this address, of which there is one at most.
  package static func list(email: String) -> Call<Page<Received<User>>> {
    Call(
      APIRequest(
        .get, path, parameters: PageRequest(limit: 10).parameters + [.init("email", [email])]),
      reading: Page.init(decoding:))
  }

  /// `GET /user_management/users?organization_id=`: the members of an organization; those who are not
  /// active are left out (workos-node issue 1080).
  package static func list(
    of organization: Organization.ID, _ page: PageRequest
  ) -> Call<Page<Received<User>>> {
    Call(
      APIRequest(
        .get, path,
        parameters: page.parameters + [.init("organization_id", [organization.rawValue])]
          + page.cursorParameters),
      reading: Page.init(decoding:))
  }

  /// `GET /user_management/users/{id}`
  package static func get(_ id: String) -> Call<Received<User>> {
    Call(APIRequest(.get, path + [id]), reading: Received.init(decoding:))
  }

  private static let path = ["user_management", "users"]
}
