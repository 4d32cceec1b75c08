import Cells
import JSON
import Testing
import ViewModel
import WorkOS

@testable import Frontend

/// Text of any length from the server costs no more than a screen can show.
@Suite(.timeLimit(.minutes(20)))
struct LongTextTests {
  private static let length = 1_000_000
  private static let texts = [
    String(repeating: "x", count: length), String(repeating: "界", count: length),
    String(repeating: "x ", count: length / 2), "e" + String(repeating: "\u{301}", count: length),
    String(repeating: " ", count: length), String(repeating: "\u{1B}", count: length),
    String(repeating: "👩‍💻", count: length / 3), String(repeating: "\u{200B}", count: length),
  ]

  @Test(arguments: texts.indices)
  func `a line is wrapped into no more lines than a screen needs`(index: Int) {
    let text = Self.texts[index]
    let line = TextLine(spans: [Span("label", .plain), Span(text)], indent: 6)

    let lines = line.wrapped(to: 36)

    #expect(lines.count <= 2 * BoundedText.kept / 30 + 2)
    #expect(lines.allSatisfy { $0.width <= 36 })
    #expect(
      lines.map { $0.spans.map(\.text).joined() }.joined(separator: " ").contains("characters"))
  }

  @Test(arguments: texts.indices)
  func `measuring and drawing look at a beginning only`(index: Int) {
    let text = Self.texts[index]
    #expect(DisplayWidth.of(text) <= DisplayWidth.limit)
    #expect(BoundedText.of(text).unicodeScalars.count <= BoundedText.kept + 40)
  }

  @Test func `the length of what is not shown is said`() {
    let text = BoundedText.of(String(repeating: "x", count: Self.length))

    #expect(text.hasSuffix("x… (1000000 characters)"))
    #expect(BoundedText.of(String(repeating: "x", count: 600)).count == 600)
  }

  @Test(arguments: texts.indices)
  func `every pane is drawn and answers keys`(index: Int) {
    let text = Self.texts[index]
    let organization = Organization(
      id: "org_01M67FS3C1Q4P6QWEF0SHE0009", name: text,
      domains: [OrganizationDomain(domain: text, state: .pending, verificationToken: text)],
      metadata: [text: text], externalID: text, json: RawJSON("{\"name\":\"\(text.prefix(9))\"}"))
    let start = Driver.listing([organization, Sample.acme])
    let ways: [[Key]] = [
      [.down, .up], [.enter, .down], [.character("J"), .down], [.character("Y")],
      [.character("d")], [.character("/"), .character("x")], [.character("e"), .left],
    ]
    for keys in ways {
      var driver = start
      for key in keys { driver.press(key) }

      #expect(!driver.screen.text.isEmpty)
    }
  }

  /// Ten keys, the fastest of which no busy machine has held up.
  @Test(arguments: ["x", "é", "界", "👩‍👩‍👧‍👦"])
  func `a key in a field of a million characters costs what it changes`(character: String) {
    var driver = Driver.editing(Sample.acme)
    driver.press(.paste(String(repeating: character, count: Self.length)))
    let keys: [Key] = [.character("a"), .left, .character("b"), .backspace, .control("_")]

    let times = (keys + keys).map { key in ContinuousClock().measure { driver.press(key) } }

    #expect(times.min() ?? .zero < .milliseconds(150))
  }

  @Test func `what there are very many of is counted, not shown`() {
    let pairs = Dictionary(uniqueKeysWithValues: (0..<50_000).map { ("key\($0)", "value") })
    let organization = Organization(
      id: "org_01M67FS3C1Q4P6QWEF0SHE0009", name: "Many", domains: [], metadata: pairs)
    let words = DetailLines(times: TimeWords(timeZone: .gmt), now: Sample.now, columns: 60)

    let lines = words.lines(for: organization)

    #expect(lines.count < 1_100)
    #expect(lines.last?.line.spans.first?.text == "  … and 49000 more pairs")
  }
}
