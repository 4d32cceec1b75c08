/// A key by which a customer's program speaks to the made-up product.
struct APIKey: Equatable, Belonging {
  static let prefix: StaticString = "api_key_"
  static let title = "API key"

  let id: ULID
  let organization: ULID
  var name: String
  var permissions: [String]
  var lastUsedAt: Timestamp?
  var expiresAt: Timestamp?
  let createdAt: Timestamp
  var updatedAt: Timestamp

  /// The secret, told only in the answer that makes the key.
  var value: String {
    var random = SplitMix(seed: UInt64(truncatingIfNeeded: id.value) ^ 0x5EC)
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
    let bytes = (0..<40).map { _ in alphabet[random.number(below: alphabet.count)] }
    return "sk_" + String(decoding: bytes, as: UTF8.self)
  }

  func write(to writer: inout JSONWriter) {
    writer.object { writeMembers(to: &$0) }
  }

  func writeMembers(to writer: inout JSONWriter) {
    writer.member("object", "api_key")
    writer.member("id", id, prefix: Self.prefix)
    writer.key("owner")
    writer.object { writer in
      writer.member("type", "organization")
      writer.member("id", organization, prefix: Organization.prefix)
    }
    writer.member("name", name)
    writer.member("obfuscated_value", "sk_…\(value.suffix(4))")
    writer.member("last_used_at", lastUsedAt)
    writer.member("expires_at", expiresAt)
    writer.member("permissions", permissions)
    writer.member("created_at", createdAt)
    writer.member("updated_at", updatedAt)
  }

  /// Acme Corporation has five; others none to three, some expired, some never used.
  static func seeds(
    of organization: Organization, at position: Int, in store: inout Store
  ) -> [APIKey] {
    var chance = SeedChance(4, at: position)
    let count = organization.name == "Acme Corporation" ? 5 : chance.number(below: 4)
    return (0..<count).map { number in
      let time = chance.time(after: organization.createdAt)
      var key = APIKey(
        id: chance.id(number, at: time), organization: organization.id, name: chance.pick(names),
        permissions: number % 2 == 0 ? ["reports:read"] : ["reports:read", "reports:write"],
        createdAt: time, updatedAt: time)
      if number % 3 != 2 { key.lastUsedAt = chance.time(after: time) }
      switch number % 4 {
      case 1: key.expiresAt = chance.time(after: time)
      case 3: key.expiresAt = time.advanced(by: 3650 * 86_400_000)
      default: break
      }
      return key
    }
  }

  private static let names = [
    "Production", "Nightly export", "CI", "Datenabgleich", "Zapier", "販売レポート", "Terraform",
  ]
}
