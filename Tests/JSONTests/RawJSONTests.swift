import Foundation
import JSON
import Testing

@Suite(.timeLimit(.minutes(20)))
struct RawJSONTests {
  @Test func `indenting keeps order and spelling`() {
    let json = RawJSON(#"{"z":1.50,"a":[1e3, "x, {\" }\u00e9" ,[],{ }],"é":{"deep":null}}"#)

    #expect(
      json.indented() == #"""
        {
          "z": 1.50,
          "a": [
            1e3,
            "x, {\" }\u00e9",
            [],
            {}
          ],
          "é": {
            "deep": null
          }
        }
        """#)
  }

  @Test func `indenting twice changes nothing more`() {
    let once = RawJSON(#"{"a":[{"b":"c"}]}"#).indented()

    #expect(RawJSON(once).indented() == once)
  }

  @Test(arguments: ["", "<p>not here</p>", #"{"a":1"#, "]", "a b", "[1 2]", "\u{0}"])
  func `what is no JSON stays as it is`(text: String) {
    #expect(RawJSON(text).indented() == text)
  }

  @Test(arguments: ["true", "\"a\"", "7"])
  func `a single value is its own line`(text: String) {
    #expect(RawJSON(text).indented() == text)
  }

  @Test func `bytes that are no UTF-8 show as replacement characters`() {
    let json = RawJSON(bytes: Data([0x22, 0xff, 0x22]))

    #expect(json.text == "\"\u{fffd}\"")
    #expect(json.indented() == "\"\u{fffd}\"")
  }

  @Test func `indenting twice changes nothing more, whatever the bytes`() {
    let bytes = Data(#"{"a\u"#.utf8) + [0xcc] + Data(#"":1}"#.utf8)
    let once = RawJSON(bytes: bytes).indented()

    #expect(RawJSON(once).indented() == once)
  }

  @Test func `UTF-16 stays as it is`() throws {
    let json = RawJSON(bytes: try #require(#"{"a":1}"#.data(using: .utf16LittleEndian)))

    #expect(json.indented() == json.text)
  }
}
