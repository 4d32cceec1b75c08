import Foundation
import FoundationNetworking
import Synchronization

/// HTTP by `URLSession`, hardened against what it does on Linux (swift-corelibs-foundation 6.3).
///
/// There it follows redirects with the `Authorization` header to any host, waits for ever on a
/// Basic challenge, has no cap on a body and no deadline for a whole request, silently repeats a
/// request whose kept-alive connection died, decompresses whatever comes, and keeps a core busy
/// while it waits on a new connection.
package final class URLSessionTransport: HTTPTransport {
  private let limits: Limits
  /// Made by the first request that reads, so that the first frame need not wait for it.
  private let readingSession = Mutex<URLSession?>(nil)

  /// What a request may take.
  package struct Limits: Sendable {
    /// The seconds from the request to the end of its answer.
    package var deadline: Int
    /// The seconds without a byte.
    package var idle: Int
    /// The bytes of a body, decompressed.
    package var body: Int

    package init(deadline: Int = 30, idle: Int = 15, body: Int = 16 << 20) {
      self.deadline = deadline
      self.idle = idle
      self.body = body
    }
  }

  package init(limits: Limits = Limits()) {
    self.limits = limits
  }

  deinit {
    readingSession.withLock { $0?.invalidateAndCancel() }
  }

  package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    do throws(TransportError) {
      return try await exchange(request).withoutSecret(of: request)
    } catch {
      throw error.withoutSecret(of: request)
    }
  }

  private func exchange(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    if request.method == .get { return try await read(request) }
    // A connection of its own for each write. On a reused one, however young, whose server closes it
    // without an answer, URLSession sends a DELETE a second time by itself (measured: two requests
    // within 0.2 s of a read on the same connection), unjournalled and without the reading before it,
    // and the second one's 404 hides that the first was carried out; a POST it leaves without any
    // answer until the idle limit. Nothing that it offers turns that off, so a handshake is the price.
    let session = makeSession()
    defer { session.finishTasksAndInvalidate() }
    return try await send(request, on: session)
  }

  private func read(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let session = readingSession.withLock { session in
      if let session { return session }
      let made = makeSession()
      session = made
      return made
    }
    do {
      return try await send(request, on: session)
    } catch {
      if error.mayOccupySession { giveUp(session) }
      throw error
    }
  }

  /// Lets the next request have a new session, and this one end as it can.
  private func giveUp(_ session: URLSession) {
    readingSession.withLock { current in
      if current === session { current = nil }
    }
    session.finishTasksAndInvalidate()
  }

  private func send(
    _ request: HTTPRequest, on session: URLSession
  ) async throws(TransportError) -> HTTPResponse {
    guard let exchanges = session.delegate as? Exchanges else {
      throw .other(detail: "the session has no delegate")
    }
    let task = session.dataTask(with: urlRequest(request))
    exchanges.open(task, host: request.url.host() ?? "", limits: limits)

    let deadline = Task { [limits] in
      // Cancelled as soon as the answer is there.
      guard (try? await Task.sleep(for: .seconds(limits.deadline))) != nil else { return }
      exchanges.close(task, .failure(.timedOut(seconds: limits.deadline)))
    }
    defer { deadline.cancel() }

    return try await withTaskCancellationHandler {
      await withCheckedContinuation { exchanges.start(task, on: session, resuming: $0) }
    } onCancel: {
      exchanges.close(task, .failure(.cancelled))
    }.get()
  }

  private func makeSession() -> URLSession {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpCookieStorage = nil
    configuration.httpShouldSetCookies = false
    configuration.urlCache = nil
    configuration.urlCredentialStorage = nil
    configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
    configuration.httpMaximumConnectionsPerHost = 6
    configuration.timeoutIntervalForRequest = TimeInterval(limits.idle)
    return URLSession(
      configuration: configuration, delegate: Exchanges(), delegateQueue: ReportingQueue())
  }

  private func urlRequest(_ request: HTTPRequest) -> URLRequest {
    var urlRequest = URLRequest(url: request.url, timeoutInterval: TimeInterval(limits.idle))
    urlRequest.httpMethod = request.method.rawValue
    urlRequest.httpBody = request.body
    for (name, value) in request.headers {
      urlRequest.setValue(value, forHTTPHeaderField: name)
    }
    // What is compressed may become a thousand times as much before anyone can count it.
    urlRequest.setValue("identity", forHTTPHeaderField: "Accept-Encoding")
    return urlRequest
  }
}

extension TransportError {
  /// Whether what ended the request may still be coming, with nobody to stop it.
  fileprivate var mayOccupySession: Bool {
    switch self {
    case .bodyTooLarge, .encodingRefused: true
    default: false
    }
  }
}
