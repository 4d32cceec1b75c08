import Delivery
import Foundation
import Synchronization
import Testing
import WorkOS

/// Sending one request again and again.
@Suite(.timeLimit(.minutes(20)))
struct RepeatingTests {
  @Test func `a request is sent five times at the most`() async {
    let sleeps = Mutex<[TimeInterval]>([])
    let repeating = repeating { date in
      sleeps.withLock { $0.append(date.timeIntervalSince(.start)) }
    }

    let ending = await repeating(RequestID(1), waiting: { _ in }, putting: failing)

    #expect(ending.failure == .timedOut)
    #expect(sleeps.withLock(\.self) == [1, 2, 4, 8])
  }

  @Test func `each wait is told beforehand`() async {
    let waits = Mutex<[RetryWait]>([])

    _ = await repeating { _ in }(
      RequestID(7), waiting: { wait in waits.withLock { $0.append(wait) } }, putting: failing)

    #expect(waits.withLock { $0.map(\.tries) } == [1, 2, 3, 4])
    #expect(waits.withLock { $0.allSatisfy { $0.request == RequestID(7) } })
    #expect(waits.withLock { $0.first?.error } == .timedOut)
  }

  @Test func `stopping a wait ends with the last error`() async {
    let ending = await repeating { _ in throw CancellationError() }(
      RequestID(1), waiting: { _ in }, putting: failing)

    #expect(ending.failure == .timedOut)
  }

  @Test func `an answer ends it, and each sending knows its number`() async {
    let attempts = Mutex<[Int]>([])

    let ending = await repeating { _ in }(
      RequestID(1), waiting: { _ in },
      putting: {
        attempts.withLock { $0.append(Attempt.current) }
        return Reply(0, failure: Attempt.current < 3 ? .status(503) : nil)
      })

    #expect(ending.failure == nil)
    #expect(attempts.withLock(\.self) == [1, 2, 3])
  }

  private func failing() async -> Reply<Int> { Reply(0, failure: .timedOut) }

  private func repeating(
    sleepUntil: @escaping @Sendable (Date) async throws -> Void
  ) -> Repeating {
    Repeating(
      policy: RetryPolicy(), now: { .start }, sleepUntil: sleepUntil, jitter: { 0.5 })
  }
}
