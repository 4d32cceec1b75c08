import Foundation
import Synchronization

/// A WorkOS-compatible organizations API on 127.0.0.1, for trying things out and for tests.
package final class SandboxServer: Sendable {
  private struct Lifecycle {
    var listener: Listener?
    var connections: Set<Int32> = []
    var isStopped = false
  }

  package let configuration: Configuration
  private let onRequest: (@Sendable (RequestEvent) -> Void)?
  private let service: Mutex<SandboxService>
  private let lifecycle = Mutex(Lifecycle())
  private let threads = DispatchGroup()

  /// `onRequest` is called after each answer, on the thread of its connection.
  package init(
    configuration: Configuration = Configuration(),
    onRequest: (@Sendable (RequestEvent) -> Void)? = nil
  ) {
    self.configuration = configuration
    self.onRequest = onRequest
    service = Mutex(
      SandboxService(
        organizations: configuration.organizations, latency: configuration.latency,
        faults: configuration.faults, key: configuration.apiKey,
        honoursIdempotencyKeys: configuration.honoursIdempotencyKeys,
        environment: configuration.environment, resources: configuration.resources))
  }

  /// Starts to listen and returns the port; serves until `stop()`.
  package func start() throws(SandboxStartError) -> UInt16 {
    let listener = try Listener(port: configuration.port)
    let isFirst = lifecycle.withLock { lifecycle in
      guard lifecycle.listener == nil, !lifecycle.isStopped else { return false }
      lifecycle.listener = listener
      return true
    }
    guard isFirst else {
      listener.close()
      throw .alreadyStarted
    }
    startThread { self.acceptConnections(of: listener) }
    return listener.port
  }

  /// Closes every connection and frees the port; a stopped server cannot be started again.
  package func stop() {
    lifecycle.withLock { lifecycle in
      lifecycle.isStopped = true
      lifecycle.listener?.stop()
      for descriptor in lifecycle.connections { shutdown(descriptor, Int32(SHUT_RDWR)) }
    }
    // A callback that is slow to return must not hold up the program's end.
    _ = threads.wait(timeout: .now() + 1)
  }

  /// What clients have asked to be written so far, oldest first.
  package var writes: [WriteRecord] {
    service.withLock { $0.writes }
  }

  private func startThread(_ work: @escaping @Sendable () -> Void) {
    threads.enter()
    let thread = Thread { [threads] in
      work()
      threads.leave()
    }
    thread.stackSize = 256 * 1024
    thread.name = "sandbox"
    thread.start()
  }

  private func acceptConnections(of listener: Listener) {
    // Made here rather than in start(), which a screen waits for; clients queue meanwhile.
    service.withLock { $0.prepare() }
    while let descriptor = listener.accept() {
      let admission = lifecycle.withLock { lifecycle -> Bool? in
        if lifecycle.isStopped { return nil }
        guard lifecycle.connections.count < configuration.limits.connections else { return false }
        lifecycle.connections.insert(descriptor)
        return true
      }
      switch admission {
      case true?: startThread { self.serve(descriptor) }
      case false?: refuse(descriptor)
      case nil: close(descriptor)
      }
    }
    listener.close()
  }

  private func refuse(_ descriptor: Int32) {
    let connection = Connection(adopting: descriptor, sendTimeout: .seconds(1))
    let problem = APIProblem(status: 503, message: "Too many connections to the sandbox.")
    _ = connection.send(problem.response.head(keepsAlive: false) + problem.response.body)
  }

  private func serve(_ descriptor: Int32) {
    var session = Session(
      connection: Connection(adopting: descriptor, sendTimeout: configuration.limits.sendTimeout),
      limits: configuration.limits)
    while let request = session.nextRequest() {
      let start = ContinuousClock.now
      let answer = service.withLock { $0.answer(request, at: configuration.now()) }
      let goesOn = session.deliver(answer, to: request)
      onRequest?(RequestEvent(request, answer, duration: start.duration(to: .now)))
      guard goesOn else { break }
    }
    // Forgotten before it is closed, so that stop() cannot hit a number that is in use again.
    _ = lifecycle.withLock { $0.connections.remove(descriptor) }
    session.end()
  }
}

extension RequestEvent {
  fileprivate init(_ request: HTTPRequest, _ answer: Answer, duration: Duration) {
    self.init(
      method: request.method, path: request.path,
      status: answer.delivery == .nothing ? 0 : answer.response.status,
      milliseconds: duration / .milliseconds(1),
      requestID: answer.response.headers.last { $0.name == "X-Request-ID" }?.value ?? "")
  }
}
