import Dispatch
import Foundation
import Synchronization
import WorkOS

/// Keeps records in their order and off the main actor; of a draft only the newest state is written.
///
/// A disk may not answer, for seconds or for ever. Nobody waits here without a limit.
final class RecordWriter: Sendable {
  /// After so many seconds without an answer a disk is said not to give one.
  static let patience = 5.0

  let records: any RecordKeeping
  private let patience: Double
  private let queue = DispatchQueue(label: "records")
  private let watch = DispatchQueue(label: "records watch")
  private let drafts = Mutex<[Draft.ID: Fate]>([:])
  private let draftFailure = Mutex<RecordError?>(nil)

  /// What is still to be done with a draft.
  private enum Fate {
    case keep(Draft)
    case drop
  }

  /// What to tell when a record was kept (nil) or could not be.
  typealias Report = @Sendable (RecordError?) -> Void

  init(_ records: any RecordKeeping, patience: Double = RecordWriter.patience) {
    self.records = records
    self.patience = patience
  }

  func keep(_ draft: Draft, as id: Draft.ID, _ report: @escaping Report) {
    write(.keep(draft), id, report)
  }

  func drop(_ id: Draft.ID, _ report: @escaping Report) {
    write(.drop, id, report)
  }

  func append(_ line: JournalLine, _ report: @escaping Report) {
    enqueue(report) { records throws(RecordError) in try records.append(line) }
  }

  /// Adds a line after all that was handed over before; when this returns it is on disk.
  ///
  /// An intent that comes there too late to be acted on is followed by that it was never sent.
  func append(_ line: JournalLine) async throws(RecordError) {
    let error: RecordError? = await withCheckedContinuation { continuation in
      let answer = OneAnswer { continuation.resume(returning: $0) }
      queue.async { [records] in
        let error = RecordError.thrown { () throws(RecordError) in try records.append(line) }
        if !answer.give(error), error == nil, case .intent = line.event {
          let unsent = JournalOutcome(result: .neverSent, tries: 0)
          // Its intent is there; without an outcome it counts as unknown, which is true as well.
          try? records.append(
            JournalLine(write: line.write, time: line.time, event: .outcome(unsent)))
        }
      }
      giveUpWaiting(answer)
    }
    if let error { throw error }
  }

  /// What came of all that was handed over.
  struct End: Sendable {
    /// Why a draft may not be on disk.
    var failure: RecordError?
    /// How many drafts are there, to be offered the next time.
    var drafts = 0
  }

  /// Waits until all that was handed over has been written, or could not be, but not for ever.
  @discardableResult
  func finish() -> End {
    let end = Mutex<End?>(nil)
    let done = DispatchSemaphore(value: 0)
    queue.async { [self] in
      // What cannot be read cannot be promised either.
      let count = (try? records.drafts().count) ?? 0
      let failure = draftFailure.withLock(\.self)
      end.withLock { $0 = End(failure: failure, drafts: count) }
      done.signal()
    }
    _ = done.wait(timeout: .now() + patience)
    return end.withLock { $0 } ?? End(failure: .noAnswer)
  }

  func async(_ work: @escaping @Sendable (any RecordKeeping) -> Void) {
    queue.async { [records] in work(records) }
  }

  private func write(_ fate: Fate, _ id: Draft.ID, _ report: @escaping Report) {
    let isNew = drafts.withLock { drafts in
      drafts.updateValue(fate, forKey: id) == nil
    }
    // One that waits already will take the newer state along.
    guard isNew else { return }
    let note: Report = { [self] error in
      draftFailure.withLock { $0 = error }
      report(error)
    }
    enqueue(note) { [self] records throws(RecordError) in
      switch drafts.withLock({ $0.removeValue(forKey: id) }) {
      case .keep(let draft): try records.keep(draft, as: id)
      case .drop: try records.drop(id)
      case nil: break
      }
    }
  }

  /// Does something in its turn, and reports what came of it; also that nothing has, for too long.
  private func enqueue(
    _ report: @escaping Report,
    _ work: @escaping @Sendable (any RecordKeeping) throws(RecordError) -> Void
  ) {
    let answer = OneAnswer { report($0) }
    queue.async { [records] in
      let error = RecordError.thrown { () throws(RecordError) in try work(records) }
      // It did come to an end, though late.
      if !answer.give(error) { report(error) }
    }
    giveUpWaiting(answer)
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
  static let noAnswer = RecordError(
    path: "the disk", reason: "it does not answer, or another program is in the way")
}

extension RecordError {
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
