import Delivery
import Foundation
import Storms
import Testing
import ViewModel
import WorkOS

/// A delete from its confirmation to what became of it.
@Suite(.timeLimit(.minutes(20)))
struct DeletionTests {
  @Test func `a confirmed delete waits out its grace time`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)

    let effects = scenario.wait(4.9)

    #expect(effects == [])
    #expect(scenario.rows == [3, 2, 1])
    #expect(scenario.console.deletions.revocable.map(\.organization.id) == [.number(2)])
  }

  @Test func `after the grace time the delete is sent, once`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)

    let effects = scenario.passGrace()
    let later = scenario.wait(60)

    #expect(effects.map(\.deleted) == [.number(2)])
    #expect(later == [])
  }

  @Test func `without grace time the delete is sent at once`() {
    var scenario = Scenario.showing(FakeServer(3), deleteGrace: 0)

    scenario.queueDelete(of: 2)
    scenario.answerCheck()

    #expect(scenario.write?.deleted == .number(2))
  }

  @Test func `a delete that worked takes its row away and says so`() {
    var scenario = Scenario.showing(FakeServer(3))

    scenario.delete(2)

    #expect(scenario.rows == [3, 1])
    #expect(scenario.notice == .deleted(name: "Customer 2", already: false))
    #expect(scenario.console.deletions.underway == [])
  }

  @Test func `undo takes the delete back`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)

    scenario.deletion(.undone)
    scenario.wait(60)

    #expect(scenario.notice == .deletionUndone(name: "Customer 2"))
    #expect(scenario.effects.filter(\.isDelete) == [])
  }

  @Test func `undo takes the last of several deletes back first`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 3)
    scenario.queueDelete(of: 2)

    scenario.deletion(.undone)

    #expect(scenario.notice == .deletionUndone(name: "Customer 2"))
    #expect(scenario.console.deletions.revocable.map(\.organization.id) == [.number(3)])
  }

  @Test func `several deletes each keep their own time`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 3)
    scenario.advance(2)
    scenario.queueDelete(of: 2)

    scenario.wait(2)
    let first = scenario.answerCheck()
    scenario.wait(3)
    let second = scenario.answerCheck()

    #expect(first.map(\.deleted) == [.number(3)])
    #expect(second.map(\.deleted) == [.number(2)])
  }

  @Test func `undo comes too late for a delete that was sent`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)
    scenario.passGrace()

    scenario.deletion(.undone)

    #expect(scenario.notice == .undoTooLate(name: "Customer 2", stopsTries: false))
    #expect(scenario.write?.deleted == .number(2))
  }

  @Test func `that one was taken back is not said below another that counts down`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)
    scenario.deletion(.undone)
    #expect(scenario.notice == .deletionUndone(name: "Customer 2"))

    scenario.queueDelete(of: 2)

    #expect(scenario.notice == nil)
  }

  @Test func `without a delete there is nothing to undo`() {
    var scenario = Scenario.showing(FakeServer(3))

    scenario.deletion(.undone)

    #expect(scenario.notice == .nothingToUndo)
  }

  @Test func `a refused delete says why and leaves the row`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)
    scenario.passGrace()

    scenario.answerDelete(.failure(.status(403)))

    #expect(scenario.rows == [3, 2, 1])
    #expect(scenario.notice == .deletionFailed(name: "Customer 2", .status(403)))
    #expect(scenario.console.deletions.underway == [])
  }

  @Test func `a delete that never left the machine failed`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)
    scenario.answerRead(.success(.numbered(2)))
    scenario.passGrace()

    scenario.answerDelete(.failure(.refused))

    #expect(scenario.notice == .deletionFailed(name: "Customer 2", .refused))
    #expect(scenario.readQuestion == nil)
  }

  @Test func `an organization the server does not know was deleted already`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)
    scenario.passGrace()

    scenario.answerDelete(.failure(.status(404)))
    scenario.failRead(.status(404))

    #expect(scenario.rows == [3, 1])
    #expect(scenario.notice == .deletionFoundDone(name: "Customer 2"))
  }

  @Test func `where nobody can look after it, what the server said is told`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)
    scenario.passGrace()

    scenario.answerDelete(.failure(.status(404)))
    scenario.failRead(.timedOut)

    #expect(scenario.notice == .deletionFailed(name: "Customer 2", .status(404)))
  }

  @Test func `what is there after all was not deleted, whatever the server says`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)
    scenario.passGrace()

    scenario.answerDelete(.failure(.status(404)))
    scenario.answerRead(.numbered(2))

    #expect(scenario.rows == [3, 2, 1])
    #expect(scenario.notice == .deletionFailed(name: "Customer 2", .status(404)))
  }

  @Test(arguments: [WorkOSError.timedOut, .status(502), .transport(.connectionLost)])
  func `when the answer is lost the organization is read back`(error: WorkOSError) {
    let scenario = lostAnswer(error)

    #expect(scenario.readQuestion != nil)
    #expect(scenario.rows == [3, 2, 1])
    #expect(scenario.console.deletions.irrevocable.count == 1)
  }

  @Test func `read back and gone means deleted`() {
    var scenario = lostAnswer()

    scenario.failRead(.status(404))

    #expect(scenario.rows == [3, 1])
    #expect(scenario.notice == .deleted(name: "Customer 2", already: false))
  }

  @Test func `read back and still there means that it may be on its way`() {
    var scenario = lostAnswer()

    scenario.answerRead(.numbered(2))

    #expect(scenario.rows == [3, 2, 1])
    #expect(scenario.notice == .deletionNotSeen(name: "Customer 2", .timedOut, tries: 1))
    #expect(!scenario.records.contains { if case .record(.outcome) = $0 { true } else { false } })
  }

  @Test func `unreadable means nobody knows, and it says so`() {
    var scenario = lostAnswer()

    scenario.failRead(.timedOut)

    #expect(scenario.rows == [3, 2, 1])
    #expect(scenario.notice == .deletionUnconfirmed(name: "Customer 2"))
    #expect(scenario.console.deletions.underway == [])
  }

  @Test func `a deleted organization that is open is marked as gone`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.detail(.opened(.number(2)))
    scenario.answerRead(.numbered(2))

    scenario.delete(2)

    #expect(scenario.console.detail.isGone)
    #expect(scenario.console.detail.organization?.name == "Customer 2")
  }

  @Test func `the draft of a deleted organization goes with it`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.editor(.opened(.number(2)))
    scenario.editor(.textChanged(.name, "Draft"))
    scenario.editor(.left)

    scenario.delete(2)

    #expect(!scenario.console.editor.hasUnsavedEdits)
  }

  @Test func `an answer to a delete nobody sent changes nothing`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)

    scenario.deletion(.answered(RequestID(999), .success(.deleted)))

    #expect(scenario.rows == [3, 2, 1])
    #expect(scenario.console.deletions.revocable.count == 1)
  }

  private func lostAnswer(_ error: WorkOSError = .timedOut) -> Scenario {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)
    scenario.passGrace()
    scenario.answerDelete(.failure(error))
    return scenario
  }
}
