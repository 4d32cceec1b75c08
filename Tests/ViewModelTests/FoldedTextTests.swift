import Testing
import ViewModel

@Suite(.timeLimit(.minutes(20)))
struct FoldedTextTests {
  @Test(arguments: [
    ("Zürich", "zurich", true), ("ACME", "acme", true), ("acme", "ACME", true),
    ("ＡＣＭＥ", "acme", true), ("日本語", "本", true), ("acme", "", true), ("acme", "acmes", false),
    ("aab", "ab", true), ("abc", "c", true), ("", "a", false), ("cafe\u{301}", "café", true),
  ])
  func `folding finds text whatever its case, accents and width`(
    text: String, wanted: String, isFound: Bool
  ) {
    #expect(FoldedText(text).contains(FoldedText(wanted)) == isFound)
  }

  @Test(arguments: [
    ("Zürich and zurich", "zurich", [0..<6, 11..<17]), ("aaa", "aa", [0..<2]),
    ("e\u{301}clair", "ec", [0..<2]), ("Straße", "strasse", [0..<6]), ("日本語", "本", [1..<2]),
    ("a  b", "a b", [0..<4]), ("acme", "x", []), ("", "x", []),
  ])
  func `what matches is found by its letters`(text: String, wanted: String, ranges: [Range<Int>]) {
    #expect(FoldedText.matches(of: [FoldedText(wanted)], in: text) == ranges)
  }

  @Test(arguments: [
    ("me.com", [0..<6]), ("acme.com, me.com", [10..<16]), ("sam@me.com.", [4..<10]),
    ("https://www.me.com/x", [12..<18]), ("me.community", []), ("me.com-a", []), ("éme.com", []),
  ])
  func `a host is found where it stands whole`(text: String, ranges: [Range<Int>]) {
    #expect(FoldedText.matches(of: [FoldedText("me.com", as: .host)], in: text) == ranges)
  }

  @Test(arguments: [
    ("ivan@acme.com", [0..<12]), ("a=ivan@acme.co", [2..<14]), ("“ivan@acme.co”", [1..<13]),
    ("sullivan@acme.com", []), ("x+ivan@acme.com", []), ("x'ivan@acme.com", []),
    ("éivan@acme.com", []),
  ])
  func `an address goes on behind, and not before`(text: String, ranges: [Range<Int>]) {
    #expect(FoldedText.matches(of: [FoldedText("ivan@acme.co", as: .address)], in: text) == ranges)
  }

  @Test(arguments: [
    ("müller.de", "müller.de", [0..<9]), ("muller.de", "müller.de", []),
    ("müller.de", "muller.de", []), ("MÜLLER.de", "mu\u{308}ller.de", [0..<9]),
    ("Zoë of muller.de", "muller.de", [7..<16]),
  ])
  func `accents set apart what is exact`(text: String, wanted: String, ranges: [Range<Int>]) {
    let needle = FoldedText(wanted, as: .host, isExact: true)

    #expect(FoldedText.matches(of: [needle], in: text) == ranges)
  }
}
