import Delivery
import Foundation
import Storms
import Testing
import ViewModel
import WorkOS

/// Creates that may have been carried out, beside others that were sent after them: none is forgotten
/// before it is known what came of it.
@Suite(.timeLimit(.minutes(20)))
struct UnsettledCreationTests {
  @Test(arguments: ["New", "Newer"])
  func `the first is found though another was sent ten seconds later, and is lost`(
    second: String
  ) {
    var scenario = Scenario.creating("New")
    let created = Organization.numbered(7, name: "New").with { $0.createdAt = scenario.now }
    scenario.sendAgain(named: second)

    scenario.failSave(.timedOut)
    scenario.answerFinding(.success([created]))

    #expect(scenario.finding?.candidates == [created])
  }

  @Test(arguments: [400, 403, 422, 429])
  func `the first is looked for once another of it was refused, and something was typed`(
    status: Int
  ) {
    var scenario = Scenario.creating("New")
    let created = Organization.numbered(7, name: "New").with { $0.createdAt = scenario.now }
    scenario.sendAgain(named: "Newer")

    scenario.failSave(.status(status))
    #expect(scenario.session?.draft.mayExist == true)
    #expect(scenario.session?.isOutcomeUnknown == true)
    scenario.editor(.textChanged(.name, "Newest"))
    scenario.editor(.reviewWanted)
    scenario.answerFinding(.success([created]))

    #expect(scenario.finding?.candidates == [created])
    #expect(scenario.effects.filter(\.isWrite).count == 2)
  }

  @Test(arguments: ["New", "Newer"])
  func `what is taken is looked for with the first, and is refused alone`(second: String) {
    var scenario = Scenario.creating("New")
    scenario.sendAgain(named: second)

    scenario.failSave(.status(409))
    scenario.answerFinding(.success([]))

    #expect(scenario.session?.phase == .editing)
    #expect(scenario.session?.draft.attempts.map(\.organization.name) == ["New"])
    #expect(scenario.session?.draft.mayExist == true)
    #expect(
      scenario.outcomes.last == (second == "New" ? .unknown : .failed),
      "one write is not known as long as one of its sendings is not")
  }

  @Test func `what the server calls taken may be what the first has made`() {
    var scenario = Scenario.creating("New", externalID: "crm-9")
    let created = Organization.numbered(7, name: "New").with {
      $0.createdAt = scenario.now
      $0.externalID = "crm-9"
    }
    scenario.sendAgain(named: "Newer")

    scenario.failSave(.status(409))
    scenario.answerFinding(.success([created]))

    #expect(scenario.finding?.candidates == [created])
    #expect(scenario.finding?.inTheWay == nil)
  }

  @Test func `a refusal of another body is told of that alone`() {
    var scenario = Scenario.creating("New")
    scenario.sendAgain(named: "Newer")
    let sendings = scenario.effects.compactMap(\.sending)

    #expect(Set(sendings.map(\.account.write)).count == 2)
    #expect(sendings.map(\.mayBeDone) == [false, false])
    #expect(sendings.map(\.attempt) == [1, 1])
  }

  @Test func `each of them is kept on disk before the last one leaves`() {
    var scenario = Scenario.creating("New")
    let first = scenario.now
    scenario.sendAgain(named: "Newer")

    guard case .record(.keepDraft(_, let draft)) = scenario.records.last else {
      Issue.record("no draft is kept")
      return
    }
    #expect(draft.attempts.map(\.mayBeDone) == [true, true])
    #expect(draft.attempts.map(\.organization.name) == ["New", "Newer"])
    #expect(draft.attempts.map(\.sentAt) == [first, scenario.now])
  }

  @Test func `one that is sent again by itself may be there again, also if the program ends then`()
  {
    var scenario = Scenario.creating("New", retryPolicy: RetryPolicy())
    scenario.failSave(.status(429))
    let isWaiting = scenario.session?.draft.mayExist

    scenario.wait(10)

    #expect(isWaiting == false)
    #expect(scenario.effects.filter(\.isWrite).count == 2)
    #expect(scenario.session?.draft.mayExist == true)
  }

  @Test func `a draft out of which all was deleted is kept as long as one may be there`() {
    var scenario = Scenario.creating("New")
    scenario.failSave(.timedOut)
    scenario.answerFinding(.success([]))
    scenario.editor(.reviewLeft)

    scenario.editor(.textChanged(.name, ""))
    scenario.editor(.left)

    #expect(scenario.console.listedDrafts.map(\.draft.mayExist) == [true])
  }

  @Test func `which of them made one is told by what was sent, and then by when`() {
    let (first, second) = (attempt("New", at: 0), attempt("Newer", at: 10))
    let attempts = [first, second, attempt("New", at: 60)]
    let others = [("New", 1.0), ("Newer", 11.0), ("New", 61.0), ("Other", 1.0)].map {
      name, seconds in
      Organization.numbered(7, name: name).with { $0.createdAt = Scenario.start + seconds }
    }

    #expect(
      others.map { attempts.likeliest(toHaveMade: $0)?.sentAt.timeIntervalSince(first.sentAt) }
        == [0, 10, 60, 0])
    #expect(
      others.reversed().sorted(by: attempts.isLikelier).map(\.createdAt)
        == [others[0], others[1], others[2], others[3]].map(\.createdAt))
  }

  @Test func `of more than can be kept those of one body become one, or else the first goes`() {
    var attempts: [CreationAttempt] = []
    for number in 0..<8 { attempts.add(attempt("New \(number % 7)", at: Double(number))) }

    attempts.add(attempt("New 7", at: 8))
    let names = attempts.map(\.organization.name)
    attempts.add(attempt("New 8", at: 9))

    #expect(names == (0..<8).map { "New \($0)" })
    #expect(attempts.map(\.organization.name) == (1..<9).map { "New \($0)" })
  }

  private func attempt(_ name: String, at seconds: TimeInterval) -> CreationAttempt {
    CreationAttempt(
      key: UUID(), write: UUID(), organization: NewOrganization(name: name),
      sentAt: Scenario.start + seconds, mayBeDone: true)
  }
}

extension Scenario {
  fileprivate var finding: CreationFinding? {
    if case .found(let finding) = session?.phase { finding } else { nil }
  }

  /// Loses the answer to a create, finds nothing, and sends one of this name ten seconds later.
  fileprivate mutating func sendAgain(named name: String) {
    failSave(.timedOut)
    advance(9)
    answerFinding(.success([]))
    editor(.reviewLeft)
    editor(.textChanged(.name, name))
    editor(.reviewWanted)
    answerFinding(.success([]))
    advance(1)
    editor(.creationRepeated)
    editor(.submitted)
  }
}
