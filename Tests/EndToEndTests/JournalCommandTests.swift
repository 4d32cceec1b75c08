import Foundation
import TestSupport
import Testing

/// The journal on paper: `journal`, and `paths`.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct JournalCommandTests {
  private let name = DeletingTests.name
  private let other = "Blue Harbour Insurance"

  @Test func `a line tells when, who, where, what and with what outcome`() throws {
    let console = try ConsoleSession("--delete-grace", "0", rows: 40, environment: ["USER": "erin"])
    let id = try console.someoneElse.organization(named: name).id
    try console.delete(name)
    try console.wait(for: Words.deleted)

    let lines = try console.printed(by: "journal").split(separator: "\n")

    try #require(lines.count == 1)
    for word in ["erin", "test …dbox", "127.0.0.1:", "delete", name, id, "done", "req_"] {
      #expect(lines[0].contains(word), "\(word)")
    }
    #expect(!lines[0].contains("sk_test_sandbox"))
  }

  @Test func `the id of what was created is in it, in both forms`() throws {
    let console = try ConsoleSession(rows: 40)
    console.type("a")
    try console.wait(for: Words.newForm)
    console.type("Zebra Works")
    try console.wait(for: "Zebra Works")
    try console.save(after: Words.newReview)
    try console.wait(for: "\(Words.created)Zebra Works")
    let id = try console.someoneElse.organization(named: "Zebra Works").id

    #expect(try console.printed(by: "journal").contains("create  Zebra Works  \(id)  done"))
    #expect(
      try console.printed(by: "journal", "--json").contains(#""organization_id":"\#(id)""#))
    console.type("L")
    try console.wait(for: [Words.journal, "create done"])
    console.type("y")
    try console.wait(for: Words.copied)
    #expect(console.clipboards == [id])
  }

  @Test func `as JSON it is an object on each line, with the organization as it was`() throws {
    let console = try ConsoleSession("--delete-grace", "0", rows: 40)
    let organization = try console.someoneElse.organization(named: name)
    try console.delete(name)
    try console.wait(for: Words.deleted)
    console.type("ge II")
    try console.save(after: Words.editReview("Northwind Traders"))
    try console.wait(for: Words.saved)

    let text = try console.printed(by: "journal", "--json")

    let writes = try text.split(separator: "\n").map {
      try JSONDecoder().decode(PrintedWrite.self, from: Data($0.utf8))
    }
    try #require(writes.map(\.action) == ["delete", "update"], "the oldest first")
    #expect(writes[0].before == organization)
    #expect(writes[0].keyEnding == "dbox")
    #expect(writes.map(\.outcome?.result) == ["done", "done"])
    #expect(writes.map(\.outcome?.tries) == [1, 1])
    #expect(writes.allSatisfy { $0.outcome?.requestID?.hasPrefix("req_") == true })
    #expect(!text.contains("sk_test_sandbox"))
  }

  @Test func `it can be cut down to what is recent, or to the newest`() throws {
    let console = try ConsoleSession("--delete-grace", "0", rows: 40)
    try console.delete(name)
    try console.wait(for: Words.deleted)
    try console.changeJournal { $0.replacing(#""time":"20"#, with: #""time":"19"#) }
    try console.delete(other)
    try console.wait(for: "\(Words.deleted)\(other)")

    let all = try console.printed(by: "journal")
    #expect(all.contains(name) && all.contains(other))
    for options in [["--since", "2h"], ["--since", "2000-01-01"], ["--limit", "1"]] {
      let some = try console.printed(by: ["journal"] + options)
      #expect(some.contains(other) && !some.contains(name), "\(options)")
    }
    #expect(try console.printed(by: "journal", "--since", "2998-12-31").contains("nothing"))
  }

  @Test func `without a journal it says so, and prints no JSON`() throws {
    let console = try ConsoleSession()

    #expect(try console.printed(by: "journal") == "nothing has been written yet\n")
    #expect(try console.printed(by: "journal", "--json") == "")
  }

  @Test func `a last line that a crash has torn is passed over`() throws {
    let console = try ConsoleSession("--delete-grace", "0", rows: 40)
    try console.delete(name)
    try console.wait(for: Words.deleted)
    try console.changeJournal { $0 + String($0.prefix($0.count / 3)) }

    let lines = try console.printed(by: "journal").split(separator: "\n")

    #expect(lines.count == 1)
    #expect(lines.first?.contains("done") == true)
  }

  /// However the program ends while a delete waits.
  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func `a queued delete that a signal dropped is in it as never sent`(signal: Int32) throws {
    let console = try ConsoleSession("--delete-grace", "60", rows: 40)
    try console.delete(name)
    try console.wait(for: Words.countdown)

    console.session.terminal.send(signal: signal)
    #expect(console.session.waitForEnd() == .signaled(signal))

    let journal = try console.printed(by: "journal")
    #expect(journal.contains(name) && journal.contains(Words.neverSent))
    #expect(console.writes == [])
  }

  @Test(arguments: [SIGKILL, SIGSEGV])
  func `a queued delete that nothing was left of is in it as not sent`(signal: Int32) throws {
    let console = try ConsoleSession("--delete-grace", "60", rows: 40)
    try console.delete(name)
    try console.wait(until: "the journal knows") {
      FileManager.default.contents(atPath: console.journal).map {
        String(decoding: $0, as: UTF8.self).contains("queued")
      } == true
    }

    console.session.terminal.send(signal: signal)
    #expect(console.session.waitForEnd() == .signaled(signal))

    let journal = try console.printed(by: "journal")
    #expect(journal.contains(name) && journal.contains(Words.notSent))
    #expect(console.writes == [])
  }

  @Test func `a queued delete that went with its terminal is in it as never sent`() throws {
    let console = try ConsoleSession("--delete-grace", "60", rows: 40)
    try console.delete(name)
    try console.wait(for: Words.countdown)

    console.session.terminal.hangUp()
    #expect(console.session.waitForEnd() == .signaled(SIGHUP))

    let journal = try console.printed(by: "journal")
    #expect(journal.contains(name) && journal.contains(Words.neverSent))
    #expect(console.writes == [])
  }

  @Test func `paths prints where the journal and the drafts are`() throws {
    let console = try ConsoleSession("--delete-grace", "0", rows: 40)
    try console.delete(name)
    try console.wait(for: Words.deleted)
    console.type("ge II")
    try console.wait(for: "Traders II")
    console.press(.escape)
    try console.wait(for: Words.draftKept)

    let paths = try console.printed(by: "paths").split(separator: "\n").map {
      $0.split(separator: " ", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
    }

    try #require(paths.map(\.first) == ["journal", "drafts"])
    #expect(console.filesKept.contains(paths[0][1]))
    #expect(console.filesKept.contains { $0.hasPrefix(paths[1][1] + "/") })
  }
}

/// What `journal --json` says of a write, as another program would read it.
private struct PrintedWrite: Decodable {
  struct Outcome: Decodable {
    var result: String
    var tries: Int
    var requestID: String?

    enum CodingKeys: String, CodingKey {
      case result, tries
      case requestID = "request_id"
    }
  }

  var action: String
  var keyEnding: String
  var before: StoredOrganization
  var outcome: Outcome?

  enum CodingKeys: String, CodingKey {
    case action, before, outcome
    case keyEnding = "key_ending"
  }
}
