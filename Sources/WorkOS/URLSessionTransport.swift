import Foundation
import FoundationNetworking
import Synchronization

/// HTTP by `URLSession`, hardened against what it does on Linux (swift-corelibs-foundation 6.3).
///
/// There it follows redirects with the `Authorization` header to any host, waits for ever on a
/// Basic challenge, has no cap on a body and no deadline for a whole request, and silently repeats
/// a request whose kept-alive connection died.
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
    if request.method == .get {
      let session = readingSession.withLock { session in
        if let session { return session }
        let made = makeSession()
        session = made
        return made
      }
      return try await send(request, on: session)
    }
    // A connection of its own for each write: on a reused one that has just died, URLSession
    // sends a DELETE a second time, and leaves a POST without any answer.
    let session = makeSession()
    defer { session.finishTasksAndInvalidate() }
    return try await send(request, on: session)
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
      await withCheckedContinuation { exchanges.start(task, resuming: $0) }
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
    return URLSession(configuration: configuration, delegate: Exchanges(), delegateQueue: nil)
  }

  private func urlRequest(_ request: HTTPRequest) -> URLRequest {
    var urlRequest = URLRequest(url: request.url, timeoutInterval: TimeInterval(limits.idle))
    urlRequest.httpMethod = request.method.rawValue
    urlRequest.httpBody = request.body
    for (name, value) in request.headers {
      urlRequest.setValue(value, forHTTPHeaderField: name)
    }
    return urlRequest
  }
}

/// The requests under way on one session, each of which is answered exactly once.
private final class Exchanges: NSObject, URLSessionDataDelegate, Sendable {
  typealias Outcome = Result<HTTPResponse, TransportError>

  /// By task identifier.
  private let exchanges = Mutex<[Int: Exchange]>([:])

  private struct Exchange {
    let host: String
    let limits: URLSessionTransport.Limits
    var continuation: CheckedContinuation<Outcome, Never>?
    var response: HTTPURLResponse?
    var body = Data()
    /// Set by whatever ends the exchange first; nothing that comes later changes it.
    var outcome: Outcome?
  }

  func open(_ task: URLSessionTask, host: String, limits: URLSessionTransport.Limits) {
    exchanges.withLock {
      $0[task.taskIdentifier] = Exchange(host: host, limits: limits)
    }
  }

  func start(_ task: URLSessionTask, resuming continuation: CheckedContinuation<Outcome, Never>) {
    let early: Outcome? = exchanges.withLock { exchanges in
      if let outcome = exchanges[task.taskIdentifier]?.outcome {
        exchanges[task.taskIdentifier] = nil
        return outcome
      }
      exchanges[task.taskIdentifier]?.continuation = continuation
      return nil
    }
    if let early {
      continuation.resume(returning: early)
    } else {
      task.resume()
    }
  }

  /// Ends an exchange, unless it has ended, and makes sure that its task does too.
  func close(_ task: URLSessionTask, _ outcome: Outcome) {
    end(task) { _ in outcome }
    task.cancel()
  }

  private func end(_ task: URLSessionTask, _ outcome: (Exchange) -> Outcome) {
    let waiting = exchanges.withLock {
      exchanges -> (CheckedContinuation<Outcome, Never>, Outcome)? in
      guard let exchange = exchanges[task.taskIdentifier], exchange.outcome == nil else {
        return nil
      }
      let outcome = outcome(exchange)
      guard let continuation = exchange.continuation else {
        exchanges[task.taskIdentifier]?.outcome = outcome
        return nil
      }
      exchanges[task.taskIdentifier] = nil
      return (continuation, outcome)
    }
    if let (continuation, outcome) = waiting {
      continuation.resume(returning: outcome)
    }
  }
}

extension Exchanges {
  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping (URLRequest?) -> Void
  ) {
    // The 3xx itself becomes the answer. A per-task delegate is not asked on Linux.
    completionHandler(nil)
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
    completionHandler: @escaping (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
  ) {
    // Never about the server's certificate: on Linux libcurl checks that by itself.
    let status = (challenge.failureResponse as? HTTPURLResponse)?.statusCode ?? 401
    end(task) { _ in .failure(.authenticationChallenged(status: status)) }
    completionHandler(.rejectProtectionSpace, nil)
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
  ) {
    exchanges.withLock {
      $0[dataTask.taskIdentifier]?.response = response as? HTTPURLResponse
    }
    completionHandler(.allow)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    // Counted here, since cancelling lets more chunks through and may even end as a success.
    let passedLimit: Int? = exchanges.withLock { exchanges in
      guard let count = exchanges[dataTask.taskIdentifier]?.body.count,
        let limit = exchanges[dataTask.taskIdentifier]?.limits.body
      else { return nil }
      guard count + data.count <= limit else { return limit }
      exchanges[dataTask.taskIdentifier]?.body.append(data)
      return nil
    }
    if let passedLimit {
      close(dataTask, .failure(.bodyTooLarge(limit: passedLimit)))
    }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    end(task) { exchange in
      if let error {
        return .failure(
          TransportError(
            error, host: exchange.host, idleLimit: exchange.limits.idle,
            hasResponse: exchange.response != nil))
      }
      guard let response = exchange.response ?? task.response as? HTTPURLResponse else {
        return .failure(.connectionLost)
      }
      return .success(HTTPResponse(response, body: exchange.body))
    }
  }
}

extension HTTPResponse {
  fileprivate init(_ response: HTTPURLResponse, body: Data) {
    var headers: [String: String] = [:]
    for case (let name as String, let value as String) in response.allHeaderFields {
      headers[name.lowercased()] = value
    }
    self.init(status: response.statusCode, headers: headers, body: body)
  }
}
