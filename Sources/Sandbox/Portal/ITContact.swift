/// Somebody at the customer who sets up single sign-on and the like.
struct ITContact: Equatable, Belonging {
  static let prefix: StaticString = "it_contact_"
  static let title = "IT contact"

  let id: ULID
  let organization: ULID
  var email: String
  /// Whether an invitation was sent and not taken back.
  var isInvited = false
  let createdAt: Timestamp
  var updatedAt: Timestamp

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("object", "it_contact")
      writer.member("id", id, prefix: Self.prefix)
      writer.member("email", email)
      writer.member("created_at", createdAt)
      writer.member("updated_at", updatedAt)
    }
  }

  static func seeds(
    of organization: Organization, at position: Int, in store: inout Store
  ) -> [ITContact] {
    var chance = SeedChance(10, at: position)
    let domain = SeedMembers.domain(of: organization)
    let addresses = ["it", "helpdesk"].prefix(position % 3)
    return addresses.enumerated().map { number, name in
      let time = chance.time(after: organization.createdAt)
      return ITContact(
        id: chance.id(number, at: time), organization: organization.id, email: "\(name)@\(domain)",
        createdAt: time, updatedAt: time)
    }
  }
}
