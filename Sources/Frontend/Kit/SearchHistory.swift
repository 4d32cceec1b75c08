/// The texts that were looked for, to be looked for again.
struct SearchHistory: Equatable, Sendable {
  /// The newest first, each once.
  private(set) var entries: [String] = []
  /// Which of them is in the line; nil: what is being typed.
  private var position: Int?
  /// What was being typed before an entry came into the line.
  private var typed = ""

  private static let most = 50

  var isEmpty: Bool { entries.isEmpty }

  /// Keeps a text, and begins at the newest the next time.
  mutating func remember(_ text: String) {
    position = nil
    guard !text.isBlank else { return }
    entries.removeAll { $0 == text }
    entries = [text] + entries.prefix(Self.most - 1)
  }

  /// The text before; nil when there is none.
  mutating func earlier(than line: String) -> String? {
    if position == nil { typed = line }
    var next = position.map { $0 + 1 } ?? 0
    // What stands in the line anyway would look as if the key did nothing.
    if position == nil, entries.first == line { next = 1 }
    guard entries.indices.contains(next) else { return nil }
    position = next
    return entries[next]
  }

  /// The text after, at last the one that was being typed; nil when that is in the line.
  mutating func later() -> String? {
    guard let position else { return nil }
    self.position = position > 0 ? position - 1 : nil
    return position > 0 ? entries[position - 1] : typed
  }
}
