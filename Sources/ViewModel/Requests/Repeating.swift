import Foundation
import WorkOS

/// Puts one question as often as it takes, and says what it is waiting for in between.
///
/// Only questions: before a change is sent again, what was agreed to is looked at anew.
struct Repeating: Sendable {
  /// What sending it came to in the end.
  struct Ending<Value: Sendable>: Sendable {
    var result: Result<Value, WorkOSError>
    /// How often it was sent.
    var tries: Int
  }

  let policy: RetryPolicy
  let now: @Sendable () -> Date
  let sleepUntil: @Sendable (Date) async throws -> Void
  /// Chance, 0 up to 1.
  let jitter: @Sendable () -> Double

  /// Sends it until there is an answer, or no point in going on.
  ///
  /// - Parameter waiting: told before each wait.
  func callAsFunction<Value>(
    _ id: RequestID,
    waiting: (RetryWait) async -> Void,
    asking: () async throws(WorkOSError) -> Value
  ) async -> Ending<Value> {
    var tries = 0
    while true {
      tries += 1
      let result = await Attempt.$current.withValue(tries) { await Result(asking) }
      let ending = Ending(result: result, tries: tries)
      guard case .failure(let failure) = result,
        let delay = policy.delay(after: failure, tries: tries, jitter: jitter())
      else { return ending }
      let until = now().addingTimeInterval(delay)
      await waiting(RetryWait(request: id, tries: tries, until: until, error: failure))
      do {
        try await sleepUntil(until)
      } catch {
        // Stopped while waiting: what the last try came to is how it ended.
        return ending
      }
    }
  }
}

extension Result {
  /// What a call comes to, as a value.
  init(_ call: () async throws(Failure) -> Success) async {
    do throws(Failure) {
      self = .success(try await call())
    } catch {
      self = .failure(error)
    }
  }
}
