extension OrganizationQuery {
  /// The query of the request, in the API's names and in a stable order.
  var parameters: [RequestTarget.Parameter] {
    var parameters: [RequestTarget.Parameter] = [
      .init("limit", [String(min(max(limit, 1), 100))]),
      .init("order", [order.rawValue]),
    ]
    switch filter {
    case .none: break
    case .name(let text): parameters.append(.init("search", [text]))
    case .domains(let domains): parameters.append(.init("domains", domains))
    }
    switch cursor {
    case .first: break
    case .after(let id): parameters.append(.init("after", [id]))
    case .before(let id): parameters.append(.init("before", [id]))
    }
    // An empty `search=` or `domains=` is not established to mean "all".
    return parameters.filter { !$0.values.allSatisfy(\.isEmpty) }
  }
}
