import Delivery
import Foundation
import JSON
import Records
import Testing
import ViewModel
import WorkOS

/// The journal as it is printed.
@Suite(.timeLimit(.minutes(20)))
struct JournalTableTests {
  private let table = JournalTable(timeZone: .gmt, width: { $0.count })

  private func entry(
    _ action: JournalIntent.Action = .update, name: String = "Acme", id: String? = "org_1",
    _ outcome: JournalOutcome? = JournalOutcome(result: .done, status: 200, requestID: "req_1")
  ) -> JournalEntry {
    JournalEntry(
      id: UUID(), time: .noon,
      intent: JournalIntent(
        action: action, author: .ada, organizationID: id, name: name, before: nil, change: nil),
      outcome: outcome)
  }

  @Test func `columns are aligned, and every outcome has its words`() {
    let entries = [
      entry(),
      entry(.create, name: "Umbrella", id: nil, JournalOutcome(result: .failed, status: 422)),
      entry(.delete, JournalOutcome(result: .neverSent, tries: 0)),
      entry(.delete, JournalOutcome(result: .unknown, tries: 3)),
      entry(.update, nil),
    ]

    #expect(
      table.lines(entries) == [
        "2026-11-21 12:00:00 UTC  live …x9Qz  update  Acme      org_1  done (200)        ada  "
          + "api.workos.com  req_1",
        "2026-11-21 12:00:00 UTC  live …x9Qz  create  Umbrella  -      failed (422)      ada  "
          + "api.workos.com",
        "2026-11-21 12:00:00 UTC  live …x9Qz  delete  Acme      org_1  never sent        ada  "
          + "api.workos.com",
        "2026-11-21 12:00:00 UTC  live …x9Qz  delete  Acme      org_1  unknown, 3 tries  ada  "
          + "api.workos.com",
        "2026-11-21 12:00:00 UTC  live …x9Qz  update  Acme      org_1  no outcome        ada  "
          + "api.workos.com",
      ])
  }

  @Test func `what was sent again without an answer to the first may be there twice`() {
    var entry = entry(.create, JournalOutcome(result: .done, tries: 2))
    entry.isPerhapsTwice = true

    #expect(table.lines([entry])[0].contains("done, 2 tries, perhaps there twice"))
    #expect(entry.text.contains(#","perhaps_twice":true,"outcome":{"#))
    entry.isPerhapsTwice = false
    #expect(!entry.text.contains("perhaps_twice"))
  }

  @Test func `a create that is not known leads to what was taken for it, and says so`() throws {
    let entry = entry(.create, id: nil, JournalOutcome(result: .unknown, takenFor: "org_9"))

    let line = try #require(table.lines([entry]).first)

    #expect(line.contains("  Acme  org_9  unknown, taken for it"))
    #expect(entry.text.contains(#""organization_id":"org_9""#))
    #expect(entry.text.contains(#""result":"unknown","tries":1,"taken_for":"org_9""#))
  }

  @Test func `what is no organization is told with its kind, and with the organization it is in`() {
    let intent = JournalIntent(
      verb: .deactivate, author: .ada,
      subject: Subject(
        kind: .membership, id: "om_1", name: "jane@acme.com",
        organization: Subject.Owner(id: "org_1", name: "Acme")),
      before: nil, change: nil)
    let entry = JournalEntry(
      id: UUID(), time: .noon, intent: intent, outcome: JournalOutcome(result: .done))

    #expect(
      table.lines([entry]) == [
        "2026-11-21 12:00:00 UTC  live …x9Qz  deactivate  membership jane@acme.com (Acme)  om_1  done  "
          + "ada  api.workos.com"
      ])
  }

  @Test(arguments: [
    ("xn--mller-kva.de", "domain müller.de (xn--mller-kva.de) (A)"),
    ("lang.xn--mller-kva.de", "domain lang.müller.de (A)"),
    ("xn--pple-43d.com", "domain xn--pple-43d.com (A)"),
  ])
  func `a domain is told as it is read, and as the DNS has it where there is room`(
    name: String, words: String
  ) throws {
    let intent = JournalIntent(
      verb: .remove, author: .ada,
      subject: Subject(
        kind: .domain, id: "d_1", name: name,
        organization: Subject.Owner(id: "org_1", name: "A")),
      before: nil, change: nil)
    let entry = JournalEntry(
      id: UUID(), time: .noon, intent: intent, outcome: JournalOutcome(result: .done))

    #expect(try #require(table.lines([entry]).first).contains("  \(words)  d_1  "))
  }

  @Test func `the id of what was created is that of the answer`() throws {
    let created = JournalOutcome(
      result: .done, status: 201, after: RawJSON(#"{"id":"org_7","name":"Umbrella"}"#))

    let line = try #require(table.lines([entry(.create, name: "Umbrella", id: nil, created)]).first)

    #expect(line.contains("create  Umbrella  org_7  done (201)"))
  }

  private static let halves: [(JournalOutcome?, String)] = [
    (JournalOutcome(result: .unknown, status: 500), "partly done, admin unknown (500)"),
    (nil, "partly done, admin unknown"),
    (JournalOutcome(result: .partly, status: 403), "partly done (403)"),
  ]

  @Test(arguments: halves)
  func `of an organization that was created it is not said that nothing is known`(
    outcome: JournalOutcome?, words: String
  ) throws {
    let line = try #require(table.lines([entry(.create, name: "Zeb", outcome)]).first)

    #expect(line.contains("create  Zeb  org_1  \(words)  ada"))
  }

  @Test func `of one that may not have been it is`() throws {
    let lost = JournalOutcome(result: .unknown, status: 500)

    let line = try #require(table.lines([entry(.create, name: "Zeb", id: nil, lost)]).first)

    #expect(line.contains("create  Zeb  -  unknown (500)  ada"))
  }

  @Test(arguments: [
    ("API key", JournalIntent.Action.create, "api_key_7"), ("role", .create, "role_7"),
    ("IT contact", .add, "it_contact_7"),
  ])
  func `what was made in a tab has the id of the answer, in the table and as JSON`(
    kind: String, verb: JournalIntent.Action, id: String
  ) throws {
    let intent = JournalIntent(
      verb: verb, author: .ada,
      subject: Subject(
        kind: Subject.Kind(rawValue: kind), id: nil, name: "x",
        organization: Subject.Owner(id: "org_1", name: "A")),
      before: nil, change: nil)
    let entry = JournalEntry(
      id: UUID(), time: .noon, intent: intent,
      outcome: JournalOutcome(result: .done, after: RawJSON(#"{"id":"\#(id)"}"#)))

    #expect(try #require(table.lines([entry]).first).contains("  \(kind) x (A)  \(id)  done"))
    #expect(entry.text.contains(#""id":"\#(id)","name":"x""#))
  }

  @Test func `two environments differ in the first columns, whoever writes where`() {
    var other = entry()
    other.intent.author = JournalAuthor(
      user: String(repeating: "u", count: 60), host: String(repeating: "h", count: 60),
      environment: "test", keyEnding: "aaaa")

    let beginnings = table.lines([entry(), other]).map { $0.prefix(35) }

    #expect(
      beginnings == ["2026-11-21 12:00:00 UTC  live …x9Qz", "2026-11-21 12:00:00 UTC  test …aaaa"])
  }

  @Test func `no entries are no lines`() {
    #expect(table.lines([]) == [])
  }

  @Test func `hostile text is one harmless line`() throws {
    let line = try #require(
      table.lines([
        entry(
          name: hostileText, id: hostileText,
          JournalOutcome(result: .done, requestID: hostileText))
      ]).first)

    #expect(line.contains("a␛[2J␛]0;t␇\u{FFFD}31m␍␊␀␡\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"))
    #expect(line.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    #expect(
      line.unicodeScalars.allSatisfy {
        $0.properties.generalCategory != .format || $0 == "\u{200D}"
      })
  }

  @Test func `a long name is shortened, and marks without end are cut`() throws {
    let long = try #require(table.lines([entry(name: String(repeating: "x", count: 100))]).first)
    let marked = try #require(
      table.lines([entry(name: "e" + String(repeating: "\u{301}", count: 9999))]).first)

    #expect(long.contains("  " + String(repeating: "x", count: 39) + "…  org_1"))
    #expect(marked.unicodeScalars.count < 300)
  }

  @Test func `an entry is one JSON object in visible ASCII`() {
    var entry = entry(name: hostileText)
    entry.id = UUID(uuidString: "00000000-0000-0000-0000-00000000000A") ?? UUID()

    #expect(entry.text.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
    #expect(
      entry.text.hasPrefix(
        #"{"write":"00000000-0000-0000-0000-00000000000a","time":"2026-11-21T12:00:00.123Z","#))
    #expect(
      entry.text.hasSuffix(
        #","outcome":{"result":"done","status":200,"request_id":"req_1","tries":1}}"#))
  }

  @Test func `an entry without an outcome says null`() {
    #expect(entry(.update, nil).text.hasSuffix(#","outcome":null}"#))
  }
}
