import Foundation
import WorkOS

/// A page as it was read, and the cursor that produced it.
package struct LoadedPage: Equatable, Sendable {
  package var cursor: PageCursor
  package var rows: [ListedOrganization]
  package var before: String?
  package var after: String?
  package var loadedAt: Date

  package func index(of id: Organization.ID) -> Int? {
    rows.firstIndex { $0.id == id }
  }
}

/// How a page differs from what it was when it was read before.
package struct PageMovement: Equatable, Sendable {
  /// Organizations that came up between the ones known before.
  package var added: Int
  /// Organizations that are no longer where they were.
  package var gone: Int

  /// Compares up to the last row both have: what lies beyond has only moved across the page's end.
  package init(from old: [Organization.ID], to new: [Organization.ID]) {
    let oldIDs = Set(old)
    let newIDs = Set(new)
    let oldEnd = old.lastIndex { newIDs.contains($0) } ?? old.endIndex - 1
    let newEnd = new.lastIndex { oldIDs.contains($0) } ?? new.endIndex - 1
    gone = old.isEmpty ? 0 : old[...oldEnd].count { !newIDs.contains($0) }
    added = new.isEmpty ? 0 : new[...newEnd].count { !oldIDs.contains($0) }
  }

  package var isNone: Bool { added == 0 && gone == 0 }
}
