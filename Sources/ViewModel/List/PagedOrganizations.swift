import Foundation
import WorkOS

/// A list on the server, walked page by page; every page seen is remembered with its cursor.
///
/// The pages form a chain: each is produced by the `after` of the one before. When a page is read
/// again and ends elsewhere, the pages beyond it are forgotten, as they would repeat or hide rows.
package struct PagedOrganizations: Equatable, Sendable {
  package let source: ListSource
  package let order: OrganizationQuery.Order
  /// The number of organizations on a page, 1–100.
  package let limit: Int
  package internal(set) var pages: [LoadedPage] = []
  /// Which of `pages` is on screen.
  package internal(set) var index = 0
  package internal(set) var load: PageLoad?
  /// Why the last load failed; the rows from before stay.
  package internal(set) var failure: WorkOSError?
  package internal(set) var selection: Organization.ID?
  /// Organizations this console created, which may stand where the server would not list them.
  package internal(set) var created: Set<Organization.ID> = []
  /// The cursor after which reading ahead failed, so that it is not tried at every key.
  var failedPrefetch: String?
  /// Organizations that are on screen beside this list, and are left out of its further pages.
  var elsewhere: Set<Organization.ID> = []
  /// The load that was stopped last.
  private(set) var stopped: RequestID?

  init(source: ListSource, order: OrganizationQuery.Order, limit: Int) {
    self.source = source
    self.order = order
    self.limit = limit
  }

  package var page: LoadedPage? {
    pages.indices.contains(index) ? pages[index] : nil
  }

  package var rows: [ListedOrganization] { page?.rows ?? [] }

  /// The number of rows on the pages before this one.
  package var rowsBefore: Int {
    pages.prefix(index).reduce(0) { $0 + $1.rows.count }
  }

  package var hasNextPage: Bool {
    index + 1 < pages.count || page?.after != nil
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

  package func organization(_ id: Organization.ID) -> ListedOrganization? {
    if let page, let row = page.index(of: id) { return page.rows[row] }
    for page in pages {
      if let row = page.index(of: id) { return page.rows[row] }
    }
    return nil
  }
}

/// A page that is being read.
package struct PageLoad: Equatable, Sendable {
  package enum Purpose: Equatable, Sendable {
    /// The person waits for it; the selection goes where it says.
    case show(Landing)
    /// Read ahead, to be there when it is wanted.
    case prefetch
    /// The page on screen, read once more; `isQuiet` when nobody asked.
    case refresh(isQuiet: Bool)
  }

  package var pending: Pending
  package var target: Int
  package var cursor: PageCursor
  package var purpose: Purpose
  /// How many empty pages were skipped on the way here.
  var skippedPages = 0
  /// Organizations that were deleted after the question was put, and may still be in its answer.
  var removedMeanwhile: Set<Organization.ID> = []

  package var isAwaited: Bool {
    switch purpose {
    case .show: true
    case .prefetch: false
    case .refresh(let isQuiet): !isQuiet
    }
  }
}

/// Which row is selected when another page comes on screen.
package enum Landing: Equatable, Sendable {
  case firstRow
  case lastRow
}
