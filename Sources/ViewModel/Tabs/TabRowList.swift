import Foundation
import JSON
import WorkOS

/// Rows of a tab in some order: all that are loaded, or those that match.
///
/// It shares the table that holds them: having one costs nothing, however many there are.
package struct TabRowList: RandomAccessCollection, Equatable, Sendable {
  let table: RowTable<TabItem>
  let numbers: [Int32]

  init(_ table: RowTable<TabItem>, _ numbers: [Int32]) {
    self.table = table
    self.numbers = numbers
  }

  package init(_ rows: [TabRow] = []) {
    var table = RowTable<TabItem>()
    numbers = rows.map { table.put(Row(TabItem(row: $0))) }
    self.table = table
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { numbers.count }
  package subscript(position: Int) -> TabRow { table.row(numbers[position]) }

  package static func == (one: TabRowList, other: TabRowList) -> Bool {
    one.elementsEqual(other)
  }
}

extension TabRowList: ExpressibleByArrayLiteral {
  package init(arrayLiteral rows: TabRow...) { self.init(rows) }
}

/// A row of a tab as a table holds it.
struct TabItem: RowItem {
  struct ID: RowID {
    var rawValue: String
  }

  /// A table keeps these rows as they are: their JSON alone does not tell what a tab makes of them.
  private struct NotInJSON: Error {}

  let row: TabRow

  init(row: TabRow) {
    self.row = row
  }

  init(decoding json: RawJSON) throws { throw NotInJSON() }

  init(id: ID, unreadable json: RawJSON) {
    row = TabRow(id: id.rawValue, name: id.rawValue, cells: [], json: json)
  }

  var id: ID { ID(rawValue: row.id) }
  var json: RawJSON { row.json }
  /// What was read last counts, as not every answer says when it changed.
  var updatedAt: Date? { nil }
  var searchFields: [[String]] {
    let texts = [row.name] + row.cells.compactMap(\.searched)
    var others = row.alsoKnownAs
    for form in texts.flatMap(HostName.otherForms) where !others.contains(form) {
      others.append(form)
    }
    return texts.map { [$0] } + [[row.id] + others]
  }
}

extension RowTable<TabItem> {
  func row(_ number: Int32) -> TabRow {
    let row = self[number]
    return row.block.item(row.index).row
  }
}
