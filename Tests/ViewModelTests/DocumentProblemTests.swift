import TestSupport
import Testing
import ViewModel
import WorkOS

/// What is wrong with a text from an editor, and where.
@Suite(.timeLimit(.minutes(20)))
struct DocumentProblemTests {
  @Test(
    arguments: [
      ("", .json(.missing(.value, found: nil)), 1),
      ("nothing", .json(.missing(.value, found: "n")), 1),
      ("{\n\"name\" \"A\"}", .json(.missing(.colon, found: "\"")), 2),
      ("{\n\"name\": \"A\"\n\"metadata\": {}}", .json(.missing(.commaOrBrace, found: "\"")), 3),
      ("{\n\"name\": \"A\",\n}", .json(.commaTooMany), 3),
      ("{\"domain_data\": [\n,]}", .json(.missing(.value, found: ",")), 2),
      ("{\"domain_data\": [{}\n{}]}", .json(.missing(.commaOrBracket, found: "{")), 2),
      ("{\"domain_data\": [{},\n]}", .json(.commaTooMany), 2),
      ("{name: 1}", .json(.missing(.key, found: "n")), 1),
      ("{\"name\": 'A'}", .json(.missing(.value, found: "'")), 1),
      ("{\"name\": +1}", .json(.missing(.value, found: "+")), 1),
      ("{\"name\": -}", .json(.missing(.value, found: "-")), 1),
      ("{\"name\": \"A\n\"}", .json(.textNotClosed), 1),
      ("{\"name\": \"A", .json(.textNotClosed), 1),
      ("{\"name\": \"\\", .json(.textNotClosed), 1),
      ("{\"name\": \"\u{1}\"}", .json(.controlInText), 1),
      (#"{"name": "C:\dir"}"#, .json(.badEscape), 1),
      (#"{"name": "\u12"}"#, .json(.badEscape), 1),
      (#"{"name": "\ud800"}"#, .json(.badEscape), 1),
      (#"{"name": "\udc00\ud800"}"#, .json(.badEscape), 1),
      ("{}\n{}", .json(.missing(.end, found: "{")), 2),
      (String(repeating: "[", count: 100_000), .json(.tooDeep), 1),
    ] as [(String, DocumentProblem.Kind, Int)])
  func `what is no JSON is told with its line`(
    text: String, kind: DocumentProblem.Kind, line: Int
  ) {
    #expect(throws: DocumentProblem(kind: kind, line: line)) {
      try FormDocument(reading: text, for: Draft())
    }
  }

  @Test(
    arguments: [
      ("null", .wrongKind(name: "", wanted: .object, found: .null), 1),
      ("[]", .wrongKind(name: "", wanted: .object, found: .list), 1),
      ("{\n\"name\": 7}", .wrongKind(name: "name", wanted: .text, found: .number), 2),
      ("{\"external_id\": []}", .wrongKind(name: "external_id", wanted: .text, found: .list), 1),
      (
        "{\"stripe_customer_id\": true}",
        .wrongKind(name: "stripe_customer_id", wanted: .text, found: .boolean), 1
      ),
      ("{\"metadata\": []}", .wrongKind(name: "metadata", wanted: .object, found: .list), 1),
      (
        "{\"metadata\": {\n\"seats\": 5}}",
        .wrongKind(name: "metadata.seats", wanted: .text, found: .number), 2
      ),
      (
        "{\"domain_data\": \"acme.com\"}",
        .wrongKind(name: "domain_data", wanted: .list, found: .text), 1
      ),
      (
        "{\"domain_data\": [\n\"acme.com\"]}",
        .wrongKind(name: "domain_data", wanted: .object, found: .text), 2
      ),
      ("{\"domain_data\": [\n{}]}", .domainMissing, 2),
      ("{\"domain_data\": [{\"domain\": \" \"}]}", .domainMissing, 1),
      (
        "{\"domain_data\": [{\"domain\": \"a.example\",\n\"state\": \"sure\"}]}",
        .unknownState("sure", known: ["pending", "verified"]), 2
      ),
      ("{\n\"name\": \"A\",\n\"name\": \"B\"}", .repeatedKey("name"), 3),
      ("{\"metadata\": {\"a\": \"\",\n\"a\": \"\"}}", .repeatedKey("a"), 2),
      (
        "{\n\"externalID\": \"7\"}",
        .unknownKey(
          "externalID",
          known: ["name", "external_id", "stripe_customer_id", "domain_data", "metadata"]), 2
      ),
      (
        "{\"domain_data\": [{\"name\": \"a\"}]}",
        .unknownKey("name", known: ["domain", "state"]), 1
      ),
    ] as [(String, DocumentProblem.Kind, Int)])
  func `what no form can hold is told with its line`(
    text: String, kind: DocumentProblem.Kind, line: Int
  ) {
    #expect(throws: DocumentProblem(kind: kind, line: line)) {
      try FormDocument(reading: text, for: Draft(base: acme))
    }
  }

  @Test func `a Stripe customer needs an organization that exists`() {
    #expect(throws: DocumentProblem(kind: .stripeWhileCreating, line: 1)) {
      try FormDocument(reading: #"{"stripe_customer_id":"cus_1"}"#, for: Draft())
    }
  }

  @Test func `no text is too odd to be told about`() {
    let parts = [
      "{", "}", "[", "]", ":", ",", "\"", "\\", "u", "\n", "name", "1", "null", "é", " ",
    ]
    var random = SplitMix(state: 7)
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0...12, using: &random))
        .map { _ in parts.randomElement(using: &random) ?? "" }.joined()

      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
      do throws(DocumentProblem) {
        _ = try FormDocument(reading: text, for: Draft())
      } catch {
        #expect((1...lines).contains(error.line ?? 0), "\(text)")
      }
    }
  }
}
