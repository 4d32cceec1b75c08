import Delivery
import Foundation
import Storms
import Testing
import ViewModel
import WorkOS

/// A create that is sent more than once: as nothing came of it, or as a person wanted it.
@Suite(.timeLimit(.minutes(20)))
struct RepeatedCreationTests {
  @Test func `one that is sent again is the same write, and is looked for with the first`() {
    var scenario = sentAgain()
    let sendings = scenario.effects.compactMap(\.sending)
    let sentAt = scenario.now
    scenario.advance(60)

    scenario.failSave(.timedOut)
    let first = Organization.numbered(7, name: "New").with { $0.createdAt = sentAt - 60 }
    let second = Organization.numbered(8, name: "New").with { $0.createdAt = sentAt }
    scenario.answerFinding(.success([second, first]))

    #expect(sendings.map(\.attempt) == [1, 2])
    #expect(sendings.map(\.mayBeDone) == [false, true], "a refusal does not tell of the first")
    #expect(Set(sendings.map(\.account.write)).count == 1)
    guard case .found(let finding) = scenario.session?.phase else {
      Issue.record("nothing was found")
      return
    }
    #expect(finding.candidates == [first, second])
  }

  @Test(arguments: [WorkOSError.status(429), .refused, .status(422)])
  func `what is said to a second sending tells nothing of the first`(error: WorkOSError) {
    var scenario = sentAgain()

    scenario.failSave(error)
    scenario.editor(.reviewLeft)

    #expect(scenario.session?.phase == .editing)
    #expect(scenario.session?.draft.mayExist == true)
    #expect(scenario.session?.isOutcomeUnknown == true)
    scenario.editor(.reviewWanted)
    #expect(scenario.open.contains { $0.isFinding })
  }

  @Test func `what was not carried out is looked for from its last sending on`() {
    var scenario = Scenario.creating("New", retryPolicy: RetryPolicy())
    scenario.failSave(.rejected(WorkOSError.Rejection(status: 429, retryAfter: 30)))
    let others = Organization.numbered(7, name: "New").with { $0.createdAt = scenario.now + 10 }
    scenario.wait(31)
    scenario.failSave(.timedOut)

    scenario.answerFinding(.success([others]))

    guard case .found(let finding) = scenario.session?.phase else {
      Issue.record("nothing was found")
      return
    }
    #expect(finding.candidates == [])
  }

  @Test func `what is held back for another request counts as no try`() {
    var scenario = Scenario.creating("New", retryPolicy: RetryPolicy())
    for _ in 0..<6 {
      scenario.failSave(
        .rejected(WorkOSError.Rejection(status: 429, retryAfter: 5, isToAnother: true)))
      scenario.wait(6)
    }

    #expect(scenario.session?.isWriting == true)
    #expect(Set(scenario.effects.compactMap(\.sending?.attempt)) == [1])
    #expect(scenario.session?.draft.attempts.map(\.tries) == [1])
  }

  /// A create whose answer was lost, of which nothing was found, and which a person has sent again.
  private func sentAgain() -> Scenario {
    var scenario = Scenario.creating("New", retryPolicy: RetryPolicy())
    scenario.failSave(.timedOut)
    scenario.advance(60)
    scenario.answerFinding(.success([]))
    scenario.advance(1)
    scenario.editor(.creationRepeated)
    scenario.editor(.submitted)
    return scenario
  }
}
