/// Rows of a table in some order: those of a page, or those that match.
package struct RowList<Item: RowItem>: RandomAccessCollection, Equatable, Sendable {
  let table: RowTable<Item>
  let numbers: [Int32]

  init(_ table: RowTable<Item>, _ numbers: [Int32]) {
    self.table = table
    self.numbers = numbers
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { numbers.count }
  package var count: Int { numbers.count }
  package subscript(position: Int) -> Row<Item> { table[numbers[position]] }

  /// The position of a row.
  package func index(of id: Item.ID) -> Int? {
    table.number(of: id).flatMap { numbers.firstIndex(of: $0) }
  }

  /// Whether a row is there.
  package func contains(_ id: Item.ID) -> Bool { index(of: id) != nil }

  package static func == (one: RowList, other: RowList) -> Bool { one.elementsEqual(other) }
}
