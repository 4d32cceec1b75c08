/// A feature that is on or off: for all, or for the organizations and users it is aimed at.
struct Flag: Equatable, Listed {
  static let prefix: StaticString = "flag_"

  let id: ULID
  let slug: String
  let name: String
  let description: String?
  var owner: String?
  var tags: [String] = []
  var isEnabled = true
  var isOnByDefault = false
  let createdAt: Timestamp
  var updatedAt: Timestamp

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("object", "feature_flag")
      writer.member("id", id, prefix: Self.prefix)
      writer.member("slug", slug)
      writer.member("name", name)
      writer.member("description", description)
      writer.key("owner")
      if let owner {
        writer.object { writer in
          writer.member("email", owner)
          writer.member("first_name", String?.none)
          writer.member("last_name", String?.none)
        }
      } else {
        writer.null()
      }
      writer.member("tags", tags)
      writer.member("enabled", isEnabled)
      writer.member("default_value", isOnByDefault)
      writer.member("created_at", createdAt)
      writer.member("updated_at", updatedAt)
    }
  }
}
