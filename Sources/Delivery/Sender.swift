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
    self.journalTime = journalTime
  }

  /// Puts a question as often as it takes.
  ///
  /// - Parameter waiting: told before each wait.
  package func ask<Value>(
    _ id: RequestID, waiting: (RetryWait) async -> Void,
    putting put: (WorkOSClient) async -> Reply<Value>
  ) async -> Reply<Value> {
    await repeating(id, waiting: waiting) { await put(client) }
  }

  /// Sends a change once.
  ///
  /// Where the journal cannot be written, it is not sent.
  ///
  /// - Parameters:
  ///   - failed: what it becomes if it is not sent at all.
  ///   - unrecorded: told when what came of it could not be written down.
  package func write<Value>(
    _ sending: Sending, putting put: (WorkOSClient) async -> Reply<Value>,
    failed: (WorkOSError) -> Value, unrecorded: (RecordError) async -> Void
  ) async -> Reply<Value> {
    do throws(RecordError) {
      try await journal.append(intent(of: sending.account))
    } catch {
      let reason = "the journal \(error.path) could not be written: \(error.reason)"
      let failure = WorkOSError.transport(.heldBack(reason: reason))
      return Reply(failed(failure), failure: failure)
    }
    let reply = await Attempt.$current.withValue(sending.attempt) { await put(client) }
    do throws(RecordError) {
      try await journal.append(
        outcome(JournalOutcome(sending, reply), of: sending.account.write))
    } catch {
      await unrecorded(error)
    }
    return reply
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
          action: account.action, author: author, organizationID: account.before?.id.rawValue,
          name: account.name, before: account.before?.json, change: account.change)))
  }

  private func outcome(_ outcome: JournalOutcome, of write: UUID) -> JournalLine {
    JournalLine(write: write, time: journalTime(), event: .outcome(outcome))
  }
}
