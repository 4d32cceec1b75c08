/// Which organizations to list, and from where.
package struct OrganizationQuery: Equatable, Sendable {
  /// The order of a list. It is always sent: without it the API's cursors run backwards.
  package enum Order: String, Equatable, Sendable {
    case newestFirst = "desc"
    case oldestFirst = "asc"
  }

  /// What narrows the list on the server.
  package enum Filter: Equatable, Sendable {
    case none
    /// The server's own search, which looks at names only.
    case name(String)
    /// Organizations that have any of these domains.
    case domains([String])
  }

  package var filter: Filter
  package var order: Order
  package var cursor: PageCursor
  /// The number of organizations on a page, 1–100.
  package var limit: Int

  package init(
    filter: Filter = .none,
    order: Order = .newestFirst,
    cursor: PageCursor = .first,
    limit: Int = 50
  ) {
    self.filter = filter
    self.order = order
    self.cursor = cursor
    self.limit = limit
  }
}

/// Where a page begins.
package enum PageCursor: Hashable, Sendable {
  case first
  /// The page that follows this organization in the list's order.
  case after(String)
  /// The page that precedes this organization in the list's order.
  case before(String)
}

/// One page of a list, with the cursors of its neighbours.
package struct Page<Item: Equatable & Sendable>: Equatable, Sendable {
  package var items: [Item]
  /// The cursor of the page before, or nil when the server gave none.
  package var before: String?
  /// The cursor of the page after, or nil on the last page.
  package var after: String?

  package init(items: [Item], before: String? = nil, after: String? = nil) {
    self.items = items
    self.before = before
    self.after = after
  }
}
