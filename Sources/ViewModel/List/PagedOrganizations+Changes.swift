import Foundation
import WorkOS

/// What this console's own writes do to the remembered pages, without reading them again.
extension PagedOrganizations {
  mutating func replace(_ organization: Organization) {
    for page in pages.indices {
      guard let row = pages[page].index(of: organization.id),
        !organization.isOlder(than: pages[page].rows[row].organization)
      else { continue }
      pages[page].rows[row] = ListedOrganization(organization)
    }
  }

  /// Puts a created organization on top of the page on screen, and selects it.
  ///
  /// The server may list it elsewhere; there it stays marked as new until the page is read again.
  mutating func insertCreated(_ organization: Organization, _ turn: inout Turn) {
    created.insert(organization.id)
    if pages.isEmpty {
      pages = [LoadedPage(cursor: .first, rows: [], loadedAt: turn.now)]
    }
    pages[index].rows.removeAll { $0.id == organization.id }
    pages[index].rows.insert(ListedOrganization(organization), at: 0)
    selection = organization.id
  }

  /// Takes a deleted organization off every page; its neighbour is selected in its place.
  mutating func remove(_ id: Organization.ID, _ turn: inout Turn) {
    load?.removedMeanwhile.insert(id)
    let position = page?.index(of: id)
    guard organization(id) != nil else { return }
    for page in pages.indices {
      pages[page].rows.removeAll { $0.id == id }
    }
    stopPaging(from: id)

    if selection == id {
      let rows = self.rows
      selection = rows.isEmpty ? nil : rows[min(position ?? 0, rows.count - 1)].id
    }
    guard rows.isEmpty else { return }
    if page?.after != nil || index == 0 {
      refresh(&turn)
    } else {
      pages.removeLast(pages.count - index)
      pages[index - 1].after = nil
      show(index - 1, .lastRow)
    }
  }

  /// Lets the second page be the first once that has lost its last row, and no cursor leads there.
  private mutating func dropEmptyFirstPage(from id: Organization.ID) {
    guard pages.count > 1, pages[0].rows.isEmpty, pages[0].after == id.rawValue else { return }
    pages.removeFirst()
    pages[0].cursor = .first
    index = max(0, index - 1)
    if let load, load.target > 0 { self.load?.target -= 1 }
  }

  /// Replaces a cursor that names a deleted organization by one that names its neighbour.
  private mutating func stopPaging(from id: Organization.ID) {
    dropEmptyFirstPage(from: id)
    for page in pages.indices where pages[page].after == id.rawValue {
      let neighbour = pages[page].rows.last { !created.contains($0.id) }?.id.rawValue
      let own: String? = if case .after(let cursor) = pages[page].cursor { cursor } else { nil }
      pages[page].after = neighbour ?? own
      guard page + 1 < pages.count else { continue }
      pages[page + 1].cursor = (neighbour ?? own).map(PageCursor.after) ?? .first
    }
    if let load, load.cursor == .after(id.rawValue), let after = pages.last?.after {
      self.load?.cursor = .after(after)
    }
  }
}
