import Delivery
import Foundation
import WorkOS

/// A list on the server, walked page by page; every page seen is remembered with its cursor.
///
/// The pages form a chain: each is produced by the `after` of the one before. When a page is read
/// again and ends elsewhere, the pages beyond it are forgotten, as they would repeat or hide rows.
package struct Paged<Item: PagedItem>: Equatable, Sendable {
  package let source: Item.Source
  package let order: ListOrder
  /// The number of items on a page, 1–100.
  package let limit: Int
  /// What all pages hold, and on which of them.
  var held = HeldRows<Item>()
  package internal(set) var pages: [LoadedPage] = []
  /// Which of `pages` is on screen.
  package internal(set) var index = 0 {
    didSet { turned(from: oldValue) }
  }
  /// The number of rows on the pages before this one.
  package private(set) var rowsBefore = 0
  /// The number of rows on all pages.
  package private(set) var loadedCount = 0
  /// Counts the changes to rows that were there, so that it shows whether pages only were added.
  private(set) var revision = 0
  package internal(set) var load: PageLoad?
  /// Why the last load failed; the rows from before stay.
  package internal(set) var failure: WorkOSError?
  package internal(set) var selection: Item.ID?
  /// Items this console created, which may stand where the server would not list them.
  package internal(set) var created: Set<Item.ID> = []
  /// The cursor after which reading ahead failed, so that it is not tried at every key.
  var failedPrefetch: String?
  /// The load that was stopped last.
  private var stopped: RequestID?

  init(source: Item.Source, order: ListOrder, limit: Int) {
    self.source = source
    self.order = order
    self.limit = limit
  }

  package var page: LoadedPage? {
    pages.indices.contains(index) ? pages[index] : nil
  }

  /// The rows of the page on screen.
  package var rows: RowList<Item> { RowList(held.table, page?.rows ?? []) }

  package func rows(ofPage page: Int) -> RowList<Item> { RowList(held.table, pages[page].rows) }

  package var hasNextPage: Bool {
    index + 1 < pages.count || page?.after != nil
  }

  package func row(_ id: Item.ID) -> Row<Item>? {
    held.table.number(of: id).map { held.table[$0] }
  }

  /// The position of an item on the page on screen.
  func position(of id: Item.ID?) -> Int? {
    guard let page, let id, let number = held.table.number(of: id) else { return nil }
    return page.rows.firstIndex(of: number)
  }

  mutating func forget(_ load: PageLoad) {
    stopped = load.pending.id
    self.load = nil
  }

  /// Tells why what a stopped load waited for is not there, or not newer.
  mutating func noteStop(of request: RequestID, because error: WorkOSError) {
    guard stopped == request else { return }
    stopped = nil
    failure = error
  }

  /// Takes note that rows changed or went, or that pages did.
  mutating func rowsChanged() {
    revision += 1
    countRows()
  }

  /// Takes note of a page that was added at the end.
  mutating func pageAdded() { loadedCount += pages.last?.rows.count ?? 0 }

  private mutating func turned(from former: Int) {
    if index == former + 1, pages.indices.contains(former) {
      rowsBefore += pages[former].count
    } else if index == former - 1, pages.indices.contains(index) {
      rowsBefore -= pages[index].count
    } else if index != former {
      countRows()
    }
  }

  private mutating func countRows() {
    (rowsBefore, loadedCount) = (0, 0)
    for page in pages.indices {
      if page < index { rowsBefore += pages[page].rows.count }
      loadedCount += pages[page].rows.count
    }
  }
}
