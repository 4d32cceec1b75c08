/// A domain of an organization, and how far its verification has come.
struct OrganizationDomain: Equatable, Sendable {
  enum State: String, Sendable, CaseIterable {
    case failed
    case legacyVerified = "legacy_verified"
    case pending
    case unverified
    case verified
    /// In no description of the API: a client has to bear with states it does not know.
    case onHold = "on_hold"
  }

  enum Strategy: String, Sendable {
    case dns
    case manual
  }

  static let prefix: StaticString = "org_domain_"

  let id: ULID
  let name: String
  /// Nil for one from before there were states.
  var state: State?
  var strategy: Strategy
  var createdAt: Timestamp
  var updatedAt: Timestamp
  /// Whether DNS is taken to have its TXT record, so that verification succeeds.
  var hasRecord = true

  var idText: String { id.text(prefix: Self.prefix) }

  var isVerified: Bool { state == .verified || state == .legacyVerified }

  func write(to writer: inout JSONWriter, organization: ULID) {
    writer.object { writer in
      writer.member("object", "organization_domain")
      writer.member("id", id, prefix: Self.prefix)
      writer.member("organization_id", organization, prefix: Organization.prefix)
      writer.member("domain", name)
      if let state { writer.member("state", state.rawValue) }
      if strategy == .dns {
        writer.member("verification_prefix", verificationPrefix)
        writer.member("verification_token", verificationToken)
      }
      writer.member("verification_strategy", strategy.rawValue)
      writer.member("created_at", createdAt)
      writer.member("updated_at", updatedAt)
    }
  }

  // Both follow from the id, so that a domain never changes its token and none need be stored.
  private var verificationPrefix: String {
    "superapp-domain-verification-" + characters(6, from: "abcdefghijklmnopqrstuvwxyz0123456789")
  }

  private var verificationToken: String {
    let letters: StaticString = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    return characters(25, from: letters)
  }

  private func characters(_ count: Int, from alphabet: StaticString) -> String {
    var random = SplitMix(seed: UInt64(truncatingIfNeeded: id.value))
    return alphabet.withUTF8Buffer { alphabet in
      String(unsafeUninitializedCapacity: count) { characters in
        for position in 0..<count {
          characters.initializeElement(
            at: position, to: alphabet[random.number(below: alphabet.count)])
        }
        return count
      }
    }
  }
}
