import Foundation
import JSON

/// The domain endpoints of the API reference.
extension WorkOSClient {
  /// `POST /organization_domains`, which leaves the organization's other domains as they are.
  package func addDomain(
    _ domain: String, to organization: Organization.ID
  ) async throws(WorkOSError) -> Answer<OrganizationDomain> {
    let target = RequestTarget(segments: ["organization_domains"])
    let body = OrganizationDomain.body(adding: domain, to: organization)
    let response = try await send(.post, target, body: body)
    return try Answer(response, OrganizationDomain.init(decoding:))
  }

  /// `DELETE /organization_domains/{id}`; the body of its success is never read.
  package func removeDomain(id: String) async throws(WorkOSError) -> Answer<Bool> {
    let target = RequestTarget(segments: ["organization_domains", id])
    let response = try await send(.delete, target)
    return Answer(response, value: true)
  }
}

extension OrganizationDomain {
  /// The JSON that adds a domain to an organization, exactly as it is sent.
  package static func body(adding domain: String, to organization: Organization.ID) -> RawJSON {
    JSONValue.object([
      .init(key: "organization_id", value: .string(organization.rawValue)),
      .init(key: "domain", value: .string(domain)),
    ]).raw
  }
}
