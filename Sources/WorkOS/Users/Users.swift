/// The user endpoints of the API reference.
package enum Users {
  /// `GET /user_management/users?email=`: the users with this address, of which there is one at most.
  package static func list(email: String) -> Call<Page<Received<User>>> {
    Call(
      APIRequest(
        .get, path, parameters: PageRequest(limit: 10).parameters + [.init("email", [email])]),
      reading: Page.init(decoding:))
  }

  /// `GET /user_management/users/{id}`
  package static func get(_ id: String) -> Call<Received<User>> {
    Call(APIRequest(.get, path + [id]), reading: Received.init(decoding:))
  }

  private static let path = ["user_management", "users"]
}
