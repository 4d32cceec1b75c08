import Testing

extension SomeoneElse {
  /// The address of a user.
  func anyEmail() throws -> String {
    try first("email")
  }

  /// The id of that user.
  func anyUser() throws -> String { try first("id") }

  private func first(_ member: String) throws -> String {
    let answer = try send("GET", "/user_management/users?limit=1")
    let parts = answer.body.components(separatedBy: "\"\(member)\":\"")
    return String(try #require(parts.dropFirst().first).prefix { $0 != "\"" })
  }
}
