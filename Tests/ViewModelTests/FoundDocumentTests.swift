import Delivery
import Foundation
import Storms
import Testing
import ViewModel
import WorkOS

/// What the editor of a program that was killed has left, taken into a draft.
@Suite(.timeLimit(.minutes(20)))
struct FoundDocumentTests {
  private let id = Draft.ID(UUID())
  private let opened = FormDocument(Draft(base: acme)).text

  private func document(_ text: String) -> EditedDocument {
    EditedDocument(opened: opened, bytes: Array(text.utf8))
  }

  private var renamed: EditedDocument {
    document(opened.replacing("\"Acme\"", with: "\"Acme Inc\""))
  }

  @Test func `it is a draft of its own where the form had none`() throws {
    var scenario = Scenario.showing(FakeServer(3))

    scenario.send(.documentFound(renamed, Draft(base: acme), id))

    let draft = try #require(scenario.console.editor.drafts[id])
    #expect(draft.name == "Acme Inc")
    #expect(draft.base == acme)
    #expect(scenario.records.last == .record(.keepDraft(id, draft)))
    #expect(scenario.notice == .documentBroughtBack(name: "Acme"))
  }

  @Test func `it goes into the draft that is kept, and leaves the rest of that`() {
    var scenario = Scenario.showing(FakeServer(3))
    var draft = Draft(base: acme)
    draft.externalID = "typed later"
    scenario.send(.draftsLoaded([KeptDraft(draft, id: id, typedAt: scenario.now)]))

    scenario.send(.documentFound(renamed, Draft(base: acme), id))

    #expect(scenario.console.editor.drafts[id]?.name == "Acme Inc")
    #expect(scenario.console.editor.drafts[id]?.externalID == "typed later")
  }

  @Test func `what cannot be read waits in the draft for the next editor`() {
    var scenario = Scenario.showing(FakeServer(3))

    scenario.send(.documentFound(document("{"), Draft(base: acme), id))

    #expect(scenario.console.editor.drafts[id]?.unreadText == "{")
  }

  @Test func `an empty file is no draft`() {
    var scenario = Scenario.showing(FakeServer(3))

    scenario.send(.documentFound(document(" \n"), Draft(base: acme), id))

    #expect(scenario.console.editor.drafts.isEmpty)
    #expect(scenario.notice == nil)
  }
}
