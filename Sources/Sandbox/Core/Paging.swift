/// Which part of a list is asked for: `limit`, `order`, `before` and `after`.
package struct Paging: Equatable, Sendable {
  enum Order: String, CaseIterable, Sendable {
    /// Newest first, with `before` leading to older and `after` to newer ones.
    case normal
    case desc
    case asc
  }

  enum Start: Equatable, Sendable {
    case edge
    case before(ULID)
    case after(ULID)
  }

  var order = Order.normal
  var start = Start.edge
  var limit = 10

  init(order: Order = .normal, start: Start = .edge, limit: Int = 10) {
    self.order = order
    self.start = start
    self.limit = limit
  }

  /// Reads a query string; other names are passed over, and empty cursors say nothing.
  init(
    items: [QueryItem], of name: String, prefix: StaticString, order: Order = .normal
  ) throws(APIProblem) {
    self.order = order
    for item in items {
      switch item.name {
      case "limit": limit = try Self.limit(item.value)
      case "order":
        guard let order = Order(rawValue: item.value) else {
          throw .invalid(
            "order", "order must be one of the following values: normal, desc, asc")
        }
        self.order = order
      case "before", "after":
        guard !item.value.isEmpty else { continue }
        guard start == .edge else {
          throw .invalid(item.name, "before and after must not be combined")
        }
        guard let id = ULID(item.value, prefix: prefix) else {
          throw .invalid(item.name, "\(item.name) must be a valid \(name) id")
        }
        start = item.name == "before" ? .before(id) : .after(id)
      default: break
      }
    }
  }

  private static func limit(_ text: String) throws(APIProblem) -> Int {
    guard let limit = Int(text) else {
      throw .invalid("limit", "limit must be an integer number")
    }
    guard limit >= 1 else { throw .invalid("limit", "limit must not be less than 1") }
    guard limit <= 100 else { throw .invalid("limit", "limit must not be greater than 100") }
    return limit
  }

  /// The page of `items`, which are in ascending order of id.
  ///
  /// Cursors are compared with ids, so a page stays right after the cursor's thing is gone.
  package func page<Item: Listed>(
    of items: [Item], where isMatch: (Item) -> Bool = { _ in true }
  ) -> Page<Item> {
    // Where the page starts, and whether it is gathered towards newer ones.
    let first: Int
    let towardsNewer: Bool
    switch (order, start) {
    case (.asc, .edge): (first, towardsNewer) = (0, true)
    case (.normal, .edge), (.desc, .edge): (first, towardsNewer) = (items.count, false)
    case (.asc, .after(let id)), (.desc, .before(let id)), (.normal, .after(let id)):
      (first, towardsNewer) = (items.insertionIndex(of: id.successor), true)
    case (.asc, .before(let id)), (.desc, .after(let id)), (.normal, .before(let id)):
      (first, towardsNewer) = (items.insertionIndex(of: id), false)
    }
    var found =
      towardsNewer
      ? items.indices(from: first, limit: limit, where: isMatch)
      : items.indices(downFrom: first, limit: limit, where: isMatch)
    guard let near = found.first, let far = found.last else { return Page(items: []) }
    let (oldest, newest) = towardsNewer ? (near, far) : (far, near)
    let hasOlder = !items.indices(downFrom: oldest, limit: 1, where: isMatch).isEmpty
    let hasNewer = !items.indices(from: newest + 1, limit: 1, where: isMatch).isEmpty
    let older = hasOlder ? items[oldest].id : nil
    let newer = hasNewer ? items[newest].id : nil
    if towardsNewer != (order == .asc) { found.reverse() }
    let page = found.map { items[$0] }
    switch order {
    case .desc: return Page(items: page, before: newer, after: older)
    case .asc, .normal: return Page(items: page, before: older, after: newer)
    }
  }
}

extension Visit {
  /// The part of a list of `Item` that the query asks for.
  ///
  /// - Parameter name: what an id is called in a refusal, such as `organization`.
  package func paging<Item: Listed>(
    _ type: Item.Type, named name: String
  ) throws(APIProblem) -> Paging {
    try Paging(items: request.query, of: name, prefix: Item.prefix)
  }
}

extension Array where Element: Listed {
  /// The number of elements older than `id`, whether it still exists or not, found by halving.
  func insertionIndex(of id: ULID) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func index(of id: ULID) -> Int? {
    let index = insertionIndex(of: id)
    return index < count && self[index].id == id ? index : nil
  }

  fileprivate func indices(
    from start: Int, limit: Int, where isMatch: (Element) -> Bool
  ) -> [Int] {
    var found: [Int] = []
    var index = start
    while index < count, found.count < limit {
      if isMatch(self[index]) { found.append(index) }
      index += 1
    }
    return found
  }

  fileprivate func indices(
    downFrom end: Int, limit: Int, where isMatch: (Element) -> Bool
  ) -> [Int] {
    var found: [Int] = []
    var index = end - 1
    while index >= 0, found.count < limit {
      if isMatch(self[index]) { found.append(index) }
      index -= 1
    }
    return found
  }
}
