import Storms
import Testing
import WorkOS

@testable import ViewModel

/// What stands around a value in the sentence, the form or the address that it was copied out of.
struct PastedSentenceTests {
  private static let ulid = "01HZX5B7Q4P6QWEF0SHE100123"
  private static let user = "user_\(ulid)"
  private static let id = ListSource.id(Organization.ID(rawValue: "org_\(ulid)"))

  @Test(arguments: [
    "cust_011126.", "cust_011126!", "cust_011126:", "cust_011126?", "(cust_011126).",
    "(cust_011126.)", "“cust_011126”.", "\"cust_011126\",", "<cust_011126>!",
    "Customer: cust_011126", "customer id: cust_011126.", "Account ID: “cust_011126”",
  ])
  func `an id is asked for without what its sentence adds to it`(text: String) {
    #expect(Inquiry(text)?.sources == [.name("cust_011126"), .externalID("cust_011126")])
  }

  @Test(arguments: [
    "ext:cust_011126.", "ext:“cust_011126”.", "external id: cust_011126",
    "External ID: cust_011126.",
    "external_id: cust_011126", "external-id:cust_011126", #""external_id": "cust_011126","#,
    "External ID\tcust_011126",
  ])
  func `the label of an external id is as good as its prefix`(text: String) {
    #expect(Inquiry(text)?.sources == [.externalID("cust_011126")])
    #expect(Inquiry(text)?.field == .externalID)
  }

  @Test(arguments: [
    (#"{"external_id":"cust_1","plan":"gold"}"#, [ListSource.externalID("cust_1")]),
    (#"{"id":"org_\#(ulid)","name":"Acme","domains":[{"domain":"acme.com"}]}"#, [Self.id]),
    (#"{"event":"x","data":{"id":"om_\#(ulid)","organization_id":"org_\#(ulid)"}}"#, [Self.id]),
    (
      #"{ ↵ "id": null, ↵ "domains": ["acme.com", "acme.org"] ↵ }"#,
      [.domains(["acme.com", "acme.org"])]
    ),
    (
      #"[{"external_id":"a,b"},{"external_id":"cust_2"}]"#,
      [.externalID("a,b"), .externalID("cust_2")]
    ),
    (
      #"{"external_id":"cust_1","name":"Acme \"X\" Inc."}"#,
      [
        .name("cust_1"), .externalID("cust_1"), .name(#"Acme "X" Inc."#),
        .externalID(#"Acme "X" Inc."#),
      ]
    ),
  ])
  func `of JSON what can be looked up is taken`(text: String, sources: [ListSource]) {
    #expect(Inquiry(text)?.sources == sources)
  }

  @Test(arguments: [#"{"broken": "#, "{Acme}", "[Acme]", "[]", "{}", #"{"unknown":"member"}"#])
  func `what is no JSON, or says nothing that is known, is text like any other`(text: String) {
    #expect(Inquiry.linesOfJSON(text) == nil)
    #expect(text.count < 3 || Inquiry(text) != nil)
  }

  @Test func `the person in JSON is looked for as well`() {
    let text = #"{"organization_id":"org_\#(Self.ulid)","user":{"email":"jane@acme.com"}}"#

    #expect(Inquiry(text)?.person == .email("jane@acme.com"))
  }

  @Test(arguments: [
    "acme[.]com", "hxxps://acme[.]com/login", "jane[@]acme[.]com", "jane [at] acme [dot] com",
  ])
  func `an address that was made harmless for a mail is an address`(text: String) {
    #expect(Inquiry(text)?.sources.first == .domains(["acme.com"]))
  }

  @Test(arguments: [
    ("\"Stark Robotics\".", "Stark Robotics"), ("“Hooli”.", "Hooli"),
    ("Stark Robotics.", "Stark Robotics"),
    ("Customer: Hooli", "Hooli"), ("Organization: \"Stark Robotics\".", "Stark Robotics"),
    ("company name: Acme, Inc.", "Acme, Inc."), ("Acme, Inc.", "Acme, Inc."),
    ("Initech S.A.", "Initech S.A."), ("Booking Ltd.", "Booking Ltd."),
    ("External ID Solutions Ltd", "External ID Solutions Ltd"),
    ("Customer Hooli", "Customer Hooli"),
    ("Acme: the road runner", "Acme: the road runner"), ("...", "..."),
  ])
  func `a name is asked for without what is around it, and with all of its own`(
    text: String, name: String
  ) {
    #expect(Inquiry(text)?.sources.first == .name(name))
  }

  @Test(arguments: [
    "external_id=cust_011126", "externalId=cust_011126", "ext=cust_011126",
    "External ID: cust_011126",
  ])
  func `an equals sign is as good as a colon`(text: String) {
    #expect(Inquiry(text)?.sources == [.externalID("cust_011126")])
  }

  @Test(arguments: [
    "https://user:pw@acme.com/", "postgres://admin:s3cret@acme.com:5432/db",
    "Link: https://user:p@ss@www.acme.com/",
  ])
  func `the password in a URL is nobody's address`(text: String) {
    #expect(PastedText(text).emails.isEmpty)
    #expect(PastedText(text).addresses.contains { $0.host == "acme.com" })
  }

  @Test(arguments: [
    "mailto:jane@acme.com", "https://acme.com/?user=jane@acme.com", "http://jane@acme.com",
    "see https://acme.com: jane@acme.com",
  ])
  func `an address in or beside a URL is one`(text: String) {
    #expect(PastedText(text).emails == ["jane@acme.com"])
  }

  @Test(arguments: ["domain=acme.com", "host=acme.com", "Domain: acme.com", "hostname: acme.com"])
  func `so it is before a domain`(text: String) {
    #expect(Inquiry(text)?.sources == [.domains(["acme.com"])])
    #expect(HostName.taken(from: text) == "acme.com")
  }

  @Test(arguments: [
    ("Kundennummer: cust_011126", "cust_011126"), ("externe ID: cust_011126", "cust_011126"),
    ("Firma: Initech", "Initech"), ("Kunde: Initech.", "Initech"),
    ("crm_id: crm-204417", "crm-204417"), ("#cust_011126", "cust_011126"),
  ])
  func `what stands behind a label that is not known is asked for too`(
    text: String, value: String
  ) {
    let plain = text.hasSuffix(".") ? String(text.dropLast()) : text

    #expect(
      Inquiry(text)?.sources
        == [.name(plain), .externalID(plain), .name(value), .externalID(value)])
  }

  @Test(arguments: ["ext:#123", "ext: Kundennummer: 123"])
  func `so it is behind a prefix`(text: String) {
    #expect(Inquiry(text)?.sources.last == .externalID("123"))
    #expect(Inquiry(text)?.sources.count == 2)
  }

  @Test(arguments: [
    ("#123", "123"), ("\"123\"", "123"), ("Kundennummer: “123”.", "123"), ("123.", "123"),
    ("123", nil), ("crm:123", nil),
  ])
  func `an external id is taken out of what stands around it`(text: String, id: String?) {
    #expect(PastedIdentifier.externalID(takenFrom: text) == id)
  }

  @Test(arguments: ["stripe:12", "plan=enterprise", "Acme:"])
  func `and what is no label is part of the value`(text: String) {
    #expect(Inquiry(text)?.sources.first == .name(PastedText(text).bare))
    #expect(Inquiry(text)?.matches(ListedOrganization(Organization.numbered(12))) == false)
  }

  @Test(arguments: [
    "cus_fmkfrBVCZhcz5F", "Stripe: cus_fmkfrBVCZhcz5F", "Stripe customer cus_fmkfrBVCZhcz5F.",
    "https://dashboard.stripe.com/customers/cus_fmkfrBVCZhcz5F", "_cus_fmkfrBVCZhcz5F_",
    "see https://dashboard.stripe.com/acct_1/test/customers/cus_fmkfrBVCZhcz5F?tab=x, please",
    "Customer: cus_fmkfrBVCZhcz5F",
  ])
  func `the id of a Stripe customer is taken out of whatever surrounds it`(text: String) {
    let row = ListedOrganization(
      Organization.numbered(1).with { $0.stripeCustomerID = "cus_fmkfrBVCZhcz5F" })

    #expect(
      Inquiry(text)?.sources
        == [.name("cus_fmkfrBVCZhcz5F"), .externalID("cus_fmkfrBVCZhcz5F")])
    #expect(Inquiry(text)?.matches(row) == true)
  }

  @Test func `beside an address it is looked for among the rows`() {
    let inquiry = Inquiry(
      "jane@acme.com https://dashboard.stripe.com/customers/cus_fmkfrBVCZhcz5F")
    let row = ListedOrganization(
      Organization.numbered(1).with { $0.stripeCustomerID = "cus_fmkfrBVCZhcz5F" })

    #expect(inquiry?.sources == [.domains(["acme.com"])])
    #expect(inquiry?.matches(row) == true)
  }

  @Test func `an id that only begins like one of Stripe's is left whole`() {
    #expect(Inquiry("cus_42-a")?.sources == [.name("cus_42-a"), .externalID("cus_42-a")])
  }

  @Test func `lines with labels are several things`() {
    #expect(
      Inquiry("Customer: Hooli\nexternal id: cust_1")?.sources == [
        .name("Hooli"), .externalID("Hooli"), .name("cust_1"), .externalID("cust_1"),
      ])
  }

  @Test(arguments: [
    user, "\(user).", "“\(user)”!", "user \(user)", "User ID: \(user).", "(\(user.lowercased()))",
    "https://dashboard.workos.com/environment_01HZX5B7Q4P6QWEF0SHE100999/users/\(user)/details",
    "see https://dashboard.workos.com/users/\(user)?tab=events, please",
  ])
  func `the id of a user is looked up, whatever it was pasted with`(text: String) {
    #expect(PersonName(sought: text) == .user(Self.user))
    #expect(Inquiry(text)?.person == .user(Self.user))
  }

  @Test(arguments: [
    user, ulid, ulid.lowercased(), "User ID: \(ulid).", "“\(ulid)”", "USER_\(ulid)",
  ])
  func `where only people are asked for, the id of a user needs no prefix`(text: String) {
    #expect(PersonName(asked: text) == .user(Self.user))
  }

  @Test(arguments: [
    ("user_42", PersonName?.some(.user("user_42"))), ("jane@acme.com", .email("jane@acme.com")),
    ("user_", nil), ("jane", nil), ("\(ulid) 01HZX5B7Q4P6QWEF0SHE100124", nil),
  ])
  func `and it may be of another form, but not several`(text: String, name: PersonName?) {
    #expect(PersonName(asked: text) == name)
  }

  @Test(arguments: [
    "https://dashboard.workos.com/environment_01HZX5B7Q4P6QWEF0SHE100999/users/\(user)/details",
    "\(user).", "user \(user)",
  ])
  func `and not the domain of the dashboard`(text: String) {
    #expect(Inquiry(text)?.sources == [.name(Self.user), .externalID(Self.user)])
  }

  @Test(arguments: [
    ("https://dashboard.workos.com/connections/conn_\(ulid)/edit", OtherID.Thing.connection),
    ("connection conn_\(ulid).", .connection), ("directory_group_\(ulid)!", .directoryGroup),
    ("https://dashboard.workos.com/x/directory_\(ulid)", .directory),
    ("id: om_\(ulid)", .membership), ("_om_\(ulid)_", .membership),
    ("-directory-\(ulid)", .directory),
  ])
  func `any other id says what it is of, alone or within an address`(
    text: String, thing: OtherID.Thing
  ) {
    #expect(OtherID(text)?.thing == thing)
    #expect(OtherID(text)?.id == "\(thing.rawValue)_\(Self.ulid)")
  }

  @Test(arguments: [
    "https://dashboard.workos.com/organizations/org_\(ulid)/users/\(user)", "\(user) of acme.com",
    "\(user) and user_01HZX5B7Q4P6QWEF0SHE100124", "ext:\(user)", "user_42", "user",
  ])
  func `an organization, an address or a prefix goes before it, and of several none is taken`(
    text: String
  ) {
    #expect(OtherID(text) == nil)
  }

  @Test(arguments: [
    "org_\(ulid)", "org_\(ulid.lowercased())", ulid, "https://dashboard.workos.com/x/org_\(ulid)/y",
  ])
  func `an organization's id is known in any form`(text: String) {
    #expect(Organization.ID(pasted: text)?.rawValue == "org_\(Self.ulid)")
    #expect(Organization.ID(pasted: "org_7") == nil)
  }

  @Test(arguments: ["_workos-challenge.acme.com", "_dmarc.acme.com", "https://_acme.example/"])
  func `the name of a record is no host without its mark`(text: String) {
    #expect(PastedText(text).addresses.isEmpty)
    #expect(HostName.taken(from: text) == nil)
  }

  @Test func `a host in italics is one`() {
    #expect(PastedText("_acme.com_").addresses.map(\.host) == ["acme.com"])
  }
}
