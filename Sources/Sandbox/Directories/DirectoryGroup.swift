/// A group of a directory.
struct DirectoryGroup: Equatable, Belonging {
  static let prefix: StaticString = "directory_group_"
  static let title = "Directory group"

  let id: ULID
  let organization: ULID
  let directory: ULID
  var name: String
  let createdAt: Timestamp

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("object", "directory_group")
      writer.member("id", id, prefix: Self.prefix)
      writer.member("idp_id", String(UInt64(truncatingIfNeeded: id.value), radix: 16))
      writer.member("directory_id", directory, prefix: Directory.prefix)
      writer.member("organization_id", organization, prefix: Organization.prefix)
      writer.member("name", name)
      writer.key("raw_attributes")
      writer.object { _ in }
      writer.member("created_at", createdAt)
      writer.member("updated_at", createdAt)
    }
  }

  static func seeds(
    of organization: Organization, at position: Int, in store: inout Store
  ) -> [DirectoryGroup] {
    let chance = SeedChance(8, at: position)
    return store.items(Directory.self, of: organization).flatMap { directory in
      ["Everyone", "Engineering", "Vertrieb"].enumerated().map { number, name in
        DirectoryGroup(
          id: chance.id(number, at: directory.createdAt), organization: organization.id,
          directory: directory.id, name: name, createdAt: directory.createdAt)
      }
    }.sorted { $0.id < $1.id }
  }
}
