import Storms
import Testing
import ViewModel
import WorkOS

/// Narrowing the loaded rows while typing.
@Suite(.timeLimit(.minutes(20)))
struct FilterTests {
  @Test func `a filter shows the loaded rows that match, whatever their page`() {
    var scenario = twoPages()

    scenario.list(.filterChanged("r 1"))

    #expect(scenario.rows == [12, 11, 10, 1])
  }

  @Test func `a filter finds names, ids, external ids and domains`() {
    let organization = Organization.numbered(1).with {
      $0.externalID = "crm-77"
      $0.domains = [OrganizationDomain(domain: "zürich.example")]
    }
    let row = ListedOrganization(organization)

    let found = ["customer", "org_1", "CRM-77", "zurich.ex"].map {
      row.holds(Sought([FoldedText($0)]))
    }

    #expect(found == [true, true, true, true])
  }

  @Test(arguments: [
    "enterprise", "plan=ent", "CUS_NFF", "müller", "xn--mller", "mueller", "double  blank",
    "zero\u{200b}width",
  ])
  func `a filter finds metadata, Stripe ids and both forms of a domain`(text: String) throws {
    let organization = Organization.numbered(1, name: "Double   Blank zerowidth Mueller").with {
      $0.domains = [OrganizationDomain(domain: "xn--mller-kva.de")]
      $0.metadata = ["plan": "enterprise"]
      $0.stripeCustomerID = "cus_NffrFeUfNV2Hib"
    }

    let inquiry = try #require(Inquiry(text))

    #expect(inquiry.matches(ListedOrganization(organization)))
  }

  @Test(arguments: [
    "sam@me.com", "Sam <sam@me.com>", "https://me.com/x", "domain:sam@me.com", "www.me.com",
  ])
  func `the host of an address is no part of another`(text: String) {
    func row(_ domain: String) -> ListedOrganization {
      ListedOrganization(
        Organization.numbered(1).with { $0.domains = [OrganizationDomain(domain: domain)] })
    }

    let found = ["me.com", "acme.com", "my-me.com", "me.com.au", "mail.me.com"].filter {
      Inquiry(text)?.matches(row($0)) == true
    }

    #expect(found == ["me.com"])
  }

  @Test(arguments: ["acme.co", "me.com", "domain:acme.co", "sam@acme.com"])
  func `what may be half of a host finds all of it`(text: String) {
    let row = ListedOrganization(
      Organization.numbered(1).with { $0.domains = [OrganizationDomain(domain: "acme.com")] })

    #expect(Inquiry(text)?.matches(row) == true)
  }

  @Test(arguments: [
    ("jan@müller.de", ["xn--mller-kva.de", "müller.de"]), ("jan@muller.de", ["muller.de"]),
    ("https://müller.de/x", ["xn--mller-kva.de", "müller.de"]),
    ("https://muller.de/x", ["muller.de"]), ("www.muller.de", ["muller.de"]),
    ("domain:müller.de", ["xn--mller-kva.de", "müller.de"]), ("domain:muller.de", ["muller.de"]),
    ("domain:muller", ["muller.de", "xn--mller-kva.de", "müller.de"]),
    ("muller", ["muller.de", "xn--mller-kva.de", "müller.de"]),
  ])
  func `a host with accents is another than the one without`(text: String, domains: [String]) {
    let found = ["muller.de", "xn--mller-kva.de", "müller.de"].filter { domain in
      let organization = Organization.numbered(1).with {
        $0.domains = [OrganizationDomain(domain: domain)]
      }
      return Inquiry(text)?.matches(ListedOrganization(organization)) == true
    }

    #expect(found == domains)
  }

  @Test(arguments: ["jan@müller.de", "domain:müller.de", "https://xn--mller-kva.de/"])
  func `what people read of a host that was found is marked`(text: String) {
    let needles = Inquiry(text)?.needles ?? []

    #expect(FoldedText.matches(of: needles, in: "müller.de") == [0..<9])
    #expect(FoldedText.matches(of: needles, in: "muller.de") == [])
  }

  @Test func `an address is not the end of another`() {
    let row = ListedOrganization(
      Organization.numbered(1).with { $0.externalID = "henrik.osullivan@acme.com" })

    let found = ["ivan@acme.com", "henrik.osullivan@acme.co", "ivan@"].map {
      Inquiry("ext:\($0)")?.matches(row)
    }

    #expect(found == [false, true, true])
  }

  @Test func `a host that was left of an address finds more than the address`() {
    let server = FakeServer(1)
    var scenario = Scenario.showing(server)
    scenario.saveName("acme.com", of: 1)
    scenario.list(.filterChanged("sam@me.com"))
    let whole = scenario.rows

    scenario.list(.filterChanged("me.com"))

    #expect(whole == [])
    #expect(scenario.rows == [1])
  }

  @Test func `nothing is found across two fields`() {
    let row = ListedOrganization(
      Organization.numbered(1, name: "Acme").with { $0.externalID = "x" })

    #expect(Inquiry("acme org")?.matches(row) == false)
  }

  @Test func `the first match is selected when the selection does not match`() {
    var scenario = twoPages()

    scenario.list(.filterChanged("customer 9"))

    #expect(scenario.selected == 9)
  }

  @Test func `a selection that matches stays`() {
    var scenario = twoPages()
    scenario.list(.selected(.number(11)))

    scenario.list(.filterChanged("customer 1"))

    #expect(scenario.selected == 11)
  }

  @Test func `a filter without matches has nothing selected to act upon`() {
    var scenario = twoPages()

    scenario.list(.filterChanged("nobody"))

    #expect(scenario.rows == [])
    #expect(scenario.selected == nil)
  }

  @Test func `leaving a filter goes back to where the list was`() {
    var scenario = twoPages()
    let before = scenario.selected
    scenario.list(.filterChanged("customer 9"))

    scenario.list(.left)

    #expect(scenario.selected == before)
  }

  @Test func `leaving a filter stays at the organization that was chosen in it`() {
    var scenario = twoPages()
    scenario.list(.filterChanged("customer 9"))
    scenario.list(.firstRowWanted)

    scenario.list(.left)

    #expect(scenario.rows == [9, 8, 7, 6, 5, 4, 3, 2, 1])
    #expect(scenario.selected == 9)
  }

  @Test func `leaving a filter without matches selects a row again`() {
    var scenario = twoPages()
    scenario.list(.filterChanged("nobody"))

    scenario.list(.left)

    #expect(scenario.selected == 12)
  }

  @Test func `spaces alone are no filter`() {
    var scenario = twoPages()

    scenario.list(.filterChanged("  "))

    #expect(!scenario.console.list.isFiltered)
  }

  @Test func `pages are not turned within a filter`() {
    var scenario = twoPages()
    scenario.list(.filterChanged("customer"))

    scenario.list(.nextPageWanted)

    #expect(scenario.selected == 12)
    #expect(scenario.open == [])
  }

  @Test func `the selection stops at the ends of a filter`() {
    var scenario = twoPages()
    scenario.list(.filterChanged("r 1"))

    scenario.list(.selectionMoved(by: 9))
    let last = scenario.selected
    scenario.list(.selectionMoved(by: -9))

    #expect(last == 1)
    #expect(scenario.selected == 12)
  }

  @Test func `a page that arrives under a filter does not take the selection off screen`() {
    let server = FakeServer(30)
    var scenario = Scenario.showing(server)
    scenario.list(.nextPageWanted)
    scenario.list(.filterChanged("customer 29"))

    scenario.answerPage(from: server)

    #expect(scenario.rows == [29])
    #expect(scenario.selected == 29)
  }

  @Test func `rows that arrive under a filter are looked through`() {
    let server = FakeServer(12)
    var scenario = Scenario.showing(server)
    scenario.list(.filterChanged("customer 9"))

    scenario.answerPage(from: server)

    #expect(scenario.rows == [9])
    #expect(scenario.selected == 9)
  }

  @Test func `a row renamed out of the filter gives the selection to its neighbour`() {
    var scenario = Scenario.showing(FakeServer(12))
    scenario.list(.filterChanged("customer 1"))
    scenario.list(.selected(.number(11)))

    scenario.saveName("Renamed", of: 11)

    #expect(scenario.rows == [12, 10])
    #expect(scenario.selected == 10)
  }

  @Test func `deleting within a filter selects the next match`() {
    var scenario = twoPages()
    scenario.list(.filterChanged("r 1"))
    scenario.list(.selected(.number(11)))

    scenario.delete(11)

    #expect(scenario.rows == [12, 10, 1])
    #expect(scenario.selected == 10)
  }

  @Test func `a delete that empties another page leaves the selection in the filter alone`() {
    let server = FakeServer(4)
    var scenario = Scenario.showing(server, deleteGrace: 0)
    scenario.answerPage(from: server)
    scenario.list(.nextPageWanted)
    scenario.list(.filterChanged("customer"))
    scenario.list(.selected(.number(4)))

    scenario.delete(1)

    #expect(scenario.selected == 4)
  }

  @Test func `n and N go round the loaded rows that match the last filter`() {
    var scenario = twoPages()
    scenario.list(.filterChanged("r 1"))
    scenario.list(.filterChanged(""))

    scenario.list(.previousMatchWanted)
    let before = scenario.selected
    scenario.list(.nextMatchWanted)
    scenario.list(.nextMatchWanted)

    #expect(before == 1)
    #expect(scenario.selected == 11)
  }

  @Test func `n turns to the page its match is on`() {
    var scenario = twoPages()
    scenario.list(.filterChanged("customer 4"))
    scenario.list(.filterChanged(""))
    scenario.list(.previousPageWanted)

    scenario.list(.nextMatchWanted)

    #expect(scenario.selected == 4)
    #expect(scenario.rows.contains(4))
  }

  @Test(arguments: [ListEvent.nextMatchWanted, .previousMatchWanted])
  func `on the only match n and N say so`(event: ListEvent) {
    var scenario = twoPages()
    scenario.list(.filterChanged("customer 4"))
    scenario.list(.filterChanged(""))

    scenario.list(event)
    scenario.list(event)

    #expect(scenario.selected == 4)
    #expect(scenario.notice == .onlyMatch)
  }

  @Test func `n without a match says so`() {
    var scenario = twoPages()
    scenario.list(.filterChanged("nobody"))
    scenario.list(.filterChanged(""))

    scenario.list(.nextMatchWanted)

    #expect(scenario.notice == .noMatch)
  }

  /// Twelve organizations on two remembered pages, of three and of nine.
  private func twoPages() -> Scenario {
    var scenario = Scenario.showing(FakeServer(12), deleteGrace: 0)
    scenario.answerPage([9, 8, 7, 6, 5, 4, 3, 2, 1])
    return scenario
  }
}
