import Delivery
import Foundation
import JSON
import Storms
import Testing
import ViewModel
import WorkOS

/// An organization that is taken for what a create has made whose answer was lost.
@Suite(.timeLimit(.minutes(20)))
struct AcknowledgedCreationTests {
  @Test func `what somebody else has put into what is taken for it is not taken away again`() {
    var scenario = lost("New")
    scenario.answerFinding(.success([somebodys(at: scenario.now)]))
    scenario.advance(1)

    scenario.editor(.acknowledged(.number(7)))

    #expect(scenario.session == nil)
    #expect(
      scenario.notice
        == .takenForCreated(
          name: "New", [.externalID, .domain("new.example"), .metadata("plan")]))
    #expect(!scenario.console.editor.hasUnsavedEdits)
  }

  @Test func `of what is not to the letter what was sent the journal does not say it is done`() {
    var scenario = lost("New")
    scenario.answerFinding(.success([somebodys(at: scenario.now)]))
    scenario.advance(1)

    scenario.editor(.acknowledged(.number(7)))

    #expect(!scenario.outcomes.contains(.done))
    guard case .record(.outcome(let write, let outcome))? = scenario.outcomeRecords.last else {
      Issue.record("nothing is written down")
      return
    }
    #expect(write == scenario.effects.compactMap(\.sending).first?.account.write)
    #expect(outcome.result == .unknown && outcome.takenFor == Organization.ID.number(7).rawValue)
    #expect(outcome.after == nil)
  }

  @Test func `what was taken for it is where the journal leads, and is nothing made from here`() {
    let entry = JournalEntry(
      id: UUID(), time: Scenario.start,
      intent: JournalIntent(
        action: .create,
        author: JournalAuthor(
          user: "me", host: "api.workos.com", environment: "test", keyEnding: "cret"),
        organizationID: nil, name: "New", before: nil, change: RawJSON(#"{"name":"New"}"#)),
      outcome: JournalOutcome(result: .unknown, takenFor: "org_7"))
    var scenario = Scenario.journaling(entry)

    scenario.takeBack(entry)

    #expect(entry.leadsTo == "org_7" && entry.subjectID == "org_7")
    #expect(entry.organizationID == nil, "the events of that one do not tell of it")
    #expect(!entry.leavesAdminUnknown)
    #expect(scenario.notice == .createNotReverted)
    #expect(scenario.console.restoring == nil && scenario.session == nil)
  }

  @Test func `of what is to the letter what was sent the journal says that it is done`() {
    var scenario = lost("New")
    let created = Organization.numbered(7, name: "New").with { $0.createdAt = scenario.now }
    scenario.answerFinding(.success([created]))
    scenario.advance(1)

    scenario.editor(.acknowledged(created.id))

    #expect(scenario.outcomes.last == .done)
  }

  @Test func `only what was typed since is laid over what somebody else has made`() {
    var scenario = lost("New")
    scenario.answerFinding(.success([]))
    scenario.editor(.reviewLeft)
    scenario.editor(.pairAdded)
    let row = scenario.session?.draft.metadata.last?.id ?? 0
    scenario.editor(.textChanged(.metadataKey(row), "tier"))
    scenario.editor(.textChanged(.metadataValue(row), "new"))
    scenario.editor(.reviewWanted)
    scenario.answerFinding(.success([somebodys(at: scenario.now)]))
    scenario.advance(1)

    scenario.editor(.acknowledged(.number(7)))

    #expect(
      scenario.session?.differences
        == [FieldDifference(field: .metadata("tier"), old: nil, new: "new")])
    #expect(
      scenario.session?.plan.steps
        == [.update(.number(7), OrganizationUpdate(metadata: ["tier": "new"]))])
  }

  @Test func `what amounts to no field yet goes on with the organization that was found`() {
    var scenario = lost("New")
    scenario.answerFinding(.success([]))
    scenario.editor(.reviewLeft)
    scenario.editor(.pairAdded)
    let row = scenario.session?.draft.metadata.last?.id ?? 0
    scenario.editor(.textChanged(.metadataValue(row), "gold"))
    scenario.editor(.left)
    scenario.editor(.creationOpened)
    scenario.send(.drafts(.foundAnswered(.goOn)))
    let created = Organization.numbered(7, name: "New").with { $0.createdAt = scenario.now }
    scenario.answerFinding(.success([created]))
    scenario.advance(1)

    scenario.editor(.acknowledged(created.id))

    #expect(scenario.session?.draft.base == created)
    #expect(scenario.session?.draft.metadata.map(\.value) == ["gold"])
  }

  /// What was made, under the name that somebody has given it since.
  private static func renamed(at moment: Date) -> Organization {
    Organization.numbered(7, name: "Renamed").with {
      $0.externalID = "crm-9"
      $0.createdAt = moment
    }
  }

  @Test func `a name that it was given since stays`() {
    var scenario = Scenario.creating("New", externalID: "crm-9")
    scenario.failSave(.timedOut)
    let renamed = Self.renamed(at: scenario.now)
    scenario.answerFinding(.success([renamed]))
    scenario.advance(1)

    scenario.editor(.acknowledged(renamed.id))

    #expect(scenario.session == nil)
    #expect(scenario.notice == .takenForCreated(name: "Renamed", [.name]))
  }

  @Test func `what was typed since and is another there by now is asked about`() {
    var scenario = Scenario.creating("New", externalID: "crm-9")
    scenario.failSave(.timedOut)
    scenario.answerFinding(.success([]))
    scenario.editor(.reviewLeft)
    scenario.editor(.textChanged(.name, "Newer"))
    scenario.editor(.reviewWanted)
    let renamed = Self.renamed(at: scenario.now)
    scenario.answerFinding(.success([renamed]))
    scenario.advance(1)

    scenario.editor(.acknowledged(renamed.id))

    guard case .conflicted(_, let conflicts) = scenario.session?.phase else {
      Issue.record("nobody is asked")
      return
    }
    #expect(
      conflicts
        == [FieldConflict(field: .name, before: "New", mine: "Newer", theirs: "Renamed")])
  }

  @Test func `what is to the letter what was sent comes before what is newer, or nearer`() {
    var scenario = lost("New")
    let mine = Organization.numbered(8, name: "New").with { $0.createdAt = scenario.now + 2 }
    let later = Organization.numbered(9, name: "New").with { $0.createdAt = scenario.now + 90 }

    scenario.answerFinding(
      .success([later, somebodys(at: scenario.now + 60), mine, somebodys(6, at: scenario.now)]))

    guard case .found(let finding) = scenario.session?.phase else {
      Issue.record("nothing was found")
      return
    }
    #expect(finding.candidates.map(\.id) == [.number(8), .number(9), .number(6), .number(7)])
  }

  @Test func `what has more of what was sent comes first, however near the others are`() {
    let sentAt = Scenario.start
    let attempt = CreationAttempt(
      key: UUID(), write: UUID(),
      organization: NewOrganization(
        name: "New", domains: [DomainData(domain: "new.com", state: .verified)]),
      sentAt: sentAt, mayBeDone: true)
    func found(
      _ number: Int, _ states: [OrganizationDomain.State], plan: String? = nil, _ seconds: Double
    ) -> Organization {
      Organization.numbered(number, name: "New").with {
        $0.createdAt = sentAt + seconds
        $0.domains = states.map { OrganizationDomain(domain: "NEW.com", state: $0) }
        if let plan { $0.metadata = ["plan": plan] }
      }
    }

    let all = [
      found(1, [], 0), found(2, [.verified], plan: "gold", 1), found(3, [.pending], 2),
      found(4, [.verified], 3),
    ]

    #expect(
      all.sorted(by: attempt.isLikelier).map(\.id)
        == [.number(4), .number(3), .number(2), .number(1)])
  }

  @Test(arguments: [(-4.0, true), (0.5, false), (-0.2, false), (3.0, false)])
  func `what seems to be older than the sending is told by whole seconds`(
    seconds: TimeInterval, seemsYounger: Bool
  ) {
    let sentAt = Date(timeIntervalSince1970: 1_773_480_414.4)
    let attempt = CreationAttempt(
      key: UUID(), write: UUID(), organization: NewOrganization(name: "New"), sentAt: sentAt,
      mayBeDone: true)
    let other = Organization.numbered(7, name: "New").with { $0.createdAt = sentAt + seconds }

    #expect(attempt.seemsYounger(than: other) == seemsYounger)
  }

  /// What somebody else has made under the same name.
  private func somebodys(_ number: Int = 7, at time: Date) -> Organization {
    Organization.numbered(number, name: "New").with {
      $0.createdAt = time
      $0.externalID = "crm-7"
      $0.metadata = ["plan": "gold"]
      $0.domains = [.pending("new.example")]
    }
  }

  /// A create whose answer was lost, and which is being looked for.
  private func lost(_ name: String) -> Scenario {
    var scenario = Scenario.creating(name)
    scenario.failSave(.timedOut)
    return scenario
  }
}

extension Scenario {
  fileprivate var outcomeRecords: [Effect] {
    records.filter { if case .record(.outcome) = $0 { true } else { false } }
  }
}
