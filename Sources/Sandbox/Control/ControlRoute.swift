/// An address that steers the sandbox itself, so that neither faults nor latency apply to it.
enum ControlRoute: String, Sendable {
  case writes
  case faults
  case latency

  init?(segments: [String]) {
    guard segments.count == 2, segments[0] == "sandbox" else { return nil }
    self.init(rawValue: segments[1])
  }

  var methods: [String] {
    switch self {
    case .writes: ["GET"]
    case .faults: ["POST", "DELETE"]
    case .latency: ["POST"]
    }
  }
}
