import Delivery
import Foundation
import JSON
import Storms
import Testing
import ViewModel
import WorkOS

/// The journal, and what is taken back out of it.
@Suite(.timeLimit(.minutes(20)))
struct JournalTests {
  @Test func `a deleted organization is created with all that it held`() {
    var scenario = Scenario.journaling(.deleted)

    scenario.restore()

    #expect(scenario.session?.phase == .reviewing)
    #expect(
      scenario.session?.draft.fields
        == EditableFields(values: [
          .name: "Acme", .externalID: "crm-1", .domain("acme.com"): "pending",
          .metadata("plan"): "gold", .stripeCustomerID: "cus_1",
        ]))
  }

  @Test func `the Stripe id follows in a request of its own`() throws {
    var scenario = Scenario.journaling(.deleted)
    scenario.restore()
    scenario.editor(.submitted)
    let created = try #require(scenario.write?.creation)

    scenario.answerSave(.numbered(9, name: "Acme"))

    #expect(created.name == "Acme")
    #expect(scenario.write?.update?.stripeCustomerID == .set("cus_1"))
  }

  @Test func `the Stripe id stays with the draft when the form is left`() {
    var scenario = Scenario.journaling(.deleted)
    scenario.restore()
    scenario.editor(.reviewLeft)
    scenario.editor(.left)

    scenario.editor(.creationOpened)
    scenario.send(.drafts(.foundAnswered(.goOn)))
    scenario.submit()
    scenario.answerSave(.numbered(9, name: "Acme"))

    #expect(scenario.write?.update?.stripeCustomerID == .set("cus_1"))
  }

  @Test func `the draft of a new organization stays beside one that is created again`() {
    var scenario = Scenario.journaling(.deleted)
    scenario.editor(.creationOpened)
    scenario.editor(.textChanged(.name, "Mine"))
    scenario.editor(.left)

    scenario.restore()

    #expect(scenario.session?.phase == .reviewing)
    #expect(Set(scenario.console.listedDrafts.map(\.draft.name)) == ["Acme", "Mine"])
  }

  @Test func `an update is reverted in what it changed, and no more`() {
    var scenario = Scenario.journaling(.updated)
    scenario.takeBack(.updated)

    scenario.answerRead(.numbered(1, name: "Acme 2").with { $0.externalID = "crm-2" })

    #expect(scenario.session?.phase == .reviewing)
    #expect(
      scenario.session?.differences == [
        FieldDifference(field: .name, old: "Acme 2", new: "Acme")
      ])
  }

  @Test func `what someone else has changed since is asked about before it is reverted`() {
    var scenario = Scenario.journaling(.updated)
    scenario.takeBack(.updated)
    let theirs = Organization.numbered(1, name: "Acme 3").with { $0.externalID = "crm-2" }

    scenario.answerRead(theirs)
    let phase = scenario.session?.phase
    scenario.editor(.conflictDecided(.name, .mine))
    scenario.editor(.reviewWanted)

    #expect(
      phase
        == .conflicted(
          theirs: theirs,
          [FieldConflict(field: .name, before: "Acme 2", mine: "Acme", theirs: "Acme 3")]))
    #expect(scenario.session?.phase == .reviewing)
    #expect(
      scenario.session?.differences == [FieldDifference(field: .name, old: "Acme 3", new: "Acme")])
  }

  @Test func `what someone else has changed before it is not this update's, and not reverted`() {
    let entry = JournalEntry.updated(
      by: #"{"name":"Acme 2"}"#,
      to: #"{"id":"org_1","name":"Acme 2","external_id":"theirs","metadata":{"other":"x"}}"#)
    var scenario = Scenario.journaling(entry)
    scenario.takeBack(entry)

    scenario.answerRead(
      .numbered(1, name: "Acme 2").with {
        $0.externalID = "theirs"
        $0.metadata = ["other": "x"]
      })

    #expect(
      entry.fieldsBefore?.changes(to: entry.fieldsAfter ?? EditableFields()) == [
        FieldDifference(field: .name, old: "Acme", new: "Acme 2")
      ])
    #expect(
      scenario.session?.differences == [
        FieldDifference(field: .name, old: "Acme 2", new: "Acme")
      ])
  }

  @Test func `a name that someone replaced at once is asked about before it is reverted`() {
    let entry = JournalEntry.updated(
      by: #"{"name":"Acme 2"}"#, to: #"{"id":"org_1","name":"Theirs"}"#)
    var scenario = Scenario.journaling(entry)
    scenario.takeBack(entry)
    let theirs = Organization.numbered(1, name: "Theirs")

    scenario.answerRead(theirs)

    #expect(
      scenario.session?.phase
        == .conflicted(
          theirs: theirs,
          [FieldConflict(field: .name, before: "Acme 2", mine: "Acme", theirs: "Theirs")]))
  }

  @Test func `of several requests each is this update's`() {
    let entry = JournalEntry.updated(
      by: """
        {"requests":[
          {"method":"PUT","path":"/organizations/org_1","body":{"external_id":null,"metadata":{"a":"1"}}},
          {"method":"POST","path":"/organization_domains","body":{"organization_id":"org_1","domain":"new.example"}},
          {"method":"DELETE","path":"/organization_domains/d1"}]}
        """,
      from: """
        {"id":"org_1","name":"Acme","external_id":"crm","domains":[
          {"id":"d1","domain":"old.example","state":"verified"}]}
        """,
      to: """
        {"id":"org_1","name":"Theirs","metadata":{"a":"1","b":"2"},"domains":[
          {"domain":"new.example","state":"pending"},{"domain":"theirs.example","state":"pending"}]}
        """)

    #expect(
      entry.fieldsBefore?.changes(to: entry.fieldsAfter ?? EditableFields()) == [
        FieldDifference(field: .externalID, old: "crm", new: nil),
        FieldDifference(field: .domain("new.example"), old: nil, new: "pending"),
        FieldDifference(field: .domain("old.example"), old: "verified", new: nil),
        FieldDifference(field: .metadata("a"), old: nil, new: "1"),
      ])
  }

  @Test func `domains that are sent along as they were are not this update's`() {
    let entry = JournalEntry.updated(
      by: """
        {"domain_data":[{"domain":"a.example","state":"verified"},
          {"domain":"b.example","state":"pending"}]}
        """,
      from: """
        {"id":"org_1","name":"Acme","domains":[{"domain":"a.example","state":"pending"},
          {"domain":"b.example","state":"pending"}]}
        """,
      to: """
        {"id":"org_1","name":"Acme","domains":[{"domain":"a.example","state":"verified"},
          {"domain":"b.example","state":"verified"}]}
        """)

    #expect(
      entry.fieldsBefore?.changes(to: entry.fieldsAfter ?? EditableFields()) == [
        FieldDifference(field: .domain("a.example"), old: "pending", new: "verified")
      ])
  }

  @Test func `what is already as it was is left alone`() {
    var scenario = Scenario.journaling(.updated)
    scenario.takeBack(.updated)

    scenario.answerRead(.numbered(1, name: "Acme"))

    #expect(scenario.session == nil)
    #expect(scenario.notice == .alreadyAsItWas)
  }

  @Test func `an unfinished draft stays beside what is reverted`() {
    var scenario = Scenario.journaling(.updated)
    scenario.editor(.opened(.number(1)))
    scenario.editor(.textChanged(.name, "Mine"))
    scenario.editor(.left)
    scenario.takeBack(.updated)

    scenario.answerRead(.numbered(1, name: "Acme 2"))

    #expect(scenario.session?.phase == .reviewing)
    #expect(Set(scenario.console.listedDrafts.map(\.draft.name)) == ["Acme", "Mine"])
  }

  @Test func `a reading that fails says why`() {
    var scenario = Scenario.journaling(.updated)
    scenario.takeBack(.updated)

    scenario.failRead(.timedOut)

    #expect(scenario.notice == .readFailed(.timedOut))
  }

  @Test func `writes to another environment are not taken back here`() {
    var elsewhere = JournalEntry.deleted
    elsewhere.intent.author.environment = "live"
    var scenario = Scenario.journaling(elsewhere)

    scenario.takeBack(elsewhere)

    #expect(scenario.console.restoring == nil)
    #expect(scenario.notice == .otherEnvironment)
  }

  @Test(arguments: [
    nil, JournalOutcome(result: .unknown), JournalOutcome(result: .failed, status: 404),
  ])
  func `of a delete that may have been carried out it is read whether it was`(
    outcome: JournalOutcome?
  ) {
    var entry = JournalEntry.deleted
    entry.outcome = outcome
    var scenario = Scenario.journaling(entry)
    scenario.takeBack(entry)
    scenario.answerRead(.numbered(1, name: "Acme"))
    #expect(scenario.console.restoring == nil)
    #expect(scenario.notice == .stillThere(name: "Acme"))

    scenario.takeBack(entry)
    scenario.failRead(.status(404))

    #expect(scenario.console.restoring?.name == "Acme")
  }

  @Test(arguments: [JournalOutcome.Result.failed, .neverSent])
  func `a delete that did not happen is not taken back`(result: JournalOutcome.Result) {
    var entry = JournalEntry.deleted
    entry.outcome?.result = result
    var scenario = Scenario.journaling(entry)

    scenario.takeBack(entry)

    #expect(scenario.notice == .nothingToRevert)
  }

  @Test(arguments: [
    (Delivery.Verb.create, Notice.Subject.createNotReverted), (.update, .revertUnknown),
  ])
  func `why a create, or an update without an answer, is not taken back is said`(
    verb: Delivery.Verb, notice: Notice.Subject
  ) {
    var entry = JournalEntry.updated
    entry.intent.verb = verb
    entry.outcome = JournalOutcome(result: .unknown)
    var scenario = Scenario.journaling(entry)

    scenario.takeBack(entry)

    #expect(scenario.notice == notice)
  }

  @Test func `nothing is taken back where one only reads`() {
    var scenario = Scenario.showing(FakeServer(3), isReadOnly: true)
    scenario.send(.journal(.read(.success([.deleted]))))

    scenario.takeBack(.deleted)

    #expect(scenario.notice == .readOnly)
  }

  @Test func `a queued delete is in the journal while it waits`() {
    var scenario = Scenario.showing(FakeServer(3))

    scenario.queueDelete(of: 2)

    guard case .record(.queued(let account)) = scenario.records.last else {
      Issue.record("nothing is queued")
      return
    }
    #expect(account.verb == .delete)
    #expect(account.before == Organization.numbered(2).json)
  }

  @Test func `an undone delete is in the journal as never sent`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)

    scenario.deletion(.undone)

    #expect(scenario.records.last?.isRecordOfUnsent == true)
  }

  @Test func `deletes dropped when quitting are in the journal as never sent`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)
    scenario.queueDelete(of: 3)
    scenario.send(.quitWanted)

    scenario.send(.quitAnswered(.abandon))

    #expect(scenario.records.suffix(2).map(\.isRecordOfUnsent) == [true, true])
  }

  @Test(arguments: [("Customer 1", false), ("New name", true)])
  func `what is found after a lost answer is in the journal`(name: String, wasDone: Bool) throws {
    var scenario = Scenario.editing(.numbered(1))
    scenario.editor(.textChanged(.name, "New name"))
    scenario.send(unchanged: .numbered(1))
    let write = try #require(scenario.write?.sending?.account.write)
    scenario.failSave(.timedOut)

    scenario.answerRead(.numbered(1, name: name))

    let findings = scenario.records.compactMap { effect -> JournalOutcome.Result? in
      if case .record(.outcome(write, let outcome)) = effect { outcome.result } else { nil }
    }
    // What is not there yet may come all the same: the journal goes on not knowing.
    #expect(findings == (wasDone ? [.done] : []))
  }
}

extension JournalEntry {
  static let deleted = JournalEntry(
    id: UUID(uuid: (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)), time: Scenario.start,
    intent: JournalIntent(
      action: .delete, author: author, organizationID: "org_1", name: "Acme",
      before: RawJSON(
        #"{"object":"organization","id":"org_1","name":"Acme","external_id":"crm-1","#
          + #""stripe_customer_id":"cus_1","metadata":{"plan":"gold"},"#
          + #""domains":[{"domain":"acme.com","state":"verified"}]}"#), change: nil),
    outcome: JournalOutcome(result: .done))

  static let updated = JournalEntry(
    id: UUID(uuid: (2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)), time: Scenario.start,
    intent: JournalIntent(
      action: .update, author: author, organizationID: "org_1", name: "Acme",
      before: RawJSON(#"{"object":"organization","id":"org_1","name":"Acme","domains":[]}"#),
      change: nil),
    outcome: JournalOutcome(
      result: .done,
      after: RawJSON(#"{"object":"organization","id":"org_1","name":"Acme 2","domains":[]}"#)))

  static func updated(
    by change: String, from before: String = #"{"id":"org_1","name":"Acme"}"#, to after: String
  ) -> JournalEntry {
    var entry = updated
    entry.intent.before = RawJSON(before)
    entry.intent.change = RawJSON(change)
    entry.outcome?.after = RawJSON(after)
    return entry
  }

  private static let author = JournalAuthor(
    user: "erin", host: "api.workos.com", environment: "test", keyEnding: "k3y9")
}

extension Scenario {
  /// A console that shows a journal of one write.
  static func journaling(_ entry: JournalEntry) -> Scenario {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.send(.journal(.read(.success([entry]))))
    return scenario
  }

  mutating func takeBack(_ entry: JournalEntry) {
    send(.journal(.takingBackWanted(entry.id)))
  }

  mutating func restore() {
    takeBack(.deleted)
    send(.restoring(.confirmed))
  }
}
