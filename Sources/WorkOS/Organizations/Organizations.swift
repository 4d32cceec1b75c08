import Foundation
import JSON

/// How far a deletion has come when the server answers.
package enum DeletionReceipt: Equatable, Sendable {
  /// Done: the server answered 200 or 204.
  case deleted
  /// Under way: WorkOS answers 202 and deletes in the background, so a read may find it a while.
  case accepted
}

/// The organization endpoints of the API reference.
package enum Organizations {
  /// `GET /organizations`
  package static func list(_ query: OrganizationQuery) -> Call<Page<Organization>> {
    Call(
      APIRequest(.get, ["organizations"], parameters: query.parameters),
      reading: Page.init(decoding:))
  }

  /// `GET /organizations/{id}`
  package static func get(_ id: Organization.ID) -> Call<Organization> {
    Call(APIRequest(.get, path(id)), about: id)
  }

  /// `GET /organizations/external_id/{external_id}`
  package static func get(externalID: String) -> Call<Organization> {
    Call(
      APIRequest(.get, ["organizations", "external_id", externalID]),
      reading: Organization.init(decoding:))
  }

  /// `POST /organizations`
  ///
  /// - Parameter idempotencyKey: one per intent to create, and the same one when trying again.
  package static func create(_ new: NewOrganization, idempotencyKey: UUID?) -> Call<Organization> {
    Call(
      APIRequest(.post, ["organizations"], body: new.body, idempotencyKey: idempotencyKey),
      reading: Organization.init(decoding:))
  }

  /// `PUT /organizations/{id}`, which changes only what is sent and merges metadata.
  package static func update(
    _ id: Organization.ID, _ update: OrganizationUpdate
  ) -> Call<Organization> {
    Call(APIRequest(.put, path(id), body: update.body), about: id)
  }

  /// `DELETE /organizations/{id}`, which cannot be undone.
  ///
  /// The body is never read: a success is the text `Accepted`, or nothing at all.
  package static func delete(_ id: Organization.ID) -> Call<DeletionReceipt> {
    Call(APIRequest(.delete, path(id))) { (response: HTTPResponse) in
      response.status == 202 ? .accepted : .deleted
    }
  }

  private static func path(_ id: Organization.ID) -> [String] { ["organizations", id.rawValue] }
}

extension Call<Organization> {
  /// An answer about another organization than was asked for tells nothing.
  fileprivate init(_ request: APIRequest, about id: Organization.ID) {
    let call = Call(request, reading: Organization.init(decoding:))
    self.init(request) { (response: HTTPResponse) throws(WorkOSError) in
      let organization = try call.decode(response)
      guard organization.id == id else {
        throw .undecodable(
          WorkOSError.Undecodable(
            status: 200, detail: "it is about another organization, \(organization.id.rawValue)",
            requestID: response.requestID))
      }
      return organization
    }
  }
}
