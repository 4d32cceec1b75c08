import Delivery
import Foundation
import JSON
import Records
import Testing
import ViewModel
import WorkOS

/// What goes into a line comes out of it, and does nothing on the way.
@Suite(.timeLimit(.minutes(20)))
struct JournalLineTests {
  private let write = UUID(uuidString: "00000000-0000-0000-0000-00000000000A") ?? UUID()

  private func reread(_ line: JournalLine) -> JournalLine? {
    JournalLine(Array(line.text.utf8)[...])
  }

  @Test func `an intent is one line of readable members`() {
    let line = JournalLine.intent(write)

    #expect(
      line.text == """
        {"v":2,"write":"00000000-0000-0000-0000-00000000000a",\
        "time":"2026-11-21T12:00:00.123Z","event":"intent","action":"update","user":"ada",\
        "host":"api.workos.com","environment":"live","key_ending":"x9Qz",\
        "subject":{"kind":"organization","id":"org_1","name":"Acme"},"before":{"id":"org_1"},\
        "change":{"name":"Acme Ltd"}}
        """)
    #expect(reread(line) == line)
  }

  @Test func `an outcome is one line of readable members`() {
    let line = JournalLine.outcome(write, after: RawJSON(#"{"id":"org_1"}"#))

    #expect(
      line.text == """
        {"v":2,"write":"00000000-0000-0000-0000-00000000000a",\
        "time":"2026-11-21T12:00:00.123Z","event":"outcome","result":"done","status":200,\
        "request_id":"req_1","tries":2,"after":{"id":"org_1"}}
        """)
    #expect(reread(line) == line)
  }

  @Test func `what was taken for what it made comes back`() {
    let line = JournalLine(
      write: write, time: .noon,
      event: .outcome(JournalOutcome(result: .unknown, takenFor: "org_9")))

    #expect(reread(line) == line)
  }

  @Test func `a line of the first version is about an organization`() throws {
    let line = """
      {"v":1,"write":"00000000-0000-0000-0000-00000000000a",\
      "time":"2026-11-21T12:00:00.123Z","event":"intent","action":"update","user":"ada",\
      "host":"api.workos.com","environment":"live","key_ending":"x9Qz",\
      "organization_id":"org_1","name":"Acme","before":{"id":"org_1"},\
      "change":{"name":"Acme Ltd"}}
      """

    #expect(JournalLine(Array(line.utf8)[...]) == .intent(write))
  }

  @Test func `any subject, its organization and any verb come back`() {
    let intent = JournalIntent(
      verb: Verb(rawValue: "promote"), author: .ada,
      subject: Subject(
        kind: .membership, id: "om_1", name: "jane@acme.com \(hostileText)",
        organization: Subject.Owner(id: "org_1", name: "Acme")),
      before: nil, change: RawJSON("{}"))
    let line = JournalLine(write: write, time: .noon, event: .intent(intent))

    #expect(reread(line) == line)
  }

  @Test func `a delete that was never sent says so`() throws {
    let line = JournalLine(
      write: write, time: .noon, event: .outcome(JournalOutcome(result: .neverSent, tries: 0)))

    #expect(line.text.contains(#""result":"never-sent","tries":0"#))
    #expect(reread(line) == line)
  }

  @Test func `why it was never sent comes back, and what a later version says of it harms nothing`()
  {
    let outcome = JournalOutcome(result: .neverSent, tries: 0, reason: .takenBack)
    let line = JournalLine(write: write, time: .noon, event: .outcome(outcome))

    #expect(line.text.hasSuffix(#""tries":0,"reason":"taken-back"}"#))
    #expect(reread(line) == line)
    let later = JournalLine(Array(line.text.replacing("taken-back", with: "else").utf8)[...])
    #expect(later?.event == .outcome(JournalOutcome(result: .neverSent, tries: 0)))
  }

  @Test func `hostile text comes back whole, and is visible ASCII in between`() {
    let line = JournalLine.intent(
      write, name: hostileText, before: RawJSON("{\"é\u{202E}\":\"\u{9B}🧑‍🚀\"}"))

    #expect(line.text.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
    guard case .intent(let intent) = reread(line)?.event else {
      Issue.record("not read")
      return
    }
    #expect(Array(intent.subject.name.unicodeScalars) == Array(hostileText.unicodeScalars))
    #expect(intent.before == RawJSON(#"{"\u00e9\u202e":"\u009b\ud83e\uddd1\u200d\ud83d\ude80"}"#))
  }

  @Test(arguments: [
    (#" { "b" : 1.50e+3 , "a" : [ ] , "a" : null } "#, #"{"b":1.50e+3,"a":[],"a":null}"#),
    (#"{"half":"\ud83d","s":"a b \" \\"}"#, #"{"half":"\ud83d","s":"a b \" \\"}"#),
    ("[1,\n\t2]", "[1,2]"),
    ("true", "true"),
    (#""a string""#, #""a string""#),
    ("{oops\u{1B}", "{oops\u{1B}"),
    ("", ""),
    ("{} {}", "{} {}"),
    ("[01]", "[01]"),
    (#"{"a":"\x"}"#, #"{"a":"\x"}"#),
    ("\"line\nbreak\"", "\"line\nbreak\""),
  ])
  func `JSON comes back with the same meaning, and other text as it was`(
    before: String, reread expected: String
  ) {
    let line = JournalLine.intent(write, before: RawJSON(before))

    guard case .intent(let intent) = reread(line)?.event else {
      Issue.record("not read")
      return
    }
    #expect(intent.before?.bytes == Data(expected.utf8))
  }

  @Test func `a body that is no UTF-8 keeps what can be read of it`() {
    let line = JournalLine.intent(write, before: RawJSON(bytes: Data([0x7B, 0xFF, 0x00, 0x7D])))

    guard case .intent(let intent) = reread(line)?.event else {
      Issue.record("not read")
      return
    }
    #expect(intent.before == RawJSON("{\u{FFFD}\u{0}}"))
  }

  @Test func `nesting without end is kept as text`() {
    let deep = String(repeating: "[", count: 100_000)
    let line = JournalLine.intent(write, before: RawJSON(deep))

    guard case .intent(let intent) = reread(line)?.event else {
      Issue.record("not read")
      return
    }
    #expect(intent.before == RawJSON(deep))
  }

  @Test func `no more than four characters of a key are written`() {
    var line = JournalLine.intent(write)
    guard case .intent(var intent) = line.event else { return }
    intent.author.keyEnding = "sk_live_secretx9Qz"
    line.event = .intent(intent)

    #expect(line.text.contains(#""key_ending":"x9Qz""#))
    #expect(!line.text.contains("secret"))
  }

  @Test(arguments: [
    (1_795_262_400.0, "2026-11-21T12:00:00.000Z"), (1_795_262_400.9996, "2026-11-21T12:00:01.000Z"),
    (-0.001, "1969-12-31T23:59:59.999Z"), (1e300, "9999-12-31T23:59:59.999Z"),
  ])
  func `times are in UTC, to the millisecond`(seconds: TimeInterval, text: String) throws {
    let line = JournalLine.intent(write, time: Date(timeIntervalSince1970: seconds))

    #expect(line.text.contains(#""time":"\#(text)""#))
    #expect(reread(line)?.text == line.text)
  }
}
