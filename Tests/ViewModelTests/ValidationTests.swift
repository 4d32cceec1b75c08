import Storms
import Testing
import ViewModel
import WorkOS

/// What is wrong with a form, while typing.
@Suite(.timeLimit(.minutes(20)))
struct ValidationTests {
  @Test(arguments: [
    ("Acme", [DraftProblem.Kind]()),
    ("", [.nameMissing]),
    ("   ", [.nameMissing]),
    (String(repeating: "n", count: 255), []),
    (String(repeating: "n", count: 256), [.nameLong(count: 256)]),
  ])
  func `names`(name: String, problems: [DraftProblem.Kind]) {
    #expect(self.problems { $0.name = name } == problems)
  }

  @Test(arguments: [
    ("", [DraftProblem.Kind]()),
    ("crm-77", []),
    ("crm-é", [.notASCII("é")]),
    (String(repeating: "x", count: 64), []),
    (String(repeating: "x", count: 65), [.pastDocumentedLimit(count: 65, limit: 64)]),
    (String(repeating: "x", count: 128), [.pastDocumentedLimit(count: 128, limit: 64)]),
    (String(repeating: "x", count: 129), [.tooLong(count: 129, limit: 128)]),
    ("External ID: cust_99", [.surrounded(.marks(inner: "cust_99"))]),
    ("ext:cust_99", [.surrounded(.marks(inner: "cust_99"))]),
    ("Customer: cust_99", [.surrounded(.marks(inner: "cust_99"))]),
    ("org:99", []),
    ("Kundennummer: 123", [.surrounded(.marks(inner: "123"))]),
    ("Kundennummer: \"#123\"", [.surrounded(.marks(inner: "123"))]),
    ("#123", [.surrounded(.marks(inner: "123"))]),
    ("cust_1\ncust_2", [.surrounded(.blankWithin)]),
    ("cust 1", [.surrounded(.blankWithin)]),
  ])
  func `external ids`(externalID: String, problems: [DraftProblem.Kind]) {
    #expect(self.problems { $0.externalID = externalID } == problems)
  }

  @Test(arguments: [
    ("tier", "pro", [DraftProblem.Kind]()),
    ("", "", []),
    ("", "pro", [.keyMissing]),
    ("tier", "", [.valueEmpty]),
    ("tier=gold", "", [.pairInKey]),
    ("tier=gold", "pro", []),
    ("plán", "pro", [.notASCII("á")]),
    ("tier", "pró", [.notASCII("ó")]),
    (String(repeating: "k", count: 40), "v", []),
    (String(repeating: "k", count: 41), "v", [.tooLong(count: 41, limit: 40)]),
    ("k", String(repeating: "v", count: 600), []),
    ("k", String(repeating: "v", count: 601), [.tooLong(count: 601, limit: 600)]),
    ("k", String(repeating: "💡", count: 301), [.tooLong(count: 602, limit: 600)]),
  ])
  func `metadata pairs`(key: String, value: String, problems: [DraftProblem.Kind]) {
    let found = self.problems {
      let row = $0.addPair()
      $0.setText(key, of: .metadataKey(row))
      $0.setText(value, of: .metadataValue(row))
    }

    #expect(found == problems)
  }

  @Test(arguments: [
    ("acme.io", [DraftProblem.Kind]()),
    ("", []),
    ("acme", [.host(.noDot)]),
    ("https://acme.io/x", [.host(.notOnlyAHost(suggestion: "acme.io"))]),
    ("gmail.com", [.consumerDomain]),
    ("Müller.de", [.sentAs("xn--mller-kva.de")]),
    ("www.acme.io", [.webSite(domain: "acme.io")]),
    ("WWW.Müller.de", [.webSite(domain: "müller.de")]),
    ("www.com", []),
    ("https://www.acme.io/x", [.host(.notOnlyAHost(suggestion: "acme.io"))]),
    ("müller.de/x", [.host(.notOnlyAHost(suggestion: "müller.de"))]),
    ("mü ller.de", [.host(.notConvertible)]),
    ("ACME.com", [.domainRepeated, .domainRepeated]),
  ])
  func `domains`(domain: String, problems: [DraftProblem.Kind]) {
    #expect(self.problems { $0.setText(domain, of: .domain($0.addDomain())) } == problems)
  }

  @Test func `two pairs of one key are both marked`() {
    let found = problems { $0.setText("plan", of: .metadataKey($0.addPair())) }

    #expect(found.count { $0 == .keyRepeated } == 2)
  }

  @Test func `a domain that was there may not be emptied, only removed`() {
    #expect(problems { $0.setText("", of: .domain($0.domains[0].id)) } == [.emptied])
  }

  @Test func `a key that was there may not be emptied, only removed`() {
    #expect(problems { $0.setText("", of: .metadataKey($0.row("plan"))) } == [.emptied])
  }

  @Test func `what the server already holds is not complained about`() {
    let odd = Organization(
      id: .number(1), name: "", domains: [OrganizationDomain(domain: "localhost")],
      metadata: ["ключ": ""], externalID: "é")

    #expect(Draft(base: odd).problems == [])
  }

  @Test(arguments: [
    (10, [DraftProblem.Kind]()),
    (11, [.pastDocumentedLimit(count: 11, limit: 10)]),
    (50, [.pastDocumentedLimit(count: 50, limit: 10)]),
    (51, [.tooLong(count: 51, limit: 50)]),
  ])
  func `the number of pairs`(count: Int, problems: [DraftProblem.Kind]) {
    let pairs = (1...count).map { ("key_\($0)", "value") }
    let full = Organization(
      id: .number(1), name: "Acme", metadata: Dictionary(uniqueKeysWithValues: pairs))

    #expect(Draft(base: full).problems.map(\.kind) == problems)
    #expect(Draft(base: full).pairCount == count)
  }

  @Test(arguments: [
    (FormField.name, "", true), (.name, String(repeating: "n", count: 256), false),
    (.externalID, "é", true), (.externalID, String(repeating: "x", count: 65), false),
    (.externalID, String(repeating: "x", count: 129), true), (.stripeCustomerID, "", false),
  ])
  func `errors keep a form from being sent, warnings do not`(
    field: FormField, text: String, isError: Bool
  ) {
    var draft = Draft(base: acme)

    draft.setText(text, of: field)

    #expect(draft.hasErrors == isError)
  }

  private func problems(_ change: (inout Draft) -> Void) -> [DraftProblem.Kind] {
    var draft = Draft(base: acme)
    change(&draft)
    return draft.problems.map(\.kind)
  }
}
