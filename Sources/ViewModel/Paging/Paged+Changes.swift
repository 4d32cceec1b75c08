import Foundation
import WorkOS

/// What this console's own writes do to the remembered pages, without reading them again.
extension Paged {
  mutating func replace(_ item: Item) {
    if held.replace(Row(item)) { rowsChanged() }
  }

  /// Puts a created item on top of the page on screen, and selects it.
  ///
  /// The server may list it elsewhere; there it stays marked as new until the page is read again.
  mutating func insertCreated(_ item: Item, _ turn: inout Turn) {
    created.insert(item.id)
    if pages.isEmpty {
      pages = [LoadedPage(cursor: .first, rows: [], loadedAt: turn.now)]
      held.noteCursors(of: pages)
    }
    let number = held.hold(Row(item), onPage: index)
    let place = pages[index].rows.firstIndex(of: number)
    if let place { pages[index].rows.remove(at: place) }
    pages[index].rows.insert(number, at: 0)
    if place != nil { held.release([number], ofPage: index, pages) }
    selection = item.id
    rowsChanged()
  }

  /// Takes a deleted item off every page; its neighbour is selected in its place.
  mutating func remove(_ id: Item.ID, _ turn: inout Turn) {
    load?.removedMeanwhile.insert(id.rawValue)
    guard let number = held.table.number(of: id) else { return }
    let position = page?.rows.firstIndex(of: number)
    takeOff(number)
    stopPaging(from: id)
    rowsChanged()

    if selection == id {
      let rows = self.rows
      selection = rows.isEmpty ? nil : rows[min(position ?? 0, rows.count - 1)].id
    }
    guard rows.isEmpty else { return }
    if page?.after != nil || index == 0 {
      refresh(&turn)
    } else {
      dropPages(from: index)
      pages[index - 1].after = nil
      show(index - 1, .lastRow)
    }
  }

  private mutating func takeOff(_ number: Int32) {
    let home = held.home(of: number)
    let holders =
      held.isOnSeveralPages(number)
      ? pages.indices.filter { pages[$0].rows.contains(number) } : [home]
    for page in holders {
      pages[page].rows.removeAll { $0 == number }
      held.release([number], ofPage: page, pages)
    }
  }

  /// Forgets a page and those beyond it.
  mutating func dropPages(from page: Int) {
    let dropped = pages[page...]
    pages.removeSubrange(page...)
    for (page, dropped) in zip(dropped.indices, dropped) {
      held.release(dropped.rows, ofPage: page, pages)
    }
    held.noteCursors(of: pages)
    rowsChanged()
  }

  /// Lets the second page be the first once that has lost its last row, and no cursor leads there.
  private mutating func dropEmptyFirstPage(from id: Item.ID) {
    guard pages.count > 1, pages[0].rows.isEmpty, pages[0].after == id.rawValue else { return }
    pages.removeFirst()
    held.dropFirstPage()
    pages[0].cursor = .first
    held.noteCursors(of: pages)
    index = max(0, index - 1)
    if let load, load.target > 0 { self.load?.target -= 1 }
  }

  /// Replaces a cursor that names a deleted item by one that names its neighbour.
  private mutating func stopPaging(from id: Item.ID) {
    dropEmptyFirstPage(from: id)
    for page in pages.indices where pages[page].after == id.rawValue {
      let neighbour = rows(ofPage: page).last { !created.contains($0.id) }?.id.rawValue
      let own: String? = if case .after(let cursor) = pages[page].cursor { cursor } else { nil }
      pages[page].after = neighbour ?? own
      guard page + 1 < pages.count else { continue }
      pages[page + 1].cursor = (neighbour ?? own).map(PageCursor.after) ?? .first
      held.noteCursors(of: pages)
    }
    if let load, load.cursor == .after(id.rawValue), let after = pages.last?.after {
      self.load?.cursor = .after(after)
    }
  }
}
