import Synchronization

/// The items that were read out of rows last: about as many as two screens show.
final class RecentItems<Item: RowItem>: Sendable {
  private struct Key: Hashable {
    var block: ObjectIdentifier
    var index: Int
  }

  /// The block is held so that no other can come to have its identity.
  private struct Entry: Sendable {
    var block: RowBlock<Item>
    var item: Item
  }

  /// What was used since half of it was dropped last, and what before.
  private struct Entries: Sendable {
    var young: [Key: Entry] = [:]
    var old: [Key: Entry] = [:]
  }

  /// The items of each of both halves.
  private static var most: Int { 128 }
  private let entries = Mutex(Entries())

  func item(of block: RowBlock<Item>, _ index: Int) -> Item? {
    let key = Key(block: ObjectIdentifier(block), index: index)
    return entries.withLock { entries in
      if let entry = entries.young[key] { return entry.item }
      guard let entry = entries.old[key] else { return nil }
      Self.keep(entry, at: key, in: &entries)
      return entry.item
    }
  }

  func keep(_ item: Item, of block: RowBlock<Item>, _ index: Int) {
    let key = Key(block: ObjectIdentifier(block), index: index)
    entries.withLock { Self.keep(Entry(block: block, item: item), at: key, in: &$0) }
  }

  private static func keep(_ entry: Entry, at key: Key, in entries: inout Entries) {
    if entries.young.count >= most { (entries.old, entries.young) = (entries.young, [:]) }
    entries.young[key] = entry
  }
}
