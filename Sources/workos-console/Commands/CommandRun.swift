import Delivery
import Foundation
import Records
import ViewModel
import WorkOS

/// What the commands without a screen have in common: a server, a journal, and an end.
struct CommandRun: Sendable {
  let sender: Sender
  let clock: SteadyClock
  /// When a request that failed in passing is sent again.
  let retryPolicy = RetryPolicy()

  init(_ options: ServerOptions, environment: [String: String]) throws(Refusal) {
    let settings = try Settings(options: options.ofConsole, environment: environment)
    if !settings.baseURL.allowsProxy { ProxyVariables.forget() }
    let workplace = Workplace(
      options: options.ofConsole, baseURL: settings.baseURL.url, apiKey: settings.apiKey)
    let clock = SteadyClock()
    self.clock = clock
    let journal: any JournalKeeping =
      if let directory = try? StateDirectory(environment: environment) {
        JournalFile(directory: directory)
      } else {
        NowhereToKeep()
      }
    sender = Sender(
      client: WorkOSClient(
        configuration: WorkOSClient.Configuration(
          baseURL: settings.baseURL.url, apiKey: settings.apiKey),
        transport: URLSessionTransport()),
      journal: JournalWriter(journal),
      author: JournalAuthor(
        workplace: workplace, apiKey: settings.apiKey, user: environment["USER"]),
      repeating: Repeating(
        policy: retryPolicy, now: { clock.now },
        sleepUntil: { try await clock.sleep(until: $0) }, jitter: { Double.random(in: 0..<1) }),
      journalTime: { Date() })
  }

  /// Puts a question as often as it takes.
  func ask<Value>(_ call: Call<Value>) async -> Reply<Result<Value, WorkOSError>> {
    await sender.ask(RequestID(0), call.request) { _ in
    } putting: { client in
      await client.reply(to: call)
    } failed: {
      .failure($0)
    }
  }

  /// The answer to a question.
  func answer<Value>(to call: Call<Value>) async throws(CommandFailure) -> Value {
    switch await ask(call).value {
    case .success(let value): return value
    case .failure(let error): throw CommandFailure(error)
    }
  }

  /// A page of a list.
  func page<Item>(_ call: Call<Page<Item>>) async throws(CommandFailure) -> Page<Item> {
    switch await ask(call).value {
    case .success(let page): return page
    case .failure(let error): throw CommandFailure(ofList: error)
    }
  }

  /// Writes down what was found out about a write beside what it was answered.
  func record(_ outcome: JournalOutcome, of write: UUID) async {
    let failure = await withCheckedContinuation { continuation in
      sender.record(outcome, of: write) { continuation.resume(returning: $0) }
    }
    if let failure { Self.sayUnrecorded(failure) }
  }

  static func sayUnrecorded(_ failure: RecordError) {
    Ending.say("what came of it is not in the journal: \(failure.path): \(failure.reason)")
  }

  /// Runs a command to its end, away from the main thread, and ends the program with its status.
  static func end(
    _ output: CommandOutput, _ command: @escaping @Sendable () async throws(CommandFailure) -> Void
  ) -> Never {
    letSignalsEnd()
    Task.detached {
      do throws(CommandFailure) {
        try await command()
        output.sayIfEnded(nil)
        // Not exit, which takes libraries apart under the threads of connections.
        _exit(Ending.success)
      } catch {
        output.sayIfEnded(nil)
        Ending.print(error.line(asJSON: output.hasJSONErrors), to: .errors)
        _exit(error.status)
      }
    }
    dispatchMain()
  }

  /// There is no screen to restore, so ^C may end it at once; what was sent is in the journal, and in
  /// its last words.
  private static func letSignalsEnd() {
    LastWords.listen()
    var none = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, nil)
  }
}
