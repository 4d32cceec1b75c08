import Storms
import Testing
import ViewModel
import WorkOS

/// What an editor leaves, taken over into the form.
@Suite(.timeLimit(.minutes(20)))
struct EditedDocumentTests {
  private var scenario = Scenario.editing(acme)
  private static let broken = #"{"name": "Acme Inc", }"#

  @Test func `a text that was not changed does nothing`() {
    var scenario = scenario

    scenario.leaveInEditor { $0 }

    #expect(scenario.session == self.scenario.session)
    #expect(scenario.notice == nil)
    #expect(scenario.records == self.scenario.records)
  }

  @Test func `a changed text is what the form holds, and is kept like typing`() throws {
    var scenario = scenario

    scenario.leaveInEditor { $0.replacing("\"Acme\"", with: "\"Acme Inc\"") }

    let draft = try #require(scenario.session?.draft)
    #expect(draft.name == "Acme Inc")
    #expect(draft.base == acme)
    #expect(scenario.notice == .documentTaken)
    #expect(
      scenario.records.last == scenario.session?.draftID.map { .record(.keepDraft($0, draft)) })
    #expect(scenario.send(unchanged: acme) == OrganizationUpdate(name: "Acme Inc"))
  }

  @Test func `what is wrong in a text is marked in the form`() {
    var scenario = scenario

    scenario.leaveInEditor { $0.replacing("acme.org", with: "https://acme.org/") }
    scenario.editor(.reviewWanted)

    #expect(scenario.session?.phase == .editing)
    #expect(scenario.notice == .fieldsNeedAttention(1))
  }

  @Test func `what cannot be read is kept for the next editor, and the form stays as it was`() {
    var scenario = scenario

    scenario.leaveInEditor { _ in Self.broken }

    #expect(scenario.session?.draft.fields == EditableFields(acme))
    #expect(scenario.session?.draft.documentText == Self.broken)
    #expect(
      scenario.notice == .documentUnread(DocumentProblem(kind: .json(.commaTooMany), line: 1)))
  }

  @Test func `what cannot be read survives the form and is said when it opens again`() {
    var scenario = scenario
    scenario.leaveInEditor { _ in Self.broken }

    scenario.editor(.left)
    scenario.advance(5)
    scenario.send(.keyPressed)
    scenario.editor(.opened(acme.id))
    scenario.send(.drafts(.foundAnswered(.goOn)))

    #expect(scenario.session?.draft.documentText == Self.broken)
    #expect(
      scenario.notice == .documentUnread(DocumentProblem(kind: .json(.commaTooMany), line: 1)))
  }

  @Test(arguments: [
    EditorEvent.textChanged(.name, "typed"), .domainAdded, .pairAdded, .domainStateToggled(0),
    .rowRemovalToggled(.domain(0)), .reviewWanted,
  ])
  func `while a text waits to be mended nothing else is taken, or it would be overwritten`(
    event: EditorEvent
  ) {
    var scenario = scenario
    scenario.leaveInEditor { _ in Self.broken }
    let before = scenario.session

    scenario.editor(event)

    #expect(scenario.session == before)
    #expect(
      scenario.notice == .documentUnread(DocumentProblem(kind: .json(.commaTooMany), line: 1)))
  }

  @Test func `a mended text is taken over`() {
    var scenario = scenario
    scenario.leaveInEditor { _ in Self.broken }

    scenario.leaveInEditor { $0.replacing(", }", with: "}") }

    #expect(scenario.session?.draft.name == "Acme Inc")
    #expect(scenario.session?.draft.unreadText == nil)
  }

  @Test func `an unreadable text that is left as it is stays, and that is said`() {
    var scenario = scenario
    scenario.leaveInEditor { _ in Self.broken }

    scenario.leaveInEditor { $0 }

    #expect(scenario.session?.draft.documentText == Self.broken)
  }

  @Test func `an empty file gives up what could not be read, and nothing else`() {
    var scenario = scenario
    scenario.editor(.textChanged(.externalID, "7"))
    scenario.leaveInEditor { _ in Self.broken }

    scenario.leaveInEditor { _ in " \n" }

    #expect(scenario.session?.draft.unreadText == nil)
    #expect(scenario.session?.draft.externalID == "7")
  }

  @Test func `a text in Latin-1 is kept to the letter, and can be taken the next time`() {
    var scenario = scenario
    let bytes = Array(#"{"name": "Caf"#.utf8) + [0xE9] + Array(#""}"#.utf8)

    scenario.editor(.documentWritten(EditedDocument(opened: "", bytes: bytes)))

    #expect(scenario.notice == .documentUnread(DocumentProblem(kind: .json(.notUTF8))))
    #expect(scenario.session?.draft.documentText == #"{"name": "Café"}"#)

    scenario.leaveInEditor { $0 }

    #expect(scenario.session?.draft.name == "Café")
  }

  @Test func `what the server refused is forgiven where the text changes it`() {
    var scenario = scenario
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.submit()
    scenario.answerRead(acme)
    scenario.failSave(
      .rejected(
        .init(
          status: 422,
          fieldErrors: [
            .init(field: "name", message: "No."),
            .init(field: "external_id", message: "No."),
          ])))

    scenario.leaveInEditor { $0.replacing("Acme Inc", with: "Acme") }

    #expect(scenario.session?.faults.ofFields.map(\.field) == [.externalID])
  }

  @Test func `a text for a form that is being sent is not taken`() {
    var scenario = scenario
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.submit()
    let before = scenario.session

    scenario.leaveInEditor { _ in "{}" }

    #expect(scenario.session == before)
  }

  @Test func `with --read-only nothing is taken over`() {
    var scenario = Scenario.showing(FakeServer(3), isReadOnly: true)

    scenario.editor(.documentWritten(EditedDocument(opened: "", bytes: Array("{}".utf8))))

    #expect(scenario.notice == .readOnly)
  }

  @Test func `a delete that is on its way keeps the form from an editor`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)
    scenario.editor(.opened(.number(1)))
    let before = scenario.console.obstacleToDocument

    scenario.deletion(.undone)

    #expect(before == .deletionBeforeDocument)
    #expect(scenario.console.obstacleToDocument == nil)
  }

  @Test func `an organization that is gone is not created again past a text that waits`() {
    var scenario = scenario
    scenario.leaveInEditor { _ in Self.broken }
    scenario.editor(.left)
    scenario.openDraft(of: .organization(acme.id))
    scenario.failRead(.status(404))

    scenario.send(.restoring(.confirmed))

    #expect(scenario.session?.phase == .editing)
    #expect(scenario.session?.draft.documentText == Self.broken)
  }
}

extension Scenario {
  /// Opens the form in an editor, which leaves something else.
  mutating func leaveInEditor(_ change: (String) -> String) {
    let text = session?.draft.documentText ?? ""
    editor(.documentWritten(EditedDocument(opened: text, bytes: Array(change(text).utf8))))
  }
}
