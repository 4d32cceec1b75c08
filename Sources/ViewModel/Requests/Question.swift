import Delivery
import Foundation
import JSON
import WorkOS

/// A call that is put to the server, under a name of its own, and the event that its answer becomes.
///
/// Two questions are equal when they are the same request and send the same.
package struct Question: Equatable, Sendable {
  package let id: RequestID
  /// Who waits for the answer.
  package let asker: Asked.Address
  /// What is sent, to the letter.
  package let request: APIRequest
  /// How soon someone wants the answer.
  package let urgency: Urgency
  let put: @Sendable (WorkOSClient) async -> Reply<Event>

  init<Value>(
    _ id: RequestID, _ call: Call<Value>, by asker: Asked.Address,
    _ urgency: Urgency = .byHand,
    after: @escaping @Sendable (Value) -> RawJSON? = { _ in nil },
    event: @escaping @Sendable (RequestID, Result<Value, WorkOSError>) -> Event
  ) {
    self.id = id
    self.asker = asker
    request = call.request
    self.urgency = urgency
    put = { client in await client.reply(to: call, after: after).map { event(id, $0) } }
    failed = { event(id, .failure($0)) }
  }

  /// The event that it becomes if it is not put at all.
  package let failed: @Sendable (WorkOSError) -> Event

  package static func == (one: Question, other: Question) -> Bool {
    one.id == other.id && one.request == other.request
  }
}

extension Result {
  var failure: Failure? {
    if case .failure(let failure) = self { failure } else { nil }
  }
}
