/// An organization as the sandbox keeps it.
struct Organization: Equatable, Listed {
  static let prefix: StaticString = "org_"

  let id: ULID
  var name: String
  var domains: [OrganizationDomain] = []
  /// Pairs in the order they were first set.
  var metadata: [MetadataPair] = []
  var externalID: String?
  var stripeCustomerID: String?
  /// Deprecated by WorkOS, yet in every answer; the Python SDK 5 cannot do without it.
  var allowsProfilesOutsideOrganization = false
  var createdAt: Timestamp
  var updatedAt: Timestamp
  /// Its place in the seed, counted from the newest; nil for one that a client made.
  var seedPosition: Int?

  /// Writes the keys in the order the real API does.
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("object", "organization")
      writer.member("id", id, prefix: Self.prefix)
      writer.member("name", name)
      writer.member("allow_profiles_outside_organization", allowsProfilesOutsideOrganization)
      writer.key("domains")
      writer.array { writer in
        for domain in domains { domain.write(to: &writer, organization: id) }
      }
      if let stripeCustomerID { writer.member("stripe_customer_id", stripeCustomerID) }
      writer.member("external_id", externalID)
      writer.key("metadata")
      writer.object { writer in
        for pair in metadata { writer.member(pair.key, pair.value) }
      }
      writer.member("created_at", createdAt)
      writer.member("updated_at", updatedAt)
    }
  }
}

/// One key and value of an organization's metadata.
struct MetadataPair: Equatable, Sendable {
  var key: String
  /// Null only where a server keeps the null that was to remove the key.
  var value: String?
}
