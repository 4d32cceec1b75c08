import Delivery
import Foundation
import Storms
import Testing
import ViewModel
import WorkOS

/// What an editor with a window saves, while the form is typed in too: three texts, not two.
@Suite(.timeLimit(.minutes(20)))
struct TypedMeanwhileTests {
  private var scenario = Scenario.editing(acme)
  private let opened = FormDocument(Draft(base: acme)).text

  private func saved(_ old: String, _ new: String, since text: String? = nil) -> EditorEvent {
    let text = text ?? opened
    return .documentWritten(
      EditedDocument(opened: text, bytes: Array(text.replacing(old, with: new).utf8)))
  }

  /// The name was changed here and in the editor.
  private func conflicted() -> Scenario {
    var scenario = scenario
    scenario.editor(.textChanged(.name, "Acme here"))
    scenario.editor(saved("\"Acme\"", "\"Acme there\""))
    return scenario
  }

  @Test func `a field that was changed in both is asked about, and neither is replaced`() throws {
    let scenario = conflicted()

    let session = try #require(scenario.session)
    #expect(session.phase == .documentConflicted)
    #expect(
      session.conflicts
        == [
          FieldConflict(field: .name, before: "Acme", mine: "Acme here", theirs: "Acme there")
        ])
    #expect(session.draft.name == "Acme here")
  }

  @Test func `until it is decided, both are on disk`() {
    let scenario = conflicted()

    #expect(
      scenario.console.editor.unsaved.values.map(\.name).sorted() == ["Acme here", "Acme there"])
    #expect(scenario.records.compactMap(\.keptDraft).map(\.name).contains("Acme there"))
  }

  @Test(arguments: [FieldConflict.Side.mine, .theirs])
  func `what was chosen is reviewed, and the other is gone`(side: FieldConflict.Side) {
    var scenario = conflicted()

    scenario.editor(.reviewWanted)
    let notice = scenario.notice
    scenario.editor(.conflictDecided(.name, side))
    scenario.editor(.reviewWanted)

    #expect(notice == .conflictsUndecided(1))
    #expect(scenario.session?.phase == .reviewing)
    #expect(scenario.session?.draft.name == (side == .mine ? "Acme here" : "Acme there"))
    #expect(scenario.console.editor.unsavedCount == 1)
  }

  @Test func `left undecided it is asked about again before anything is sent`() {
    var scenario = conflicted()

    scenario.editor(.reviewLeft)
    scenario.editor(.textChanged(.externalID, "7"))
    scenario.editor(.reviewWanted)

    #expect(scenario.session?.phase == .documentConflicted)
    #expect(scenario.console.editor.unsavedCount == 2)
  }

  @Test func `typing what the editor has is a decision`() {
    var scenario = conflicted()

    scenario.editor(.reviewLeft)
    scenario.editor(.textChanged(.name, "Acme there"))
    scenario.editor(.reviewWanted)

    #expect(scenario.session?.phase == .reviewing)
    #expect(scenario.console.editor.unsavedCount == 1)
  }

  @Test func `a form that is left undecided keeps both as drafts`() {
    var scenario = conflicted()

    scenario.editor(.reviewLeft)
    scenario.editor(.left)

    #expect(scenario.console.editor.drafts(of: .organization(acme.id)).count == 2)
  }

  @Test func `what the editor saves next is what is chosen from`() {
    var scenario = conflicted()
    scenario.editor(.reviewLeft)

    let before = opened.replacing("\"Acme\"", with: "\"Acme there\"")
    scenario.editor(saved("Acme there", "Acme now", since: before))

    #expect(scenario.session?.conflicts?.map(\.theirs) == ["Acme now"])
    #expect(
      scenario.console.editor.unsaved.values.map(\.name).sorted() == ["Acme here", "Acme now"])
  }

  @Test func `a domain added here and a pair added there are both kept`() {
    var scenario = scenario
    scenario.editor(.textChanged(.domains, "here.example"))

    scenario.editor(
      saved("\"domain_data\": [", "\"domain_data\": [{\"domain\": \"there.example\"},"))

    let fields = scenario.session?.draft.fields
    #expect(scenario.notice == .documentTaken)
    #expect(fields?[.domain("here.example")] == "pending")
    #expect(fields?[.domain("there.example")] == "pending")
  }

  @Test
  func `what was typed before a text that could not be read is not replaced by the mended one`() {
    var scenario = scenario
    scenario.editor(.textChanged(.name, "Acme here"))
    let broken = opened.replacing("\"Acme\"", with: "\"Acme there")
    scenario.editor(saved("\"Acme\"", "\"Acme there"))

    scenario.editor(saved("\"Acme there", "\"Acme there\"", since: broken))

    #expect(scenario.session?.phase == .documentConflicted)
    #expect(scenario.session?.draft.name == "Acme here")
  }

  @Test func `after a kill both are drafts, and that is said`() {
    var scenario = Scenario.showing(FakeServer(3))
    let id = Draft.ID(UUID())
    var draft = Draft(base: acme)
    draft.name = "Acme here"
    scenario.send(.draftsLoaded([KeptDraft(draft, id: id, typedAt: scenario.now)]))

    let text = opened.replacing("\"Acme\"", with: "\"Acme there\"")
    scenario.send(
      .documentFound(
        EditedDocument(opened: opened, bytes: Array(text.utf8)), Draft(base: acme), id))

    #expect(
      scenario.console.editor.drafts.values.map(\.name).sorted() == ["Acme here", "Acme there"])
    #expect(scenario.notice == .documentBroughtBack(name: "Acme", isApart: true))
  }
}
