import Storms
import Testing
import ViewModel
import WorkOS

/// Creating, and creating again when nobody knows whether the first time counted.
@Suite(.timeLimit(.minutes(5)))
struct CreationTests {
  @Test func `a create sends what was typed, without a reading before it`() {
    var scenario = Scenario()
    scenario.editor(.creationOpened)
    scenario.editor(.textChanged(.name, " New "))
    scenario.editor(.textChanged(.externalID, "crm-9"))

    scenario.submit()

    #expect(scenario.write?.creation == NewOrganization(name: "New", externalID: "crm-9"))
  }

  @Test func `the same create again has the same key`() throws {
    var scenario = creating("New")
    let first = try #require(scenario.write?.idempotencyKey)
    scenario.failSave(.timedOut)

    scenario.submit()

    #expect(scenario.write?.idempotencyKey == first)
  }

  @Test func `a changed create has a new key`() throws {
    var scenario = creating("New")
    let first = try #require(scenario.write?.idempotencyKey)
    scenario.failSave(.timedOut)
    scenario.editor(.textChanged(.name, "Newer"))

    scenario.submit()

    #expect(scenario.write?.idempotencyKey != first)
  }

  @Test(arguments: [408, 429, 500, 503])
  func `a create that may have been carried out keeps its key`(status: Int) throws {
    var scenario = creating("New")
    let first = try #require(scenario.write?.idempotencyKey)
    scenario.failSave(.status(status))

    scenario.submit()

    #expect(scenario.write?.idempotencyKey == first)
  }

  @Test(arguments: [400, 403, 409, 422])
  func `a create that was refused has a new key the next time`(status: Int) throws {
    var scenario = creating("New")
    let first = try #require(scenario.write?.idempotencyKey)
    scenario.failSave(.status(status))

    scenario.submit()

    #expect(scenario.write?.idempotencyKey != nil)
    #expect(scenario.write?.idempotencyKey != first)
  }

  @Test func `the key outlives the form while its draft is kept`() throws {
    var scenario = creating("New")
    let first = try #require(scenario.write?.idempotencyKey)
    scenario.failSave(.timedOut)
    scenario.editor(.left)
    scenario.editor(.creationOpened)
    scenario.send(.drafts(.foundAnswered(.goOn)))

    scenario.submit()

    #expect(scenario.write?.idempotencyKey == first)
  }

  @Test func `another organization of the same name is another create`() throws {
    var scenario = creating("New")
    let first = try #require(scenario.write?.idempotencyKey)
    scenario.answerSave(.numbered(1, name: "New"))

    scenario.editor(.creationOpened)
    scenario.editor(.textChanged(.name, "New"))
    scenario.submit()

    #expect(scenario.write?.idempotencyKey != first)
  }

  @Test func `a create whose answer was lost says that nobody knows`() {
    var scenario = creating("New")

    scenario.failSave(.timedOut)

    #expect(scenario.session?.isOutcomeUnknown == true)
    #expect(scenario.session?.draft.name == "New")
  }

  private func creating(_ name: String) -> Scenario {
    var scenario = Scenario()
    scenario.editor(.creationOpened)
    scenario.editor(.textChanged(.name, name))
    scenario.submit()
    return scenario
  }
}
