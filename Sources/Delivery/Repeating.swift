import Foundation
import WorkOS

/// Puts one question as often as it takes, and says what it is waiting for in between.
///
/// Only questions: before a change is sent again, what was agreed to is looked at anew.
package struct Repeating: Sendable {
  let policy: RetryPolicy
  let now: @Sendable () -> Date
  let sleepUntil: @Sendable (Date) async throws -> Void
  /// Chance, 0 up to 1.
  let jitter: @Sendable () -> Double

  package init(
    policy: RetryPolicy, now: @escaping @Sendable () -> Date,
    sleepUntil: @escaping @Sendable (Date) async throws -> Void,
    jitter: @escaping @Sendable () -> Double
  ) {
    self.policy = policy
    self.now = now
    self.sleepUntil = sleepUntil
    self.jitter = jitter
  }

  /// Puts it until there is an answer, or no point in going on.
  ///
  /// - Parameter waiting: told before each wait.
  package func callAsFunction<Value>(
    _ id: RequestID, waiting: (RetryWait) async -> Void, putting: () async -> Reply<Value>
  ) async -> Reply<Value> {
    var tries = 0
    while true {
      tries += 1
      let reply = await Attempt.$current.withValue(tries) { await putting() }
      guard let failure = reply.failure,
        let delay = policy.delay(after: failure, tries: tries, jitter: jitter())
      else { return reply }
      let until = now().addingTimeInterval(delay)
      await waiting(RetryWait(request: id, tries: tries, until: until, error: failure))
      do {
        try await sleepUntil(until)
      } catch {
        // Stopped while waiting: what the last try came to is how it ended.
        return reply
      }
    }
  }
}
