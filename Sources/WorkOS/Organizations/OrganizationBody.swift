import Foundation
import JSON

/// An organization as a decoder sees it, before its bytes are put beside it.
struct OrganizationBody: Decodable {
  private var organization: Organization
  /// Whether metadata holds something other than texts and nulls, which only the bytes can tell.
  private var hasUnusualMetadata = false

  private enum CodingKeys: String, CodingKey {
    case id
    case name
    case domains
    case metadata
    case externalID = "external_id"
    case stripeCustomerID = "stripe_customer_id"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
    case allowsProfilesOutsideOrganization = "allow_profiles_outside_organization"
  }

  /// Asks only for an id; everything else may be missing, null or of another type.
  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let id = try container.decode(String.self, forKey: .id)
    guard !id.isEmpty else {
      throw DecodingError.dataCorruptedError(forKey: .id, in: container, debugDescription: "empty")
    }
    organization = Organization(
      id: Organization.ID(rawValue: id),
      name: container.tolerated(String.self, forKey: .name) ?? "",
      domains: container.tolerated([Tolerated<OrganizationDomain>].self, forKey: .domains)?
        .compactMap(\.value) ?? [],
      externalID: container.tolerated(String.self, forKey: .externalID),
      stripeCustomerID: container.tolerated(String.self, forKey: .stripeCustomerID),
      createdAt: container.toleratedDate(forKey: .createdAt),
      updatedAt: container.toleratedDate(forKey: .updatedAt),
      allowsProfilesOutsideOrganization: container.tolerated(
        Bool.self, forKey: .allowsProfilesOutsideOrganization)
    )
    do {
      let metadata = try container.decodeIfPresent([String: String?].self, forKey: .metadata)
      organization.metadata = metadata?.compactMapValues { $0 } ?? [:]
    } catch {
      hasUnusualMetadata = true
    }
  }

  /// The organization with its own bytes, which lie there in a text.
  func organization(at node: JSONNode, in text: [UInt8]) -> Organization {
    var organization = organization
    organization.json = RawJSON(bytes: Data(text[node.range]))
    if hasUnusualMetadata {
      organization.metadata = Self.unusualMetadata(of: node, in: text)
    }
    return organization
  }

  /// Metadata whose values are not all texts: numbers and the like become their JSON text.
  private static func unusualMetadata(of node: JSONNode, in text: [UInt8]) -> [String: String] {
    var metadata: [String: String] = [:]
    for member in node.first("metadata")?.members ?? [] where member.value.content != .null {
      metadata[member.key] =
        member.value.string ?? String(decoding: text[member.value.range], as: UTF8.self)
    }
    return metadata
  }
}
