import Delivery
import Foundation
import WorkOS

/// Holds the console's state, carries out its effects, and feeds what comes of them back as events.
@ConsoleActor
package final class ConsoleViewModel {
  package private(set) var console: Console
  /// Goes up with every event that was taken in: as long as it is the same, so is the state.
  package private(set) var revision = 0
  /// The snapshot of the state as it is, once somebody has looked.
  private var lastSnapshot: Snapshot?
  /// Called after every event, on the actor of the console.
  package var onChange: () -> Void = {}
  /// Called on the actor of the console when the drafts on disk were read, and are in the console.
  package var onDraftsRead: () -> Void = {}

  private let now: @Sendable () -> Date
  private let sleepUntil: @Sendable (Date) async throws -> Void
  private let sender: Sender
  private let recordWriter: RecordWriter
  private let resolver: any TextRecordResolving
  private var requests: [RequestID: Task<Void, Never>] = [:]
  private var isStopped = false
  /// Whether records could be kept the last time, and why not.
  private var lastRecordError: RecordError?
  private var wake: (date: Date, task: Task<Void, Never>)?

  /// - Parameters:
  ///   - now: the clock that waits are measured by; nobody sets it.
  ///   - journalTime: the clock on the wall; `now` if none is given.
  ///   - sleepUntil: returns at a date, or throws when its task is cancelled.
  ///   - jitter: chance, 0 up to 1, that spreads the waits before a request is sent again.
  ///   - resolver: whom DNS is asked by.
  ///   - author: who is to be in the journal.
  package init(
    console: Console,
    client: WorkOSClient,
    now: @escaping @Sendable () -> Date,
    journalTime: (@Sendable () -> Date)? = nil,
    sleepUntil: @escaping @Sendable (Date) async throws -> Void,
    retryPolicy: RetryPolicy = RetryPolicy(),
    jitter: @escaping @Sendable () -> Double = { 0.5 },
    records: any RecordKeeping = NoRecords(),
    resolver: any TextRecordResolving = NoResolver(),
    author: JournalAuthor = JournalAuthor(user: "", host: "", environment: "", keyEnding: "")
  ) {
    self.console = console
    self.now = now
    self.sleepUntil = sleepUntil
    self.resolver = resolver
    recordWriter = RecordWriter(records)
    sender = Sender(
      client: client, journal: recordWriter.journal, author: author,
      repeating: Repeating(
        policy: retryPolicy, now: now, sleepUntil: sleepUntil, jitter: jitter),
      journalTime: journalTime ?? now)
  }

  /// Takes in what was read of either kind, and says why the other could not be.
  private func draftsRead(
    _ ofOrganizations: Result<[KeptDraft], RecordError>,
    _ ofTabs: Result<[KeptTabDraft], RecordError>
  ) {
    let found = (
      organizations: (try? ofOrganizations.get()) ?? [], tabs: (try? ofTabs.get()) ?? []
    )
    if ofOrganizations.failure == nil || !found.tabs.isEmpty {
      send(.draftsLoaded(found.organizations, ofTabs: found.tabs))
    }
    if let error = ofOrganizations.failure ?? ofTabs.failure { recordWritten(error) }
    if ofOrganizations.failure == nil { onDraftsRead() }
  }

  private func recordWritten(_ error: RecordError?) {
    guard error != lastRecordError else { return }
    lastRecordError = error
    send(.recordWritten(error))
  }

  /// Whether no answer is being waited for.
  package var isIdle: Bool { requests.isEmpty }

  /// The state as it is.
  package var snapshot: Snapshot {
    if let lastSnapshot { return lastSnapshot }
    let snapshot = Snapshot(console)
    lastSnapshot = snapshot
    return snapshot
  }

  package func send(_ event: Event) { send([event]) }

  /// Takes in events one after another, and tells only of what they led to together.
  package func send(_ events: [Event]) {
    for event in events {
      // Mostly there is no news for it to drop, and what the key leads to comes with another.
      if event.onlyDropsNews, console.notice == nil, console.otherNotices.isEmpty { continue }
      let effects = update(event)
      if !isStopped { for effect in effects { perform(effect) } }
    }
    if !isStopped { scheduleWake() }
    onChange()
  }

  private func update(_ event: Event) -> [Effect] {
    // What two hold is copied before it is changed.
    lastSnapshot = nil
    revision += 1
    return console.update(event, at: now())
  }

  /// Gives up every request that is under way; writes may have been carried out all the same.
  package func stop() {
    isStopped = true
    wake?.task.cancel()
    for task in requests.values { task.cancel() }
  }

  /// Returns when drafts and journal are on disk, as far as they can be in a few seconds: how many
  /// drafts are there (nil: nobody could tell), and what of them is not there, or is still there,
  /// as it could not be written.
  @discardableResult
  package func finishRecords() -> (drafts: Int?, undone: [DraftWritten]) {
    let end = recordWriter.finish()
    return (end.drafts, end.undone)
  }

  /// Takes in what became of a draft; that all is well, as mostly, changes nothing on screen.
  private func draftWritten(_ written: DraftWritten) {
    guard written.failure == nil, console.drafts.disk.isComplete, !isStopped else {
      return send(.draftWritten(written))
    }
    let effects = update(.draftWritten(written))
    for effect in effects { perform(effect) }
    scheduleWake()
    if !effects.isEmpty { onChange() }
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .cancel(let id): requests[id]?.cancel()
    case .ask(let question): put(question)
    case .lookUp(let id, let name): lookUp(id, name)
    case .write(let question, let sending): write(question, sending)
    case .record(let record): keep(record)
    }
  }

  /// Asks away from the actor of the console, decoding and all, and brings the answer back as an event.
  private func put(_ question: Question) {
    requests[question.id] = Task.detached { [weak self, sender] in
      let reply = await sender.ask(question.id, question.request, question.urgency) {
        await self?.send(.retryPlanned($0))
      } putting: {
        await question.put($0)
      } failed: {
        question.failed($0)
      }
      await self?.finish(question.id, reply)
    }
  }

  /// Sends a change once, away from the main actor.
  ///
  /// Records are written in their order: that it was queued, and what was typed, is on disk before.
  private func write(_ question: Question, _ sending: Sending) {
    requests[question.id] = Task.detached { [weak self, sender] in
      let reply = await sender.write(question.request, as: sending) {
        await question.put($0)
      } failed: {
        question.failed($0)
      } unrecorded: {
        await self?.send(.recordWritten($0))
      }
      await self?.finish(question.id, reply)
    }
  }

  private func lookUp(_ id: RequestID, _ name: String) {
    requests[id] = Task.detached { [weak self, resolver] in
      let answer = await resolver.textRecords(of: name)
      await self?.lookedUp(id, answer)
    }
  }

  private func lookedUp(_ id: RequestID, _ answer: TextRecordAnswer) {
    requests[id] = nil
    send(.tab(.doctor(.answered(id, answer))))
  }

  private func keep(_ record: Effect.Record) {
    let report: RecordQueue.Report = { [weak self] error in
      Task { await self?.recordWritten(error) }
    }
    switch record {
    case .queued(let account): sender.recordQueued(account, report)
    case .outcome(let write, let outcome): sender.record(outcome, of: write, report)
    case .keepDraft(let id, let draft): keep(.organization(draft), as: .organization(id))
    case .dropDraft(let id): keep(nil, as: .organization(id))
    case .keepTabDraft(let draft): keep(.tab(draft), as: .tab(draft.id))
    case .dropTabDraft(let id): keep(nil, as: .tab(id))
    case .loadDrafts(let takesOver):
      recordWriter.async { [weak self] records in
        let result = Result { () throws(RecordError) in
          try takesOver ? records.takeOverDrafts() : records.drafts()
        }
        let ofTabs = Result { () throws(RecordError) in
          try records.tabDrafts(takingOver: takesOver)
        }
        Task { await self?.draftsRead(result, ofTabs) }
      }
    case .readJournal:
      recordWriter.async { [weak self] records in
        let result = Result { () throws(RecordError) in
          try records.entries(limit: Console.mostJournalEntries)
        }
        Task { await self?.send(.journal(.read(result))) }
      }
    }
  }

  private func keep(_ text: DraftText?, as id: DraftRow.ID) {
    recordWriter.keep(text, as: id, at: now()) { [weak self] written in
      // Put on the console's own actor at once, so that reports come in the order they were made in.
      Task { @ConsoleActor in self?.draftWritten(written) }
    }
  }

  private func finish(_ id: RequestID, _ reply: Reply<Event>) {
    requests[id] = nil
    if !isStopped, let side = reply.side {
      // One frame for both.
      for effect in update(.answerCame(side)) { perform(effect) }
    }
    send(reply.value)
  }

  private func scheduleWake() {
    let date = snapshot.console.nextWake(after: now())
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
