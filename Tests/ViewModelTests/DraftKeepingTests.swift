import Storms
import Testing
import ViewModel
import WorkOS

/// What was typed and not saved.
@Suite(.timeLimit(.minutes(20)))
struct DraftKeepingTests {
  @Test func `leaving a form keeps what was typed and says so`() {
    var scenario = typed()

    scenario.editor(.left)

    #expect(scenario.session == nil)
    #expect(scenario.notice == .draftKept)
    #expect(scenario.console.editor.unsavedCount == 1)
  }

  @Test func `opening the form again brings it back`() {
    var scenario = typed()
    scenario.editor(.left)

    scenario.editor(.opened(acme.id))
    scenario.send(.drafts(.foundAnswered(.goOn)))

    #expect(scenario.session?.draft.name == "Acme Inc")
    #expect(scenario.notice == .draftRestored)
  }

  @Test func `leaving an untouched form keeps nothing and says nothing`() {
    var scenario = Scenario.editing(acme)

    scenario.editor(.left)

    #expect(scenario.notice == nil)
    #expect(!scenario.console.editor.hasUnsavedEdits)
  }

  @Test func `discarding throws away what was typed and says so`() {
    var scenario = typed()

    scenario.editor(.discarded)
    let notice = scenario.notice
    scenario.editor(.opened(acme.id))

    #expect(notice == .draftDiscarded)
    #expect(scenario.notice == nil, "it would read wrong below the form")
    #expect(scenario.session?.draft.name == "Acme")
  }

  @Test func `a draft that was taken back by hand is no draft any more`() {
    var scenario = typed()
    scenario.editor(.left)
    scenario.editor(.opened(acme.id))
    scenario.send(.drafts(.foundAnswered(.goOn)))

    scenario.editor(.textChanged(.name, "Acme"))

    #expect(!scenario.console.editor.hasUnsavedEdits)
    #expect(scenario.console.editor.unsavedCount == 0)
  }

  @Test func `leaving when no form is open says nothing`() {
    var scenario = Scenario()

    scenario.editor(.left)

    #expect(scenario.notice == nil)
  }

  @Test func `leaving while the organization is read again gives the save up`() {
    var scenario = typed()
    scenario.submit()

    scenario.editor(.left)

    #expect(scenario.open == [])
    #expect(scenario.notice == .draftKept)
  }

  @Test func `the draft of an organization that went can still be opened from its detail`() {
    var scenario = typed()
    scenario.editor(.left)
    scenario.detail(.opened(acme.id))
    scenario.failRead(.status(404))

    scenario.editor(.opened(acme.id))
    scenario.send(.drafts(.foundAnswered(.goOn)))

    #expect(scenario.session?.draft.name == "Acme Inc")
  }

  private func typed() -> Scenario {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Acme Inc"))
    return scenario
  }
}
