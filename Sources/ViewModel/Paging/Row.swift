/// A row of a list: a place in a block, out of which the item is read when it is drawn or opened.
package struct Row<Item: RowItem>: Identifiable, Sendable {
  let block: RowBlock<Item>
  let index: Int
  /// Where items that were read lately are kept for a while.
  let recent: RecentItems<Item>?

  init(block: RowBlock<Item>, index: Int, recent: RecentItems<Item>? = nil) {
    self.block = block
    self.index = index
    self.recent = recent
  }

  /// A row of its own, of an item that may differ from its JSON.
  package init(_ item: Item) {
    self.init(block: RowBlock([item], keepsItems: true), index: 0)
  }

  /// The rows of an answer, whose items are as their JSON says.
  package static func rows(of items: [Item]) -> [Row] {
    let block = RowBlock(items, keepsItems: false)
    let recent = RecentItems<Item>()
    for (index, item) in items.enumerated() { recent.keep(item, of: block, index) }
    return items.indices.map { Row(block: block, index: $0, recent: recent) }
  }

  package var id: Item.ID { block.id(index) }

  /// Whether it has an id, without putting its own into a string.
  func has(_ id: Item.ID) -> Bool { block.idBytes(index).elementsEqual(id.rawValue.utf8) }

  /// Whether it is the same row of the same answer, so that what was drawn of one shows the other.
  package func isIdentical(to other: Row) -> Bool {
    block === other.block && index == other.index
  }

  package var item: Item {
    if let item = recent?.item(of: block, index) { return item }
    let item = block.item(index)
    recent?.keep(item, of: block, index)
    return item
  }

  package func holds(_ sought: Sought) -> Bool {
    !block.rows(in: index..<index + 1, holding: sought).isEmpty
  }

  /// Whether it was read before the other was last changed.
  func isOlder(than other: Row) -> Bool { block.isOlder(index, than: other.block, other.index) }
}

extension Row: Equatable {
  package static func == (one: Row, other: Row) -> Bool {
    one.block.isEqual(one.index, to: other.block, other.index)
  }
}
