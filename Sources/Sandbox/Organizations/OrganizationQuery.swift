/// What `GET /organizations` asks for.
struct OrganizationQuery: Equatable, Sendable {
  var paging = Paging()
  var domains: Set<String> = []
  var search = ""

  /// Reads a query string; unknown names are passed over, and empty values that say nothing.
  init(items: [QueryItem]) throws(APIProblem) {
    paging = try Paging(items: items, of: "organization", prefix: Organization.prefix)
    for item in items {
      switch item.name {
      case "domains", "domains[]":
        domains.formUnion(item.value.lowercased().split(separator: ",").map(String.init))
      case "search": search = item.value
      default: break
      }
    }
  }
}
