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

  @Test func `what someone else has set meanwhile is told, and not put back`() {
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
    #expect(scenario.console.editor.puttingBack == nil)
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
