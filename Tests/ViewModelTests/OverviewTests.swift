import Delivery
import Foundation
import JSON
import Storms
import Testing
import WorkOS

@testable import ViewModel

/// What the overview asks for besides its organization.
struct OverviewTests {
  @Test func `the audit log is asked for once the overview was looked at for a moment`() {
    var story = OverviewStory()

    #expect(story.asked == 0)
    story.scenario.wait(1)

    #expect(story.asked == 1)
  }

  @Test(arguments: [
    (#"{"retention_period_in_days":365}"#, [TabFact("Retention", "1 year")]), ("{}", nil),
  ])
  func `the journal tells what the retention was before, where that was known`(
    before: String, agreed: [TabFact]?
  ) {
    let entry = JournalEntry(
      id: UUID(), time: Scenario.start,
      intent: JournalIntent(
        verb: .update,
        author: JournalAuthor(
          user: "me", host: "api.workos.com", environment: "test", keyEnding: "cret"),
        subject: Subject(
          kind: Subject.Kind(rawValue: "audit_log_retention"), id: "org_1", name: "Acme",
          organization: Subject.Owner(id: "org_1", name: "Acme")),
        before: RawJSON(before), change: RawJSON(#"{"retention_period":"2_YEARS"}"#)),
      outcome: JournalOutcome(
        result: .done, after: RawJSON(#"{"retention_period_in_days":730}"#)))

    let rows = TabCatalog(tabs: []).rows(of: entry)

    #expect(rows.before?.agreed == agreed)
    #expect(rows.after?.agreed == [TabFact("Retention", "2 years")])
  }

  @Test func `whoever steps through organizations asks for none`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.detail(.opened(.number(3)))
    scenario.wait(0.3)
    scenario.detail(.stepped(by: 1))
    scenario.wait(0.3)

    #expect(scenario.console.overview.pending == nil)
  }

  @Test func `a failure is kept, and does not come again by itself`() {
    var story = OverviewStory()
    story.scenario.wait(1)

    story.answer(.failure(.status(404)))
    story.scenario.wait(60)

    #expect(story.scenario.console.overview.failure?.isNotFound == true)
    #expect(story.asked == 0)
  }

  @Test func `a shorter retention is asked about after the review, checked, and sent`() {
    var story = OverviewStory.changing("1_MONTH")

    guard case .reviewing(let write)? = story.tabs.form?.phase else {
      Issue.record("nothing is reviewed")
      return
    }
    #expect(write.changes.first == TabChange("Retention", "1 year", "1 month"))
    #expect(write.questions.count == 1)
    story.scenario.send(.tab(.reviewAccepted))
    story.scenario.send(.tab(.confirmed))
    story.answerRow(days: 365)
    let sent = story.scenario.write?.question?.request
    #expect(sent?.path.hasSuffix("/audit_logs_retention") == true)
    #expect(sent?.body?.text == #"{"retention_period":"1_MONTH"}"#)
    story.answerRow(days: 30)

    #expect(story.tabs.form == nil)
    #expect(story.asked == 1)
  }

  @Test func `a longer one takes nothing away, and needs no question`() {
    let story = OverviewStory.changing("2_YEARS")

    guard case .reviewing(let write)? = story.tabs.form?.phase else {
      Issue.record("nothing is reviewed")
      return
    }
    #expect(write.questions.isEmpty)
  }

  @Test func `what someone else has set meanwhile is told, and nothing is sent`() {
    var story = OverviewStory.changing("2_YEARS")
    story.scenario.send(.tab(.reviewAccepted))

    story.answerRow(days: 90)

    #expect(story.scenario.write == nil)
  }

  @Test func `after that the form goes from what is there now, and can be sent`() throws {
    var story = OverviewStory.changing("2_YEARS")
    story.scenario.send(.tab(.reviewAccepted))
    story.answerRow(days: 30)
    #expect(story.asked == 1, "the overview reads it too")
    story.answer(.success(AuditLogConfiguration(retentionDays: 30)))

    story.scenario.send(.tab(.submitted))

    guard case .reviewing(let write)? = story.tabs.form?.phase else {
      Issue.record("nothing is reviewed")
      return
    }
    #expect(write.changes.first == TabChange("Retention", "1 month", "2 years"))
    story.scenario.send(.tab(.reviewAccepted))
    story.answerRow(days: 30)
    #expect(
      story.scenario.write?.question?.request.body?.text == #"{"retention_period":"2_YEARS"}"#)
  }

  @Test func `what is read of another row says nothing about the retention`() {
    let form = RetentionForm.form(for: .numbered(1), AuditLogConfiguration(retentionDays: 365))

    let renewed = form.renewed(TabRow(id: "om_1", name: "", cells: [], json: RawJSON("{}")))

    #expect(renewed?.title == nil)
  }

  @Test func `with read-only there is no form`() {
    var story = OverviewStory(isReadOnly: true)
    story.scenario.wait(1)
    story.answer(.success(AuditLogConfiguration(retentionDays: 365)))

    story.scenario.detail(.retentionWanted)

    #expect(story.tabs.form == nil)
    #expect(story.scenario.notice == .readOnly)
  }
}

private struct OverviewStory {
  var scenario: Scenario

  init(isReadOnly: Bool = false) {
    scenario = Scenario.showing(FakeServer(1), isReadOnly: isReadOnly)
    scenario.detail(.opened(.number(1)))
    scenario.answerRead(.numbered(1))
  }

  /// The form is reviewed in which the retention of a year is changed to this.
  static func changing(_ period: String) -> OverviewStory {
    var story = OverviewStory()
    story.scenario.wait(1)
    story.answer(.success(AuditLogConfiguration(retentionDays: 365, state: "active")))
    story.scenario.detail(.retentionWanted)
    story.answerLast(
      .choices(RetentionPeriod.all.map { TabChoice($0.name, $0.words) }))
    story.scenario.send(.tab(.picked(period, field: "retention_period", beside: false)))
    story.scenario.send(.tab(.submitted))
    return story
  }

  var tabs: OrganizationTabs { scenario.console.tabs }
  /// How often the configuration is asked for right now.
  var asked: Int { scenario.console.overview.pending == nil ? 0 : 1 }

  mutating func answer(_ result: Result<AuditLogConfiguration, WorkOSError>) {
    guard let id = scenario.console.overview.pending?.id,
      let effect = scenario.open.first(where: { $0.request == id })
    else {
      Issue.record("nothing is asked")
      return
    }
    scenario.close(effect)
    scenario.detail(.auditLogRead(id, result))
  }

  mutating func answerRow(days: Int) {
    answerLast(
      .row(
        TabRow(
          id: Organization.ID.number(1).rawValue, name: "", cells: [],
          agreed: [TabFact("Retention", RetentionPeriod.words(days: days))],
          json: RawJSON(#"{"retention_period_in_days":\#(days)}"#))))
  }

  mutating func answerLast(_ answer: TabAnswer) {
    guard let effect = scenario.open.last, let id = effect.request else {
      Issue.record("nothing is asked")
      return
    }
    scenario.close(effect)
    scenario.send(.tab(.answered(id, .success(answer))))
  }
}
