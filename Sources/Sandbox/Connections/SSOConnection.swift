/// How the members of an organization sign in through their own identity provider.
struct SSOConnection: Equatable, Belonging {
  enum State: String, Sendable, CaseIterable {
    case requiresType = "requires_type"
    case draft
    case active
    case validating
    case inactive
    case deleting
  }

  static let prefix: StaticString = "conn_"
  static let title = "Connection"

  let id: ULID
  let organization: ULID
  var type: String
  var name: String
  var state: State
  var domains: [String]
  let createdAt: Timestamp
  var updatedAt: Timestamp

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("object", "connection")
      writer.member("id", id, prefix: Self.prefix)
      writer.member("organization_id", organization, prefix: Organization.prefix)
      writer.member("connection_type", type)
      writer.member("name", name)
      writer.member("external_key", externalKey)
      writer.member("state", state.rawValue)
      // Deprecated, yet in every answer.
      writer.member("status", state == .active ? "linked" : "unlinked")
      writer.key("domains")
      writer.array { writer in
        for (number, domain) in domains.enumerated() {
          writer.object { writer in
            writer.member("object", "connection_domain")
            writer.member(
              "id", ULID(value: id.value &+ UInt128(number + 1)), prefix: "conn_domain_")
            writer.member("domain", domain)
          }
        }
      }
      writer.member("created_at", createdAt)
      writer.member("updated_at", updatedAt)
    }
  }

  private var externalKey: String {
    String(UInt64(truncatingIfNeeded: id.value), radix: 36)
  }

  /// Acme Corporation signs in through Okta; Initech's connection is inactive; Globex Industries
  /// has two, one of them being set up; one in three of the others has one.
  static func seeds(
    of organization: Organization, at position: Int, in store: inout Store
  ) -> [SSOConnection] {
    var chance = SeedChance(5, at: position)
    let kinds: [(String, State)]
    switch organization.name {
    case "Acme Corporation": kinds = [("OktaSAML", .active)]
    case "Initech": kinds = [("AzureSAML", .inactive)]
    case "Globex Industries": kinds = [("GoogleSAML", .active), ("GenericOIDC", .validating)]
    case "Hooli": kinds = [("Pending", .requiresType)]
    case _ where chance.number(below: 3) == 0:
      kinds = [(chance.pick(types), chance.pick([.active, .active, .inactive, .draft]))]
    default: kinds = []
    }
    return kinds.enumerated().map { number, kind in
      let time = chance.time(after: organization.createdAt)
      return SSOConnection(
        id: chance.id(number, at: time), organization: organization.id, type: kind.0,
        name: "\(organization.name) (\(kind.0))", state: kind.1,
        domains: number == 0 ? organization.domains.prefix(2).map(\.name) : [],
        createdAt: time, updatedAt: chance.time(after: time))
    }
  }

  private static let types = [
    "OktaSAML", "AzureSAML", "GoogleSAML", "OneLoginSAML", "ADFSSAML", "GenericSAML", "EntraIdOIDC",
    "PingOneSAML",
  ]
}
