import Dispatch
import Foundation
import Synchronization

/// Does what is kept on disk one thing after another, on a thread that no task and no screen needs.
///
/// A disk may not answer, for seconds or for ever. Nobody waits here without a limit.
package final class RecordQueue: Sendable {
  /// After so many seconds without an answer a disk is said not to give one.
  package static let patience = 5.0

  /// What to tell when a record was kept (nil) or could not be.
  package typealias Report = @Sendable (RecordError?) -> Void

  private let patience: Double
  private let queue = DispatchQueue(label: "records")
  private let watch = DispatchQueue(label: "records watch")

  package init(patience: Double = RecordQueue.patience) {
    self.patience = patience
  }

  /// Does something in its turn, and reports what came of it; also that nothing has, for too long.
  package func perform(
    _ report: @escaping Report, _ work: @escaping @Sendable () throws(RecordError) -> Void
  ) {
    let answer = OneAnswer { report($0) }
    queue.async {
      let error = RecordError.thrown(by: work)
      // It did come to an end, though late.
      if !answer.give(error) { report(error) }
    }
    giveUpWaiting(answer)
  }

  /// Does something after all that was handed over before; when this returns it is done.
  ///
  /// - Parameter late: done in its place when it came to an end after nobody waited any more.
  package func perform(
    _ work: @escaping @Sendable () throws(RecordError) -> Void, late: @escaping @Sendable () -> Void
  ) async throws(RecordError) {
    let error: RecordError? = await withCheckedContinuation { continuation in
      let answer = OneAnswer { continuation.resume(returning: $0) }
      queue.async {
        let error = RecordError.thrown(by: work)
        if !answer.give(error), error == nil { late() }
      }
      giveUpWaiting(answer)
    }
    if let error { throw error }
  }

  /// Does something in its turn, and waits for nothing.
  package func async(_ work: @escaping @Sendable () -> Void) {
    queue.async(execute: work)
  }

  /// What something comes to after all that was handed over before; nil when that takes too long.
  package func last<Value: Sendable>(_ work: @escaping @Sendable () -> Value) -> Value? {
    let value = Mutex<Value?>(nil)
    let done = DispatchSemaphore(value: 0)
    queue.async {
      let result = work()
      value.withLock { $0 = result }
      done.signal()
    }
    _ = done.wait(timeout: .now() + patience)
    return value.withLock { $0 }
  }

  private func giveUpWaiting(_ answer: OneAnswer) {
    watch.asyncAfter(deadline: .now() + patience) { _ = answer.give(.noAnswer) }
  }
}

/// Takes the first answer there is, and no other.
private final class OneAnswer: Sendable {
  private let take: Mutex<(@Sendable (RecordError?) -> Void)?>

  init(_ take: @escaping @Sendable (RecordError?) -> Void) {
    self.take = Mutex(take)
  }

  /// Whether this was the first.
  func give(_ error: RecordError?) -> Bool {
    let take = self.take.withLock { take in
      defer { take = nil }
      return take
    }
    take?(error)
    return take != nil
  }
}

extension RecordError {
  /// Nothing came back from the disk.
  package static let noAnswer = RecordError(
    path: "the disk", reason: "it does not answer, or another program is in the way")

  /// The error a call throws, or nil.
  fileprivate static func thrown(by call: () throws(RecordError) -> Void) -> RecordError? {
    do throws(RecordError) {
      try call()
      return nil
    } catch {
      return error
    }
  }
}
