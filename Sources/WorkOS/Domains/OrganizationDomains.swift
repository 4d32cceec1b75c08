import Foundation
import JSON

/// The domain endpoints of the API reference; there is none that lists them, as they come inside
/// their organization.
package enum OrganizationDomains {
  /// `POST /organization_domains`, which leaves the organization's other domains as they are.
  package static func add(
    _ domain: String, to organization: Organization.ID
  ) -> Call<Received<OrganizationDomain>> {
    let body = JSONValue.object([
      .init(key: "organization_id", value: .string(organization.rawValue)),
      .init(key: "domain", value: .string(domain)),
    ])
    return Call(
      APIRequest(.post, ["organization_domains"], body: body.raw),
      reading: Received.init(decoding:))
  }

  /// `GET /organization_domains/{id}`
  package static func get(_ id: String) -> Call<Received<OrganizationDomain>> {
    Call(APIRequest(.get, ["organization_domains", id]), reading: Received.init(decoding:))
  }

  /// `DELETE /organization_domains/{id}`
  package static func remove(_ id: String) -> Call<Bool> {
    Call(APIRequest(.delete, ["organization_domains", id]))
  }

  /// `POST /organization_domains/{id}/verify`, which begins a verification: the state stays
  /// `pending` until the record was seen, so that it has to be read again.
  package static func verify(_ id: String) -> Call<Received<OrganizationDomain>> {
    Call(
      APIRequest(.post, ["organization_domains", id, "verify"]),
      reading: Received.init(decoding:))
  }
}
