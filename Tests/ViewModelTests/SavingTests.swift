import Foundation
import Storms
import Testing
import ViewModel
import WorkOS

/// From `^S` to the server's answer.
@Suite(.timeLimit(.minutes(20)))
struct SavingTests {
  @Test func `the first step shows what will change, and sends nothing`() {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Acme Inc"))

    let effects = scenario.editor(.reviewWanted)

    #expect(effects == [])
    #expect(scenario.session?.phase == .reviewing)
    #expect(
      scenario.session?.differences
        == [FieldDifference(field: .name, old: "Acme", new: "Acme Inc")])
  }

  @Test func `a form with errors is not reviewed`() {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, ""))

    scenario.editor(.reviewWanted)

    #expect(scenario.session?.phase == .editing)
    #expect(scenario.notice == .fieldsNeedAttention(1))
  }

  @Test func `a form without changes is not reviewed`() {
    var scenario = Scenario.editing(acme)

    scenario.editor(.reviewWanted)

    #expect(scenario.notice == .nothingToSave)
    #expect(scenario.session?.phase == .editing)
  }

  @Test func `the organization is read again before an update is sent`() {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Acme Inc"))

    let effects = scenario.submit()

    #expect(effects.map(\.isRead) == [true])
  }

  @Test func `an update that worked closes the form and says so`() {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.send(unchanged: acme)

    scenario.answerSave(acme.with { $0.name = "Acme Inc" })

    #expect(scenario.session == nil)
    #expect(scenario.notice == .updated(name: "Acme Inc"))
    #expect(!scenario.console.editor.hasUnsavedEdits)
  }

  @Test func `an update the server made something else of is said to be so, and read again`() {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.send(unchanged: acme)

    scenario.answerSave(acme.with { $0.name = "" })

    #expect(scenario.session == nil)
    #expect(scenario.notice == .savedOtherwise(name: "Acme Inc", [.name]))
    #expect(scenario.readQuestion != nil)
  }

  @Test func `a form is submitted once, however often the key is pressed`() {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.submit()
    scenario.submit()
    scenario.answerRead(acme)

    scenario.submit()

    #expect(scenario.effects.filter(\.isWrite).count == 1)
  }

  @Test func `nothing is typed into a form that is being sent`() {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.send(unchanged: acme)

    scenario.editor(.textChanged(.name, "Too late"))

    #expect(scenario.session?.draft.name == "Acme Inc")
  }

  @Test func `a form that is being sent is neither left nor discarded`() {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.send(unchanged: acme)

    scenario.editor(.left)
    scenario.editor(.discarded)

    #expect(scenario.session != nil)
    #expect(scenario.notice == .busySaving)
  }

  @Test func `discarding a form that is being sent says why it cannot be`() {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.send(unchanged: acme)

    scenario.editor(.discarded)

    #expect(scenario.notice == .busySaving)
  }

  @Test func `news of before does not hide why a save failed`() {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.send(.noticed(.draftRestored))
    scenario.send(unchanged: acme)

    scenario.failSave(.status(422))

    #expect(scenario.notice == nil)
  }

  @Test func `once a save is answered it is not said to be waited for`() {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.submit()
    scenario.send(.noticed(.busySaving))

    scenario.answerRead(acme.with { $0.name = "Acme AG" })

    #expect(scenario.notice == nil)
  }

  @Test func `leaving the review goes back to the form`() {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.editor(.reviewWanted)

    scenario.editor(.reviewLeft)

    #expect(scenario.session?.phase == .editing)
    #expect(scenario.session?.draft.name == "Acme Inc")
  }

  @Test func `a failed reading sends nothing and says why`() {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.submit()

    scenario.failRead(.timedOut)

    #expect(scenario.effects.filter(\.isWrite) == [])
    #expect(scenario.session?.faults.failure == .timedOut)
    #expect(scenario.session?.draft.name == "Acme Inc")
  }

  @Test func `an organization that went meanwhile keeps what was typed`() {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.submit()

    scenario.failRead(.status(404))

    #expect(scenario.session?.faults.failure == .status(404))
    #expect(scenario.session?.draft.name == "Acme Inc")
  }

  @Test func `an update whose answer was lost is read back and found carried out`() {
    var scenario = lostUpdate()

    scenario.answerRead(acme.with { $0.name = "Acme Inc" })

    #expect(scenario.session == nil)
    #expect(scenario.notice == .updated(name: "Acme Inc"))
    #expect(scenario.console.list.rows[0].organization.name == "Acme Inc")
  }

  @Test func `an update whose answer was lost is read back and found not carried out`() {
    var scenario = lostUpdate()

    scenario.answerRead(acme)

    #expect(scenario.session?.phase == .editing)
    #expect(scenario.session?.faults.failure == .timedOut)
    #expect(scenario.session?.draft.name == "Acme Inc")
  }

  @Test func `an update nobody can look into is unknown, and it says so`() {
    var scenario = lostUpdate()

    scenario.failRead(.refused)

    #expect(scenario.session?.isOutcomeUnknown == true)
    #expect(scenario.session?.faults.failure == .timedOut)
    #expect(scenario.session?.draft.name == "Acme Inc")
  }

  @Test func `a later save that is refused tells nothing of the one before`() {
    var scenario = lostUpdate()
    scenario.answerRead(acme)
    let unknown = scenario.session?.draft.saveUnderway
    scenario.submit()
    #expect(scenario.session?.draft.saveUnderway == unknown, "whoever finds it is told")
    scenario.answerRead(acme)

    scenario.failSave(.status(422))

    #expect(unknown == SaveUnderway(done: 0, total: 1, isSent: true))
    #expect(scenario.session?.draft.saveUnderway == unknown)
  }

  @Test func `what turns out to be there already is unknown no longer`() {
    var scenario = lostUpdate()
    scenario.answerRead(acme)
    scenario.submit()

    scenario.answerRead(acme.with { $0.name = "Acme Inc" })

    #expect(scenario.notice == .nothingToSave)
    #expect(scenario.session?.draft.saveUnderway == nil)
  }

  @Test func `giving up a save asks what became of it`() throws {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.send(unchanged: acme)
    let write = try #require(scenario.write)

    let effects = scenario.editor(.reviewLeft)
    scenario.failSave(.transport(.cancelled))

    #expect(effects == [.cancel(try #require(write.requestID))])
    #expect(scenario.readQuestion != nil)
  }

  private func lostUpdate() -> Scenario {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.send(unchanged: acme)
    scenario.failSave(.timedOut)
    return scenario
  }
}
