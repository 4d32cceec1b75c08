import TestSupport
import Testing
import ViewModel
import WorkOS

/// The form as JSON, and back.
@Suite(.timeLimit(.minutes(20)))
struct FormDocumentTests {
  @Test func `a form is a member a line, in the order of the form`() {
    #expect(
      Draft(base: acme).documentText == """
        {
          "name": "Acme",
          "external_id": "crm-1",
          "stripe_customer_id": "cus_1",
          "domain_data": [
            { "domain": "acme.com", "state": "verified" },
            { "domain": "acme.org", "state": "pending" }
          ],
          "metadata": {
            "plan": "pro",
            "region": "eu"
          }
        }

        """)
  }

  @Test func `a new organization has no Stripe customer yet`() {
    #expect(
      Draft().documentText == """
        {
          "name": "",
          "external_id": null,
          "domain_data": [],
          "metadata": {}
        }

        """)
  }

  @Test func `what an editor would hide is escaped, and what people write is not`() {
    var draft = Draft()

    draft.name = "Ä界👩‍👩‍👧 \u{202E}\u{85}\u{1B}\"\\\n"

    #expect(draft.documentText.contains(#""Ä界👩‍👩‍👧 \u202e\u0085\u001b\"\\\n""#))
  }

  @Test func `a removed row is not in it, and stays removed`() throws {
    var draft = Draft(base: acme)
    draft.toggleRemoval(of: .metadataKey(draft.row("plan")))
    let before = draft

    try draft.takeOver(draft.documentText)

    #expect(!before.documentText.contains("plan"))
    #expect(draft == before)
  }

  @Test func `any form comes back as it was`() throws {
    var random = SplitMix(state: 20)
    for _ in 0..<300 {
      var draft = Draft(base: acme)
      draft.name = UnicodeText.random(using: &random)
      draft.externalID = UnicodeText.random(using: &random)
      draft.stripeCustomerID = UnicodeText.random(using: &random)
      draft.setText(
        UnicodeText.random(using: &random), of: .metadataKey(draft.row("plan")))
      draft.setText(UnicodeText.random(using: &random), of: .metadataValue(draft.row("region")))
      draft.setText("a" + UnicodeText.random(using: &random), of: .domain(draft.addDomain()))
      draft.setText("b" + UnicodeText.random(using: &random), of: .metadataKey(draft.addPair()))
      let before = draft

      try draft.takeOver(draft.documentText)

      #expect(draft == before)
      #expect(Array(draft.name.unicodeScalars) == Array(before.name.unicodeScalars))
    }
  }

  @Test func `a domain that was emptied in the form stays marked there`() throws {
    var draft = Draft(base: acme)
    draft.setText("", of: .domain(0))
    let before = draft

    try draft.takeOver(draft.documentText)

    #expect(draft == before)
    #expect(draft.hasErrors)
  }

  @Test(arguments: ["{}", #"{"external_id":null,"domain_data":null,"metadata":null}"#])
  func `what is absent or null is empty`(text: String) throws {
    var draft = Draft(base: acme)

    try draft.takeOver(text)

    #expect(draft.fields == EditableFields())
    #expect(draft.problems.map(\.kind) == [.nameMissing])
  }

  @Test func `a row that is still there stays the same row`() throws {
    var draft = Draft(base: acme)
    let plan = draft.row("plan")

    try draft.takeOver(
      #"{"name":"Acme","domain_data":[{"domain":"ACME.org"}],"metadata":{"plan":"scale"}}"#)

    #expect(draft.text(of: .metadataValue(plan)) == "scale")
    #expect(draft.domains.map(\.isRemoved) == [true, false])
    #expect(draft.fields[.domain("acme.org")] == "pending")
    #expect(draft.base == acme)
  }

  @Test func `a new domain is pending unless it is said to be verified`() throws {
    var draft = Draft()

    try draft.takeOver(
      #"{"domain_data":[{"domain":"a.example"},{"domain":"b.example","state":"verified"}]}"#)

    #expect(draft.domains.map(\.state) == [.pending, .verified])
  }

  @Test func `a domain keeps a state that only the server gives`() throws {
    let base = acme.with { $0.domains[1].state = .failed }
    var draft = Draft(base: base)

    try draft.takeOver(draft.documentText)

    #expect(draft.isEmpty)
  }

  @Test func `a domain that is there twice is marked in the form`() throws {
    var draft = Draft(base: acme)

    try draft.takeOver(
      #"{"name":"Acme","domain_data":[{"domain":"acme.com"},{"domain":"acme.com"}]}"#)

    #expect(draft.problems.map(\.kind) == [.domainRepeated, .domainRepeated])
  }

  @Test func `two pairs of one key are in the way of a document`() {
    var draft = Draft(base: acme)
    let row = draft.addPair()
    let before = draft.pairInTheWayOfDocument

    draft.setText("plan", of: .metadataKey(row))

    #expect(before == nil)
    #expect(draft.pairInTheWayOfDocument == .metadataKey(draft.row("plan")))
  }

  @Test func `a blank pair is none`() throws {
    var draft = Draft()

    draft.apply(try FormDocument(reading: #"{"metadata":{"":""}}"#, for: draft))

    #expect(draft == Draft())
  }

  @Test func `a value without a key comes back`() throws {
    var draft = Draft(base: acme)
    draft.setText("typed", of: .metadataValue(draft.addPair()))
    let before = draft

    try draft.takeOver(draft.documentText)

    #expect(draft == before)
  }

  @Test func `a byte order mark and line ends of Windows do no harm`() throws {
    var draft = Draft()

    try draft.takeOver("\u{FEFF}{\r\n\"name\": \"A\"\r\n}\r\n")

    #expect(draft.name == "A")
  }

  @Test func `escapes are read, pairs of surrogates among them`() throws {
    var draft = Draft()

    try draft.takeOver(#"{"name":"\u00e9\uD83D\uDE00\/\b\f\n\r\t\"\\"}"#)

    #expect(draft.name == "é😀/\u{8}\u{C}\n\r\t\"\\")
  }
}

extension Draft {
  /// Makes of it what a person wrote in an editor.
  mutating func takeOver(_ text: String) throws {
    apply(try FormDocument(reading: text, for: self))
  }
}
