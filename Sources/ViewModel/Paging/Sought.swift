/// What a filter looks for in rows: any of several texts, or each of them, in one field or in all.
package struct Sought: Equatable, Sendable {
  package var needles: [FoldedText]
  /// The position of the field among an item's `searchFields`; nil: any.
  package var field: Int?
  /// Whether a row has to hold each of them.
  package var needsAll: Bool

  package init(_ needles: [FoldedText], inField field: Int? = nil, needsAll: Bool = false) {
    self.needles = needles.filter { !$0.isEmpty }
    self.field = field
    self.needsAll = needsAll
  }

  /// Whether every row that holds this holds the other too.
  func narrows(_ other: Sought) -> Bool {
    guard field == other.field, needsAll == other.needsAll else { return false }
    return needsAll
      ? other.needles.allSatisfy { needle in needles.contains { $0.narrows(needle) } }
      : needles.allSatisfy { needle in other.needles.contains { needle.narrows($0) } }
  }
}

extension FoldedText {
  /// Whether whatever holds this holds the other too; what has to stand in some way does so only where it
  /// was looked for so.
  fileprivate func narrows(_ other: FoldedText) -> Bool {
    other.isFoundAnywhere ? contains(other) : self == other
  }
}
