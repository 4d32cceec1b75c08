import Foundation
import WorkOS

/// Holds the console's state, carries out its effects, and feeds what comes of them back as events.
@MainActor
package final class ConsoleViewModel {
  package private(set) var console: Console
  /// Called after every event, on the main actor.
  package var onChange: () -> Void = {}

  private let client: WorkOSClient
  private let now: @Sendable () -> Date
  private let sleepUntil: @Sendable (Date) async throws -> Void
  private let repeating: Repeating
  private let author: JournalAuthor
  private let recordWriter: RecordWriter
  private var requests: [RequestID: Task<Void, Never>] = [:]
  /// The journal's name of each write, for what is found out about it later.
  private var writes: [RequestID: UUID] = [:]
  /// The journal's name of each delete that waits to be sent.
  private var queuedWrites: [Organization.ID: UUID] = [:]
  private var isStopped = false
  private var wake: (date: Date, task: Task<Void, Never>)?

  /// - Parameters:
  ///   - now: the clock.
  ///   - sleepUntil: returns at a date, or throws when its task is cancelled.
  ///   - jitter: chance, 0 up to 1, that spreads the waits before a request is sent again.
  ///   - author: who is to be in the journal.
  package init(
    console: Console,
    client: WorkOSClient,
    now: @escaping @Sendable () -> Date,
    sleepUntil: @escaping @Sendable (Date) async throws -> Void,
    retryPolicy: RetryPolicy = RetryPolicy(),
    jitter: @escaping @Sendable () -> Double = { 0.5 },
    records: any RecordKeeping = NoRecords(),
    author: JournalAuthor = JournalAuthor(user: "", host: "", environment: "", keyEnding: "")
  ) {
    self.console = console
    self.client = client
    self.now = now
    self.sleepUntil = sleepUntil
    repeating = Repeating(
      policy: retryPolicy, now: now, sleepUntil: sleepUntil, jitter: jitter)
    self.author = author
    recordWriter = RecordWriter(records)
  }

  private func draftsRead(_ result: Result<[KeptDraft], RecordError>) {
    switch result {
    case .success(let drafts): send(.draftsLoaded(drafts))
    case .failure(let error): send(.recordWritten(error))
    }
  }

  private func recordWritten(_ error: RecordError?) {
    if error != console.recordFailure { send(.recordWritten(error)) }
  }

  /// Whether no answer is being waited for.
  package var isIdle: Bool { requests.isEmpty }

  package func send(_ event: Event) {
    let effects = console.update(event, at: now())
    if !isStopped {
      for effect in effects { perform(effect) }
      scheduleWake()
    }
    onChange()
  }

  /// Gives up every request that is under way; writes may have been carried out all the same.
  package func stop() {
    isStopped = true
    wake?.task.cancel()
    for task in requests.values { task.cancel() }
  }

  /// Returns when drafts and journal are on disk, as far as they can be in a few seconds: how many
  /// drafts there are, and why the last of what was typed may not be among them.
  @discardableResult
  package func finishRecords() -> (drafts: Int, failure: RecordError?) {
    let end = recordWriter.finish()
    return (end.drafts, end.failure)
  }

  private func perform(_ effect: Effect) {
    let client = client
    switch effect {
    case .cancel(let id): requests[id]?.cancel()
    case .fetchPage(let id, let question):
      run(id) {
        .list(.pageArrived(id, $0))
      } asking: { () throws(WorkOSError) in
        try await client.page(question)
      }
    case .fetchOrganization(let id, let organization):
      run(id) {
        .organizationRead(id, $0)
      } asking: { () throws(WorkOSError) in
        try await client.organization(id: organization)
      }
    case .create(let id, let organization, let key):
      let intent = intent(.create, nil, name: organization.name, change: organization.body)
      write(id, intent, after: \.json) {
        .editor(.saved(id, $0))
      } asking: { () throws(WorkOSError) in
        try await client.createOrganization(organization, idempotencyKey: key)
      }
    case .update(let id, let organization, let update):
      let before = console.editor.session?.draft.base
      let intent = intent(.update, before, name: before?.name ?? "", change: update.body)
      write(id, intent, after: \.json) {
        .editor(.saved(id, $0))
      } asking: { () throws(WorkOSError) in
        try await client.updateOrganization(id: organization, update)
      }
    case .delete(let id, let organization):
      let before = console.deletions[organization]?.organization
      let intent = intent(.delete, before, name: before?.name ?? "", change: nil)
      let nothing: @Sendable (Deleted) -> RawJSON? = { _ in nil }
      let queued = queuedWrites.removeValue(forKey: organization)
      write(id, intent, named: queued ?? UUID(), after: nothing) {
        .deletion(.answered(id, $0))
      } asking: { () throws(WorkOSError) in
        try await client.deleteOrganization(id: organization).map { _ in Deleted() }
      }
    case .recordQueued, .recordUnsent, .recordFinding, .keepDraft, .dropDraft, .loadDrafts,
      .readJournal:
      record(effect)
    }
  }

  /// Asks away from the main actor, decoding and all, and brings the answer back as an event.
  private func run<Value>(
    _ id: RequestID,
    event: @escaping @Sendable (Result<Value, WorkOSError>) -> Event,
    asking: @escaping @Sendable () async throws(WorkOSError) -> Answer<Value>
  ) {
    let repeating = repeating
    requests[id] = Task.detached { [weak self] in
      let result = await repeating(
        id, waiting: { await self?.send(.retryPlanned($0)) }, asking: asking
      ).result
      await self?.finish(id, event(result.map(\.value)), rateLimit: (try? result.get())?.rateLimit)
    }
  }

  /// Asks for a change: what is asked is in the journal before it leaves, and the outcome after.
  private func write<Value>(
    _ id: RequestID,
    _ intent: JournalIntent,
    named write: UUID = UUID(),
    after: @escaping @Sendable (Value) -> RawJSON?,
    event: @escaping @Sendable (Result<Value, WorkOSError>) -> Event,
    asking: @escaping @Sendable () async throws(WorkOSError) -> Answer<Value>
  ) {
    let (repeating, now, recordWriter) = (repeating, now, recordWriter)
    writes[id] = write
    requests[id] = Task.detached { [weak self] in
      do throws(RecordError) {
        try await recordWriter.append(
          JournalLine(write: write, time: now(), event: .intent(intent)))
      } catch {
        let reason = "the journal \(error.path) could not be written: \(error.reason)"
        await self?.finish(
          id, event(.failure(.transport(.heldBack(reason: reason)))), rateLimit: nil)
        return
      }
      let ending = await repeating(
        id, waiting: { await self?.send(.retryPlanned($0)) }, asking: asking)
      let result = ending.toldApart(for: intent.action)
      let outcome = JournalOutcome(result, of: intent.action, ending, after: after)
      do throws(RecordError) {
        try await recordWriter.append(
          JournalLine(write: write, time: now(), event: .outcome(outcome)))
      } catch {
        await self?.send(.recordWritten(error))
      }
      await self?.finish(id, event(result.map(\.value)), rateLimit: (try? result.get())?.rateLimit)
    }
  }

  private func intent(
    _ action: JournalIntent.Action, _ before: Organization?, name: String, change: RawJSON?
  ) -> JournalIntent {
    JournalIntent(
      action: action, author: author, organizationID: before?.id.rawValue, name: name,
      before: before?.json, change: change)
  }

  private func record(_ effect: Effect) {
    let report: RecordWriter.Report = { [weak self] error in
      Task { await self?.recordWritten(error) }
    }
    switch effect {
    case .recordQueued(let organization):
      let write = UUID()
      queuedWrites[organization.id] = write
      let intent = intent(.delete, organization, name: organization.name, change: nil)
      recordWriter.append(JournalLine(write: write, time: now(), event: .intent(intent)), report)
      appendUnsent(.queued, write, report)
    case .recordUnsent(let organization):
      guard let write = queuedWrites.removeValue(forKey: organization.id) else { return }
      appendUnsent(.neverSent, write, report)
    case .recordFinding(let request, let wasDone):
      guard let write = writes[request] else { return }
      let outcome = JournalOutcome(result: wasDone ? .done : .failed)
      recordWriter.append(
        JournalLine(write: write, time: now(), event: .outcome(outcome)), report)
    case .keepDraft(let id, let draft): recordWriter.keep(draft, as: id, report)
    case .dropDraft(let id): recordWriter.drop(id, report)
    case .loadDrafts:
      let isReadOnly = console.workplace.isReadOnly
      recordWriter.async { [weak self] records in
        let result = Result { () throws(RecordError) in
          try isReadOnly ? records.drafts() : records.takeOverDrafts()
        }
        Task { await self?.draftsRead(result) }
      }
    case .readJournal:
      recordWriter.async { [weak self] records in
        let result = Result { () throws(RecordError) in
          try records.entries(limit: Console.mostJournalEntries)
        }
        Task { await self?.send(.journal(.read(result))) }
      }
    case .fetchPage, .fetchOrganization, .create, .update, .delete, .cancel: break
    }
  }

  private func appendUnsent(
    _ result: JournalOutcome.Result, _ write: UUID, _ report: @escaping RecordWriter.Report
  ) {
    let outcome = JournalOutcome(result: result, tries: 0)
    recordWriter.append(JournalLine(write: write, time: now(), event: .outcome(outcome)), report)
  }

  private func finish(_ id: RequestID, _ event: Event, rateLimit: RateLimit?) {
    requests[id] = nil
    if let rateLimit, rateLimit != console.rateLimit, !isStopped {
      for effect in console.update(.rateLimitSeen(rateLimit), at: now()) { perform(effect) }
    }
    send(event)
  }

  private func scheduleWake() {
    let date = console.nextWake(after: now())
    guard date != wake?.date else { return }
    wake?.task.cancel()
    wake = date.map { date in
      let sleepUntil = sleepUntil
      let task = Task { [weak self] in
        do {
          try await sleepUntil(date)
        } catch {
          return  // Cancelled: another moment came first.
        }
        self?.wake = nil
        self?.send(.timePassed)
      }
      return (date, task)
    }
  }
}
