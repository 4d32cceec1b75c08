import Sandbox
import Synchronization

/// The requests a sandbox has answered, in their order.
final class RequestTally: Sendable {
  private let events = Mutex<[RequestEvent]>([])

  func add(_ event: RequestEvent) {
    events.withLock { $0.append(event) }
  }

  /// How many requests of a method there were below a path.
  func count(_ method: String, _ path: String) -> Int {
    events.withLock { events in
      events.count { $0.method == method && $0.path.hasPrefix(path) }
    }
  }
}
