import Foundation
import Storms
import Testing
import ViewModel
import WorkOS

/// The question before a delete.
@Suite(.timeLimit(.minutes(20)))
struct DeletionDialogTests {
  @Test func `a delete is asked about before anything is sent`() {
    var scenario = Scenario.showing(FakeServer(3))

    let effects = scenario.deletion(.asked(.number(2)))

    #expect(!effects.contains { $0.isWrite })
    #expect(scenario.console.deletions.dialog?.organization.id == .number(2))
  }

  @Test func `a confirmation queues the delete`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.deletion(.asked(.number(2)))

    scenario.deletion(.confirmed)

    #expect(scenario.console.deletions.dialog == nil)
    #expect(scenario.console.deletions[.number(2)] != nil)
  }

  @Test func `cancelling deletes nothing`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.deletion(.asked(.number(2)))

    scenario.deletion(.cancelled)
    scenario.wait(60)

    #expect(scenario.console.deletions.dialog == nil)
    #expect(scenario.effects.filter(\.isDelete) == [])
  }

  @Test(arguments: [
    (Workplace.Kind.sandbox, false), (.test, false), (.live, true), (.unknown, true),
  ])
  func `the name has to be typed where other companies' customers are`(
    kind: Workplace.Kind, asksForName: Bool
  ) {
    var scenario = Scenario.showing(FakeServer(3), kind: kind)

    scenario.deletion(.asked(.number(2)))

    #expect(scenario.console.deletions.dialog?.confirmation.asksForText == asksForName)
  }

  @Test(arguments: [
    (OrganizationDomain.State.verified, true), (.legacyVerified, true), (.pending, false),
    (.failed, false),
  ])
  func `the name has to be typed when a domain is verified`(
    state: OrganizationDomain.State, asksForName: Bool
  ) {
    var scenario = Scenario()
    scenario.send(.started)
    let organization = Organization.numbered(1).with {
      $0.domains = [OrganizationDomain(domain: "acme.com", state: state)]
    }
    scenario.answerPage(.success(Page(items: [ListedOrganization(organization)])))

    scenario.deletion(.asked(.number(1)))

    #expect(scenario.console.deletions.dialog?.confirmation.asksForText == asksForName)
  }

  @Test(arguments: [
    ("", false), ("customer 2", false), ("Customer 22", false), ("Customer 2", true),
    (" Customer 2 ", true), ("org_2", true),
  ])
  func `only the name or the id will do`(typed: String, isRight: Bool) {
    var scenario = Scenario.showing(FakeServer(3), kind: .live)
    scenario.deletion(.asked(.number(2)))
    scenario.advance(1)

    scenario.deletion(.nameTyped(typed))
    scenario.deletion(.confirmed)

    #expect((scenario.console.deletions[.number(2)] != nil) == isRight)
  }

  @Test func `where there is no name the id is what is to be typed`() {
    var scenario = Scenario(kind: .live)
    scenario.send(.started)
    let nameless = ListedOrganization(.numbered(7, name: "  "))
    scenario.answerPage(.success(Page(items: [nameless])))

    scenario.deletion(.asked(.number(7)))

    #expect(scenario.console.deletions.dialog?.confirmation.isTypeable == false)
    #expect(scenario.console.deletions.dialog?.confirmation.isAnswered == false)
  }

  @Test func `what is being deleted is not asked about again`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)

    scenario.deletion(.asked(.number(2)))

    #expect(scenario.console.deletions.dialog == nil)
  }

  @Test func `what is being deleted is not opened for editing`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)

    scenario.editor(.opened(.number(2)))

    #expect(scenario.session == nil)
  }

  @Test func `what someone changed since the list was read is asked about as it is now`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.deletion(.asked(.number(2)))
    var renamed = Organization.numbered(2, name: "Important")
    renamed.domains = [OrganizationDomain(domain: "important.example", state: .verified)]

    scenario.answerRead(renamed)

    let dialog = scenario.console.deletions.dialog
    #expect(dialog?.organization.name == "Important")
    #expect(dialog?.confirmation.asksForText == true)
    #expect(dialog?.hasChanged == true)
  }

  @Test func `an organization that is gone is not asked about`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.deletion(.asked(.number(2)))

    scenario.answerRead(.failure(.status(404)))

    #expect(scenario.console.deletions.dialog == nil)
    #expect(scenario.rows == [3, 1])
    #expect(scenario.notice == .organizationGone(name: "Customer 2"))
  }
}
