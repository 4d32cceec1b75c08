import Delivery
import Foundation
import JSON
import Storms
import Synchronization
import Testing
import WorkOS

@testable import ViewModel

/// What is written to disk, in what order, and what is not sent when it cannot be.
@Suite(.timeLimit(.minutes(20)))
struct RecordsTests {
  @Test func `of a draft that waits only the newest state is written, in order with the rest`() {
    let records = FakeRecords()
    let writer = RecordWriter(records)
    let gate = DispatchSemaphore(value: 0)
    writer.async { _ in gate.wait() }

    writer.keep(draft("A"), as: id, at: Scenario.start, { _ in })
    writer.journal.append(line, { _ in })
    writer.keep(draft("B"), as: id, at: Scenario.start, { _ in })
    gate.signal()
    writer.finish()

    #expect(records.written == ["keep B", "append outcome"])
  }

  @Test func `a draft that is dropped before it was written is not written`() {
    let records = FakeRecords()
    let writer = RecordWriter(records)
    let gate = DispatchSemaphore(value: 0)
    writer.async { _ in gate.wait() }

    writer.keep(draft("A"), as: id, at: Scenario.start, { _ in })
    writer.keep(nil, as: id, at: Scenario.start, { _ in })
    gate.signal()
    writer.finish()

    #expect(records.written == ["drop"])
  }

  @Test func `a disk that does not answer is not waited for without end`() async {
    let records = FakeRecords()
    let writer = RecordWriter(records, patience: 0.05)
    let gate = DispatchSemaphore(value: 0)
    writer.async { _ in gate.wait() }
    let (reports, reported) = AsyncStream.makeStream(of: RecordError?.self)

    writer.keep(draft("A"), as: id, at: Scenario.start) { reported.yield($0.failure) }
    let end = writer.finish()
    let error = await #expect(throws: RecordError.self) { try await writer.journal.append(intent) }
    var told = reports.makeAsyncIterator()

    #expect(end.failure == .noAnswer)
    #expect(error == .noAnswer)
    #expect(await told.next() == .noAnswer)
    gate.signal()
    #expect(await told.next() == .some(nil), "then it was kept all the same")
    #expect(writer.finish().failure == nil)
    #expect(
      records.written == ["keep A", "append intent", "append outcome"],
      "the journal says that what came too late was not sent")
  }

  @Test func `what became of the last draft is known at the end`() {
    let failure = RecordError(path: "/drafts", reason: "No space left")
    let writer = RecordWriter(FakeRecords(failure: failure))

    writer.keep(draft("A"), as: id, at: Scenario.start, { _ in })

    #expect(writer.finish().failure == failure)
  }

  @Test func `that one draft was written does not hide that another was not`() {
    let failure = RecordError(path: "/drafts", reason: "No space left")
    let writer = RecordWriter(FakeRecords(failure: failure, of: ["keep A"]))

    writer.keep(draft("A"), as: id, at: Scenario.start, { _ in })
    let other = DraftRow.ID.organization(.sample(.organization(.number(2))))
    writer.keep(draft("B"), as: other, at: Scenario.start, { _ in })

    #expect(
      writer.finish().undone == [
        DraftWritten(id, draft("A"), at: Scenario.start, failure: failure)
      ])
  }

  @Test @ConsoleActor
  func `a write is held back when the journal cannot be written`() async throws {
    let transport = HeldTransport()
    let failure = RecordError(path: "/journal", reason: "No space left")
    let stage = try Stage(transport, records: FakeRecords(failure: failure))

    stage.create("New")
    await stage.untilIdle()

    #expect(transport.requests.isEmpty)
    #expect(
      stage.console.editor.session?.faults.failure
        == .transport(
          .heldBack(reason: "the journal /journal could not be written: No space left")))
    #expect(stage.console.editor.session?.draft.name == "New")
  }

  @Test @ConsoleActor
  func `a write is in the journal before it leaves, and its outcome after`() async throws {
    let transport = HeldTransport()
    let records = FakeRecords()
    let stage = try Stage(transport, records: records)

    stage.create("New")
    _ = await transport.nextRequest()
    let before = records.written.filter { $0.hasPrefix("append") }
    transport.answer(0, .organization(7, name: "New"))
    await stage.untilIdle()

    #expect(before == ["append intent"])
    #expect(
      records.written.filter { $0.hasPrefix("append") } == ["append intent", "append outcome"])
  }

  @Test(arguments: [
    (WorkOSError.status(422), JournalOutcome.Result.failed, 422 as Int?),
    (.status(503), .unknown, 503), (.timedOut, .unknown, nil), (.refused, .failed, nil),
  ])
  func `the outcome says what is known`(
    error: WorkOSError, result: JournalOutcome.Result, status: Int?
  ) {
    let account = WriteAccount(
      write: UUID(), action: .update, before: nil, name: "", change: nil)
    let outcome = JournalOutcome(
      Sending(account: account, attempt: 3), Reply(Event.keyPressed, failure: error))

    #expect(outcome == JournalOutcome(result: result, status: status, tries: 3))
  }

  private var intent: JournalLine {
    JournalLine(
      write: UUID(), time: Scenario.start,
      event: .intent(
        JournalIntent(
          action: .delete,
          author: JournalAuthor(user: "", host: "", environment: "", keyEnding: ""),
          organizationID: "org_1", name: "Acme", before: nil, change: nil)))
  }

  private var line: JournalLine {
    JournalLine(
      write: UUID(), time: Scenario.start,
      event: .outcome(JournalOutcome(result: .done)))
  }

  private let id = DraftRow.ID.organization(.sample(.creation))

  private func draft(_ name: String) -> DraftText {
    var draft = Draft()
    draft.name = name
    return .organization(draft)
  }
}

extension Stage {
  /// Creates an organization, as far as its request.
  fileprivate func create(_ name: String) {
    send(
      .editor(.creationOpened), .editor(.textChanged(.name, name)), .editor(.reviewWanted),
      .editor(.submitted))
  }
}

/// The request log's ear at the transport.
@Suite(.timeLimit(.minutes(20)))
struct LoggingTransportTests {
  @Test func `a request is told with its status and request id, and without the key`() async throws
  {
    let told = Mutex<[LoggedRequest]>([])
    let transport = HeldTransport()
    let logging = LoggingTransport(
      transport, now: { Scenario.start },
      onEnd: { request in told.withLock { $0.append(request) } })
    let url = try #require(URL(string: "https://api.workos.com/organizations"))
    let headers = ["Authorization": "Bearer sk_test_secret", "Idempotency-Key": "key-1"]

    let sending = Task {
      try await logging.send(
        HTTPRequest(method: .post, url: url, headers: headers, body: Data("{}".utf8)))
    }
    _ = await transport.nextRequest()
    transport.answer(
      0, .success(HTTPResponse(status: 201, headers: ["x-request-id": "req_1"])))
    _ = try await sending.value

    let requests = told.withLock(\.self)
    #expect(
      requests == [
        LoggedRequest(
          method: "POST", url: url, body: RawJSON("{}"), idempotencyKey: "key-1",
          sentAt: Scenario.start, duration: 0, ending: .answered(status: 201), requestID: "req_1")
      ])
    #expect(!"\(requests)".contains("sk_test_secret"))
  }
}

/// Records in memory, in the order they came.
final class FakeRecords: RecordKeeping {
  private let state = Mutex<[String]>([])
  private let failure: RecordError?
  private let failing: [String]?

  /// - Parameter failing: what fails; nil: all of it.
  init(failure: RecordError? = nil, of failing: [String]? = nil) {
    self.failure = failure
    self.failing = failing
  }

  var written: [String] { state.withLock(\.self) }

  private func note(_ words: String) throws(RecordError) {
    if let failure, failing?.contains(words) != false { throw failure }
    state.withLock { $0.append(words) }
  }

  func append(_ line: JournalLine) throws(RecordError) {
    switch line.event {
    case .intent: try note("append intent")
    case .outcome: try note("append outcome")
    }
  }

  func entries(limit: Int) throws(RecordError) -> [JournalEntry] { [] }
  func keep(_ draft: Draft, as id: Draft.ID) throws(RecordError) {
    try note("keep \(draft.name)")
  }
  func drop(_ id: Draft.ID) throws(RecordError) { try note("drop") }
  func takeOverDrafts() throws(RecordError) -> [KeptDraft] { [] }
  func drafts() throws(RecordError) -> [KeptDraft] { [] }
}
