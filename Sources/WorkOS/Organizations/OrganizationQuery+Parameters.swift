extension OrganizationQuery {
  /// The query of the request, in the API's names and in a stable order.
  var parameters: [RequestTarget.Parameter] {
    let page = PageRequest(order: order, cursor: cursor, limit: limit)
    var parameters = page.parameters
    switch filter {
    case .none: break
    case .name(let text): parameters.append(.init("search", [text]))
    case .domains(let domains): parameters.append(.init("domains", domains))
    }
    parameters += page.cursorParameters
    // An empty `search=` or `domains=` is not established to mean "all".
    return parameters.filter { !$0.values.allSatisfy(\.isEmpty) }
  }
}
