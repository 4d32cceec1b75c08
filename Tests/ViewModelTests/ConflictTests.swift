import Storms
import Testing
import ViewModel
import WorkOS

/// Two people changing the same organization.
@Suite(.timeLimit(.minutes(20)))
struct ConflictTests {
  @Test func `a change of theirs in another field is left alone`() {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Mine"))
    scenario.submit()

    scenario.answerRead(acme.with { $0.externalID = "theirs" })

    #expect(scenario.write?.update == OrganizationUpdate(name: "Mine"))
  }

  @Test func `a domain of theirs is left alone by one that is added`() {
    var scenario = Scenario.editing(acme)
    scenario.editor(.domainAdded)
    scenario.editor(.textChanged(.domain(4), "mine.com"))
    scenario.submit()

    scenario.answerRead(
      acme.with { $0.domains.append(OrganizationDomain(domain: "theirs.com", state: .pending)) })

    #expect(scenario.write?.addedDomain == "mine.com")
  }

  @Test func `a change in the same field is a conflict, and nothing is sent`() {
    let scenario = conflict()

    let expected = [FieldConflict(field: .name, before: "Acme", mine: "Mine", theirs: "Theirs")]
    #expect(scenario.session?.phase == .conflicted(theirs: theirs, expected))
    #expect(scenario.effects.filter(\.isWrite) == [])
  }

  @Test func `a conflict has to be decided before it goes on`() {
    var scenario = conflict()

    scenario.editor(.reviewWanted)

    #expect(scenario.notice == .conflictsUndecided(1))
    #expect(scenario.effects.filter(\.isWrite) == [])
  }

  @Test func `mine is reviewed against theirs, and sent`() {
    var scenario = conflict()
    scenario.editor(.conflictDecided(.name, .mine))

    scenario.editor(.reviewWanted)
    let differences = scenario.session?.differences
    scenario.editor(.submitted)
    scenario.answerRead(theirs)

    #expect(differences == [FieldDifference(field: .name, old: "Theirs", new: "Mine")])
    #expect(scenario.write?.update == OrganizationUpdate(name: "Mine"))
  }

  @Test func `theirs leaves nothing to save`() {
    var scenario = conflict()

    scenario.editor(.conflictDecided(.name, .theirs))
    scenario.editor(.reviewWanted)

    #expect(scenario.notice == .nothingToSave)
    #expect(scenario.session?.draft.name == "Theirs")
  }

  @Test func `the same change on both sides is nothing to save`() {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Same"))
    scenario.submit()

    scenario.answerRead(acme.with { $0.name = "Same" })

    #expect(scenario.notice == .nothingToSave)
    #expect(scenario.effects.filter(\.isWrite) == [])
  }

  @Test func `leaving a conflict goes back to what was typed`() {
    var scenario = conflict()

    scenario.editor(.reviewLeft)

    #expect(scenario.session?.phase == .editing)
    #expect(scenario.session?.draft.name == "Mine")
  }

  @Test func `a pair both removed is no conflict`() {
    let merge = Merge(
      before: EditableFields(values: [.metadata("a"): "1"]),
      mine: EditableFields(),
      theirs: EditableFields())

    #expect(merge.conflicts == [])
    #expect(merge.merged == EditableFields())
  }

  @Test func `removing what they changed is a conflict`() {
    let merge = Merge(
      before: EditableFields(values: [.metadata("a"): "1"]),
      mine: EditableFields(),
      theirs: EditableFields(values: [.metadata("a"): "2"]))

    let expected = [FieldConflict(field: .metadata("a"), before: "1", mine: nil, theirs: "2")]
    #expect(merge.conflicts == expected)
  }

  private let theirs = acme.with { $0.name = "Theirs" }

  private func conflict() -> Scenario {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Mine"))
    scenario.submit()
    scenario.answerRead(theirs)
    return scenario
  }
}
