import Frontend

/// A line as a person counts it.
extension LineEditor {
  var characters: [Character] { Array(text) }
  /// The number of characters before the caret.
  var caret: Int { textBeforeCaret.count }
}
