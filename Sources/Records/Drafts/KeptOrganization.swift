import Foundation
import JSON
import WorkOS

/// An organization in a draft's file, to the letter: it is compared with the server's later.
struct KeptOrganization: Codable {
  private var id: String
  private var name: String
  private var domains: [KeptDomain]
  private var metadata: [String: String]
  private var externalID: String?
  private var stripeCustomerID: String?
  private var createdAt: Date?
  private var updatedAt: Date?
  private var allowsProfilesOutsideOrganization: Bool?
  /// The server's JSON as a text, so that its spelling survives.
  private var json: String?
  /// Instead, where that JSON is not UTF-8.
  private var jsonBytes: Data?

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
    case json
    case jsonBytes = "json_base64"
  }

  init(_ organization: Organization) {
    id = organization.id.rawValue
    name = organization.name
    domains = organization.domains.map(KeptDomain.init)
    metadata = organization.metadata
    externalID = organization.externalID
    stripeCustomerID = organization.stripeCustomerID
    createdAt = organization.createdAt
    updatedAt = organization.updatedAt
    allowsProfilesOutsideOrganization = organization.allowsProfilesOutsideOrganization
    json = String(validating: organization.json.bytes, as: UTF8.self)
    jsonBytes = json == nil ? organization.json.bytes : nil
  }

  var organization: Organization {
    Organization(
      id: Organization.ID(rawValue: id), name: name, domains: domains.map(\.organizationDomain),
      metadata: metadata, externalID: externalID, stripeCustomerID: stripeCustomerID,
      createdAt: createdAt, updatedAt: updatedAt,
      allowsProfilesOutsideOrganization: allowsProfilesOutsideOrganization,
      json: json.map { RawJSON($0) } ?? RawJSON(bytes: jsonBytes ?? Data()))
  }
}

private struct KeptDomain: Codable {
  var id: String?
  var domain: String
  var state: String?
  var verificationStrategy: String?
  var verificationPrefix: String?
  var verificationToken: String?
  var createdAt: Date?
  var updatedAt: Date?

  private enum CodingKeys: String, CodingKey {
    case id
    case domain
    case state
    case verificationStrategy = "verification_strategy"
    case verificationPrefix = "verification_prefix"
    case verificationToken = "verification_token"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  init(_ domain: OrganizationDomain) {
    id = domain.id
    self.domain = domain.domain
    state = domain.state?.rawValue
    verificationStrategy = domain.verificationStrategy
    verificationPrefix = domain.verificationPrefix
    verificationToken = domain.verificationToken
    createdAt = domain.createdAt
    updatedAt = domain.updatedAt
  }

  var organizationDomain: OrganizationDomain {
    OrganizationDomain(
      id: id, domain: domain, state: state.map { OrganizationDomain.State(rawValue: $0) },
      verificationStrategy: verificationStrategy, verificationPrefix: verificationPrefix,
      verificationToken: verificationToken, createdAt: createdAt, updatedAt: updatedAt)
  }
}
