import TestSupport
import Testing

@testable import Cells

@Suite(.timeLimit(.minutes(20)))
struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("한국", 4), ("ｆ", 2), ("ﾊﾝ", 2),
    ("\u{1112}\u{1161}\u{11AB}", 2),  // Hangul in conjoining letters
    ("👩", 2), ("🀄", 2), ("❤", 1), ("─", 1), ("…", 1), ("क्षि", 3),
  ])
  func `text takes the columns its scalars take`(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test(arguments: [
    ("👩‍💻", "👩"), ("👨‍👩‍👧‍👦", "👨"), ("👍🏽", "👍"), ("👩🏽‍🚀", "👩"),
    ("❤️", "❤"), ("❤️‍🔥", "❤"), ("⌚︎", "⌚"), ("1️⃣", "1"), ("🇫🇷", "FR"), ("🇫", "F"),
    ("🏴\u{E0067}\u{E0062}\u{E007F}", "🏴"), ("🏳️‍🌈", "🏳"), ("a\u{1F3FB}", "a\u{FFFD}"),
    ("👩\u{200D}a", "👩a"), ("👩\u{200D}", "👩"), ("\u{200D}👩", "👩"),
  ])
  func `a sequence on which terminals differ is drawn in the form on which they agree`(
    text: String, drawn: String
  ) {
    #expect(drawing(text) == drawn)
  }

  @Test(arguments: [
    ("\u{1B}[31m", "␛[31m"), ("a\nb", "a␊b"), ("a\r\nb", "a␍␊b"), ("\t", "␉"), ("\0", "␀"),
    ("\u{7F}", "␡"), ("\u{9B}31m", "\u{FFFD}31m"), ("a\u{202E}b", "a\u{FFFD}b"),
    ("\u{2066}", "\u{FFFD}"), ("\u{200E}\u{200F}\u{61C}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("\u{2028}\u{2029}", "\u{FFFD}\u{FFFD}"), ("\u{FEFF}", "\u{FFFD}"), ("\u{FFF9}", "\u{FFFD}"),
    ("\u{FFFE}", "\u{FFFD}"), ("\u{E000}", "\u{FFFD}"), ("\u{378}", "\u{FFFD}"),
    ("\u{10FFFF}", "\u{FFFD}"), ("\u{3164}", "\u{FFFD}"), ("soft\u{AD}hyphen", "soft-hyphen"),
    ("zero\u{200B}width", "zerowidth"), ("\u{FFFD}", "\u{FFFD}"),
  ])
  func `hostile text is made harmless`(text: String, drawn: String) {
    #expect(drawing(text) == drawn)
  }

  @Test func `a mark without a base is drawn on a dotted circle`() {
    #expect(drawing("\u{301}a") == "\u{25CC}\u{301}a")
    #expect(drawing("\n\u{301}") == "␊\u{25CC}\u{301}")
  }

  @Test func `a fifth mark is dropped`() {
    let marks = String(repeating: "\u{301}", count: 40)

    #expect(drawing("e" + marks + "!") == "e\u{301}\u{301}\u{301}\u{301}!")
  }

  @Test func `a prefix and a suffix of joined characters take what they take when drawn`() {
    let text = "a👩\u{200D}\u{200D}👩"

    #expect(DisplayWidth.of(text) == 3)
    #expect(DisplayWidth.prefix(of: text, fitting: 100) == (Substring(text), 3))
    #expect(DisplayWidth.suffix(of: text, fitting: 100) == (Substring(text), 3))
  }

  @Test func `a prefix and a suffix keep characters whole`() {
    let text = "ab漢字👩‍💻"

    #expect(DisplayWidth.prefix(of: text, fitting: 5) == ("ab漢", 4))
    #expect(DisplayWidth.prefix(of: text, fitting: 100) == ("ab漢字👩‍💻", 8))
    #expect(DisplayWidth.prefix(of: text, fitting: -1) == ("", 0))
    #expect(DisplayWidth.suffix(of: text, fitting: 5) == ("字👩‍💻", 4))
  }

  @Test func `the width of a text is the sum of its characters'`() {
    var generator = SplitMix(state: 1)
    for _ in 0..<5_000 {
      let text = UnicodeText.random(using: &generator)

      let sum = text.reduce(0) { $0 + DisplayWidth.of($1) }

      #expect(DisplayWidth.of(text) == sum, "\(text.unicodeScalars.map { $0.value.hex })")
    }
  }

  @Test func `drawing any text takes its width and draws no control`() {
    var generator = SplitMix(state: 2)
    for _ in 0..<5_000 {
      let text = UnicodeText.random(using: &generator)
      var canvas = Canvas(rows: 1, columns: 60)

      let used = canvas.write(text, row: 0, column: 0)

      #expect(used == DisplayWidth.of(text))
      #expect(canvas.row(0).allSatisfy { $0.base.value >= 0x20 && $0.base != "\u{7F}" })
    }
  }

  private func drawing(_ text: String) -> String {
    Glyphs(text).map(\.text).joined()
  }
}

extension UInt32 {
  fileprivate var hex: String { String(self, radix: 16) }
}
