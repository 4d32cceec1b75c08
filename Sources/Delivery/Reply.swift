import Foundation
import JSON
import WorkOS

/// What came of a request, and what it becomes for whoever asked.
package struct Reply<Value: Sendable>: Sendable {
  package var value: Value
  package var failure: WorkOSError?
  /// What came with the answer; nil where there was none.
  package var side: AnswerSide?
  /// What was written as it is now, as the server sent it.
  package var after: RawJSON?

  package init(
    _ value: Value, failure: WorkOSError? = nil, side: AnswerSide? = nil, after: RawJSON? = nil
  ) {
    self.value = value
    self.failure = failure
    self.side = side
    self.after = after
  }

  package func map<Other>(_ transform: (Value) -> Other) -> Reply<Other> {
    Reply<Other>(transform(value), failure: failure, side: side, after: after)
  }
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

extension WorkOSClient {
  /// Sends a call once; what it came to is a value, also where it failed.
  ///
  /// - Parameter after: what was changed as it is now, where the answer tells.
  package func reply<Value>(
    to call: Call<Value>, after: (Value) -> RawJSON? = { _ in nil }
  ) async -> Reply<Result<Value, WorkOSError>> {
    do throws(WorkOSError) {
      let answer = try await send(call)
      return Reply(
        .success(answer.value),
        side: AnswerSide(
          requestID: answer.requestID, rateLimit: answer.rateLimit, date: answer.date),
        after: after(answer.value))
    } catch {
      return Reply(.failure(error), failure: error)
    }
  }
}
