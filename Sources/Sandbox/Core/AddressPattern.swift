/// The addresses of an endpoint, such as `/organizations/{id}`.
struct AddressPattern: Equatable, Sendable {
  private enum Part: Equatable, Sendable {
    case literal(String)
    case parameter(String)
  }

  private let parts: [Part]

  init(_ text: String) {
    parts = text.split(separator: "/").map { part in
      part.first == "{" ? .parameter(String(part.dropFirst().dropLast())) : .literal(String(part))
    }
  }

  /// The values between the braces, or nil where the path is another one.
  func parameters(in segments: [String]) -> [String: String]? {
    guard segments.count == parts.count else { return nil }
    var parameters: [String: String] = [:]
    for (part, segment) in zip(parts, segments) {
      switch part {
      case .literal(let text): if text != segment { return nil }
      case .parameter(let name):
        if segment.isEmpty { return nil }
        parameters[name] = segment
      }
    }
    return parameters
  }

  /// Whether a path that matches both is meant for this one: it says more, and says it earlier.
  func goesBefore(_ other: AddressPattern) -> Bool {
    for (mine, theirs) in zip(parts, other.parts) {
      switch (mine, theirs) {
      case (.literal, .parameter): return true
      case (.parameter, .literal): return false
      case (.literal, .literal), (.parameter, .parameter): continue
      }
    }
    return false
  }
}
