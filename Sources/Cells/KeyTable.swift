/// The keys that one kind of terminal sends as sequences of its own, as terminfo describes them.
package struct KeyTable: Sendable {
  private var keys: [String: Key] = [:]
  private var beginnings: Set<String> = []

  package init() {}

  /// - Parameter sequences: what the terminal sends; only what begins with ESC can be told from text.
  package init(_ sequences: [(String, Key)]) {
    for (sequence, key) in sequences
    where sequence.unicodeScalars.first == "\u{1B}" && sequence.unicodeScalars.count > 1 {
      keys[sequence] = keys[sequence] ?? key
      var beginning = sequence
      while beginning.unicodeScalars.count > 1 {
        beginning.unicodeScalars.removeLast()
        beginnings.insert(beginning)
      }
    }
  }

  subscript(sequence: String) -> Key? { keys[sequence] }

  /// Whether longer sequences begin with this one.
  func hasMore(beginning sequence: String) -> Bool { beginnings.contains(sequence) }
}
