import Cells
import Delivery
import Foundation
import JSON
import TestSupport
import Testing
import ViewModel
import WorkOS

@testable import Frontend

/// The domain doctor, as it is read and copied.
struct DomainDoctorScreenTests {
  @Test(arguments: [(24, 80), (40, 120)])
  func `expected and found stand below each other`(_ rows: Int, _ columns: Int) {
    var driver = Driver.examining(rows: rows, columns: columns)

    driver.answerDNS(["acme.com": ["v=spf1 include:_spf.google.com -all", "MS=ms1", "docusign=1"]])

    expectScreen("doctor-missing-\(columns)x\(rows)", of: driver)
  }

  @Test func `it looks at names one after another`() {
    let driver = Driver.examining()

    expectScreen("doctor-looking", of: driver)
  }

  @Test func `a record that is there is to be verified next`() {
    var driver = Driver.examining()

    driver.answerDNS(["_workos-challenge.acme.com": ["neyi2q7cYk6WQ", "an-older-token"]])

    expectScreen("doctor-found", of: driver)
  }

  @Test func `a record at a wrong name is pointed at`() {
    var driver = Driver.examining()

    driver.answerDNS(["_workos-challenge.acme.com.acme.com": ["neyi2q7cYk6WQ"]])

    expectScreen("doctor-misplaced", of: driver)
  }

  @Test func `what the customer is to do is copied as text`() {
    var driver = Driver.examining()
    driver.answerDNS([:])

    driver.press(.character("y"))

    guard case .copy(let copied, _)? = driver.commands.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(
      copied.text == """
        To verify acme.com, please add this TXT record to its DNS:

        Name:  _workos-challenge.acme.com
        Value: neyi2q7cYk6WQ

        If that is not found, this one beside it:

        Name:  acme.com
        Value: _workos-challenge=neyi2q7cYk6WQ

        Where your DNS provider adds your domain to names by itself, leave that part out of the name;
        where nothing is left of it, most of them write @.
        """)
  }

  @Test func `of a verified domain nothing is copied for the customer to add`() {
    var driver = Driver.examining()
    driver.answerDNS([:])
    #expect(driver.screenText.contains("copy for customer"))
    driver.press(.character("v"))
    for state in ["pending", "pending", "verified"] {
      driver.answerTab(.row(Driver.examined("acme.com", state: state)))
      driver.wait(4)
    }
    #expect(!driver.screenText.contains("copy for customer"))

    driver.press(.character("y"))

    #expect(driver.commands.isEmpty)
    #expect(
      driver.screenText.contains("It is verified: there is nothing for the customer to add."))
  }

  @Test func `a domain stands in the title as far as there is room for it`() {
    let driver = Driver.examining(domain: "café-lumière.example")

    #expect(driver.screenText.contains(" café-lumière.example (xn--"))
    #expect(driver.screenText.contains(".example) ─"))
  }

  @Test func `that another organization has the domain is said`() {
    var other = Sample.globex
    other.domains = [OrganizationDomain(domain: "acme.com", state: .verified)]
    var driver = Driver.examining(beside: [other])

    driver.answerDNS([:])

    #expect(driver.screenText.contains("also on Globex (verified)"))
  }

  private static let refusals: [(TextRecordAnswer, String, String)] = [
    (
      .failed,
      "? The name server could not answer for acme.com (SERVFAIL): its zone or DNSSEC may be broken.",
      "? acme.com: the name server could not answer (SERVFAIL)"
    ),
    (
      .refused,
      "? The name server refused to answer for acme.com (REFUSED): it may not have its zone, or not "
        + "tell it here.",
      "? acme.com: the name server refused to answer (REFUSED)"
    ),
    (
      .cannotTell, "? Not every name could be looked at, so nobody knows.",
      "? acme.com: the name server answered that it cannot tell"
    ),
    (
      .noAnswer, "? Not every name could be looked at, so nobody knows.",
      "? acme.com: no name server answered"
    ),
  ]

  @Test(arguments: refusals)
  func `why DNS tells nothing is said, of the domain where it is so of it`(
    answer: TextRecordAnswer, headline: String, line: String
  ) {
    var driver = Driver.examining(rows: 40, columns: 120)

    driver.answerDNS(with: answer)

    let text = driver.screenText.replacing("│", with: " ").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    #expect(text.contains(headline))
    #expect(text.contains("\(line) r looks again."))
  }

  @Test func `hostile records harm nothing`() {
    var driver = Driver.examining(prefix: "")

    driver.answerDNS([
      "acme.com": [
        "\u{1b}[2J\u{7}\nred\u{202e}evil", String(repeating: "W", count: 60_000), "\u{fffd}", "",
        "5",
      ]
    ])

    expectScreen("doctor-hostile", of: driver)
    #expect(driver.screenText.contains("none; 5 other TXT records"))
  }
}

extension Driver {
  /// The doctor of the pending domain of Acme is open, and asks DNS.
  fileprivate static func examining(
    rows: Int = 24, columns: Int = 80, prefix: String = "_workos-challenge",
    domain name: String = "acme.com", beside others: [Organization] = []
  ) -> Driver {
    var driver = Driver.listing([Sample.acme] + others, rows: rows, columns: columns)
    driver.press(.enter)
    driver.answerRead(.success(Sample.acme))
    driver.press(.character("2"))
    driver.answerTab(.page(Page(items: [examined(name, prefix: prefix)])))
    driver.press(.character("t"))
    return driver
  }

  fileprivate static func examined(
    _ name: String, prefix: String = "_workos-challenge", state: String = "pending"
  ) -> TabRow {
    let json = RawJSON(
      #"{"id":"org_domain_01","domain":"\#(name)","state":"\#(state)","verification_strategy":"dns","#
        + #""verification_prefix":"\#(prefix)","verification_token":"neyi2q7cYk6WQ"}"#)
    let domain = (try? JSONDecoder().decode(OrganizationDomain.self, from: json.bytes))
    return TabRow(domain ?? OrganizationDomain(domain: ""), json: json)
  }

  fileprivate var screenText: String {
    var driver = self
    return driver.screen.text
  }

  /// Answers all that is asked of DNS alike.
  fileprivate mutating func answerDNS(with answer: TextRecordAnswer) {
    for effect in questions {
      guard case .lookUp(let id, _) = effect else { continue }
      send(.tab(.doctor(.answered(id, answer))))
    }
  }

  /// Answers what is asked of DNS: with these records, or that there is no such name.
  fileprivate mutating func answerDNS(_ records: [String: [String]]) {
    for effect in questions {
      guard case .lookUp(let id, let name) = effect else { continue }
      let texts = records[name]?.map { TextRecord($0) }
      send(.tab(.doctor(.answered(id, texts.map { .records($0, leftOut: 0) } ?? .noSuchName))))
    }
  }
}
