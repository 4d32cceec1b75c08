import Delivery
import Foundation
import Synchronization
import TestSupport
import ViewModel
import WorkOS

/// A view model over a transport of the test's own, with a clock and an alarm that are set by hand.
@ConsoleActor
final class Stage {
  let viewModel: ConsoleViewModel
  let clock = HandClock()
  private let changes: AsyncStream<Void>

  init(
    _ transport: any HTTPTransport, deleteGrace: TimeInterval = 5,
    records: any RecordKeeping = NoRecords()
  ) throws {
    let clock = clock
    let client = WorkOSClient(
      configuration: WorkOSClient.Configuration(
        baseURL: try BaseURL(BaseURL.standard).url, apiKey: APIKey(secret: "sk_test_secret")),
      transport: OrganizationsAlone(transport: transport),
      now: { clock.now })
    viewModel = ConsoleViewModel(
      console: Console(
        workplace: Workplace(kind: .test, host: "api.workos.com", deleteGrace: deleteGrace),
        idempotencyKeys: IdempotencyKeys(session: UUID())),
      client: client,
      now: { clock.now },
      sleepUntil: { try await clock.sleep(until: $0) },
      records: records)
    let (changes, changed) = AsyncStream.makeStream(of: Void.self)
    self.changes = changes
    viewModel.onChange = { changed.yield() }
  }

  var console: Console { viewModel.console }

  func send(_ events: Event...) { events.forEach(viewModel.send) }

  /// Waits until something is so; every change is looked at.
  func until(_ condition: () -> Bool) async {
    var iterator = changes.makeAsyncIterator()
    while !condition(), await iterator.next() != nil {}
  }

  func untilIdle() async { await until { viewModel.isIdle } }
}

/// A server that has organizations and nothing else: what goes with one is counted by nobody.
private struct OrganizationsAlone: HTTPTransport {
  let transport: any HTTPTransport

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    guard request.url.path.hasPrefix("/organization") else {
      return try StubTransport.Reply.json("{}", status: 404).get()
    }
    return try await transport.send(request)
  }
}

/// A clock that stands still, and an alarm that goes off when the test says so.
final class HandClock: Sendable {
  private struct State {
    var now = Scenario.start
    var sleepers: [Int: (date: Date, continuation: CheckedContinuation<Bool, Never>)] = [:]
    var count = 0
  }

  private let state = Mutex(State())
  private let sleeps: AsyncStream<Date>
  private let slept: AsyncStream<Date>.Continuation

  init() {
    (sleeps, slept) = AsyncStream.makeStream()
  }

  var now: Date { state.withLock { $0.now } }

  /// The dates that are slept towards, the nearest first.
  var dates: [Date] { state.withLock { $0.sleepers.values.map(\.date).sorted() } }

  func advance(_ seconds: TimeInterval) { state.withLock { $0.now += seconds } }

  /// The date of the next sleep to begin, which may have begun already.
  func nextSleep() async -> Date? {
    var iterator = sleeps.makeAsyncIterator()
    return await iterator.next()
  }

  /// Wakes whoever sleeps to the present time or less.
  func ring() {
    let due = state.withLock { state in
      let due = state.sleepers.filter { $0.value.date <= state.now }
      for number in due.keys { state.sleepers[number] = nil }
      return due.values.map(\.continuation)
    }
    for continuation in due { continuation.resume(returning: true) }
  }

  func sleep(until date: Date) async throws {
    let number = state.withLock { state in
      state.count += 1
      return state.count
    }
    let isOver = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        state.withLock { $0.sleepers[number] = (date, continuation) }
        if Task.isCancelled { wake(number) }
        slept.yield(date)
      }
    } onCancel: {
      wake(number)
    }
    if !isOver { throw CancellationError() }
  }

  private func wake(_ number: Int) {
    let sleeper = state.withLock { $0.sleepers.removeValue(forKey: number) }
    sleeper?.continuation.resume(returning: false)
  }
}

extension Result where Success == HTTPResponse, Failure == TransportError {
  /// A page of organizations of these numbers.
  static func page(_ numbers: Int..., headers: [String: String] = [:]) -> Self {
    let rows = numbers.map { #"{"id":"org_\#($0)","name":"Customer \#($0)","domains":[]}"# }
    return .json(
      #"{"data":[\#(rows.joined(separator: ","))],"list_metadata":{"before":null,"after":null}}"#,
      headers: headers)
  }

  static func organization(_ number: Int, name: String) -> Self {
    .json(#"{"id":"org_\#(number)","name":"\#(name)","domains":[]}"#)
  }
}
