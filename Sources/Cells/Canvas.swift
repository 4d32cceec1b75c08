/// A grid of styled characters, drawn on by value and shown by whoever has a terminal.
///
/// Every text that reaches a screen passes `write`, which makes it harmless and measures it.
package struct Canvas: Equatable, Sendable {
  package let rows: Int
  package let columns: Int

  package init(rows: Int, columns: Int) {
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }
}
