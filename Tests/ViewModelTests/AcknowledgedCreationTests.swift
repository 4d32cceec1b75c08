import Delivery
import Foundation
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

  @Test func `a name that it was given since stays`() {
    var scenario = Scenario.creating("New", externalID: "crm-9")
    scenario.failSave(.timedOut)
    let renamed = Organization.numbered(7, name: "Renamed").with {
      $0.externalID = "crm-9"
      $0.createdAt = scenario.now
    }
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
    let renamed = Organization.numbered(7, name: "Renamed").with {
      $0.externalID = "crm-9"
      $0.createdAt = scenario.now
    }
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

  /// What somebody else has made under the same name.
  private func somebodys(at time: Date) -> Organization {
    Organization.numbered(7, name: "New").with {
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
