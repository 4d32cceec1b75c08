import Delivery
import Foundation
import Testing
import ViewModel
import WorkOS

/// A create that the server refuses as taken, which may be by what the same request has made before.
@Suite(.timeLimit(.minutes(20)))
struct TakenCreationTests {
  @Test func `one that was sent twice on its way is found, though the second was refused`() {
    var scenario = Scenario.creating("New")
    scenario.failSave(.taken)
    let created = Organization.numbered(7, name: "New").with { $0.createdAt = scenario.now }

    scenario.answerFinding(.success([created]))
    #expect(scenario.session?.draft.mayExist == true)
    guard case .found(let finding) = scenario.session?.phase else {
      Issue.record("nothing was found")
      return
    }
    scenario.advance(1)
    scenario.editor(.acknowledged(created.id))

    #expect(finding.objection == .taken)
    #expect(scenario.notice == .created(name: "New"))
    #expect(scenario.effects.filter(\.isWrite).count == 1)
  }

  @Test func `until that is known the draft and the journal go on not knowing`() {
    var scenario = Scenario.creating("New", externalID: "crm-9")

    scenario.failSave(.taken)

    #expect(scenario.session?.draft.mayExist == true)
    #expect(scenario.outcomes.last == .unknown)
    let told = scenario.records.contains {
      if case .record(.outcome(_, let outcome)) = $0 { outcome.status == 400 } else { false }
    }
    #expect(told, "the journal keeps what was answered, for whoever is asked about it")
  }

  @Test func `where it cannot be looked for nothing is said of a refusal`() {
    var scenario = Scenario.creating("New", externalID: "crm-9")
    scenario.failSave(.taken)

    scenario.answerFinding(.failure(.status(503)))

    guard case .found(let finding) = scenario.session?.phase else {
      Issue.record("it counts as refused")
      return
    }
    #expect(finding.failure == .status(503))
    #expect(scenario.session?.draft.mayExist == true)
  }

  @Test func `who stops the look does not know either, and is asked the next time`() {
    var scenario = Scenario.creating("New", externalID: "crm-9")
    scenario.failSave(.taken)

    scenario.editor(.reviewLeft)
    #expect(scenario.session?.isOutcomeUnknown == true)
    scenario.editor(.textChanged(.externalID, "crm-10"))
    scenario.editor(.reviewWanted)

    #expect(scenario.open.contains { $0.isFinding })
    #expect(scenario.effects.filter(\.isWrite).count == 1)
  }

  @Test(arguments: [("Other", 0.0), ("New", -3)])
  func `what somebody else has made that stands in the way is not taken for it`(
    name: String, seconds: TimeInterval
  ) {
    var scenario = Scenario.creating("New", externalID: "crm-9")
    scenario.failSave(.taken)

    scenario.answerFinding(
      .success([
        .numbered(7, name: name).with {
          $0.createdAt = scenario.now + seconds
          $0.externalID = "crm-9"
        }
      ]))

    #expect(scenario.session?.phase == .editing)
    #expect(scenario.session?.problem(at: .externalID)?.isError == true)
    #expect(scenario.outcomes.last == .failed)
  }

  @Test func `the journal does not say of a first admin that is left that they were added`() {
    var scenario = Scenario.creating(
      "New", externalID: "crm-9", admin: User(id: "user_1", email: "jane@acme.com"))
    scenario.failSave(.taken)
    let created = Organization.numbered(7, name: "New").with {
      $0.createdAt = scenario.now
      $0.externalID = "crm-9"
    }
    scenario.answerFinding(.success([created]))
    scenario.advance(1)

    scenario.editor(.acknowledged(created.id))

    #expect(scenario.outcomes.last == .partly)
    #expect(scenario.session?.draft.firstAdmin.email == "jane@acme.com")
  }

  @Test func `one that was refused as taken, and is not found, was refused`() {
    var scenario = Scenario.creating("New", externalID: "crm-9")
    scenario.failSave(.taken)

    scenario.answerFinding(.success([]))

    #expect(scenario.session?.phase == .editing)
    #expect(scenario.outcomes.last == .failed)
    #expect(scenario.session?.isOutcomeUnknown == false)
    #expect(scenario.session?.draft.mayExist == false)
    #expect(scenario.session?.problem(at: .externalID)?.isError == true)
  }

  @Test func `who leaves what was found sees what the server refused, and is asked again`() {
    var scenario = Scenario.creating("New", externalID: "crm-9")
    scenario.failSave(.taken)
    scenario.answerFinding(
      .success([
        .numbered(7, name: "New").with {
          $0.createdAt = scenario.now
          $0.externalID = "crm-9"
        }
      ]))
    scenario.advance(1)

    scenario.editor(.reviewLeft)

    #expect(scenario.session?.phase == .editing)
    #expect(scenario.session?.problem(at: .externalID)?.isError == true)
    #expect(scenario.session?.isOutcomeUnknown == true)
    scenario.editor(.textChanged(.externalID, "crm-9b"))
    scenario.editor(.reviewWanted)
    #expect(scenario.open.contains { $0.isFinding })
  }
}

extension WorkOSError {
  fileprivate static let taken = WorkOSError.rejected(
    .init(
      status: 400, code: "external_id_already_used",
      message: "The external id is used by another organization already."))
}
