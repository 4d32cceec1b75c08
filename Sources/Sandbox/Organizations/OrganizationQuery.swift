/// What `GET /organizations` asks for.
struct OrganizationQuery: Equatable, Sendable {
  enum Order: String, CaseIterable, Sendable {
    /// Newest first, with `before` leading to older and `after` to newer organizations.
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
  var domains: Set<String> = []
  var search = ""

  init(order: Order = .normal, start: Start = .edge, limit: Int = 10) {
    self.order = order
    self.start = start
    self.limit = limit
  }

  /// Reads a query string; unknown names are passed over, and empty values that say nothing.
  init(items: [QueryItem]) throws(APIProblem) {
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
        guard let id = ULID(item.value, prefix: Organization.prefix) else {
          throw .invalid(item.name, "\(item.name) must be a valid organization id")
        }
        start = item.name == "before" ? .before(id) : .after(id)
      case "domains", "domains[]":
        domains.formUnion(item.value.lowercased().split(separator: ",").map(String.init))
      case "search": search = item.value
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
}
