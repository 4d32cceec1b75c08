import Storms
import Testing
import ViewModel
import WorkOS

/// A server that makes more of an update than it was asked for.
struct PuttingBackTests {
  @Test func `what a server that replaces metadata has lost is said`() {
    let scenario = saved()

    #expect(
      scenario.notice
        == .savedOtherwise(name: "Acme", [.metadata("plan"), .metadata("region")]))
  }

  @Test func `one key puts it back, with all pairs, after a review`() {
    var scenario = saved()
    scenario.answerRead(replaced)

    scenario.editor(.puttingBackWanted)
    let phase = scenario.session?.phase
    scenario.editor(.submitted)
    scenario.answerRead(replaced)

    #expect(phase == .reviewing)
    #expect(
      scenario.write?.update?.metadata == ["plan": "gold", "region": "eu", "tier": "new"])
  }

  @Test func `once it is seen to replace metadata all pairs are sent`() {
    var scenario = saved()
    scenario.answerRead(replaced)
    scenario.editor(.puttingBackWanted)
    scenario.editor(.submitted)
    scenario.answerRead(replaced)
    scenario.answerSave(whole)
    scenario.editor(.opened(acme.id))
    let row = scenario.session?.draft.metadata.first { $0.key == "tier" }?.id ?? 0
    scenario.editor(.textChanged(.metadataValue(row), "newer"))

    #expect(
      scenario.session?.plan.steps == [
        .update(
          acme.id,
          OrganizationUpdate(metadata: ["plan": "gold", "region": "eu", "tier": "newer"]))
      ])
  }

  @Test func `other fields than were sent are compared, too`() {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.send(unchanged: acme)

    scenario.answerSave(
      acme.with {
        $0.name = "Acme Inc"
        $0.externalID = nil
      })

    #expect(scenario.notice == .savedOtherwise(name: "Acme Inc", [.externalID]))
  }

  @Test func `what someone else has set meanwhile is told, and can be put back`() {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.send(unchanged: acme)

    scenario.answerSave(
      acme.with {
        $0.name = "Acme Inc"
        $0.externalID = "theirs"
        $0.metadata["new"] = "theirs"
      })

    #expect(
      scenario.notice == .savedBesideChanges(name: "Acme Inc", [.externalID, .metadata("new")]))
    scenario.editor(.puttingBackWanted)
    #expect(scenario.session?.phase == .reviewing)
    #expect(
      scenario.session?.differences == [
        FieldDifference(field: .externalID, old: "theirs", new: "crm-1"),
        FieldDifference(field: .metadata("new"), old: "theirs", new: nil),
      ])
    #expect(scenario.session?.changedByOthers == [.externalID, .metadata("new")])
  }

  @Test func `what is put back is what was there before anyone else changed it`() {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Acme Ltd"))
    scenario.send(unchanged: acme)

    scenario.answerSave(
      acme.with {
        $0.name = "Acme Ltd"
        $0.metadata["plan"] = "PLAN"
        $0.stripeCustomerID = "cus_theirs"
      })
    scenario.editor(.puttingBackWanted)

    #expect(
      scenario.session?.differences == [
        FieldDifference(field: .stripeCustomerID, old: "cus_theirs", new: nil),
        FieldDifference(field: .metadata("plan"), old: "PLAN", new: "gold"),
      ])
  }

  @Test func `what vanished and what someone else has set are put back in one review`() {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.send(unchanged: acme)
    scenario.answerSave(
      acme.with {
        $0.name = "Acme Inc"
        $0.externalID = nil
        $0.metadata["plan"] = "free"
      })

    scenario.editor(.puttingBackWanted)

    #expect(scenario.session?.differences.map(\.field) == [.externalID, .metadata("plan")])
    #expect(scenario.session?.changedByOthers == [.metadata("plan")])
  }

  @Test(arguments: [OrganizationDomain.State.failed, .pending])
  func `a domain that is verified no more is told, though no domain was sent`(
    state: OrganizationDomain.State
  ) {
    let verified = acme.with {
      $0.domains = [OrganizationDomain(id: "d1", domain: "acme.com", state: .verified)]
    }
    var scenario = Scenario.editing(verified)
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.send(unchanged: verified)

    scenario.answerSave(
      verified.with {
        $0.name = "Acme Inc"
        $0.domains[0].state = state
      })

    let change = FieldDifference(
      field: .domain("acme.com"), old: "verified", new: state.rawValue)
    #expect(
      scenario.notice == .savedBesideChanges(name: "Acme Inc", [], unverified: [change]))
    #expect(scenario.console.editor.puttingBack == nil)
    scenario.editor(.puttingBackWanted)
    #expect(scenario.notice == .verificationsLost([change]))
  }

  @Test func `left and wanted again it is what was kept, and no second one`() {
    var scenario = savedBesideChanges()
    scenario.editor(.puttingBackWanted)
    scenario.editor(.reviewLeft)
    scenario.editor(.left)
    #expect(scenario.notice == .draftKept)

    scenario.editor(.puttingBackWanted)

    #expect(scenario.session?.phase == .reviewing)
    #expect(scenario.session?.differences.map(\.field) == [.externalID])
    #expect(scenario.session?.changedByOthers == [.externalID])
    scenario.editor(.reviewLeft)
    scenario.editor(.left)
    #expect(scenario.console.editor.unsavedCount == 1)
  }

  @Test(arguments: [true, false])
  func `once it is discarded, in its form or among the drafts, there is nothing more to put right`(
    isOpen: Bool
  ) throws {
    var scenario = savedBesideChanges()
    scenario.editor(.puttingBackWanted)
    scenario.editor(.reviewLeft)
    if isOpen {
      scenario.editor(.discarded)
    } else {
      scenario.editor(.left)
      let draft = try #require(scenario.console.editor.unsaved.keys.first)
      scenario.send(.drafts(.discarded(draft)))
    }

    scenario.editor(.puttingBackWanted)

    #expect(scenario.notice == .nothingToPutBack)
    #expect(scenario.session == nil)
  }

  @Test func `once it was saved there is nothing more to put right`() {
    var scenario = savedBesideChanges()
    scenario.editor(.puttingBackWanted)
    scenario.editor(.submitted)
    scenario.answerRead(theirs)
    scenario.answerSave(theirs.with { $0.externalID = "crm-1" })

    scenario.editor(.puttingBackWanted)

    #expect(scenario.notice == .nothingToPutBack)
  }

  @Test(arguments: [("crm-1", false), ("crm-2", false), ("theirs", true)])
  func `another save of the organization settles it where that leaves another value`(
    value: String, isLeft: Bool
  ) {
    var scenario = savedBesideChanges()
    scenario.editor(.opened(acme.id))
    scenario.editor(.textChanged(.name, "Acme Ltd"))
    if !isLeft { scenario.editor(.textChanged(.externalID, value)) }
    scenario.submit()
    scenario.answerRead(theirs)
    scenario.answerSave(
      theirs.with {
        $0.name = "Acme Ltd"
        $0.externalID = value
      })

    scenario.editor(.puttingBackWanted)

    #expect(scenario.session?.differences.map(\.field) == (isLeft ? [.externalID] : nil))
  }

  @Test func `what vanished and what someone else has set are both told`() {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.send(unchanged: acme)

    scenario.answerSave(
      acme.with {
        $0.name = "Acme Inc"
        $0.externalID = nil
        $0.metadata["plan"] = "free"
      })

    #expect(
      scenario.notice
        == .savedOtherwise(name: "Acme Inc", [.externalID], beside: [.metadata("plan")]))
  }

  @Test func `without anything to put back it says so`() {
    var scenario = Scenario.showing(FakeServer(3))

    scenario.editor(.puttingBackWanted)

    #expect(scenario.notice == .nothingToPutBack)
  }

  private let acme = Organization.numbered(1, name: "Acme").with {
    $0.metadata = ["plan": "gold", "region": "eu"]
    $0.externalID = "crm-1"
  }
  private var replaced: Organization { acme.with { $0.metadata = ["tier": "new"] } }
  private var whole: Organization { acme.with { $0.metadata["tier"] = "new" } }

  private var theirs: Organization {
    acme.with {
      $0.name = "Acme Inc"
      $0.externalID = "theirs"
    }
  }

  /// A new name was saved, and someone else has set an external id meanwhile.
  private func savedBesideChanges() -> Scenario {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.send(unchanged: acme)
    scenario.answerSave(theirs)
    return scenario
  }

  private func saved() -> Scenario {
    var scenario = Scenario.editing(acme)
    scenario.editor(.pairAdded)
    let row = scenario.session?.draft.metadata.last?.id ?? 0
    scenario.editor(.textChanged(.metadataKey(row), "tier"))
    scenario.editor(.textChanged(.metadataValue(row), "new"))
    scenario.send(unchanged: acme)
    scenario.answerSave(replaced)
    return scenario
  }
}
