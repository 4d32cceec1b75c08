import Testing
import ViewModel
import WorkOS

/// Where the server is asked, by the look of what was typed or pasted.
struct InquiryTests {
  private static let ulid = "01HZX5B7Q4P6QWEF0SHE100123"
  private static let id = ListSource.id("org_01HZX5B7Q4P6QWEF0SHE100123")

  @Test(arguments: [
    ("acme", [ListSource.name("acme"), .externalID("acme")]),
    ("  acme  ", [.name("acme"), .externalID("acme")]),
    ("Acme, Inc.", [.name("Acme, Inc."), .externalID("Acme, Inc.")]),
    ("St. John", [.name("St. John"), .externalID("St. John")]),
    ("Acme  \u{a0} Corp", [.name("Acme Corp"), .externalID("Acme Corp")]),
    ("\u{200b}Acme\u{feff} Corp\u{200b}", [.name("Acme Corp"), .externalID("Acme Corp")]),
    ("“Acme Corp”", [.name("Acme Corp"), .externalID("Acme Corp")]),
    ("„Müller AG“,", [.name("Müller AG")]),
    ("»Müller AG«", [.name("Müller AG")]),
    ("日本", [.name("日本")]),
    ("e.g. this", [.name("e.g. this"), .externalID("e.g. this")]),
    ("acme.com", [.domains(["acme.com"]), .name("acme.com"), .externalID("acme.com")]),
    (
      "Booking.com Ltd",
      [.domains(["booking.com"]), .name("Booking.com Ltd"), .externalID("Booking.com Ltd")]
    ),
    ("cust_42", [.name("cust_42"), .externalID("cust_42")]),
  ])
  func `a text is asked for as whatever it may be`(text: String, sources: [ListSource]) {
    #expect(Inquiry(text)?.sources == sources)
  }

  @Test(arguments: [
    (#"ext:"cust_1""#, ListSource.externalID("cust_1")), ("ext:‘cust_1’,", .externalID("cust_1")),
    (#"name:"Globex Industries""#, .name("Globex Industries")),
    ("name:'Initech'", .name("Initech")),
    ("name:O'Brien", .name("O'Brien")), (#"name:""#, .name("\"")),
  ])
  func `quotes behind a prefix are not of what they are around`(text: String, source: ListSource) {
    #expect(Inquiry(text)?.sources == [source])
  }

  @Test(arguments: [
    "Bob Smith <bob@acme.com>", "Bob Smith\tbob@acme.com", "Smith, Bob (bob@acme.com)",
    "Bob O'Brien <bob.o'brien@acme.com>", "mailto:bob@acme.com?subject=Login%20fails",
    "mailto:bob%40acme.com", "https://www.acme.com/path", "HTTPS://ACME.COM", "//acme.com/x",
    "http://jane@acme.com:8080/", "https://acme.com/@somebody?next=https://other.com/",
    "see https://acme.com.", "\"Bob\" 'bob@acme.com'", "ｂｏｂ＠ａｃｍｅ．ｃｏｍ is mine",
    "From: Bob\nTo: <bob@acme.com>\n", "bob@acme.com, jane@acme.com", "Site: www.acme.com",
    "bob@\u{200b}acme.com wrote", "\"bob smith\"@acme.com", "\"bob@other.com\"@acme.com",
    "Bob Smith bob@acme.com", "bob@acme.com Bob Smith",
  ])
  func `the domain is taken out of whatever surrounds it`(text: String) {
    #expect(Inquiry(text)?.sources == [.domains(["acme.com"])])
  }

  @Test(arguments: [
    "<bob@acme.com>", "bob@acme.com.", "bob@acme.com;", "bob@acme.com,", "'bob@acme.com'",
    "\"bob@acme.com\"", "“bob@acme.com”", "‘bob@acme.com’", "„bob@acme.com“", "«bob@acme.com»",
    "‹bob@acme.com›", "`bob@acme.com`", "´bob@acme.com´", "(bob@acme.com)", "[bob@acme.com]",
    "「bob@acme.com」", " \u{200b}bob@acme.com\u{a0}", "bob@acme.com\n", "bob@acme.com!",
  ])
  func `an e-mail address is taken out of what is around it`(text: String) {
    #expect(
      Inquiry(text)?.sources
        == [.domains(["acme.com"]), .name("bob@acme.com"), .externalID("bob@acme.com")])
  }

  @Test(arguments: [
    "ACME.com", "www.acme.com", "@acme.com", "acme.com.", "(acme.com)", "*.acme.com",
    "WWW.ACME.COM",
  ])
  func `a host is asked for as domain first`(text: String) {
    #expect(Inquiry(text)?.sources.first == .domains(["acme.com"]))
  }

  @Test(arguments: [
    "acme.com, globex.com", "acme.com globex.com acme.com", "bob@acme.com; jane@globex.com",
    "Bob <bob@acme.com>, Jane <jane@globex.com>", "acme.com\nglobex.com\n",
  ])
  func `several addresses are asked for at once`(text: String) {
    #expect(Inquiry(text)?.sources == [.domains(["acme.com", "globex.com"])])
  }

  @Test(arguments: [
    "Acme Corp\nGlobex\n", "Acme Corp ↵ Globex", "\r\n  Acme Corp\r\n\r\n\u{200b}Globex",
    "Acme Corp\nGlobex\nAcme Corp",
  ])
  func `each of several lines is asked for on its own`(text: String) {
    #expect(
      Inquiry(text)?.sources == [
        .name("Acme Corp"), .externalID("Acme Corp"), .name("Globex"), .externalID("Globex"),
      ])
  }

  @Test(arguments: [
    "cust_1, cust_2", "cust_1;cust_2;", "cust_1\tcust_2", "cust_1 cust_2", "cust_1, cust_2\ncust_1",
  ])
  func `several values in one line are asked for as those of several lines`(text: String) {
    #expect(
      Inquiry(text)?.sources == [
        .name("cust_1"), .externalID("cust_1"), .name("cust_2"), .externalID("cust_2"),
      ])
  }

  @Test(arguments: [
    "cust_1, jane@acme.com", "jane@acme.com cust_1", "cust_1; www.acme.com",
  ])
  func `a value beside an address is asked for as well`(text: String) {
    #expect(
      Inquiry(text)?.sources == [.domains(["acme.com"]), .name("cust_1"), .externalID("cust_1")])
  }

  @Test(arguments: ["acme.com, org_\(ulid)", "org_\(ulid) jane@acme.com", "org_\(ulid);acme.com"])
  func `so is an address beside an id`(text: String) {
    #expect(Inquiry(text)?.sources == [Self.id, .domains(["acme.com"])])
  }

  @Test func `all kinds of values in one line are asked for`() {
    #expect(
      Inquiry("cust_1, org_\(Self.ulid), acme.com")?.sources == [
        Self.id, .domains(["acme.com"]), .name("cust_1"), .externalID("cust_1"),
      ])
  }

  @Test func `so are the cells of a table`() {
    #expect(
      Inquiry("Stark Robotics\tcust_1\tgrowth")?.sources == [
        .name("Stark Robotics"), .externalID("Stark Robotics"), .name("cust_1"),
        .externalID("cust_1"), .name("growth"), .externalID("growth"),
      ])
  }

  @Test(arguments: [
    "Acme, Inc.", "Acme, Inc", "Müller, Söhne & Co", "Smith, Jones LLP", "Acme, I", "crm 42",
  ])
  func `what may be one name is asked for whole`(text: String) {
    #expect(Inquiry(text)?.sources.first == .name(text))
    #expect(Inquiry(text)?.sources.contains { $0 == .name("Acme") } == false)
  }

  @Test(arguments: [
    ("Initech, Hooli", ["Initech", "Hooli"]),
    ("External ID: cust_1; cust_2", ["cust_1", "cust_2"]),
    ("ext:a,b", ["a,b"]),
  ])
  func `each is asked for as external id`(text: String, values: [String]) {
    let asked = Inquiry(text)?.sources.filter { if case .externalID = $0 { true } else { false } }

    #expect(asked == values.map(ListSource.externalID))
  }

  @Test(arguments: [
    ("ext:cust_1\ncust_2", [ListSource.externalID("cust_1"), .externalID("cust_2")]),
    ("name:Acme ↵ name:Globex", [.name("Acme"), .name("Globex")]),
    ("domain:acme.com\nglobex.com", [.domains(["acme.com", "globex.com"])]),
    ("id:org_\(ulid)\norg_7", [Self.id, .id("org_7")]),
  ])
  func `a prefix is about every line`(text: String, sources: [ListSource]) {
    #expect(Inquiry(text)?.sources == sources)
  }

  @Test(arguments: [
    "bob@acme.com\nGlobex Industries", "Globex Industries\r\n<bob@acme.com>,\r\n",
  ])
  func `a list may hold addresses and names`(text: String) {
    #expect(
      Inquiry(text)?.sources == [
        .domains(["acme.com"]), .name("Globex Industries"), .externalID("Globex Industries"),
      ])
    #expect(Inquiry(text)?.passedOver == 0)
  }

  @Test func `of a mail only what can be looked up is taken, and the other lines are counted`() {
    let inquiry = Inquiry("Hello,\nI cannot sign in.\nFrom: Bob <bob@acme.com>")

    #expect(inquiry?.sources == [.domains(["acme.com"])])
    #expect(inquiry?.passedOver == 2)
  }

  @Test func `lines that are too many are counted`() {
    let inquiry = Inquiry((1...11).map { "Customer \($0)" }.joined(separator: "\n"))

    #expect(inquiry?.sources.count == 16)
    #expect(inquiry?.leftOut == 3)
  }

  @Test func `the filter keeps whatever any of the lines finds`() {
    let rows = ["Acme", "Globex", "Initech"].map {
      ListedOrganization(Organization(id: "org_1", name: $0, domains: []))
    }

    #expect(rows.map { Inquiry("acme ↵ initech")?.matches($0) } == [true, false, true])
  }

  @Test func `what is too much for one request is counted`() {
    let inquiry = Inquiry((1...60).map { "a\($0)@customer\($0).com" }.joined(separator: " "))

    #expect(inquiry?.leftOut == 10)
  }

  @Test(arguments: [
    "jan@müller.de", "MÜLLER.de", "jan@mu\u{308}ller.de", "jan@müller。de", "xn--mller-kva.de",
    "domain:müller.de", "https://müller.de/x",
  ])
  func `letters beyond ASCII are asked for as the DNS has them`(text: String) {
    #expect(Inquiry(text)?.sources.first == .domains(["xn--mller-kva.de"]))
  }

  @Test(arguments: [
    "org_\(ulid)", "ORG_\(ulid)", "org_\(ulid.lowercased())", ulid, ulid.lowercased(),
    "“org_\(ulid)”.", "<\(ulid)>", "org-\(ulid)", "org_\(ulid)-",
  ])
  func `an id is an id in any case, with and without its prefix`(text: String) {
    #expect(Inquiry(text)?.sources.first == Self.id)
    #expect(Inquiry(text)?.sources.contains(.name(text)) == false)
  }

  @Test(arguments: [
    "https://dashboard.workos.com/environment_01HZX5B7Q4P6QWEF0SHE100999/organizations/org_\(ulid)",
    "https://dashboard.workos.com/organizations/org_\(ulid)/users?tab=all", "id:\(ulid)",
    "organization org_\(ulid), please", "id: org_\(ulid) ",
    "_org_\(ulid)_", "-org_\(ulid)", "~org_\(ulid)~",
    "-org_\(ulid)\n-org_\(ulid)\n",
  ])
  func `an id is taken out of whatever surrounds it`(text: String) {
    #expect(Inquiry(text)?.sources == [Self.id])
  }

  @Test(arguments: [
    ("org_7", [ListSource.id("org_7"), .name("org_7"), .externalID("org_7")]),
    (
      "my org_chart tool",
      [.id("org_chart"), .name("my org_chart tool"), .externalID("my org_chart tool")]
    ),
    ("org_ with space", [.name("org_ with space"), .externalID("org_ with space")]),
    ("user_\(ulid)", [.name("user_\(ulid)"), .externalID("user_\(ulid)")]),
  ])
  func `what only looks like an id may be something else`(text: String, sources: [ListSource]) {
    #expect(Inquiry(text)?.sources == sources)
  }

  @Test(arguments: [
    ("name:acme.com", ListSource.name("acme.com")),
    ("NAME: acme.com ", .name("acme.com")),
    ("domain:acme.com,globex.com", .domains(["acme.com", "globex.com"])),
    ("domain:localhost", .domains(["localhost"])),
    ("domain:www.acme.com", .domains(["acme.com"])),
    ("domain:https://www.acme.com/", .domains(["acme.com"])),
    ("domain: bob@acme.com", .domains(["acme.com"])),
    ("id:whatever", .id("whatever")),
    ("ext:crm-77", .externalID("crm-77")),
    ("EXT: Crm 77", .externalID("Crm 77")),
    ("ext:org_7", .externalID("org_7")),
  ])
  func `a prefix decides`(text: String, source: ListSource) {
    #expect(Inquiry(text)?.sources == [source])
  }

  @Test(arguments: ["", "   ", "\n", "\u{200b}\u{a0}", "domain:,", "domain: , ,"])
  func `nothing typed asks for nothing`(text: String) {
    #expect(Inquiry(text) == nil)
  }

  @Test func `a prefix alone is text like any other`() {
    #expect(Inquiry("name:")?.sources == [.name("name:"), .externalID("name:")])
  }

  @Test func `the filter finds what was taken out of the text`() {
    let row = ListedOrganization(
      Organization(
        id: "org_1", name: "Acme", domains: [OrganizationDomain(domain: "acme.com")],
        externalID: "cust_1"))

    let found = ["Bob <bob@ACME.com>", "acme", "ext:cust", "domain:acme", "id:ORG_1"].map {
      Inquiry($0)?.matches(row)
    }
    let notFound = ["ext:acme", "name:cust", "id:acme", "domain:org"].map {
      Inquiry($0)?.matches(row)
    }

    #expect(found == [true, true, true, true, true])
    #expect(notFound == [false, false, false, false])
  }

  @Test func `a megabyte of text is read at once`() {
    let text = String(repeating: "müller ", count: 150_000)

    #expect(Inquiry(text)?.sources.count == 1)
  }
}
