/// Where a page begins.
package enum PageCursor: Hashable, Sendable {
  case first
  /// The page that follows this item in the list's order.
  case after(String)
  /// The page that precedes this item in the list's order.
  case before(String)
}

/// The order of a list. It is always sent: without it the API's cursors run backwards.
package enum ListOrder: String, Equatable, Sendable {
  case newestFirst = "desc"
  case oldestFirst = "asc"
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

  /// The same page with something else made of each item.
  package func map<Other>(_ transform: (Item) -> Other) -> Page<Other> {
    Page<Other>(items: items.map(transform), before: before, after: after)
  }
}

/// What every paged list of the API takes.
package struct PageRequest: Equatable, Sendable {
  package var order: ListOrder
  package var cursor: PageCursor
  /// The number of items on a page, 1–100.
  package var limit: Int

  package init(order: ListOrder = .newestFirst, cursor: PageCursor = .first, limit: Int = 50) {
    self.order = order
    self.cursor = cursor
    self.limit = limit
  }

  /// The query in the API's names and in a stable order.
  package var parameters: [RequestTarget.Parameter] {
    [.init("limit", [String(min(max(limit, 1), 100))]), .init("order", [order.rawValue])]
  }

  /// The cursor, which comes last in a query.
  package var cursorParameters: [RequestTarget.Parameter] {
    switch cursor {
    case .first: []
    case .after(let id): [.init("after", [id])]
    case .before(let id): [.init("before", [id])]
    }
  }
}
