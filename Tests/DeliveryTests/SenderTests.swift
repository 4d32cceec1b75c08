import Foundation
import JSON
import Synchronization
import Testing
import WorkOS

@testable import Delivery

/// What is sent, and what is written down about it.
@Suite(.timeLimit(.minutes(20)))
struct SenderTests {
  private let journal = Lines()
  private let request = APIRequest(.post, ["api_keys"], body: RawJSON(#"{"name":"ci"}"#))

  @Test func `what is secret reaches no journal, at any depth`() async {
    let account = WriteAccount(
      write: UUID(), verb: .create,
      subject: Subject(
        kind: Subject.Kind(rawValue: "api key"), id: nil, name: "ci",
        organization: Subject.Owner(id: "org_1", name: "Acme")),
      before: nil, change: RawJSON(#"{"name":"ci","token":"s3cr3t-1"}"#),
      secrets: ["value", "token"])

    let reply = await sender().write(
      request, as: Sending(account: account),
      putting: { _ in
        Reply(1, after: RawJSON(#"{"keys":[{"id":"key_1","value":"s3cr3t-2"}],"value":null}"#))
      },
      failed: { _ in 0 }, unrecorded: { _ in })

    #expect(reply.value == 1)
    let lines = journal.all
    #expect(lines.count == 2)
    #expect(!"\(lines)".contains("s3cr3t"))
    guard case .intent(let intent) = lines.first?.event,
      case .outcome(let outcome) = lines.last?.event
    else {
      Issue.record("not an intent and an outcome")
      return
    }
    #expect(intent.change == RawJSON(#"{"name":"ci","token":"…"}"#))
    #expect(intent.subject.organization?.name == "Acme")
    #expect(outcome.after == RawJSON(#"{"keys":[{"id":"key_1","value":"…"}],"value":null}"#))
  }

  @Test func `a request shows nothing secret, however it is printed`() {
    var request = APIRequest(.post, ["x"], body: RawJSON(#"{"a":{"password":"hunter2"}}"#))
    request.secrets = ["password"]
    var printed = ""
    dump(request, to: &printed)

    #expect(!(printed + "\(request) \(String(reflecting: request))").contains("hunter2"))
    #expect(RawJSON("no JSON hunter2").withholding(["password"]) == RawJSON("\"…\""))
  }

  @Test func `what is secret reaches no log of requests`() async throws {
    let logged = Mutex<[LoggedRequest]>([])
    let transport = LoggingTransport(
      NoTransport(), now: { .start },
      onEnd: { request in logged.withLock { $0.append(request) } })
    let configuration = WorkOSClient.Configuration(
      baseURL: try #require(URL(string: "https://api.workos.com")),
      apiKey: APIKey(secret: "sk_test_s3cr3t"))
    var request = self.request
    request.body = RawJSON(#"{"name":"ci","value":"s3cr3t-1"}"#)
    request.secrets = ["value"]
    let call = Call<Bool>(request)

    _ = await WorkOSClient(configuration: configuration, transport: transport).reply(to: call)

    let all = logged.withLock(\.self)
    #expect(all.map(\.body) == [RawJSON(#"{"name":"ci","value":"…"}"#)])
    #expect(!"\(all)".contains("s3cr3t"))
  }

  @Test(arguments: [
    (Verb.update, 1, false, WorkOSError.status(422), JournalOutcome.Result.failed),
    (.update, 2, false, .status(422), .partly), (.update, 2, true, .status(429), .unknown),
    (.update, 1, false, .timedOut, .unknown), (.update, 2, false, .timedOut, .unknown),
    (.update, 1, true, .status(404), .unknown), (.delete, 1, true, .status(404), .done),
    (.remove, 1, true, .status(404), .done), (.remove, 1, false, .status(404), .failed),
  ])
  func `what came of it is written down, and whether something before it was done`(
    verb: Verb, step: Int, mayBeDone: Bool, error: WorkOSError, result: JournalOutcome.Result
  ) async {
    let account = WriteAccount(
      write: UUID(), verb: verb, subject: .organization("org_1", name: "Acme"), before: nil,
      change: nil)

    _ = await sender().write(
      request, as: Sending(account: account, step: step, steps: 3, mayBeDone: mayBeDone),
      putting: { _ in Reply(0, failure: error) }, failed: { _ in 1 }, unrecorded: { _ in })

    guard case .outcome(let outcome)? = journal.all.last?.event else {
      Issue.record("no outcome")
      return
    }
    #expect(outcome.result == result)
  }

  @Test func `while the server asks to wait no change leaves, and it is said for which that is`()
    async
  {
    // Waiting is over at once, so that what waits for its turn would leave.
    let clock = Mutex(Date.start)
    let sender = sender(
      now: { clock.withLock(\.self) },
      sleepUntil: { date in clock.withLock { $0 = max($0, date) } })
    let account = WriteAccount(
      write: UUID(), verb: .update, subject: .organization("org_1", name: "Acme"), before: nil,
      change: nil)
    _ = await sender.write(
      request, as: Sending(account: account),
      putting: { _ in Reply(0, failure: .status(429, retryAfter: 8)) }, failed: { _ in 1 },
      unrecorded: { _ in })
    let lines = journal.all.count

    let reply = await sender.write(
      request, as: Sending(account: account, attempt: 2), putting: { _ in Reply(0) },
      failed: { _ in 1 }, unrecorded: { _ in })

    #expect(reply.value == 1)
    #expect(
      reply.failure == .rejected(.init(status: 429, retryAfter: 8, isToAnother: true)))
    #expect(journal.all.count == lines)
  }

  @Test func `what is stopped while it waits its turn was never sent`() async {
    let sender = sender()
    let first = AsyncStream<Void>.makeStream()
    let isIn = AsyncStream<Void>.makeStream()
    let roles = APIRequest(.post, ["authorization", "organizations", "org_1", "roles"])
    let holding = Task {
      await sender.ask(RequestID(1), roles, waiting: { _ in }) { _ in
        isIn.continuation.finish()
        for await _ in first.stream {}
        return Reply(0)
      } failed: { _ in
        1
      }
    }
    for await _ in isIn.stream {}
    let account = WriteAccount(
      write: UUID(), verb: .update, subject: .organization("org_1", name: "Acme"), before: nil,
      change: nil)

    let waiting = Task {
      await sender.write(
        roles, as: Sending(account: account), putting: { _ in Reply(0) }, failed: { _ in 2 },
        unrecorded: { _ in })
    }
    waiting.cancel()

    #expect(await waiting.value.value == 2)
    first.continuation.finish()
    _ = await holding.value
    #expect(journal.all.last?.event == .outcome(JournalOutcome(result: .neverSent, tries: 0)))
  }

  @Test(arguments: [
    (1, 1, false, JournalOutcome.Result.neverSent), (2, 1, false, .failed), (1, 2, false, .partly),
    (2, 1, true, .unknown),
  ])
  func `what does not leave leaves what came of those before it`(
    attempt: Int, step: Int, mayBeDone: Bool, result: JournalOutcome.Result
  ) {
    let account = WriteAccount(
      write: UUID(), verb: .update, subject: .organization("org_1", name: "Acme"), before: nil,
      change: nil)

    let sending = Sending(
      account: account, attempt: attempt, step: step, steps: 2, mayBeDone: mayBeDone)

    #expect(sending.resultUnsent == result)
  }

  private func sender(
    now: @escaping @Sendable () -> Date = { .start },
    sleepUntil: @escaping @Sendable (Date) async throws -> Void = { _ in }
  ) -> Sender {
    let configuration = WorkOSClient.Configuration(
      baseURL: URL(fileURLWithPath: "/"), apiKey: APIKey(secret: "sk_test_x"))
    return Sender(
      client: WorkOSClient(configuration: configuration, transport: NoTransport()),
      journal: JournalWriter(journal),
      author: JournalAuthor(user: "", host: "", environment: "", keyEnding: ""),
      repeating: Repeating(
        policy: .once, now: now, sleepUntil: sleepUntil, jitter: { 0.5 }),
      journalTime: { .start })
  }
}

/// A journal in memory.
private final class Lines: JournalKeeping {
  private let lines = Mutex<[JournalLine]>([])

  var all: [JournalLine] { lines.withLock(\.self) }

  func append(_ line: JournalLine) throws(RecordError) { lines.withLock { $0.append(line) } }
  func entries(limit: Int) throws(RecordError) -> [JournalEntry] { [] }
}

private struct NoTransport: HTTPTransport {
  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    throw .cancelled
  }
}
