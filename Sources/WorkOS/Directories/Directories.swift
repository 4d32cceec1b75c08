/// The directory sync endpoints of the API reference.
package enum Directories {
  /// `GET /directories?organization_id=`
  package static func list(
    of organization: Organization.ID, _ page: PageRequest
  ) -> Call<Page<Received<Directory>>> {
    APIRequest(
      .get, ["directories"],
      parameters: page.parameters + [.init("organization_id", [organization.rawValue])]
        + page.cursorParameters
    ).page(of: Directory.self)
  }

  /// `GET /directories/{id}`
  package static func get(_ id: String) -> Call<Received<Directory>> {
    APIRequest(.get, ["directories", id]).item(of: Directory.self)
  }

  /// `DELETE /directories/{id}`, which answers 200, or 202 with the text `Accepted` while it goes on.
  package static func delete(_ id: String) -> Call<Bool> {
    Call(APIRequest(.delete, ["directories", id]))
  }

  /// `POST /directories/{id}/sync`: has WorkOS read it anew, and answers before that is done. For
  /// Google's only, and not again within five minutes: 403, 404, 409, 422, 429 (workos-python 10.8.0).
  package static func synchronize(_ id: String) -> Call<Bool> {
    Call(APIRequest(.post, ["directories", id, "sync"]))
  }

  /// `GET /directory_users?directory=`; four a second for each directory.
  package static func users(
    of directory: Directory.ID, _ page: PageRequest
  ) -> Call<Page<Received<DirectoryUser>>> {
    APIRequest(
      .get, ["directory_users"],
      parameters: page.parameters + [.init("directory", [directory])] + page.cursorParameters
    ).page(of: DirectoryUser.self)
  }
}
