extension Directories {
  /// `GET /directory_users?directory=&email=`: whom a directory knows by this address, which is asked for
  /// within one directory only.
  package static func users(
    of directory: Directory.ID, email: String
  ) -> Call<Page<Received<DirectoryUser>>> {
    APIRequest(
      .get, ["directory_users"],
      parameters: PageRequest(limit: 10).parameters
        + [.init("directory", [directory]), .init("email", [email])]
    ).page(of: DirectoryUser.self)
  }
}
