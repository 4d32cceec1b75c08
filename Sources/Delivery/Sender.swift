import Foundation
import WorkOS

/// Brings requests to the server: what changes something is in the journal before it leaves, and what
/// came of it after.
///
/// It knows no screen: what waits for its answers may be one, or a command.
package struct Sender: Sendable {
  package let client: WorkOSClient
  private let journal: JournalWriter
  private let author: JournalAuthor
  private let repeating: Repeating
  private let pace: Pace
  private let journalTime: @Sendable () -> Date

  /// - Parameters:
  ///   - author: who is to be in the journal.
  ///   - journalTime: the clock on the wall.
  package init(
    client: WorkOSClient, journal: JournalWriter, author: JournalAuthor, repeating: Repeating,
    journalTime: @escaping @Sendable () -> Date
  ) {
    self.client = client
    self.journal = journal
    self.author = author
    self.repeating = repeating
    pace = Pace(now: repeating.now, sleepUntil: repeating.sleepUntil)
    self.journalTime = journalTime
  }

  /// Puts a question as often as it takes.
  ///
  /// - Parameters:
  ///   - waiting: told before each wait that is long enough to be noticed.
  ///   - failed: what it becomes if it is not sent at all.
  package func ask<Value>(
    _ id: RequestID, _ request: APIRequest, _ urgency: Urgency = .byHand,
    waiting: (RetryWait) async -> Void, putting put: (WorkOSClient) async -> Reply<Value>,
    failed: (WorkOSError) -> Value
  ) async -> Reply<Value> {
    let traffic = Traffic(request)
    return await repeating(id, waiting: waiting) {
      if let hold = hold(on: traffic) {
        await waiting(RetryWait(request: id, tries: 0, until: hold.until, error: hold.error))
      }
      let reply = await pace(traffic, urgency) { await put(client) }
      return reply ?? Reply(failed(.transport(.cancelled)), failure: .transport(.cancelled))
    }
  }

  /// What a server asked to wait with, and the answer to another request in which it did, as it would be now.
  private func hold(on traffic: Traffic) -> (until: Date, error: WorkOSError)? {
    pace.heldUntil(traffic).map { until in
      let rest = until.timeIntervalSince(repeating.now())
      let rejection = WorkOSError.Rejection(status: 429, retryAfter: rest, isToAnother: true)
      return (until, .rejected(rejection))
    }
  }

  /// Sends a change once.
  ///
  /// Where the journal cannot be written, it is not sent; nor while the server asks to wait, as what
  /// is agreed to is looked at anew right before it leaves.
  ///
  /// - Parameters:
  ///   - failed: what it becomes if it is not sent at all.
  ///   - unrecorded: told when what came of it could not be written down.
  package func write<Value>(
    _ request: APIRequest, as sending: Sending, _ urgency: Urgency = .byHand,
    putting put: (WorkOSClient) async -> Reply<Value>,
    failed: (WorkOSError) -> Value, unrecorded: (RecordError) async -> Void
  ) async -> Reply<Value> {
    let traffic = Traffic(request)
    if let hold = hold(on: traffic) { return Reply(failed(hold.error), failure: hold.error) }
    do throws(RecordError) {
      try await journal.append(intent(of: sending.account))
    } catch {
      let reason = "the journal \(error.path) could not be written: \(error.reason)"
      let failure = WorkOSError.transport(.heldBack(reason: reason, isFirst: sending.isFirst))
      return Reply(failed(failure), failure: failure)
    }
    let reply = await pace(traffic, urgency) {
      await Attempt.$current.withValue(sending.attempt) { await put(client) }
    }
    let unsent = WorkOSError.transport(
      .heldBack(reason: "it was stopped before it left", isFirst: sending.isFirst))
    let outcome =
      reply.map { JournalOutcome(sending, $0) }
      ?? JournalOutcome(result: sending.resultUnsent, tries: sending.attempt - 1)
    do throws(RecordError) {
      try await journal.append(self.outcome(outcome, of: sending.account.write))
    } catch {
      await unrecorded(error)
    }
    return reply ?? Reply(failed(unsent), failure: unsent)
  }

  /// Writes down that a write waits to be sent.
  package func recordQueued(_ account: WriteAccount, _ report: @escaping RecordQueue.Report) {
    journal.append(intent(of: account), report)
    record(JournalOutcome(result: .queued, tries: 0), of: account.write, report)
  }

  /// Writes down what has been found out about a write, or become of one, without an answer to it.
  package func record(
    _ outcome: JournalOutcome, of write: UUID, _ report: @escaping RecordQueue.Report
  ) {
    journal.append(self.outcome(outcome, of: write), report)
  }

  private func intent(of account: WriteAccount) -> JournalLine {
    JournalLine(
      write: account.write, time: journalTime(),
      event: .intent(
        JournalIntent(
          verb: account.verb, author: author, subject: account.subject,
          before: account.before?.withholding(account.secrets),
          change: account.change?.withholding(account.secrets))))
  }

  private func outcome(_ outcome: JournalOutcome, of write: UUID) -> JournalLine {
    JournalLine(write: write, time: journalTime(), event: .outcome(outcome))
  }
}
