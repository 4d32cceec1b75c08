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
  let put: @Sendable (WorkOSClient) async -> Reply

  init<Value>(
    _ id: RequestID, _ call: Call<Value>, by asker: Asked.Address,
    after: @escaping @Sendable (Value) -> RawJSON? = { _ in nil },
    event: @escaping @Sendable (RequestID, Result<Value, WorkOSError>) -> Event
  ) {
    self.id = id
    self.asker = asker
    request = call.request
    put = { client in
      let result = await client.outcome(of: call)
      return Reply(
        event: event(id, result.map(\.value)), failure: result.failure,
        side: (try? result.get())?.side, after: (try? result.get()).flatMap { after($0.value) })
    }
    failed = { event(id, .failure($0)) }
  }

  /// The event that it becomes if it is not put at all.
  let failed: @Sendable (WorkOSError) -> Event

  package static func == (one: Question, other: Question) -> Bool {
    one.id == other.id && one.request == other.request
  }
}

/// What came of a question.
struct Reply: Sendable {
  var event: Event
  var failure: WorkOSError?
  /// What came with the answer; nil where there was none.
  var side: AnswerSide?
  /// What was written as it is now, as the server sent it.
  var after: RawJSON?
}

/// What comes with each answer, whatever it is about.
package struct AnswerSide: Equatable, Sendable {
  package var requestID: String?
  package var rateLimit: RateLimit?
  /// The server's clock.
  package var date: Date?

  package init(requestID: String? = nil, rateLimit: RateLimit? = nil, date: Date? = nil) {
    self.requestID = requestID
    self.rateLimit = rateLimit
    self.date = date
  }
}

extension Answer {
  var side: AnswerSide { AnswerSide(requestID: requestID, rateLimit: rateLimit, date: date) }
}

extension WorkOSClient {
  /// What a call comes to, as a value.
  fileprivate func outcome<Value>(
    of call: Call<Value>
  ) async -> Result<Answer<Value>, WorkOSError> {
    do throws(WorkOSError) {
      return .success(try await send(call))
    } catch {
      return .failure(error)
    }
  }
}

extension Result {
  var failure: Failure? {
    if case .failure(let failure) = self { failure } else { nil }
  }
}
