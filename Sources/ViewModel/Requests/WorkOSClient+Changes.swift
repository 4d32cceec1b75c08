import Foundation
import JSON
import WorkOS

/// What the server answered to a change.
struct WriteAnswer: Equatable, Sendable {
  /// What became of what was changed; the journal keeps an organization as the server sent it.
  enum Value: Equatable, Sendable {
    case organization(Organization)
    case domain(OrganizationDomain)
    /// There is nothing left to be told of.
    case nothing
  }

  var value: Value
  var side: AnswerSide

  var requestID: String? { side.requestID }

  var after: RawJSON? {
    if case .organization(let organization) = value { organization.json } else { nil }
  }
}

/// What comes with each answer, whatever it is about.
struct AnswerSide: Equatable, Sendable {
  var requestID: String?
  var rateLimit: RateLimit?
  /// The server's clock.
  var date: Date?
}

extension Answer {
  var side: AnswerSide { AnswerSide(requestID: requestID, rateLimit: rateLimit, date: date) }
}

extension WorkOSClient {
  /// Sends a change, once.
  func send(_ change: Change) async -> Result<WriteAnswer, WorkOSError> {
    switch change {
    case .create(let new, let key):
      await answer(WriteAnswer.Value.organization) { () throws(WorkOSError) in
        try await createOrganization(new, idempotencyKey: key)
      }
    case .update(let id, let update):
      await answer(WriteAnswer.Value.organization) { () throws(WorkOSError) in
        try await updateOrganization(id: id, update)
      }
    case .delete(let id):
      await answer(nothing) { () throws(WorkOSError) in
        try await deleteOrganization(id: id)
      }
    case .addDomain(let domain, let organization):
      await answer(WriteAnswer.Value.domain) { () throws(WorkOSError) in
        try await addDomain(domain, to: organization)
      }
    case .removeDomain(let id, _):
      await answer(nothing) { () throws(WorkOSError) in
        try await removeDomain(id: id)
      }
    }
  }

  private func nothing<Value>(_: Value) -> WriteAnswer.Value { .nothing }

  private func answer<Value>(
    _ value: (Value) -> WriteAnswer.Value,
    _ call: () async throws(WorkOSError) -> Answer<Value>
  ) async -> Result<WriteAnswer, WorkOSError> {
    await Result(call).map { WriteAnswer(value: value($0.value), side: $0.side) }
  }
}

extension Sending {
  /// The answer as the event that whoever sent it waits for.
  func event(_ id: RequestID, _ answer: Result<WriteAnswer, WorkOSError>) -> Event {
    switch change {
    case .create, .update:
      .editor(
        .saved(
          id,
          answer.flatMap { answer in
            guard case .organization(let organization) = answer.value else {
              return .failure(.undecodable(.noOrganization))
            }
            return .success(organization)
          }))
    case .delete: .deletion(.answered(id, answer.map { _ in Deleted() }))
    case .addDomain, .removeDomain:
      .editor(
        .domainChanged(
          id,
          answer.map { if case .domain(let domain) = $0.value { domain } else { nil } }))
    }
  }
}

extension WorkOSError.Undecodable {
  fileprivate static let noOrganization = WorkOSError.Undecodable(
    status: 200, detail: "it holds no organization")
}
