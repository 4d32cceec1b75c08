import Storms
import Testing
import ViewModel
import WorkOS

/// The reading right before a delete: only what the person agreed to is deleted.
@Suite(.timeLimit(.minutes(20)))
struct DeletionCheckTests {
  @Test func `when the grace time is over the organization is read before it is deleted`() {
    var scenario = queued()
    scenario.answerRead(.numbered(2))

    let reading = scenario.wait(5)
    let deleting = scenario.answerCheck()

    #expect(reading.map(\.isRead) == [true])
    #expect(deleting.map(\.deleted) == [.number(2)])
  }

  @Test func `a reading of the dialog that is still on its way will do`() {
    var scenario = queued()

    let effects = scenario.wait(5)
    let deleting = scenario.answerCheck()

    #expect(effects == [])
    #expect(deleting.map(\.deleted) == [.number(2)])
  }

  @Test func `what someone changed in the grace time is not deleted`() {
    var scenario = queued()
    scenario.answerRead(.numbered(2))
    scenario.wait(5)

    scenario.answerRead(.numbered(2, name: "Important"))
    scenario.wait(60)

    #expect(scenario.effects.filter(\.isDelete) == [])
    #expect(scenario.console.deletions.underway == [])
    #expect(scenario.notice == .deletionOutdated(name: "Customer 2"))
    #expect(scenario.console.list.rows[1].organization.name == "Important")
    #expect(scenario.records.contains { $0.isRecordOfUnsent })
  }

  @Test(arguments: OthersChange.allCases)
  func `what someone changed beside the name is not deleted either`(change: OthersChange) {
    var scenario = queued()
    scenario.answerRead(.numbered(2))
    scenario.wait(5)

    scenario.answerRead(Organization.numbered(2).with(change.apply))

    #expect(scenario.effects.filter(\.isDelete) == [])
    #expect(scenario.notice == .deletionOutdated(name: "Customer 2"))
  }

  @Test func `what someone had changed when it was confirmed is not deleted`() {
    var scenario = queued()

    scenario.answerRead(.numbered(2, name: "Important"))

    #expect(scenario.console.deletions.underway == [])
    #expect(scenario.notice == .deletionOutdated(name: "Customer 2"))
  }

  @Test func `a change found out later opens no dialog over what is being typed`() {
    var scenario = queued()
    scenario.answerRead(.numbered(2))
    scenario.wait(5)
    scenario.editor(.opened(.number(3)))

    scenario.answerRead(.numbered(2, name: "Important"))

    #expect(scenario.console.deletions.dialog == nil)
    #expect(scenario.session != nil)
  }

  @Test func `the delete of what is gone already is over`() {
    var scenario = queued()
    scenario.wait(5)

    scenario.failRead(.status(404))

    #expect(scenario.rows == [3, 1])
    #expect(scenario.notice == .deleted(name: "Customer 2", already: true))
    #expect(scenario.effects.filter(\.isDelete) == [])
  }

  @Test func `what cannot be read is not deleted`() {
    var scenario = queued()
    scenario.wait(5)

    scenario.failRead(.timedOut)

    #expect(scenario.effects.filter(\.isDelete) == [])
    #expect(scenario.notice == .deletionFailed(name: "Customer 2", .timedOut))
    #expect(scenario.records.contains { $0.isRecordOfUnsent })
  }

  @Test func `a reading of the dialog that failed is done again in time`() {
    var scenario = queued()
    scenario.failRead(.timedOut)

    let reading = scenario.wait(5)
    let deleting = scenario.answerCheck()

    #expect(reading.map(\.isRead) == [true])
    #expect(deleting.map(\.deleted) == [.number(2)])
  }

  @Test func `a delete can be taken back while it is read once more`() {
    var scenario = queued()
    scenario.answerRead(.numbered(2))
    scenario.wait(5)

    let effects = scenario.deletion(.undone)

    #expect(effects.count == 1 && scenario.open.isEmpty)
    #expect(scenario.console.deletions.underway == [])
    #expect(scenario.notice == .deletionUndone(name: "Customer 2"))
  }

  @Test func `Esc gives up a reading before a delete that waits to be sent again`() throws {
    var scenario = queued()
    scenario.wait(5)
    let request = try #require(scenario.readQuestion?.request)
    scenario.planRetry(of: request)

    let effects = scenario.list(.left)

    #expect(effects == [.cancel(request)])
    #expect(scenario.console.deletions.underway == [])
    #expect(scenario.notice == .deletionFailed(name: "Customer 2", .timedOut))
  }

  @Test func `the journal gets the organization as it was right before`() {
    var scenario = queued()
    let touched = Organization.numbered(2).with { $0.updatedAt = scenario.now }
    scenario.wait(5)

    scenario.answerRead(touched)

    #expect(scenario.console.deletions[.number(2)]?.organization == touched)
  }

  private func queued() -> Scenario {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)
    return scenario
  }
}

/// What someone else has made of an organization without renaming it.
enum OthersChange: CaseIterable {
  case externalID, stripeCustomerID, metadata, domain

  func apply(to organization: inout Organization) {
    switch self {
    case .externalID: organization.externalID = "theirs"
    case .stripeCustomerID: organization.stripeCustomerID = "cus_theirs"
    case .metadata: organization.metadata["tier"] = "theirs"
    case .domain:
      organization.domains.append(OrganizationDomain(domain: "theirs.com", state: .pending))
    }
  }
}
