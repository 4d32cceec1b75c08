/// Finds the endpoint that a request is for.
struct Router: Sendable {
  struct Match {
    var endpoint: Endpoint
    var parameters: [String: String]
  }

  private let endpoints: [Endpoint]

  init(_ resources: [any Resource]) {
    endpoints = resources.flatMap(\.endpoints)
  }

  func match(_ request: HTTPRequest) throws(APIProblem) -> Match {
    let matches = endpoints.compactMap { endpoint in
      endpoint.address.parameters(in: request.segments).map {
        Match(endpoint: endpoint, parameters: $0)
      }
    }
    guard !matches.isEmpty else { throw .notFound }
    let best = matches.filter { match in
      !matches.contains { $0.endpoint.address.goesBefore(match.endpoint.address) }
    }
    guard let match = best.first(where: { $0.endpoint.method == request.method }) else {
      throw .methodNotAllowed(best.map(\.endpoint.method))
    }
    return match
  }
}
