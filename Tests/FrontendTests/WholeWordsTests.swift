import Cells
import Delivery
import Foundation
import Testing
import ViewModel
import WorkOS

@testable import Frontend

/// Nothing said is cut where its meaning is: it is shortened in words, or broken into lines.
struct WholeWordsTests {
  @Test func `a name in which something is marked is broken at its dots all the same`() {
    let domain = OrganizationDomain(
      domain: "wayne-logistics.example", state: .pending, verificationStrategy: "dns",
      verificationPrefix: "superapp-domain-verification-mlwh5a", verificationToken: "token")
    var driver = Driver.listing(
      [Sample.organization(1, "Wayne Logistics", domains: [domain])], rows: 40, columns: 120)
    driver.press(.character("/"))

    driver.type("wayne")

    let lines = driver.screenLines.map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(lines.contains { $0.hasSuffix(" superapp-domain-verification-mlwh5a.") })
    #expect(lines.contains { $0.hasSuffix(" wayne-logistics.example") })
  }

  @Test func `of a long address its ids are shortened, not its end`() {
    let path =
      "user_management/organization_memberships?organization_id=org_01M67FS3C1Q4P6QWEF0SHE1001"
    let request = LoggedRequest(
      method: "GET", url: URL(filePath: "/").appending(path: path), body: nil,
      idempotencyKey: nil, sentAt: Sample.now, duration: 0.1, ending: .answered(status: 200),
      requestID: nil, attempt: 1)
    let words = RecordWords(times: TimeWords(timeZone: .gmt), columns: 100)

    let text = words.line(for: request).spans.map(\.text).joined()

    #expect(text.contains("organization_memberships"), "\(text)")
    #expect(text.hasSuffix("org_…1001"), "\(text)")
    #expect(words.details(of: request)[0].spans[0].text.hasSuffix("org_01M67FS3C1Q4P6QWEF0SHE1001"))
  }

  @Test func `an open organization in place of the list says when it was read itself`() {
    var driver = Driver.listing(Sample.many(3), columns: 80)
    driver.now += 960
    driver.send(.timePassed)
    #expect(driver.status.contains("over 15 minutes old"))

    driver.press(.down, .enter)
    driver.answerRead(.success(Sample.many(3)[1]))
    #expect(driver.status.contains(" row 2 on page 1 of the list "))
    #expect(driver.status.contains("as of 09:42:53 UTC"))
    #expect(!driver.status.contains("old"))

    driver.now += 360
    driver.send(.timePassed)
    #expect(driver.status.contains("over 5 minutes old"))
    driver.press(.escape)
    #expect(driver.status.contains("over 15 minutes old"))
  }

  @Test func `beside the list the status line is about the list`() {
    var driver = Driver.listing(Sample.many(3), columns: 120)
    driver.now += 960
    driver.send(.timePassed)

    driver.press(.enter)
    driver.answerRead(.success(Sample.many(3)[0]))

    #expect(driver.status.contains(" page 1 "))
    #expect(driver.status.contains("over 15 minutes old"))
  }

  @Test(arguments: [40, 60, 80, 120])
  func `the status line is never cut`(columns: Int) {
    var driver = Driver.listing(Sample.many(50), after: "more", columns: columns)
    #expect(driver.status.contains("more ]"))

    driver.now += 400
    driver.send(.timePassed)
    #expect(driver.status.contains("over 5 minutes old"))
    #expect(!driver.status.contains("…"))

    driver.press(.character("d"), .character("y"))
    #expect(driver.status.contains("in 5 s · z undoes"))
    driver.press(.character("/"))
    driver.type("a")
    #expect(driver.status.contains("Enter asks"))
    driver.press(.tab)
    #expect(driver.status.contains(columns == 40 ? "z undoes" : "Esc clears"))
  }

  @Test func `a countdown keeps as much of a name as there is room for`() {
    var driver = Driver.listing(
      [801, 802].map { Sample.organization($0, "Acme Corporation") } + Sample.many(48),
      after: "more", deleteGrace: 20)

    driver.press(.character("d"), .character("y"))
    driver.press(.down, .character("d"), .character("y"))

    #expect(driver.status.contains("more ]"))
    #expect(driver.status.contains("deleting “Acme Co…” in"))
    #expect(driver.status.contains("s · 1 more · z undoes"))
  }

  @Test func `an address is kept whole where it fits, whatever stands around or is marked in it`() {
    let line = TextLine(
      spans: [
        Span("Go to https://", .plain), Span("dashboard", Palette.match),
        Span(".workos.com/organizations now", .plain),
      ])

    let lines = line.wrapped(to: 45).map { $0.spans.map(\.text).joined() }

    #expect(lines == ["Go to ", "https://dashboard.workos.com/organizations ", "now"])
  }

  @Test func `an address that is longer than a line breaks at its parts`() {
    let address = "https://id.workos.com/portal/launch?secret=a1b2c3&intent=sso.test"

    let lines = TextLine(address).wrapped(to: 24).map { $0.spans.map(\.text).joined() }

    #expect(lines.joined() == address)
    #expect(lines.dropLast().allSatisfy { "/.?&".contains($0.last ?? " ") })
  }

  @Test(arguments: [40, 80])
  func `of several lines it is said which found nothing`(columns: Int) {
    var driver = Driver.listing(
      [Sample.organization(1, "Globex")], columns: columns)
    driver.press(.character("/"), .paste("Globex\nInitech\nUmbrella"), .enter)
    driver.answerSearch([.name("Umbrella"): [Sample.organization(2, "Umbrella")]])

    #expect(driver.screen.text.contains("nothing for Initech"))
    #expect(!driver.screen.text.contains("nothing for Globex"))
  }

  @Test func `of several domains too, and an unanswered one is not said to be missing`() {
    var driver = Driver.listing([Sample.organization(1, "Globex")])
    driver.press(.character("/"), .paste("a@one.example\nb@two.example\nc@three.example"), .enter)
    #expect(!driver.screen.text.contains("nothing for"))

    driver.answerSearch([
      .domains(["one.example", "two.example", "three.example"]): [
        Sample.organization(2, "Umbrella").with {
          $0.domains = [OrganizationDomain(domain: "two.example", state: .verified)]
        }
      ]
    ])

    #expect(driver.screen.text.contains("nothing for one.example, three.example"))
  }

  @Test(arguments: [40, 80])
  func `a long name leaves the answers and the sense of a draft in sight`(columns: Int) {
    var organization = Sample.acme
    organization.name = String(repeating: "Northwind Traders of the Far North ", count: 30)
    var driver = Driver.listing([organization], columns: columns)
    driver.press(.character("e"), .down)
    driver.type("crm-9")
    driver.press(.escape, .character("e"))

    let text = driver.screen.text
    #expect(driver.pane == .draftFound)
    #expect(text.contains("continue with it") && text.contains("crm-9"))
    #expect(!text.contains("more lines"))
  }

  @Test(arguments: [40, 60, 80, 120])
  func `a search says how to leave it`(columns: Int) {
    var driver = Driver.listing(Sample.many(50), after: "more", columns: columns)
    driver.press(.character("/"))
    driver.type("a rather long name of a customer in Llanfairpwllgwyngyll")
    driver.press(.enter)
    driver.answerSearch()

    #expect(driver.status.contains("Esc: whole list"))
  }

  @Test(arguments: [40, 80])
  func `a wait says what it is for as far as there is room, and always how long`(columns: Int) {
    var driver = Driver(24, columns)
    driver.planRetry(after: .rejected(.init(status: 429, retryAfter: 8)), in: 8)

    #expect(driver.status.contains("retrying in 8 s · Esc stops"))
  }

  @Test(arguments: [40, 60, 80])
  func `a question says whole how it is left`(columns: Int) {
    for pane in [PaneName.naming, .losing] {
      var driver = Driver.reaching(pane, columns: columns)
      driver.type("x")
      #expect(driver.screen.text.contains("not match yet"))
      #expect(!driver.screen.text.contains("Esc…") && !driver.screen.text.contains("Esc goes …"))
    }
  }

  @Test(arguments: [40, 80])
  func `what the server refuses is said whole`(columns: Int) {
    var driver = Driver.editing(Sample.acme, columns: columns)
    driver.type("!")
    driver.press(.control("s"), .enter)
    driver.answerRead(.success(Sample.acme))
    driver.answerSave(
      .failure(
        .rejected(
          .init(
            status: 422, message: "Validation failed.",
            fieldErrors: [
              .init(
                field: "name",
                message: "Another organization of this environment has this name already, pick one")
            ], requestID: "req_1"))))

    let words = driver.screen.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      words.contains(
        "Server: Another organization of this environment has this name already, pick one."))
  }

  @Test func `an address is broken at its sign`() {
    let line = TextLine("christopher.blackwood@acme-international.example")

    let lines = line.wrapped(to: 38).map { $0.spans.map(\.text).joined() }

    #expect(lines == ["christopher.blackwood@", "acme-international.example"])
  }

  @Test(arguments: [
    ("jane@acme.com", 13, "jane@acme.com"),
    ("christopher.blackwood@acme-international.example", 20, "christopher…@acme-i…"),
    ("jo@customers.acme-international.example", 20, "jo@customers.acme-i…"),
    ("christopher.blackwood@x.io", 20, "christopher.bl…@x.io"),
    ("acme-international.example", 20, "acme-international.example"),
  ])
  func `an address keeps the beginning of its domain`(address: String, columns: Int, cut: String) {
    #expect(AddressWords.cut(address, columns: columns) == cut)
  }

  @Test func `a host name is broken at its dots`() {
    let line = TextLine(
      spans: [
        .label("    TXT name   "), Span("_workos-challenge.a-department.of-a-customer.example.com"),
      ], indent: 15)

    let lines = line.wrapped(to: 40).map { $0.spans.map(\.text).joined() }

    #expect(
      lines == [
        "    TXT name   _workos-challenge.", "               a-department.",
        "               of-a-customer.example.com",
      ])
  }

  @Test(arguments: [40, 80, 120])
  func `the name of a TXT record is broken at nothing but its dots`(columns: Int) {
    let name = "superapp-domain-verification-ic5j"
    let domain = OrganizationDomain(
      domain: "department.customer.example", state: .pending, verificationPrefix: name,
      verificationToken: "token")
    var driver = Driver.listing(
      [Sample.organization(1, "Acme", domains: [domain])], columns: columns)
    driver.press(.enter)
    let words = driver.screen.text.split(whereSeparator: \.isWhitespace)

    #expect(words.contains { $0.hasPrefix("\(name).") })
  }

  @Test func `what has no dot is broken where the line ends`() {
    let line = TextLine(String(repeating: "x", count: 25))

    #expect(line.wrapped(to: 10).map(\.width) == [10, 10, 5])
  }

  @Test(arguments: [(0, "UTC"), (3600, "UTC+1"), (-12_600, "UTC−3:30"), (20_700, "UTC+5:45")])
  func `a time carries its zone`(offset: Int, zone: String) throws {
    let times = TimeWords(timeZone: try #require(TimeZone(secondsFromGMT: offset)))

    #expect(times.time(Sample.now).hasSuffix(" \(zone)"))
    #expect(times.minute(Sample.now).hasSuffix(" \(zone)"))
    #expect(times.freshness(of: Sample.now, at: Sample.now).allSatisfy { $0.hasSuffix(zone) })
  }

  @Test func `the zone is the one that held at the time`() throws {
    let times = TimeWords(timeZone: try #require(TimeZone(identifier: "Europe/Berlin")))

    #expect(times.time(Sample.now).hasSuffix(" UTC+1"))
    #expect(times.time(Sample.now + 120 * 86_400).hasSuffix(" UTC+2"))
    let winter = times.inOneZone(at: Sample.now)
    #expect(winter.time(Sample.now + 120 * 86_400).hasSuffix(" UTC+1"))
  }
}

extension Driver {
  var status: String {
    mutating get {
      let screen = screen
      return screen.text(ofRow: workspace.layout.statusRow)
    }
  }
}
