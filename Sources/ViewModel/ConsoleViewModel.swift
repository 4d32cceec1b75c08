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
  private var requests: [RequestID: Task<Void, Never>] = [:]
  private var isStopped = false
  private var wake: (date: Date, task: Task<Void, Never>)?

  /// - Parameters:
  ///   - now: the clock.
  ///   - sleepUntil: returns at a date, or throws when its task is cancelled.
  package init(
    console: Console,
    client: WorkOSClient,
    now: @escaping @Sendable () -> Date,
    sleepUntil: @escaping @Sendable (Date) async throws -> Void
  ) {
    self.console = console
    self.client = client
    self.now = now
    self.sleepUntil = sleepUntil
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

  private func perform(_ effect: Effect) {
    let client = client
    switch effect {
    case .cancel(let id): requests[id]?.cancel()
    case .fetchPage(let id, let question):
      run(id) { .list(.pageArrived(id, $0)) } asking: { () throws(WorkOSError) in
        try await client.page(question)
      }
    case .fetchOrganization(let id, let organization):
      run(id) { .organizationRead(id, $0) } asking: { () throws(WorkOSError) in
        try await client.organization(id: organization)
      }
    case .create(let id, let organization, let key):
      run(id) { .editor(.saved(id, $0)) } asking: { () throws(WorkOSError) in
        try await client.createOrganization(organization, idempotencyKey: key)
      }
    case .update(let id, let organization, let update):
      run(id) { .editor(.saved(id, $0)) } asking: { () throws(WorkOSError) in
        try await client.updateOrganization(id: organization, update)
      }
    case .delete(let id, let organization):
      run(id) { .deletion(.answered(id, $0)) } asking: { () throws(WorkOSError) in
        try await client.deleteOrganization(id: organization).map { _ in Deleted() }
      }
    }
  }

  /// Asks away from the main actor, decoding and all, and brings the answer back as an event.
  private func run<Value>(
    _ id: RequestID,
    event: @escaping @Sendable (Result<Value, WorkOSError>) -> Event,
    asking: @escaping @Sendable () async throws(WorkOSError) -> Answer<Value>
  ) {
    requests[id] = Task.detached { [weak self] in
      let result: Result<Answer<Value>, WorkOSError>
      do throws(WorkOSError) {
        result = .success(try await asking())
      } catch {
        result = .failure(error)
      }
      await self?.finish(id, event(result.map(\.value)), rateLimit: (try? result.get())?.rateLimit)
    }
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

extension WorkOSClient {
  /// One page of any list, its rows ready for the filter.
  fileprivate func page(
    _ question: PageQuestion
  ) async throws(WorkOSError) -> Answer<Page<ListedOrganization>> {
    switch question.source {
    case .everything: try await page(question, filter: .none)
    case .name(let name): try await page(question, filter: .name(name))
    case .domains(let domains): try await page(question, filter: .domains(domains))
    case .id(let id):
      try await page(of: { () throws(WorkOSError) in try await organization(id: id) })
    case .externalID(let externalID):
      try await page(of: { () throws(WorkOSError) in try await organization(externalID: externalID) })
    }
  }

  private func page(
    _ question: PageQuestion, filter: OrganizationQuery.Filter
  ) async throws(WorkOSError) -> Answer<Page<ListedOrganization>> {
    let query = OrganizationQuery(
      filter: filter, order: question.order, cursor: question.cursor, limit: question.limit)
    return try await listOrganizations(query).map { page in
      Page(
        items: page.items.map(ListedOrganization.init), before: page.before, after: page.after)
    }
  }

  /// A page of the one organization that was looked up, or of none.
  private func page(
    of lookup: () async throws(WorkOSError) -> Answer<Organization>
  ) async throws(WorkOSError) -> Answer<Page<ListedOrganization>> {
    do {
      return try await lookup().map { Page(items: [ListedOrganization($0)]) }
    } catch {
      guard error.isNotFound else { throw error }
      return Answer(value: Page(items: []))
    }
  }
}
