import Foundation
import Testing

@testable import Sandbox

@Suite(.timeLimit(.minutes(20)))
struct ValueTests {
  @Test func `an id is written and read back unchanged`() throws {
    let id = ULID(at: Timestamp(milliseconds: 1_793_464_927_318), chance: 123_456_789)

    let text = id.text(prefix: "org_")

    #expect(text == "org_01M69DE12P00000000003NQK8N")
    #expect(ULID(text, prefix: "org_") == id)
  }

  @Test(arguments: [
    "", "org_", "org_01M69DE12P0000000003NQK8", "org_81M69DE12P00000000003NQK8N",
    "org_01M69DE12P00000000003nqk8n", "org_domain_01M69DE12P00000000003NQK8N",
    "org_01M69DE12P0000000000ILOU00",
  ])
  func `text that is no id is refused`(text: String) {
    #expect(ULID(text, prefix: "org_") == nil)
  }

  @Test func `ids sort by time, as values and as text`() {
    let older = ULID(at: Timestamp(milliseconds: 1000), chance: .max)
    let newer = ULID(at: Timestamp(milliseconds: 1001), chance: 0)

    #expect(older < newer)
    #expect(older.text(prefix: "org_") < newer.text(prefix: "org_"))
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00.000Z"), (951_782_400_007, "2000-02-29T00:00:00.007Z"),
    (1_793_464_927_318, "2026-10-31T16:42:07.318Z"),
    (4_107_542_399_999, "2100-02-28T23:59:59.999Z"),
    (-1, "1969-12-31T23:59:59.999Z"),
  ])
  func `a moment is written as the API writes it`(milliseconds: Int64, text: String) {
    #expect(Timestamp(milliseconds: milliseconds).text == text)
  }

  @Test(arguments: ["acme.com", "a.b.c.example", "xn--caf-dma.example", "1and1.example", "A-B.DE"])
  func `host names are accepted`(text: String) {
    #expect(HostName(text)?.text == text.lowercased())
  }

  @Test(arguments: [
    "", "acme", ".com", "acme.", "-a.com", "a-.com", "a..b", "a b.com", "café.com", "10.0.0.1",
    "a_b.com", "https://acme.com", String(repeating: "a", count: 64) + ".com",
  ])
  func `what is no host name is refused`(text: String) {
    #expect(HostName(text) == nil)
  }

  @Test func `JSON is read and written without loss`() throws {
    let text =
      #"{"b":[1,-2.5e+10,true,false,null],"a":"é \" \\ \n \u0007 😀","":{},"b":[]}"#

    let value = try JSONParser.parse(Array(text.utf8))
    var writer = JSONWriter()
    writer.value(value)

    #expect(String(decoding: writer.bytes, as: UTF8.self) == text)
    #expect(value["b"] == .array([]))
  }

  @Test func `escapes become the characters they stand for`() throws {
    let value = try JSONParser.parse(Array(#""\ud83d\ude00 \u00e9 \ud83d \/""#.utf8))

    #expect(value == .string("😀 é \u{FFFD} /"))
  }

  @Test(arguments: [
    "", " ", "{", "[1,]", "{\"a\"}", "{\"a\":1,}", "tru", "01", "1.", "+1", "\"a", "\"\u{1}\"",
    "\"\\x\"", "\"\\u12g4\"", "1 2", "{a:1}", "'a'", "NaN", "\u{FEFF}{}",
  ])
  func `text that is not JSON is refused`(text: String) {
    #expect(throws: JSONSyntaxError.self) { try JSONParser.parse(Array(text.utf8)) }
  }

  @Test func `deep nesting and broken UTF-8 are refused`() {
    let deep = String(repeating: "[", count: 100_000)

    #expect(throws: JSONSyntaxError.self) { try JSONParser.parse(Array(deep.utf8)) }
    #expect(throws: JSONSyntaxError.self) { try JSONParser.parse([0x22, 0xFF, 0x22]) }
  }
}
