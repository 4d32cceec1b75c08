import Delivery
import Foundation
import JSON
import Records
import Testing
import ViewModel

/// What a journal tells, and that nothing in it keeps the rest from being told.
@Suite(.timeLimit(.minutes(20)))
struct JournalReaderTests {
  private let first = UUID()
  private let second = UUID()

  @Test func `a write is its intent and its outcome, the newest first`() {
    let bytes =
      JournalLine.intent(first, name: "One").bytes + JournalLine.intent(second, name: "Two").bytes
      + JournalLine.outcome(first).bytes

    let entries = JournalReader.entries(in: bytes)

    #expect(entries.map(\.id) == [second, first])
    #expect(entries.map(\.intent.subject.name) == ["Two", "One"])
    #expect(entries.map(\.outcome?.result) == [nil, .done])
  }

  @Test func `of two outcomes the last one counts`() {
    let bytes =
      JournalLine.intent(first).bytes + JournalLine.outcome(first, .unknown).bytes
      + JournalLine.outcome(first, .done).bytes

    #expect(JournalReader.entries(in: bytes).map(\.outcome?.result) == [.done])
  }

  @Test func `of a create that was half done it is told what was made`() {
    var intent = JournalIntent(
      action: .create, author: .ada, organizationID: nil, name: "Acme", before: nil, change: nil)
    let made = RawJSON(#"{"id":"org_1"}"#)
    let half =
      JournalLine(write: first, time: .noon, event: .intent(intent)).bytes
      + JournalLine.outcome(first, .partly, after: made).bytes
    intent.subject.id = "org_1"
    let rest =
      JournalLine(write: first, time: .noon, event: .intent(intent)).bytes
      + JournalLine.outcome(first, .partly).bytes

    let entries = JournalReader.entries(in: half + rest)

    #expect(entries.map(\.outcome?.after) == [made])
    #expect(entries.map(\.intent.subject.id) == ["org_1"])
  }

  static let repeated: [([JournalOutcome.Result], JournalOutcome.Result, Bool)] = [
    ([.unknown], .done, true), ([], .done, true), ([.unknown], .unknown, false),
    ([.failed], .done, false), ([.unknown, .failed], .done, false),
  ]

  @Test(arguments: repeated)
  func `what was made by sending it again may be there twice, where nobody knows of the first`(
    former: [JournalOutcome.Result], last: JournalOutcome.Result, isPerhapsTwice: Bool
  ) {
    let intent = JournalLine(
      write: first, time: .noon,
      event: .intent(
        JournalIntent(
          action: .create, author: .ada, organizationID: nil, name: "Acme", before: nil,
          change: nil))
    ).bytes
    let sendings =
      intent + former.flatMap { JournalLine.outcome(first, $0).bytes } + intent
      + JournalLine.outcome(first, last).bytes

    let entries = JournalReader.entries(in: sendings)

    #expect(entries.map(\.isPerhapsTwice) == [isPerhapsTwice])
    #expect(entries.map(\.outcome?.result) == [last])
  }

  @Test func `a first admin who is added once more is there once`() {
    var intent = JournalIntent(
      action: .create, author: .ada, organizationID: nil, name: "Acme", before: nil, change: nil)
    func sending(_ result: JournalOutcome.Result) -> [UInt8] {
      JournalLine(write: first, time: .noon, event: .intent(intent)).bytes
        + JournalLine.outcome(first, result).bytes
    }
    let made = sending(.partly)
    intent.subject.id = "org_1"

    let entries = JournalReader.entries(in: made + sending(.unknown) + sending(.done))

    #expect(entries.map(\.isPerhapsTwice) == [false])
  }

  @Test func `a delete that was queued and sent is one write, of which no outcome is known`() {
    let queued = JournalLine.intent(first).bytes + JournalLine.outcome(first, .queued).bytes
    let sent = JournalLine.intent(first).bytes

    #expect(JournalReader.entries(in: queued).map(\.outcome?.result) == [.queued])
    #expect(JournalReader.entries(in: queued + sent).map(\.outcome?.result) == [nil])
  }

  @Test func `an outcome without an intent is passed over`() {
    #expect(JournalReader.entries(in: JournalLine.outcome(first).bytes).isEmpty)
  }

  @Test func `a write that is in the journal twice is told once`() {
    let bytes = JournalLine.intent(first).bytes

    #expect(JournalReader.entries(in: bytes + bytes).count == 1)
  }

  @Test func `only so many are read`() {
    let bytes = (0..<10).flatMap { JournalLine.intent(name: "\($0)").bytes }

    #expect(
      JournalReader.entries(in: bytes, limit: 3).map(\.intent.subject.name) == ["9", "8", "7"])
    #expect(JournalReader.entries(in: bytes, limit: 0).isEmpty)
  }

  @Test func `wherever the last line is torn, the ones before it are read`() {
    let whole = JournalLine.intent(first).bytes
    let torn = JournalLine.intent(second).bytes

    for length in 0..<torn.count - 1 {
      #expect(JournalReader.entries(in: whole + torn[..<length]).map(\.id) == [first])
    }
  }

  @Test func `a whole last line without its end counts`() {
    #expect(JournalReader.entries(in: JournalLine.intent(first).bytes.dropLast()).count == 1)
  }

  @Test(arguments: [
    "", "\n\n", "{}", "[]", "null", "garbage", "\u{0}\u{0}\u{0}", "{\"v\":2}",
    "{\"v\":1,\"write\":\"x\"}", "\r", "{\"v\":1e999}", "{\"v\":99999999999999999999}",
    "\u{FEFF}{}",
  ])
  func `a line that is none of ours is passed over`(garbage: String) {
    let bytes =
      JournalLine.intent(first).bytes + Array(garbage.utf8) + [0x0A]
      + JournalLine.outcome(first).bytes

    #expect(JournalReader.entries(in: bytes).map(\.outcome?.result) == [.done])
  }

  @Test func `a line that is no UTF-8 is passed over`() {
    let bytes = JournalLine.intent(first).bytes + [0xFF, 0xC0, 0x80, 0x0A]

    #expect(JournalReader.entries(in: bytes).count == 1)
  }

  @Test func `a line with a damaged byte is passed over`() throws {
    var damaged = JournalLine.intent(first).bytes
    damaged[try #require(damaged.lastIndex(of: UInt8(ascii: "}"))) - 3] = 0xFF

    let entries = JournalReader.entries(in: damaged + JournalLine.intent(second).bytes)

    #expect(entries.map(\.id) == [second])
  }

  @Test func `a line longer than any of ours is passed over`() {
    let huge = [UInt8](repeating: UInt8(ascii: " "), count: JournalReader.longestLine)
    let bytes = JournalLine.intent(first).bytes + huge + JournalLine.intent(second).bytes

    #expect(JournalReader.entries(in: bytes).map(\.id) == [first])
  }

  @Test func `members of a later program are passed over, and those missing are empty`() throws {
    let line = """
      {"new":[1,{"a":"}"}],"v":1,"event":"intent","time":"2026-11-21T12:00:00Z",\
      "write":"\(first.uuidString)","action":"delete","status":"x"}
      """

    let entry = try #require(JournalReader.entries(in: Array(line.utf8)).first)

    #expect(entry.intent.verb == .delete)
    #expect(entry.intent.subject.name == "")
    #expect(entry.intent.organizationID == nil)
  }

  @Test func `no bytes are too strange to be read`() {
    var state: UInt64 = 1
    let seed = JournalLine.intent(first).bytes + JournalLine.outcome(first).bytes
    for _ in 0..<2000 {
      var bytes = seed
      for _ in 0..<4 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 24)
      }
      #expect(JournalReader.entries(in: bytes).count <= 2)
    }
  }
}
