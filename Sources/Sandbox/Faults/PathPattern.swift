/// Which paths a fault is meant for.
struct PathPattern: Equatable, Sendable {
  /// Path segments; `*` stands for any one, a last `**` for any number of them.
  private let segments: [String]

  static let any = PathPattern(segments: ["**"])

  init(_ text: String) {
    segments = text.split(separator: "/").map(String.init)
  }

  private init(segments: [String]) {
    self.segments = segments
  }

  func matches(_ path: [String]) -> Bool {
    for (position, segment) in segments.enumerated() {
      if segment == "**" { return true }
      guard position < path.count, segment == "*" || segment == path[position] else {
        return false
      }
    }
    return segments.count == path.count
  }
}
