/// Which organizations to list, and from where.
package struct OrganizationQuery: Equatable, Sendable {
  package typealias Order = ListOrder

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
