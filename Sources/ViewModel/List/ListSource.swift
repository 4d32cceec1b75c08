import WorkOS

/// Which organizations a list shows.
package enum ListSource: Hashable, Sendable {
  case everything
  /// The server's search over names.
  case name(String)
  case domains([String])
  case id(Organization.ID)
  case externalID(String)
}

/// What to read for one page of a list.
package struct PageQuestion: Equatable, Sendable {
  package var source: ListSource
  package var order: OrganizationQuery.Order
  package var cursor: PageCursor
  /// The number of organizations on a page, 1–100.
  package var limit: Int

  package init(
    source: ListSource, order: OrganizationQuery.Order, cursor: PageCursor, limit: Int
  ) {
    self.source = source
    self.order = order
    self.cursor = cursor
    self.limit = limit
  }
}
