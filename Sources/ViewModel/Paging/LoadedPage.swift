import Foundation
import WorkOS

/// A page as it was read, and the cursor that produced it.
package struct LoadedPage: Equatable, Sendable {
  package internal(set) var cursor: PageCursor
  /// The numbers of its rows in the table of the list.
  var rows: [Int32]
  package internal(set) var before: String?
  package internal(set) var after: String?
  package internal(set) var loadedAt: Date

  /// The number of its rows.
  package var count: Int { rows.count }
}

/// How a page differs from what it was when it was read before.
package struct PageMovement: Equatable, Sendable {
  /// Items that came up between the ones known before.
  package var added: Int
  /// Items that are no longer where they were.
  package var gone: Int

  /// Compares up to the last row both have: what lies beyond has only moved across the page's end.
  package init<ID: Hashable>(from old: [ID], to new: [ID]) {
    let oldIDs = Set(old)
    let newIDs = Set(new)
    let oldEnd = old.lastIndex { newIDs.contains($0) } ?? old.endIndex - 1
    let newEnd = new.lastIndex { oldIDs.contains($0) } ?? new.endIndex - 1
    gone = old.isEmpty ? 0 : old[...oldEnd].count { !newIDs.contains($0) }
    added = new.isEmpty ? 0 : new[...newEnd].count { !oldIDs.contains($0) }
  }

  package var isNone: Bool { added == 0 && gone == 0 }
}
