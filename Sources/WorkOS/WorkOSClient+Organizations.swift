import Foundation

/// How far a deletion has come when the server answers.
package enum DeletionReceipt: Equatable, Sendable {
  /// Done: the server answered 200 or 204.
  case deleted
  /// Under way: WorkOS answers 202 and deletes in the background, so a read may find it a while.
  case accepted
}

/// The organization endpoints of the API reference, one method each.
extension WorkOSClient {
  /// `GET /organizations`
  package func listOrganizations(
    _ query: OrganizationQuery
  ) async throws(WorkOSError) -> Answer<Page<Organization>> {
    let target = RequestTarget(segments: ["organizations"], parameters: query.parameters)
    let response = try await send(.get, target)
    return try Answer(response, Page.init(decoding:))
  }

  /// `GET /organizations/{id}`
  package func organization(
    id: Organization.ID
  ) async throws(WorkOSError) -> Answer<Organization> {
    let response = try await send(.get, .organization(id))
    return try Answer(response, Organization.init(decoding:)).about(id)
  }

  /// `GET /organizations/external_id/{external_id}`
  package func organization(
    externalID: String
  ) async throws(WorkOSError) -> Answer<Organization> {
    let target = RequestTarget(segments: ["organizations", "external_id", externalID])
    let response = try await send(.get, target)
    return try Answer(response, Organization.init(decoding:))
  }

  /// `POST /organizations`
  ///
  /// - Parameter idempotencyKey: One per intent to create, and the same one when trying again:
  ///   the server then answers with the organization it made, instead of making another.
  package func createOrganization(
    _ new: NewOrganization, idempotencyKey: UUID
  ) async throws(WorkOSError) -> Answer<Organization> {
    let target = RequestTarget(segments: ["organizations"])
    let response = try await send(.post, target, body: new.body, idempotencyKey: idempotencyKey)
    return try Answer(response, Organization.init(decoding:))
  }

  /// `PUT /organizations/{id}`, which changes only what is sent and merges metadata.
  package func updateOrganization(
    id: Organization.ID, _ update: OrganizationUpdate
  ) async throws(WorkOSError) -> Answer<Organization> {
    let response = try await send(.put, .organization(id), body: update.body)
    return try Answer(response, Organization.init(decoding:)).about(id)
  }

  /// `DELETE /organizations/{id}`, which cannot be undone.
  ///
  /// The body is never read: a success is the text `Accepted`, or nothing at all.
  package func deleteOrganization(
    id: Organization.ID
  ) async throws(WorkOSError) -> Answer<DeletionReceipt> {
    let response = try await send(.delete, .organization(id))
    return Answer(response, value: response.status == 202 ? .accepted : .deleted)
  }
}

extension Answer<Organization> {
  /// The answer, unless it is about another organization than was asked for: it tells nothing then.
  fileprivate func about(_ id: Organization.ID) throws(WorkOSError) -> Answer {
    guard value.id == id else {
      throw .undecodable(
        WorkOSError.Undecodable(
          status: 200, detail: "it is about another organization, \(value.id.rawValue)",
          requestID: requestID))
    }
    return self
  }
}

extension RequestTarget {
  fileprivate static func organization(_ id: Organization.ID) -> RequestTarget {
    RequestTarget(segments: ["organizations", id.rawValue])
  }
}
