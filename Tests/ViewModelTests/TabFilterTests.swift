import JSON
import Testing
import WorkOS

@testable import ViewModel

/// The filter of a tab, typed or pasted.
struct TabFilterTests {
  private static let rows: [TabRow] = [
    .member("om_1", "wei.wang@x.example"), .member("om_2", "camila@northwind.example"),
    .member("om_3", "petra@xn--mller-shne-kcb9d.example"),
    .member("om_4", "jan@bücher.example"),
  ]

  private func found(_ text: String) -> [String] {
    var visit = TabVisit(MembersTab(), Self.rows)
    visit.tab(.filterChanged(text))
    return visit.tabs.state?.matches.map(\.name) ?? []
  }

  @Test(arguments: [
    "\"Wang, Wei\" <wei.wang@x.example>", "<wei.wang@x.example>;", "wei.wang@x.example.",
    "(wei.wang@x.example)", "mailto:wei.wang@x.example?subject=Hi", "“wei.wang@x.example”,",
    "Wang Wei\twei.wang@x.example", "WEI.WANG@X.EXAMPLE", "\"wei.wang\".", "wei.wang, member",
  ])
  func `what was pasted with an address finds its row`(text: String) {
    #expect(found(text) == ["wei.wang@x.example"])
  }

  @Test(arguments: [
    "müller-söhne", "MÜLLER-SÖHNE.example", "petra@müller-söhne.example", "müller-söhne.example.",
    "xn--mller-shne", "Petra <petra@müller-söhne.example>", "https://www.müller-söhne.example/x",
  ])
  func `a domain is found as it is read and as the DNS has it`(text: String) {
    #expect(found(text) == ["petra@xn--mller-shne-kcb9d.example"])
  }

  @Test(arguments: ["jan@bücher.example", "jan@xn--bcher-kva.example", "bücher", "xn--bcher"])
  func `and so is one that the server has as it is read`(text: String) {
    #expect(found(text) == ["jan@bücher.example"])
  }

  @Test(arguments: [
    "camila@northwind.example, wei.wang@x.example", "wei.wang@x.example\tcamila@northwind.example",
    "From: Wei <wei.wang@x.example>\nTo: camila@northwind.example; nobody@x.example",
  ])
  func `of several addresses each finds its row`(text: String) {
    #expect(found(text) == ["wei.wang@x.example", "camila@northwind.example"])
  }

  @Test(arguments: ["ng@x.example", "wang@x.example", "Mila <mila@northwind.example>"])
  func `an address that only ends another is not found`(text: String) {
    #expect(found(text) == [])
  }

  @Test func `of an address the end may still be typed`() {
    #expect(found("camila@northwind.exam") == ["camila@northwind.example"])
  }

  @Test(arguments: ["jan@bucher.example", "petra@muller-sohne.example"])
  func `an address whose domain has no accents is another`(text: String) {
    #expect(found(text) == [])
  }

  @Test(arguments: [
    ("2026-10-31", true), ("10-31 02:06", true), ("02:06", true), ("2026-10-31T02:06:00Z", true),
    ("member", false), ("42", false), ("crm-77", false), ("acme.com", false), ("-", false),
  ])
  func `a date is told from what rows are looked through for`(text: String, isDate: Bool) {
    #expect(FilterText(text).looksLikeDate == isDate)
  }

  @Test func `who is not there is not found`() {
    #expect(found("nobody@x.example") == [])
  }

  @Test(arguments: [
    "user_01M68A725YG37PMNBQYR0Z2XAN", "USER_01M68A725YG37PMNBQYR0Z2XAN",
    "01M68A725YG37PMNBQYR0Z2XAN", "User ID: user_01M68A725YG37PMNBQYR0Z2XAN.",
    "https://dashboard.workos.com/environment_01HZX5B7Q4P6QWEF0SHE100999/users/"
      + "user_01M68A725YG37PMNBQYR0Z2XAN/details",
    "om_01HZX5B7Q4P6QWEF0SHE100123", "membership om_01HZX5B7Q4P6QWEF0SHE100123,",
  ])
  func `a member is found by the id of the user, and by that of the membership`(
    text: String
  ) throws {
    let isabella: TabRow = try .made(
      #"{"id":"om_01HZX5B7Q4P6QWEF0SHE100123","user_id":"user_01M68A725YG37PMNBQYR0Z2XAN","#
        + #""status":"active","user":{"id":"user_01M68A725YG37PMNBQYR0Z2XAN","#
        + #""email":"isabella@acme.com"}}"#
    ) { TabRow($0 as Received<Membership>) }
    var visit = TabVisit(MembersTab(), Self.rows + [isabella])

    visit.tab(.filterChanged(text))

    #expect(visit.tabs.state?.matches.map(\.name) == ["isabella@acme.com"])
  }

  @Test(arguments: [
    "jane@acme.dev", "Jane <jane@acme.dev>, please", "www.acme.dev", "*.acme.dev",
    "Domain: acme.dev", "https://acme.dev/login", "acme.dev", "acme", "acme.dev pending",
    "acme.dev, acme.example",
  ])
  func `a domain is found by whatever it stands in`(text: String) {
    #expect(domains(text) == ["acme.dev"])
  }

  @Test(arguments: ["jan@müller.de", "müller.de", "ller.de", "www.xn--mller-kva.de"])
  func `and in either of its forms`(text: String) {
    #expect(domains(text) == ["xn--mller-kva.de"])
  }

  @Test func `and one without accents is another`() {
    #expect(domains("jan@muller.de") == [])
    #expect(domains("muller") == ["xn--mller-kva.de"])
  }

  @Test func `a domain that only ends like the one of an address is not found`() {
    #expect(domains("jane@me.dev") == [])
    #expect(domains("me.dev") == ["acme.dev"])
  }

  private func domains(_ text: String) -> [String] {
    let rows = [("acme.dev", "pending"), ("xn--mller-kva.de", "verified")].map { name, state in
      TabRow(
        OrganizationDomain(domain: name, state: .init(rawValue: state)), json: RawJSON("{}"))
    }
    var visit = TabVisit(DomainsTab(), rows)
    visit.tab(.filterChanged(text))
    return visit.tabs.state?.matches.map(\.name) ?? []
  }

  @Test func `each word is looked for, and marks alone only where there is nothing else`() {
    #expect(found("member camila").count == 1)
    #expect(found("camila ;").count == 1)
    #expect(found("@").count == 4)
    #expect(found(" ").count == 4)
  }

  @Test func `it says what is looked for`() {
    #expect(FilterText("<petra@müller-söhne.example>;").shown == "petra@müller-söhne.example")
    #expect(FilterText("camila ;").shown == "camila ;")
    #expect(FilterText("petra@bücher.example", byHost: true).shown == "bücher.example")
  }
}
