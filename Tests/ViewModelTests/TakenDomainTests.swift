import Storms
import Testing
import WorkOS

@testable import ViewModel

/// A domain that is added in its tab, and that another organization has.
@Suite(.timeLimit(.minutes(20)))
struct TakenDomainTests {
  private let globex = Organization.numbered(2, name: "Globex")

  @Test(arguments: [409, 422])
  func `the form says whose it is, and one key goes to the domains there`(status: Int) {
    var visit = taken(status)
    #expect(visit.lookedFor == .domains(["taken.example"]))

    visit.scenario.answerNeighbours([globex])
    #expect(visit.owner == globex.id)
    #expect(visit.tabs.form?.taken?.fault.field == "domain")
    visit.tab(.ownerOpened)

    #expect(visit.tabs.form == nil)
    #expect(visit.scenario.console.detail.organization?.id == globex.id)
    #expect(visit.tabs.current?.id == DomainsTab.name)
    #expect(visit.tabs.kept.values.map { $0.values["domain"].text } == ["taken.example"])
    #expect(visit.scenario.notice == .tabFormKept)
  }

  @Test func `from there it goes back to the tab, where the draft says again whose it is`() {
    var visit = taken(409)
    visit.scenario.answerNeighbours([globex])
    visit.tab(.ownerOpened)

    visit.scenario.detail(.left)
    #expect(visit.scenario.console.detail.organization?.id == .number(1))
    #expect(visit.tabs.current?.id == DomainsTab.name)
    visit.tab(.actionWanted("add-domain"), .foundAnswered(.goOn))
    #expect(visit.owner == globex.id)
    #expect(visit.tabs.form?.problem(in: "domain") == "No.")
    #expect(visit.lookedFor == nil)
    visit.tab(.textChanged("other.example", field: "domain"), .formLeft)
    visit.tab(.actionWanted("add-domain"), .foundAnswered(.goOn))

    #expect(visit.owner == nil)
    #expect(visit.tabs.form?.problem(in: "domain") == nil)
  }

  @Test func `a conflict that names no field is about the domain`() {
    let visit = taken(409, code: nil)

    #expect(visit.tabs.form?.problem(in: "domain") == "No.")
    #expect(visit.lookedFor == .domains(["taken.example"]))
  }

  @Test func `another objection asks for nobody`() {
    var visit = sending()

    visit.refuse(422, field: "domain")

    #expect(visit.tabs.form?.problem(in: "domain") == "No.")
    #expect(visit.lookedFor == nil)
  }

  @Test(arguments: [
    TabEvent.textChanged("other.example", field: "domain"), .submitted, .formLeft, .formDiscarded,
  ])
  func `nobody is waited for once the refusal is of no account`(event: TabEvent) {
    var visit = taken(409)

    visit.tab(event)

    #expect(visit.lookedFor == nil)
  }

  @Test func `the organization itself is not whose it is`() {
    var visit = taken(409)

    visit.scenario.answerNeighbours([.numbered(1)])
    visit.tab(.ownerOpened)

    #expect(visit.owner == nil)
    #expect(visit.tabs.form?.taken?.look.isAnswered == true)
    #expect(visit.tabs.form?.isEditing == true)
  }

  /// The domain is on its way to the server.
  private func sending() -> TabVisit {
    var visit = TabVisit(DomainsTab())
    visit.tab(
      .actionWanted("add-domain"), .textChanged("taken.example", field: "domain"), .submitted,
      .reviewAccepted)
    visit.answer(.row(nil))
    return visit
  }

  private func taken(_ status: Int, code: String? = "domain_already_exists") -> TabVisit {
    var visit = sending()
    visit.refuse(status, code: code)
    // It may have been added by the very same request.
    visit.answer(.row(nil))
    return visit
  }
}

extension TabVisit {
  fileprivate var lookedFor: ListSource? { scenario.pageQuestion?.pageQuestion?.source }
  fileprivate var owner: Organization.ID? { tabs.form?.taken?.owner?.id }
}
