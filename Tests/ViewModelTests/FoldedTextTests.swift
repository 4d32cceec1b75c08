import Testing
import ViewModel

@Suite(.timeLimit(.minutes(5)))
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
}
