/// A set of row numbers, a bit for each.
package struct RowSet: Equatable, Sendable {
  private var words: [UInt64] = []

  package init() {}

  package func contains(_ number: Int32) -> Bool {
    let word = Int(number) / 64
    return word < words.count && words[word] & bit(number) != 0
  }

  /// False when it was in it before.
  @discardableResult
  package mutating func insert(_ number: Int32) -> Bool {
    let word = Int(number) / 64
    if word >= words.count {
      words += Array(repeating: 0, count: word + 1 - words.count)
    }
    defer { words[word] |= bit(number) }
    return words[word] & bit(number) == 0
  }

  private func bit(_ number: Int32) -> UInt64 { 1 << (UInt64(number) % 64) }
}
