/// A person who can sign in, as the sandbox keeps them.
struct User: Equatable, Listed {
  static let prefix: StaticString = "user_"

  let id: ULID
  var email: String
  var firstName: String?
  var lastName: String?
  var isEmailVerified = true
  var lastSignIn: Timestamp?
  var externalID: String?
  var locale: String?
  var createdAt: Timestamp
  var updatedAt: Timestamp

  private var name: String? {
    let parts = [firstName, lastName].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("object", "user")
      writer.member("id", id, prefix: Self.prefix)
      writer.member("email", email)
      writer.member("email_verified", isEmailVerified)
      writer.member("first_name", firstName)
      writer.member("last_name", lastName)
      writer.member("name", name)
      writer.member("profile_picture_url", String?.none)
      writer.key("last_sign_in_at")
      if let lastSignIn { writer.string(lastSignIn.text) } else { writer.null() }
      writer.member("external_id", externalID)
      writer.key("metadata")
      writer.object { _ in }
      writer.member("locale", locale)
      writer.member("created_at", createdAt)
      writer.member("updated_at", updatedAt)
    }
  }
}
