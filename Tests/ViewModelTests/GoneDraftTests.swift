import Delivery
import Storms
import Testing
import ViewModel
import WorkOS

/// What becomes of a draft whose organization someone else has deleted.
@Suite(.timeLimit(.minutes(20)))
struct GoneDraftTests {
  @Test func `opening it says that it is gone, keeps it, and offers to create it again`() {
    let scenario = Scenario.opened(.numbered(2), answered: .status(404))

    #expect(scenario.session == nil)
    #expect(scenario.console.restoring?.name == "Customer 2")
    #expect(scenario.console.restoring?.id == "org_2")
    #expect(scenario.console.listedDrafts.map(\.isGone) == [true])
    #expect(scenario.rows == [3, 1])
    #expect(!scenario.records.contains(.record(.dropDraft(.sample(.organization(.number(2)))))))
  }

  @Test func `declined, nothing has changed`() {
    var scenario = Scenario.opened(.numbered(2), answered: .status(404))

    scenario.send(.restoring(.cancelled))

    #expect(scenario.session == nil)
    #expect(scenario.console.listedDrafts.map(\.draft.name) == ["Draft 2"])
  }

  @Test func `accepted, it becomes the draft of a new organization, ready for review`() {
    var scenario = Scenario.opened(
      KeptDraft(edited, typedAt: Scenario.start), answered: .status(404))

    scenario.send(.restoring(.confirmed))

    #expect(scenario.session?.phase == .reviewing)
    #expect(
      scenario.session?.draft.fields
        == EditableFields(values: [
          .name: "Acme Inc", .externalID: "crm-1", .stripeCustomerID: "cus_1",
          .domain("acme.com"): "pending", .domain("new.acme.com"): "verified",
          .metadata("plan"): "pro",
        ]))
    #expect(scenario.console.listedDrafts.map(\.subject) == [.creation])
    #expect(scenario.records.last == .record(.dropDraft(.sample(.organization(acme.id)))))
    #expect(scenario.records.dropLast().last?.keptDraft?.subject == .creation)
  }

  @Test func `a value whose key is not typed yet comes along`() {
    var draft = Draft(base: acme)
    draft.setText("unfinished", of: .metadataValue(draft.addPair()))
    var scenario = Scenario.opened(
      KeptDraft(draft, typedAt: Scenario.start), answered: .status(404))

    scenario.send(.restoring(.confirmed))

    #expect(scenario.session?.draft.metadata.map(\.value) == ["pro", "eu", "unfinished"])
  }

  @Test func `the draft of a new organization stays beside it`() {
    var scenario = Scenario.opened(.numbered(2), answered: .status(404))
    var other = Draft()
    other.name = "Other"
    scenario.send(.draftsLoaded([KeptDraft(other, typedAt: Scenario.start)]))

    scenario.send(.restoring(.confirmed))

    #expect(scenario.session?.phase == .reviewing)
    #expect(Set(scenario.console.listedDrafts.map(\.draft.name)) == ["Draft 2", "Other"])
  }

  @Test func `one that is there again opens`() {
    var scenario = Scenario.opened(.numbered(2), answered: .status(404))
    scenario.send(.restoring(.cancelled))
    scenario.openDraft(of: .organization(.number(2)))

    scenario.answerRead(.numbered(2))

    #expect(scenario.session?.draft.name == "Draft 2")
    #expect(scenario.console.listedDrafts.map(\.isGone) == [false])
  }

  @Test(arguments: [false, true])
  func `a save that finds it gone takes its row away and marks its draft`(isSent: Bool) {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.editor(.opened(.number(2)))
    scenario.editor(.textChanged(.name, "New"))
    scenario.submit()
    if isSent { scenario.answerRead(.numbered(2)) }

    isSent ? scenario.failSave(.status(404)) : scenario.failRead(.status(404))

    #expect(scenario.session?.draft.name == "New")
    #expect(scenario.console.listedDrafts.map(\.isGone) == [true])
    #expect(scenario.rows == [3, 1])
  }

  /// A draft in which everything was touched.
  private var edited: Draft {
    var draft = Draft(base: acme)
    draft.name = "Acme Inc"
    draft.toggleRemoval(of: .domain(draft.domains[1].id))
    let added = draft.addDomain()
    draft.setText("new.acme.com", of: .domain(added))
    draft.toggleState(ofDomain: added)
    draft.toggleRemoval(of: .metadataKey(draft.row("region")))
    return draft
  }
}
