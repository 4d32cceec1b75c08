import Storms
import Testing
import ViewModel
import WorkOS

/// Asking the server without losing what is in sight.
struct SearchKeepingTests {
  @Test func `Enter keeps what matches of the loaded rows, with the first selected`() {
    var scenario = Scenario.showing(FakeServer(12))
    scenario.list(.filterChanged("customer 1"))
    scenario.list(.lastRowWanted)

    scenario.list(.searchSubmitted("customer 1"))

    #expect(scenario.rows == [12, 11, 10])
    #expect(scenario.selected == 12)
  }

  @Test func `what is found among the loaded rows stays when the server knows nothing`() {
    let server = FakeServer(12)
    var scenario = Scenario.showing(server)
    scenario.list(.filterChanged("org_1"))

    scenario.list(.searchSubmitted("org_1"))
    scenario.answerSearch(from: FakeServer(0))

    #expect(scenario.rows == [12, 11, 10])
  }

  @Test func `the server is asked for everything the text may be, at once`() {
    var scenario = Scenario.showing(FakeServer(2))

    let effects = scenario.list(.searchSubmitted("acme.com"))

    #expect(
      effects.compactMap(\.pageQuestion?.source)
        == [.domains(["acme.com"]), .name("acme.com"), .externalID("acme.com")])
  }

  @Test func `what the server knows beyond the loaded rows is added below, each once`() {
    let server = FakeServer(12)
    var scenario = Scenario.showing(server)
    scenario.list(.searchSubmitted("customer 1"))

    scenario.answerSearch(from: server)

    #expect(scenario.rows == [12, 11, 10])
    scenario.list(.nextPageWanted)
    scenario.answerSearch(from: server)
    #expect(scenario.rows == [1])
  }

  @Test func `an organization that is found twice is shown once, and told by whom first`() {
    let acme = organization(20, "acme.com", domain: "acme.com")
    var scenario = Scenario.showing(FakeServer(2))
    scenario.list(.searchSubmitted("acme.com"))

    scenario.answer(.domains(["acme.com"]), with: [acme])
    scenario.answer(.name("acme.com"), with: [acme, organization(21, "acme.com two")])
    scenario.answer(.externalID("acme.com"), with: [])

    #expect(scenario.rows == [20, 21])
    let findings = scenario.console.list.search?.findings ?? []
    #expect(findings.map(\.source) == [.domains(["acme.com"]), .name("acme.com")])
    #expect(findings.map(\.count) == [1, 1])
  }

  @Test func `an answer that comes later is added below those that are in sight`() {
    var scenario = Scenario.showing(FakeServer(2))
    scenario.list(.searchSubmitted("acme.com"))

    scenario.answer(.externalID("acme.com"), with: [organization(20, "By external id")])
    scenario.answer(.domains(["acme.com"]), with: [organization(21, "By domain")])

    #expect(scenario.rows == [20, 21])
    #expect(scenario.selected == 20)
  }

  @Test func `a failure of one question leaves what the others found`() {
    var scenario = Scenario.showing(FakeServer(2))
    scenario.list(.filterChanged("customer"))
    scenario.list(.searchSubmitted("customer"))
    scenario.answer(.externalID("customer"), with: [organization(20, "By external id")])

    scenario.failSearch()

    #expect(scenario.rows == [2, 1, 20])
    #expect(scenario.console.list.search?.failed.map(\.source) == [.name("customer")])
  }

  @Test func `r asks again for what failed`() {
    var scenario = Scenario.showing(FakeServer(2))
    scenario.list(.searchSubmitted("nobody"))
    scenario.failSearch()

    let effects = scenario.list(.refreshWanted)
    scenario.answer(.name("nobody"), with: [organization(20, "Nobody")])

    #expect(effects.count == 2)
    #expect(scenario.rows == [20])
    #expect(scenario.console.list.search?.failed.isEmpty == true)
  }

  @Test func `Esc goes back to the page and the row one came from`() {
    let server = FakeServer(12)
    var scenario = Scenario.showing(server)
    scenario.answerPage(from: server)
    scenario.list(.nextPageWanted)
    scenario.list(.selected(.number(8)))
    scenario.list(.filterChanged("customer 12"))
    scenario.list(.searchSubmitted("customer 12"))
    scenario.answerSearch(from: server)

    scenario.list(.left)

    #expect(scenario.rows == [9, 8, 7])
    #expect(scenario.selected == 8)
  }

  @Test func `Esc gives up a search while some of its questions are open`() {
    var scenario = Scenario.showing(FakeServer(2))
    scenario.list(.searchSubmitted("acme.com"))
    scenario.answer(.domains(["acme.com"]), with: [organization(20, "Acme")])

    scenario.list(.left)

    #expect(scenario.console.list.search == nil)
    #expect(scenario.open == [])
  }

  @Test func `the pages of one question follow those of another`() {
    var scenario = Scenario.showing(FakeServer(2))
    scenario.list(.searchSubmitted("domain:acme.com"))
    scenario.list(.left)
    scenario.list(.searchSubmitted("acme.com"))
    scenario.answer(
      .domains(["acme.com"]), with: (30..<33).map { organization($0, "d") }, more: true)
    scenario.answer(.name("acme.com"), with: (40..<43).map { organization($0, "n") }, more: true)
    scenario.answer(.externalID("acme.com"), with: [])
    let first = scenario.rows
    scenario.list(.nextPageWanted)
    scenario.answer(.domains(["acme.com"]), with: [organization(33, "d")])
    let second = scenario.rows
    scenario.list(.nextPageWanted)
    scenario.answer(.name("acme.com"), with: [organization(30, "d"), organization(43, "n")])
    let third = scenario.rows
    scenario.list(.nextPageWanted)
    let end = scenario.notice
    scenario.list(.previousPageWanted)
    let back = scenario.rows
    scenario.list(.previousPageWanted)

    #expect(first == [30, 31, 32, 40, 41, 42])
    #expect(second == [33])
    #expect(third == [43])
    #expect(end == .lastPage)
    #expect(back == [33])
    #expect(scenario.rows == first)
  }

  @Test func `walking down past the first page and up again lands beside it`() {
    let server = FakeServer(12)
    var scenario = Scenario.showing(server)
    scenario.list(.searchSubmitted("name:customer 1"))
    scenario.answerSearch(from: server)
    scenario.list(.lastRowWanted)

    scenario.list(.selectionMoved(by: 1))
    scenario.answerSearch(from: server)
    let below = scenario.selected
    scenario.list(.selectionMoved(by: -1))

    #expect(below == 1)
    #expect(scenario.selected == 10)
  }

  @Test func `what was kept is renamed and deleted like any row`() {
    let server = FakeServer(12)
    var scenario = Scenario.showing(server, deleteGrace: 0)
    scenario.list(.searchSubmitted("customer 1"))
    scenario.answerSearch(from: FakeServer(0))

    scenario.saveName("Renamed", of: 12)
    scenario.delete(11)

    #expect(scenario.console.list.rows.map(\.organization.name) == ["Renamed", "Customer 10"])
    #expect(scenario.selected != nil)
  }

  @Test func `n finds the rows that the server added, too`() {
    var scenario = Scenario.showing(FakeServer(2))
    scenario.list(.searchSubmitted("acme"))
    scenario.answer(.name("acme"), with: [organization(20, "Acme"), organization(21, "Acme two")])

    scenario.list(.nextMatchWanted)

    #expect(scenario.selected == 21)
  }

  @Test func `turning the order keeps what was loaded`() {
    let server = FakeServer(12)
    var scenario = Scenario.showing(server)
    scenario.list(.searchSubmitted("name:customer 1"))
    scenario.answerSearch(from: server)

    scenario.list(.orderFlipped)
    scenario.answerSearch(from: server)

    #expect(scenario.rows == [10, 11, 12, 1])
    #expect(scenario.selected == 12)
  }

  private func organization(_ number: Int, _ name: String, domain: String? = nil) -> Organization {
    Organization.numbered(number, name: name).with {
      $0.domains = domain.map { [OrganizationDomain(domain: $0)] } ?? []
    }
  }
}

extension Scenario {
  /// Answers the question of a search that goes there.
  mutating func answer(
    _ source: ListSource, with organizations: [Organization], more: Bool = false,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let asked = open.last(where: { $0.pageQuestion?.source == source }),
      let id = asked.requestID
    else {
      Issue.record("that is not asked", sourceLocation: sourceLocation)
      return
    }
    close(asked)
    let rows = organizations.map(ListedOrganization.init)
    list(.pageArrived(id, .success(Page(items: rows, after: more ? rows.last?.id.rawValue : nil))))
  }
}
