import Storms
import Testing
import WorkOS

@testable import ViewModel

/// Whole mails, tables and lines of logs: what is taken of them, and that nothing else finds a row.
struct PastedMailTests {
  private static let ulid = "01M67FS3C1Q4P6QWEF0SHE70WX"
  private static let id = ListSource.id(Organization.ID(rawValue: "org_\(ulid)"))
  private static let user = "user_01HZX5B7Q4P6QWEF0SHE100123"

  private func row(
    _ name: String, domain: String = "other.example", externalID: String? = nil
  ) -> ListedOrganization {
    ListedOrganization(
      Organization.numbered(1, name: name).with {
        $0.domains = [OrganizationDomain(domain: domain)]
        $0.externalID = externalID
      })
  }

  @Test(arguments: [
    "Hello,\nI cannot sign in.\n--\nravi.kumar@acme.com", "Hi all,\n--\nJo\njo@acme.com",
    "> Jo cannot sign in\n> Thanks\njo@acme.com", "From: Jo <jo@acme.com>\nHello\nJo\n--",
    "Thanks\nJo\njo@acme.com", "please help me sign in\nJo\njo@acme.com",
    "jo@acme.com\nJo\nSent from my iPhone",
  ])
  func `of a mail its address alone finds rows`(text: String) {
    let inquiry = Inquiry(text)
    let strangers = [
      row("Bücher & Co", domain: "xn--bcher-kva.example"), row("HelloFresh"), row("Jo & Sons"),
      row("Thanks Ltd"),
    ]

    #expect(inquiry?.sources == [.domains(["acme.com"])])
    #expect(strangers.filter { inquiry?.matches($0) == true } == [])
    #expect(inquiry?.matches(row("Acme", domain: "acme.com")) == true)
    #expect(inquiry?.passedOver == 2)
  }

  @Test func `lines of marks are nothing among others`() {
    let inquiry = Inquiry("Globex\n--\n***\nHooli")

    #expect(
      inquiry?.sources == [
        .name("Globex"), .externalID("Globex"), .name("Hooli"), .externalID("Hooli"),
      ])
    #expect(inquiry?.matches(row("Bücher & Co", domain: "xn--bcher-kva.example")) == false)
  }

  @Test(arguments: [
    "name,email,org\nBob Smith,bob@acme.com,org_\(ulid)",
    "name\temail\torg\nBob Smith\tbob@acme.com\torg_\(ulid)",
    "Name;E-Mail;Organization ID\nBob Smith;bob@acme.com;org_\(ulid)",
  ])
  func `the first line of a table finds nothing`(text: String) {
    let inquiry = Inquiry(text)

    #expect(inquiry?.sources == [Self.id, .domains(["acme.com"])])
    #expect(inquiry?.matches(row("Bob Smith Inc")) == false)
    #expect(inquiry?.passedOver == 1)
  }

  @Test func `rows of which the host is certain come first`() {
    let server = FakeServer(3)
    var scenario = Scenario.showing(server)
    scenario.saveName("at acme.com", of: 1)

    scenario.list(.filterChanged("bob@acme.com\nCustomer 3"))

    #expect(scenario.rows == [1, 3])
  }

  @Test(arguments: [
    "org_id=cust_006310", "org_external_id=cust_006310",
    #"{"organizationExternalId":"cust_006310"}"#,
    "2026-11-29 INFO org_id=cust_006310 status=active", "external_id=cust_006310 status=active",
    #"{\"org_external_id\":\"cust_006310\"}"#, "organization external id: cust_006310",
    #"{"message":"{\"external_id\":\"cust_006310\"}"}"#,
    #"{"message":"login of external_id=cust_006310 failed"}"#,
  ])
  func `what is called an external id is asked for as one`(text: String) {
    #expect(Inquiry(text)?.sources == [.externalID("cust_006310")])
  }

  @Test(arguments: [
    "{'email':'ravi@acme.com','external_id':'cust_006310'}",
    "{email: ravi@acme.com, external_id: cust_006310}",
    "email: ravi@acme.com\nexternal_id: cust_006310",
    "external_id: cust_006310\nemail: ravi@acme.com",
    "ravi@acme.com\tcust_006310\tactive user",
  ])
  func `an external id beside an address is asked for as well`(text: String) {
    let sources = Inquiry(text)?.sources ?? []

    #expect(sources.first == .domains(["acme.com"]))
    #expect(sources.contains(.externalID("cust_006310")))
    #expect(Inquiry(text)?.matches(row("Other", externalID: "cust_006310")) == true)
    #expect(Inquiry(text)?.person == .email("ravi@acme.com"))
  }

  @Test(arguments: [
    "Carla Doe;carla@gmail.com;Acme Corporation", "carla@gmail.com, Acme Corporation",
    "carla@gmail.com (Acme Corporation)", "Acme Corporation <carla@gmail.com>",
  ])
  func `a company beside an address is asked for as well`(text: String) {
    #expect(
      Inquiry(text)?.sources == [
        .domains(["gmail.com"]), .name("Acme Corporation"), .externalID("Acme Corporation"),
      ])
  }

  @Test(arguments: [
    ("Carla Doe;carla@gmail.com;Acme Corporation", ["Carla Doe"]),
    ("Bob Smith <bob@acme.com>,", []), ("carla@gmail.com, Initech", ["Initech"]),
    ("organization org_\(ulid), please", ["please"]), ("bob@acme.com", []), ("Acme, Inc.", []),
  ])
  func `what else is beside it is told, and finds nothing`(text: String, unused: [String]) {
    #expect(Inquiry(text)?.unused == unused)
    #expect(unused.filter { Inquiry(text)?.matches(row($0)) == true } == [])
  }

  @Test func `names between commas are asked for whole and each on its own`() {
    #expect(
      Inquiry("Initech, Contoso Energy")?.sources.filter {
        if case .name = $0 { true } else { false }
      }
        == [.name("Initech, Contoso Energy"), .name("Initech"), .name("Contoso Energy")])
  }

  @Test(arguments: [
    "bob(at)acme.com", "bob{at}acme.com", "bob (at) acme.com", "bob(at)acme(dot)com",
    "bob (at) acme (dot) com", "bob at acme dot com", "bob@acme dot com",
  ])
  func `an address without its signs is one`(text: String) {
    #expect(Inquiry(text)?.sources.first == .domains(["acme.com"]))
    #expect(Inquiry(text)?.person == .email("bob@acme.com"))
    #expect(EmailAddress.one(in: text) == .success("bob@acme.com"))
  }

  @Test(arguments: ["Acme (AT) GmbH", "Transportation (DOT) Agency", "Coffee at Home"])
  func `what is in brackets may be of a name`(text: String) {
    #expect(Inquiry(text)?.sources.first == .name(text))
  }

  @Test func `a scheme without its colon is one`() {
    #expect(Inquiry("hxxps[:]//acme[.]com")?.sources == [.domains(["acme.com"])])
  }

  @Test(arguments: ["cust_006310،", "cust_006310。", "cust_006310؟", "cust_006310।"])
  func `a sentence ends in any script`(text: String) {
    #expect(Inquiry(text)?.sources == [.name("cust_006310"), .externalID("cust_006310")])
  }

  @Test func `so it does behind a host`() {
    #expect(
      Inquiry("acme.com。")?.sources
        == [.domains(["acme.com"]), .name("acme.com"), .externalID("acme.com")])
  }

  @Test(arguments: [
    "customer cust_006310", "Acme Corporation (cust_006310) reports",
    "https://app.ourfirm.com/admin/customers/cust_006310",
  ])
  func `an id within a longer text is asked for, and is one row's alone`(text: String) {
    #expect(Inquiry(text)?.sources.contains(.externalID("cust_006310")) == true)
    #expect(Inquiry(text)?.matches(row("Acme", externalID: "cust_006310")) == true)
    #expect(Inquiry(text)?.matches(row("Acme", externalID: "cust_0063101")) == false)
  }

  @Test func `a user beside an organization is a person`() {
    let inquiry = Inquiry("organization_id=org_\(Self.ulid) user_id=\(Self.user)")

    #expect(inquiry?.sources.first == Self.id)
    #expect(inquiry?.sources.contains(.externalID("user_id=\(Self.user)")) == false)
    #expect(inquiry?.person == .user(Self.user))
  }

  @Test(arguments: [
    "cust_42, Enterprise, Jane", "42.example\nEnterprise\nJane",
    "Customer: Contoso\nExternal ID: cust_42\nPlan: Enterprise",
    "Hi,\n\nthe customer cust_42 cannot log in since Monday.\n\nBest regards,\nJane",
  ])
  func `the row with the id or the domain comes before those with other words`(text: String) {
    let inquiry = Inquiry(text)
    let wanted = row("Contoso", domain: "42.example", externalID: "cust_42")

    #expect(inquiry?.matches(wanted) == true)
    #expect(inquiry?.surest != nil || inquiry?.matches(row("Jane")) == false)
  }

  @Test(arguments: [
    #"curl https://acme.com/organizations/org_\#(ulid) -H "Authorization: Bearer sk_live_a1""#,
    "jane@acme.com Authorization: Bearer a1_B2c345", "sk_live_a1b2c3",
    "https://acme.com/callback?code=abc_123&state=xyz_456",
    "customer whsec_a1b2c3 of Acme",
    "jane@acme.com password: Pass_word1", "jane@acme.com webhook whsec_a1b2c3 is wrong",
    "jane@acme.com client_01HZX5B7Q4P6QWEF0SHE100123 cannot sign in",
  ])
  func `a secret in what was pasted is asked for nowhere`(text: String) {
    for case .externalID(let id) in Inquiry(text)?.sources ?? [] {
      Issue.record("\(id) would be sent")
    }
  }
}
