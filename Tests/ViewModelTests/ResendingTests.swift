import Delivery
import Foundation
import Storms
import Testing
import ViewModel
import WorkOS

/// Changes that failed and are sent again: what was agreed to is looked at anew before each sending.
struct ResendingTests {
  // MARK: Updates

  @Test(arguments: [WorkOSError.status(429), .status(503), .refused, .timedOut])
  func `an update is read again before it is sent again`(error: WorkOSError) {
    var scenario = saving()

    scenario.failSave(error)
    scenario.wait(10)
    let readAgain = scenario.readQuestion != nil && scenario.effects.filter(\.isWrite).count == 1
    scenario.answerRead(acme)

    #expect(readAgain)
    #expect(scenario.effects.filter(\.isWrite).map(\.update?.name) == ["Acme Inc", "Acme Inc"])
  }

  @Test func `what someone set in the wait in the same field is asked about`() {
    var scenario = saving()
    scenario.failSave(.status(429))
    scenario.wait(10)

    scenario.answerRead(acme.with { $0.name = "Theirs" })

    guard case .conflicted = scenario.session?.phase else {
      Issue.record("nobody is asked")
      return
    }
    #expect(scenario.effects.filter(\.isWrite).count == 1)
  }

  @Test func `what someone set in the wait in another field is kept, and the rest sent as seen`() {
    var scenario = saving()
    scenario.failSave(.status(429))
    scenario.wait(10)

    scenario.answerRead(acme.with { $0.externalID = "theirs" })

    #expect(scenario.effects.last(where: \.isWrite)?.update == OrganizationUpdate(name: "Acme Inc"))
  }

  @Test func `an update that was carried out though its answer was lost is not sent again`() {
    var scenario = saving()
    scenario.failSave(.timedOut)
    scenario.wait(10)

    scenario.answerRead(acme.with { $0.name = "Acme Inc" })

    #expect(scenario.effects.filter(\.isWrite).count == 1)
    #expect(scenario.session == nil)
    #expect(scenario.notice == .updated(name: "Acme Inc"))
  }

  @Test func `Esc in the wait goes back to the form, and nothing more is sent`() {
    var scenario = saving()
    scenario.failSave(.status(429))

    scenario.editor(.reviewLeft)
    scenario.wait(60)

    #expect(scenario.session?.phase == .editing)
    #expect(scenario.session?.faults.failure == .status(429))
    #expect(scenario.effects.filter(\.isWrite).count == 1)
  }

  @Test func `an update is given up after five sendings`() {
    var scenario = saving()
    for _ in 1..<5 {
      scenario.failSave(.status(429))
      scenario.wait(60)
      scenario.answerRead(acme)
    }

    scenario.failSave(.status(429))
    scenario.wait(600)

    #expect(scenario.effects.filter(\.isWrite).count == 5)
    #expect(scenario.session?.phase == .editing)
  }

  @Test func `what would be sent has changed since it was seen, so it is seen again`() {
    var scenario = Scenario.editing(acme, retryPolicy: RetryPolicy())
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.editor(.textChanged(.externalID, "crm-9"))
    scenario.submit()

    scenario.answerRead(acme.with { $0.externalID = "crm-9" })

    #expect(scenario.session?.phase == .reviewing)
    #expect(scenario.session?.isReviewOutdated == true)
    #expect(scenario.effects.filter(\.isWrite) == [])
    #expect(
      scenario.session?.plan.steps == [.update(acme.id, OrganizationUpdate(name: "Acme Inc"))])
  }

  // MARK: Deletes

  @Test(arguments: [WorkOSError.status(429), .status(503), .refused])
  func `an organization that was renamed in the wait is not deleted`(error: WorkOSError) {
    var scenario = deleting()
    scenario.answerDelete(.failure(error))
    scenario.wait(10)

    scenario.answerRead(.numbered(2, name: "Important"))
    scenario.wait(600)

    #expect(scenario.effects.filter(\.isDelete).count == 1)
    #expect(
      scenario.notice
        == (error.leavesWriteUnknown
          ? .deletionNotRepeated(name: "Customer 2") : .deletionOutdated(name: "Customer 2")))
  }

  @Test(arguments: [WorkOSError.status(429), .refused])
  func `a delete that certainly was not carried out is taken back in the wait`(
    error: WorkOSError
  ) {
    var scenario = deleting()
    scenario.answerDelete(.failure(error))

    scenario.deletion(.undone)
    scenario.wait(600)

    #expect(scenario.notice == .deletionUndone(name: "Customer 2"))
    #expect(scenario.effects.filter(\.isDelete).count == 1)
    #expect(scenario.rows == [3, 2, 1])
  }

  @Test func `it is taken back while it is read before the next sending, too`() {
    var scenario = deleting()
    scenario.answerDelete(.failure(.status(429)))
    scenario.wait(10)

    scenario.deletion(.undone)

    #expect(scenario.notice == .deletionUndone(name: "Customer 2"))
    #expect(scenario.open.isEmpty)
  }

  @Test(arguments: [WorkOSError.status(503), .timedOut])
  func `a delete that may have been carried out is not said to be taken back`(
    error: WorkOSError
  ) {
    var scenario = deleting()
    scenario.answerDelete(.failure(error))

    scenario.deletion(.undone)
    let isRead = scenario.readQuestion != nil
    scenario.answerRead(.numbered(2))
    scenario.wait(600)

    #expect(isRead)
    #expect(scenario.effects.filter(\.isDelete).count == 1)
    #expect(scenario.notice == .deletionNotSeen(name: "Customer 2", error, tries: 1))
  }

  @Test func `z while it is read before the next sending stops that, and the reading tells`() {
    var scenario = deleting()
    scenario.answerDelete(.failure(.status(503)))
    scenario.wait(10)
    let isRead = scenario.readQuestion != nil

    scenario.deletion(.undone)
    scenario.answerRead(.numbered(2))
    scenario.wait(600)

    #expect(isRead)
    #expect(scenario.effects.filter(\.isDelete).count == 1)
    #expect(scenario.notice == .deletionNotSeen(name: "Customer 2", .status(503), tries: 1))
  }

  @Test func `an organization that is gone after a lost answer was deleted`() {
    var scenario = deleting()
    scenario.answerDelete(.failure(.timedOut))
    scenario.wait(10)

    scenario.failRead(.status(404))

    #expect(scenario.notice == .deleted(name: "Customer 2", already: false))
    #expect(scenario.effects.filter(\.isDelete).count == 1)
  }

  @Test func `not found after a delete whose answer was lost means that it worked`() {
    var scenario = deleting()
    scenario.answerDelete(.failure(.timedOut))
    scenario.wait(10)
    scenario.answerCheck()

    scenario.answerDelete(.failure(.status(404)))
    scenario.failRead(.status(404))

    #expect(scenario.notice == .deleted(name: "Customer 2", already: false))
  }

  @Test func `Esc gives up a delete that waits to be sent again`() {
    var scenario = deleting()
    scenario.answerDelete(.failure(.status(429)))

    scenario.list(.left)

    #expect(scenario.console.deletions.underway == [])
    #expect(scenario.notice == .deletionFailed(name: "Customer 2", .status(429)))
  }

  @Test func `a delete that failed five times says the error and how often it was sent`() {
    var scenario = deleting()
    for _ in 1..<5 {
      scenario.answerDelete(.failure(.status(500)))
      scenario.wait(60)
      scenario.answerCheck()
    }

    scenario.answerDelete(.failure(.status(500)))
    scenario.answerRead(.numbered(2))

    #expect(scenario.notice == .deletionNotSeen(name: "Customer 2", .status(500), tries: 5))
  }

  private let acme = Organization.numbered(1, name: "Acme").with { $0.externalID = "crm-1" }

  private func saving() -> Scenario {
    var scenario = Scenario.editing(acme, retryPolicy: RetryPolicy())
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.send(unchanged: acme)
    return scenario
  }

  private func deleting() -> Scenario {
    var scenario = Scenario.showing(FakeServer(3), deleteGrace: 0, retryPolicy: RetryPolicy())
    scenario.queueDelete(of: 2)
    scenario.answerCheck()
    return scenario
  }
}
