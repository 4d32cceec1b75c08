import Synchronization
import WorkOS

/// The console's own transport, counted.
final class CountingTransport: HTTPTransport {
  private let transport = URLSessionTransport()
  private let count = Mutex(0)

  var requests: Int { count.withLock { $0 } }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    count.withLock { $0 += 1 }
    return try await transport.send(request)
  }
}
