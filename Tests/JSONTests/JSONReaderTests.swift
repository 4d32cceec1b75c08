import JSON
import Testing

/// Where each value of a text lies, and what is no JSON.
@Suite(.timeLimit(.minutes(20)))
struct JSONReaderTests {
  private func read(_ text: String, by rules: JSONRules = .kept) throws(JSONMistake) -> JSONNode {
    try JSONReader.read(Array(text.utf8)[...], by: rules)
  }

  @Test func `each value says what it is, where it lies and in which line`() throws {
    let text = "{ \"a\": [1.50,\n  -2e3],\n \"é\" : \"x\\u00e9\", \"t\":true,\"n\":null }"
    let bytes = Array(text.utf8)
    let object = try read(text)

    func spelling(_ node: JSONNode?) -> String? {
      node.map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }
    #expect(object.members.map(\.key) == ["a", "é", "t", "n"])
    #expect(object.members.map(\.line) == [1, 3, 3, 3])
    #expect(object.first("a")?.elements.map { spelling($0) } == ["1.50", "-2e3"])
    #expect(object.first("a")?.elements.map(\.line) == [1, 2])
    #expect(object.first("é")?.string == "xé")
    #expect(spelling(object.first("é")) == "\"x\\u00e9\"")
    #expect(object.first("t")?.content == .boolean(true))
    #expect(object.first("n")?.content == .null)
    #expect(object.range == bytes.indices)
  }

  @Test func `members of the same key are all there`() throws {
    let object = try read(#"{"a":1,"b":2,"a":3}"#)

    #expect(object.members.map(\.key) == ["a", "b", "a"])
    #expect(object.first("a")?.range == 5..<6)
  }

  @Test func `a part of a longer text is found where it lies`() throws {
    let bytes = Array(#"xx[7]yy"#.utf8)

    #expect(try JSONReader.read(bytes[2..<5], by: .kept).elements.first?.range == 3..<4)
  }

  @Test(arguments: [
    "01", "1.", ".5", "+1", "-", "1e", "1e+", "1-2", "0x1", "1.2.3", "NaN", "tru", "nul", "'a'",
    "[1 2]", "[1,]", "{\"a\"}", "{\"a\":}", "{a:1}", "{\"a\":1,}", "\"a", "\"\\x\"", "\"\\u12\"",
    "\"a\nb\"", "\"a\tb\"", "{} {}", "", " ", "[", "]",
  ])
  func `what the grammar does not have is no JSON`(text: String) {
    #expect(throws: JSONMistake.self) { try read(text) }
  }

  @Test(arguments: ["0", "-0", "0.0", "1E5", "1e-7", "12.50e+10", "123456789012345678901234567890"])
  func `numbers are kept as they are spelled`(text: String) throws {
    let node = try read(" \(text) ")

    #expect(node.content == .number)
    #expect(node.range == 1..<1 + text.utf8.count)
  }

  @Test(arguments: [
    (#""\ud83d\ude00""#, "😀"), (#""\ud83d""#, "\u{FFFD}"), (#""\ude00a""#, "\u{FFFD}a"),
    (#""\ud83d\u0041""#, "\u{FFFD}A"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"),
  ])
  func `escapes are read, and half a pair is told as such`(text: String, string: String) throws {
    #expect(try read(text).string == string)
  }

  @Test func `half a pair that a person typed is a mistake`() {
    #expect(throws: JSONMistake(kind: .badEscape, line: 2)) {
      try read("[\n\"\\ud800\"]", by: .typed)
    }
  }

  @Test func `nesting ends where the rules say`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(throws: Never.self) { try read(nested(33), by: .typed) }
    #expect(throws: JSONMistake(kind: .tooDeep, line: 1)) { try read(nested(34), by: .typed) }
    #expect(throws: JSONMistake.self) { try read(String(repeating: "{\"a\":", count: 1_000_000)) }
  }

  @Test func `stray bytes of a server are passed over, and nobody else's`() throws {
    let bytes: [UInt8] = Array("[\"".utf8) + [0xff, 0x01] + Array("\",1]".utf8)

    let list = try JSONReader.read(bytes[...], by: .received)
    #expect(list.elements.map(\.content) == [.string(nil), .number])
    #expect(throws: JSONMistake.self) { try JSONReader.read(bytes[...], by: .kept) }
  }

  @Test func `what editors leave is read where people typed`() throws {
    #expect(try read("\u{FEFF}\"a\tb\"", by: .typed).string == "a\tb")
    #expect(throws: JSONMistake.self) { try read("\u{FEFF}1") }
  }

  @Test(arguments: ["{\"a\":[1,{\"b\":\"\\\\\\\"\"}],\"c\":null,\"d\":\"é\"}"])
  func `what is cut off anywhere is no JSON`(text: String) {
    let bytes = Array(text.utf8)
    for count in bytes.indices {
      #expect(throws: JSONMistake.self) { try JSONReader.read(bytes[..<count], by: .kept) }
    }
  }

  @Test func `what is written is read again`() throws {
    var members: [JSONValue.Member] = []
    members.add("name", "A\"\\\u{1}\u{202E}é\n")
    members.add("nothing", nil as String?)
    members.add("count", 3)
    members.add("list", .array([.null, .spelled("1.50"), .object([])]))

    let text = JSONValue.object(members).text { !$0.isASCII }
    let object = try read(text)

    #expect(
      text
        == #"{"name":"A\"\\\u0001\u202e\u00e9\n","count":3,"list":[null,1.50,{}]}"#)
    #expect(object.first("name")?.string == "A\"\\\u{1}\u{202E}é\n")
  }
}
