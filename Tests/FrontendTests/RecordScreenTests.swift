import Delivery
import Foundation
import JSON
import Testing
import ViewModel
import WorkOS

@testable import Frontend

/// The journal, the dialog that creates again, and the log of requests.
@Suite(.timeLimit(.minutes(20)))
struct RecordScreenTests {
  @Test(arguments: [40, 80, 120])
  func `the journal says what came of each write`(columns: Int) {
    let rows = columns == 120 ? 40 : 24
    let driver = Driver.reaching(.journal, rows: rows, columns: columns)

    expectScreen("journal-\(columns)", of: driver)
  }

  @Test func `what is no organization is told with its kind and its organization`() {
    var driver = Driver.listing([Sample.acme], columns: 120)
    let intent = JournalIntent(
      verb: .remove, author: Sample.author,
      subject: Subject(
        kind: .membership, id: "om_1", name: "jane@acme.com",
        organization: Subject.Owner(id: "org_1", name: "Acme")),
      before: nil, change: nil)

    driver.openJournal([
      JournalEntry(
        id: UUID(), time: Sample.now, intent: intent, outcome: JournalOutcome(result: .done))
    ])

    let text = driver.screen.text
    #expect(text.contains("remove ") && text.contains("membership jane@acme.com"))
    #expect(text.contains("om_1"))
  }

  @Test(arguments: [50, 80, 120])
  func `columns of the journal stand below each other, however long a verb is`(columns: Int) {
    var driver = Driver.listing([Sample.acme], columns: columns)

    driver.openJournal(
      ["add", "reactivate", "revoke links", String(repeating: "new ", count: 30)].map {
        Self.write(Verb(rawValue: $0), id: "om_1")
      })

    let lines = driver.screen.text.split(separator: "\n").filter { $0.contains("done") }
    let places = lines.compactMap { $0.range(of: " done")?.lowerBound.utf16Offset(in: $0) }
    #expect(places.count == 4 && Set(places).count == 1, "\(driver.screen.text)")
    #expect(!driver.screen.text.contains("……"))
  }

  private static func write(_ verb: Verb, id: String?) -> JournalEntry {
    JournalEntry(
      id: UUID(), time: Sample.now,
      intent: JournalIntent(
        verb: verb, author: Sample.author,
        subject: Subject(
          kind: .membership, id: id, name: "jane@acme.com",
          organization: Subject.Owner(id: "org_1", name: "Acme")),
        before: nil, change: nil), outcome: JournalOutcome(result: .done, status: 200))
  }

  @Test func `names in the journal stay in their rows`() {
    var driver = Driver.listing([Sample.acme])

    driver.openJournal(
      Sample.strange.enumerated().map { number, organization in
        Sample.entry(UInt8(number), .update, organization, JournalOutcome(result: .done))
      })

    expectScreen("journal-strange", of: driver)
  }

  @Test func `a journal that is being read says so`() {
    var driver = Driver.listing([Sample.acme])

    driver.press(.character("L"))

    expectScreen("journal-reading", of: driver)
  }

  @Test func `an empty journal says so`() {
    var driver = Driver.listing([Sample.acme])

    driver.openJournal([])

    expectScreen("journal-empty", of: driver)
  }

  @Test func `a journal that cannot be read says why`() {
    var driver = Driver.listing([Sample.acme])
    driver.press(.character("L"))

    let path = "/home/erin/.local/state/workos-console/journal/2026-03.jsonl"
    driver.send(
      .journal(.read(.failure(RecordError(path: path, reason: "Permission denied")))))

    expectScreen("journal-unreadable", of: driver)
  }

  @Test(arguments: [80, 120])
  func `what does not come back is said before it is created again`(columns: Int) {
    let rows = columns == 80 ? 24 : 40
    let driver = Driver.reaching(.restoring, rows: rows, columns: columns)

    expectScreen("restoring-\(columns)", of: driver)
  }

  @Test func `creating again with another key names both`() {
    var entry = Sample.journal[0]
    entry.intent.author.keyEnding = "zzzz"
    var driver = Driver.listing([Sample.acme])
    driver.openJournal([entry])

    driver.press(.character("o"), .character("R"))

    expectScreen("restoring-other-key", of: driver)
  }

  @Test(arguments: [40, 80])
  func `a create of which half was done says so, and what was sent`(columns: Int) {
    var entry = Sample.entry(
      1, .create, nil, JournalOutcome(result: .partly, status: 403, after: Sample.full.json))
    entry.intent.change = RawJSON(
      #"[{"name":"Umbrella Health"},{"user_id":"user_1","role_slug":"admin"}]"#)
    var driver = Driver.listing([Sample.acme], columns: columns)

    driver.openJournal([entry])

    expectScreen("journal-partly-\(columns)", of: driver)
  }

  @Test(arguments: [
    (JournalOutcome.Result.partly, 403, "its first admin was not added (403)."),
    (.unknown, 502, "whether its first admin was added is not known (502)."),
  ])
  func `what was left of a create is told where its organization is not`(
    result: JournalOutcome.Result, status: Int, words: String
  ) {
    var entry = Sample.entry(1, .create, nil, JournalOutcome(result: result, status: status))
    entry.intent.subject.id = "org_1"
    var driver = Driver.listing([Sample.acme], columns: 120)

    driver.openJournal([entry])

    #expect(driver.screen.text.contains("The organization was created; " + words))
  }

  @Test func `a create that ended in its second half has made its organization`() {
    var entry = Sample.entry(1, .create, nil, nil)
    entry.intent.subject.id = "org_1"
    var driver = Driver.listing([Sample.acme], columns: 120)

    driver.openJournal([entry])

    #expect(
      driver.screen.text.contains(
        "The organization was created; whether its first admin was added is not known."))
  }

  @Test func `of a create that is not known to be done no half is told`() {
    var driver = Driver.listing([Sample.acme], columns: 120)

    driver.openJournal([Sample.entry(1, .create, nil, JournalOutcome(result: .unknown))])

    #expect(!driver.screen.text.contains("The organization was created"))
  }

  @Test func `of a create that is not known the journal says what was taken for it`() {
    let outcome = JournalOutcome(result: .unknown, takenFor: "org_9")
    var driver = Driver.listing([Sample.acme], columns: 120)

    driver.openJournal([Sample.entry(1, .create, nil, outcome)])

    #expect(driver.screen.text.contains("Whether it was carried out is not known. org_9, which"))
    #expect(driver.screen.text.contains("  org_9  "))
  }

  @Test func `a create that was sent again may have made a second one`() {
    var entry = Sample.journal[4]
    entry.isPerhapsTwice = true
    var driver = Driver.listing([Sample.acme], columns: 120)

    driver.openJournal([entry])

    #expect(
      driver.screen.text.contains(
        "It was sent again, as no answer came to it before: there may be a second one."))
  }

  @Test func `a first admin that was added afterwards is told by their id`() {
    var entry = Sample.entry(1, .update, Sample.acme, JournalOutcome(result: .done, status: 201))
    entry.intent.change = RawJSON(
      #"{"user_id":"user_1","organization_id":"org_1","role_slug":"admin"}"#)
    var driver = Driver.listing([Sample.acme], columns: 120)

    driver.openJournal([entry])

    #expect(driver.screen.text.contains("+ First admin  user_1 as admin"))
    #expect(!driver.screen.text.contains("sent: "))
  }

  @Test func `what was deleted in a tab is told as it was before`() {
    let entry = Self.removal(
      "connection",
      before: #"{"id":"conn_1","name":"Acme Okta","connection_type":"OktaSAML","state":"active"}"#,
      JournalOutcome(result: .done, status: 202))
    var driver = Driver.listing([Sample.acme], columns: 120)

    driver.openJournal([entry])

    #expect(driver.screen.text.contains("before: Type OktaSAML, State active"))
  }

  @Test func `where a row had nothing of a kind, that is told`() {
    let entry = Self.removal(
      "API key", before: #"{"id":"api_key_1","name":"Export","obfuscated_value":"sk_…1234"}"#,
      JournalOutcome(result: .done, status: 204))
    var driver = Driver.listing([Sample.acme], columns: 120)

    driver.openJournal([entry])

    #expect(driver.screen.text.contains("Permissions none, Expires never"))
  }

  @Test func `why something was never sent stands below it`() {
    let entry = Self.removal(
      "directory", before: #"{"id":"directory_1","name":"Acme"}"#,
      JournalOutcome(result: .neverSent, tries: 0, reason: .changed))
    var driver = Driver.listing([Sample.acme], columns: 120)

    driver.openJournal([entry])

    #expect(driver.screen.text.contains("Not sent: someone changed it meanwhile."))
  }

  @Test func `a domain is told as it is read, and below in both its forms`() {
    let entry = Self.removal(
      "domain", before: "{}", JournalOutcome(result: .done, status: 204),
      name: "xn--mller-kva.de")
    var driver = Driver.listing([Sample.acme], columns: 120)

    driver.openJournal([entry])

    #expect(driver.screen.text.contains("domain müller.de · Acme "))
    #expect(driver.screen.text.contains("domain müller.de (xn--mller-kva.de) · Acme"))
  }

  private static func removal(
    _ kind: String, before: String, _ outcome: JournalOutcome, name: String = "Acme Okta"
  ) -> JournalEntry {
    JournalEntry(
      id: UUID(), time: Sample.now,
      intent: JournalIntent(
        verb: .remove, author: Sample.author,
        subject: Subject(
          kind: Subject.Kind(rawValue: kind), id: "id_1", name: name,
          organization: Subject.Owner(id: "org_1", name: "Acme")),
        before: RawJSON(before), change: nil), outcome: outcome)
  }

  @Test(arguments: [40, 80, 120])
  func `the log of requests tells tries, failures and request ids`(columns: Int) {
    let rows = columns == 120 ? 40 : 24
    let driver = Driver.reaching(.requests, rows: rows, columns: columns)

    expectScreen("requests-\(columns)", of: driver)
  }

  // MARK: Keys

  @Test func `R on a deleted organization asks, and then shows the request`() {
    var driver = Driver.reaching(.restoring)

    driver.press(.character("y"))

    #expect(driver.pane == .review)
    #expect(!driver.isJournalOpen)
    #expect(driver.questions.isEmpty)
  }

  @Test func `Enter in the restoring dialog presses Cancel`() {
    var driver = Driver.reaching(.restoring)

    driver.press(.enter)

    #expect(driver.pane == .journal)
  }

  @Test func `R on what was never sent says that there is nothing to take back`() {
    var driver = Driver.reaching(.journal)

    driver.press(.down, .down, .down, .character("R"))

    #expect(driver.pane == .journal)
    #expect(driver.console.notice?.subject == .nothingToRevert)
  }

  @Test func `y in the journal copies the id of the marked write`() {
    var driver = Driver.reaching(.journal)

    driver.press(.down, .character("y"))

    #expect(driver.commands == [.copy(CopiedText(line: Sample.acme.id.rawValue), what: "the id")])
  }

  @Test func `y in the journal copies the id that stands in the line, not its organization's`() {
    var driver = Driver.listing([Sample.acme])
    driver.openJournal([Self.write(.reactivate, id: "om_1"), Self.write(.add, id: nil)])

    driver.press(.character("y"))
    #expect(driver.commands == [.copy(CopiedText(line: "om_1"), what: "the membership's id")])

    driver.press(.down, .character("y"))
    #expect(driver.commands.count == 1)
    #expect(driver.console.notice?.subject == .nothingToCopy(what: "id"))
  }

  @Test func `an id for which a line has no room finds it all the same`() {
    var driver = Driver.listing([Sample.acme], columns: 60)
    driver.openJournal([Self.write(.add, id: "om_1"), Self.write(.remove, id: "om_2")])

    driver.press(.character("/"), .paste("om_2"), .enter)

    let lines = driver.screen.text.split(separator: "\n").filter { $0.contains("done") }
    #expect(lines.count == 1 && lines.allSatisfy { $0.contains("remove") })
  }

  @Test func `y in the log copies a command without the key`() {
    var driver = Driver.reaching(.requests)

    driver.press(.down, .down, .down, .character("y"))

    #expect(
      driver.commands == [
        .copy(
          CopiedText(
            line: #"curl -X PUT -H "Authorization: Bearer $WORKOS_API_KEY" "#
              + #"-H 'Content-Type: application/json' -d '{"name":"Acme'\''s"}' "#
              + "'https://api.workos.com/organizations/org_01M67FS3C1Q4P6QWEF0SHE1001'"),
          what: "the command")
      ])
  }

  @Test func `the log is closed with Esc`() {
    var driver = Driver.reaching(.requests)

    driver.press(.escape)

    #expect(driver.pane == .list)
  }
}
