/// What a filter looks for in rows: any of several texts, in one field or in all.
package struct Sought: Equatable, Sendable {
  package var needles: [FoldedText]
  /// The position of the field among an item's `searchFields`; nil: any.
  package var field: Int?

  package init(_ needles: [FoldedText], inField field: Int? = nil) {
    self.needles = needles.filter { !$0.isEmpty }
    self.field = field
  }

  /// Whether every row that holds this holds the other too.
  func narrows(_ other: Sought) -> Bool {
    field == other.field
      && needles.allSatisfy { needle in other.needles.contains { needle.contains($0) } }
  }
}
