import WorkOS

/// The rows of all pages of a list, and which pages hold each.
///
/// A row mostly stands on one page; on two while one of them shows what it was like before. Pages are
/// told apart by names that increase along the chain, whatever pages before them are dropped.
struct HeldRows<Item: RowItem>: Equatable, Sendable {
  private(set) var table = RowTable<Item>()
  /// The number of pages that hold each row.
  private var holders: [UInt16] = []
  /// The name of the first page that holds each row.
  private var homes: [Int32] = []
  /// The name of the first page.
  private(set) var firstName: Int32 = 0
  /// The pages by their cursors, to notice one that leads back.
  private var pagesByCursor: [PageCursor: Int32] = [:]

  func name(ofPage page: Int) -> Int32 { firstName + Int32(page) }

  /// The first page that holds a row.
  func home(of number: Int32) -> Int { Int(homes[Int(number)] - firstName) }

  func isOnSeveralPages(_ number: Int32) -> Bool { holders[Int(number)] > 1 }

  /// Whether a page before this one holds an item.
  func isHeld(_ id: Item.ID, beforePage page: Int) -> Bool {
    table.number(of: id).map { home(of: $0) < page } ?? false
  }

  /// Whether a page before this one was read by a cursor.
  func isKnown(_ cursor: PageCursor, beforePage page: Int) -> Bool {
    pagesByCursor[cursor].map { Int($0 - firstName) < page } ?? false
  }

  /// Holds a row for a page; its number.
  mutating func hold(_ row: Row<Item>, onPage page: Int) -> Int32 {
    let number = table.put(row)
    if holders.count <= Int(number) {
      holders.append(0)
      homes.append(0)
    }
    let name = name(ofPage: page)
    homes[Int(number)] = holders[Int(number)] == 0 ? name : min(homes[Int(number)], name)
    holders[Int(number)] += 1
    return number
  }

  /// Puts a row in the place of the one with its id, where there is one that is not newer.
  mutating func replace(_ row: Row<Item>) -> Bool {
    guard let number = table.number(of: row.id), !row.isOlder(than: table[number]) else {
      return false
    }
    _ = table.put(row)
    return true
  }

  /// Lets go of rows once for a page: it holds each once less, or no longer.
  mutating func release(_ numbers: [Int32], ofPage page: Int, _ pages: [LoadedPage]) {
    for number in numbers {
      holders[Int(number)] -= 1
      if holders[Int(number)] == 0 {
        table.remove(number)
      } else if home(of: number) == page,
        !pages.indices.contains(page) || !pages[page].rows.contains(number),
        let next = pages.firstIndex(where: { $0.rows.contains(number) })
      {
        homes[Int(number)] = name(ofPage: next)
      }
    }
  }

  mutating func noteCursor(_ cursor: PageCursor, ofPage page: Int) {
    pagesByCursor[cursor] = name(ofPage: page)
  }

  /// Takes note that the first page was dropped, which held nothing any more.
  mutating func dropFirstPage() { firstName += 1 }

  /// Takes note of all cursors anew, after pages were dropped or led elsewhere.
  mutating func noteCursors(of pages: [LoadedPage]) {
    pagesByCursor = [:]
    for page in pages.indices.reversed() { noteCursor(pages[page].cursor, ofPage: page) }
  }
}
