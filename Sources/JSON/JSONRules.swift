/// How strictly a text is read, beyond the grammar of RFC 8259.
package struct JSONRules: Sendable {
  /// Deeper nesting is taken for no JSON, so that no text exhausts the stack.
  package var deepest: Int
  /// A byte order mark at the beginning and raw tabs within strings, as editors leave them.
  package var allowsEditorMarks = false
  /// Half a surrogate pair is U+FFFD.
  package var allowsLoneSurrogates = false
  /// Control characters, and bytes that are no UTF-8, within strings.
  package var allowsStrayBytes = false

  package init(
    deepest: Int, allowsEditorMarks: Bool = false, allowsLoneSurrogates: Bool = false,
    allowsStrayBytes: Bool = false
  ) {
    self.deepest = deepest
    self.allowsEditorMarks = allowsEditorMarks
    self.allowsLoneSurrogates = allowsLoneSurrogates
    self.allowsStrayBytes = allowsStrayBytes
  }

  /// What a person has typed: nothing is guessed.
  package static let typed = JSONRules(deepest: 32, allowsEditorMarks: true)
  /// What this program wrote, or a server before it.
  package static let kept = JSONRules(deepest: 256, allowsLoneSurrogates: true)
  /// What a server sends, of which as much is read as can be.
  package static let received = JSONRules(
    deepest: 512, allowsLoneSurrogates: true, allowsStrayBytes: true)
}
