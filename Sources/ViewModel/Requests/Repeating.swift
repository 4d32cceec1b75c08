import Foundation
import WorkOS

/// Sends one request as often as it takes, and says what it is waiting for in between.
struct Repeating: Sendable {
  let policy: RetryPolicy
  let now: @Sendable () -> Date
  let sleepUntil: @Sendable (Date) async throws -> Void
  /// Chance, 0 up to 1.
  let jitter: @Sendable () -> Double

  /// The last answer or error, and how often the request was sent.
  ///
  /// - Parameter waiting: told before each wait.
  func callAsFunction<Value>(
    _ id: RequestID,
    waiting: (RetryWait) async -> Void,
    asking: () async throws(WorkOSError) -> Value
  ) async -> (result: Result<Value, WorkOSError>, tries: Int) {
    var tries = 0
    while true {
      tries += 1
      let result = await Attempt.$current.withValue(tries) { await Result(asking) }
      guard case .failure(let failure) = result else { return (result, tries) }
      guard let delay = policy.delay(after: failure, tries: tries, jitter: jitter()) else {
        return (.failure(failure), tries)
      }
      let until = now().addingTimeInterval(delay)
      await waiting(RetryWait(request: id, tries: tries, until: until, error: failure))
      do {
        try await sleepUntil(until)
      } catch {
        // Stopped while waiting: what the last try came to is how it ended.
        return (.failure(failure), tries)
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
