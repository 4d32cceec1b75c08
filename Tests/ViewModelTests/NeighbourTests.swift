import Storms
import Testing
import ViewModel
import WorkOS

/// Who has what was refused as taken, and who is called the same.
@Suite(.timeLimit(.minutes(20)))
struct NeighbourTests {
  @Test func `a taken external id says whose it is, and one key goes there`() throws {
    var scenario = taken(.status(400, code: "external_id_already_used"))
    let question = try #require(scenario.open.last?.pageQuestion)
    #expect(question.source == .externalID("cust_77"))

    scenario.answerNeighbours([globex])
    #expect(scenario.console.editor.owner?.id == globex.id)
    scenario.editor(.ownerOpened())

    #expect(scenario.session == nil)
    #expect(scenario.console.detail.organization?.id == globex.id)
    #expect(scenario.console.editor.unsavedCount == 1)
  }

  @Test func `a taken domain says whose it is`() throws {
    var scenario = Scenario.editing(acme)
    scenario.add("taken.example")
    scenario.submit()
    scenario.answerRead(acme)
    scenario.answerDomain(.failure(.status(409, code: "domain_already_exists")))

    #expect(scenario.open.last?.pageQuestion?.source == .domains(["taken.example"]))
    scenario.answerNeighbours([globex])

    #expect(scenario.console.editor.owner?.id == globex.id)
  }

  @Test func `the organization that is edited is not its own neighbour`() {
    var scenario = taken(.status(400, code: "external_id_already_used"))

    scenario.answerNeighbours([acme])

    #expect(scenario.console.editor.owner == nil)
    #expect(scenario.session?.neighbours.owner?.isAnswered == true)
    #expect(scenario.editor(.ownerOpened()) == [])
    #expect(scenario.session != nil)
  }

  @Test(arguments: [
    WorkOSError.status(422, WorkOSError.FieldError(field: "external_id", message: "Too long.")),
    .status(400, code: "invalid_metadata"),
  ])
  func `another objection asks for nobody`(error: WorkOSError) {
    let scenario = taken(error)

    #expect(!scenario.asksForPage)
  }

  @Test func `a field that was changed has no owner any more`() {
    var scenario = taken(.status(400, code: "external_id_already_used"))
    scenario.answerNeighbours([globex])

    scenario.editor(.textChanged(.externalID, "cust_78"))

    #expect(scenario.console.editor.owner == nil)
  }

  @Test func `a form that is left asks nothing more`() {
    var scenario = taken(.status(400, code: "external_id_already_used"))

    scenario.editor(.left)

    #expect(!scenario.asksForPage)
  }

  @Test func `a draft that is opened again says whose it is without asking, until it is changed`() {
    var scenario = taken(.status(400, code: "external_id_already_used"))
    scenario.answerNeighbours([globex])
    scenario.editor(.ownerOpened())

    scenario.goOnWithDraft(of: acme)
    #expect(scenario.console.editor.owner?.id == globex.id)
    #expect(scenario.session?.faults.ofFields.map(\.field) == [.externalID])
    #expect(!scenario.asksForPage)
    scenario.editor(.textChanged(.externalID, "cust_78"))
    scenario.editor(.textChanged(.externalID, "cust_77"))
    scenario.editor(.left)
    scenario.goOnWithDraft(of: acme)

    #expect(scenario.console.editor.owner == nil)
    #expect(scenario.session?.faults.isEmpty == true)
  }

  @Test func `whose nobody told it is, a draft says nothing of`() {
    var scenario = taken(.status(400, code: "external_id_already_used"))
    scenario.answerNeighbours([])
    scenario.editor(.left)

    scenario.goOnWithDraft(of: acme)

    #expect(scenario.session?.neighbours.owner == nil)
    #expect(scenario.session?.faults.isEmpty == true)
  }

  @Test func `the organization whose form it was is gone back to`() {
    var scenario = Scenario.editing(acme)
    scenario.editor(.left)
    scenario.detail(.opened(acme.id))
    scenario.answerRead(acme)
    scenario.editor(.opened(acme.id))
    scenario = taken(.status(400, code: "external_id_already_used"), in: scenario)
    scenario.answerNeighbours([globex])
    scenario.editor(.ownerOpened())
    #expect(scenario.console.detail.organization?.id == globex.id)

    scenario.detail(.left)

    #expect(scenario.console.detail.organization?.id == acme.id)
    #expect(scenario.console.stepsBack == 0)
  }

  @Test func `a card below the form lies behind whose it is, and is there again after it`() {
    var scenario = Scenario.editing(acme)
    scenario.editor(.left)
    scenario.send(.answers(.personWanted(.email("jane@acme.com"))))
    scenario.editor(.opened(acme.id))
    scenario = taken(.status(400, code: "external_id_already_used"), in: scenario)
    scenario.answerNeighbours([globex])

    scenario.editor(.ownerOpened())
    #expect(scenario.console.answers.cardInSight == nil)
    scenario.detail(.left)

    #expect(scenario.console.answers.cardInSight != nil)
  }

  @Test func `the server is asked for the name once typing pauses`() {
    var scenario = Scenario.showing(FakeServer(0))
    scenario.editor(.creationOpened)
    for name in ["G", "Gl", "Globex"] {
      scenario.editor(.textChanged(.name, name))
      scenario.wait(0.3)
      #expect(!scenario.asksForPage)
    }

    scenario.wait(1)
    #expect(scenario.open.last?.pageQuestion?.source == .name("Globex"))
    scenario.answerNeighbours([globex, acme])

    #expect(scenario.session?.namesakes?.map(\.id) == [globex.id])
  }

  @Test func `a name typed on is looked for anew, and the name it has is not looked for`() {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Globex"))
    scenario.wait(1)
    scenario.answerNeighbours([globex])

    scenario.editor(.textChanged(.name, acme.name))
    scenario.wait(5)

    #expect(scenario.session?.namesakes == nil)
    #expect(!scenario.asksForPage)
  }

  /// - Parameter scenario: where the form is open.
  private func taken(_ error: WorkOSError, in scenario: Scenario? = nil) -> Scenario {
    var scenario = scenario ?? .editing(acme)
    scenario.editor(.textChanged(.externalID, "cust_77"))
    scenario.send(unchanged: acme)
    scenario.failSave(error)
    return scenario
  }

  private let acme = Organization.numbered(1, name: "Acme").with { $0.externalID = "cust_1" }
  private let globex = Organization.numbered(2, name: "GLOBEX").with { $0.externalID = "cust_77" }
}

extension Scenario {
  fileprivate var asksForPage: Bool { open.contains { $0.isPage } }

  fileprivate mutating func goOnWithDraft(of organization: Organization) {
    editor(.opened(organization.id))
    send(.drafts(.foundAnswered(.goOn)))
  }
}
