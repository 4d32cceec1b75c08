import Foundation
import FoundationNetworking
import Synchronization

/// The requests under way on one session, each of which is answered exactly once.
final class Exchanges: NSObject, URLSessionDataDelegate, Sendable {
  typealias Outcome = Result<HTTPResponse, TransportError>

  private let state = Mutex(State())
  private let pacing = DispatchQueue(label: "pacing")
  /// What answers sooner meets no rest, and is not a moment late.
  private static let patience = Duration.milliseconds(100)
  private static let longestPause = Duration.milliseconds(40)

  fileprivate struct State {
    /// By task identifier.
    var exchanges: [Int: Exchange] = [:]
    /// When anything was last heard from any of them.
    var lastNews = ContinuousClock.now
    /// Whether the session is made to rest while there is nothing to hear.
    var isResting = false
    /// The bytes of answers that nobody waits for any more.
    var unwanted = 0
  }

  fileprivate struct Exchange {
    let host: String
    let limits: URLSessionTransport.Limits
    var continuation: CheckedContinuation<Outcome, Never>?
    var response: HTTPURLResponse?
    var body = Data()
    /// Set by whatever ends the exchange first; nothing that comes later changes it.
    var outcome: Outcome?
  }

  func open(_ task: URLSessionTask, host: String, limits: URLSessionTransport.Limits) {
    state.withLock {
      $0.exchanges[task.taskIdentifier] = Exchange(host: host, limits: limits)
    }
  }

  func start(
    _ task: URLSessionTask, on session: URLSession,
    resuming continuation: CheckedContinuation<Outcome, Never>
  ) {
    let early: Outcome? = state.withLock { state in
      if let outcome = state.exchanges[task.taskIdentifier]?.outcome {
        state.exchanges[task.taskIdentifier] = nil
        return outcome
      }
      state.exchanges[task.taskIdentifier]?.continuation = continuation
      state.lastNews = .now
      return nil
    }
    if let early {
      continuation.resume(returning: early)
    } else {
      task.resume()
      startResting(session)
    }
  }

  /// Has the session rest between what it does while it hears nothing, until no exchange is left.
  ///
  /// On a new connection libdispatch tells it without end that it could write, and it looks each
  /// time (swift-corelibs-foundation never cancels the source that it made to connect).
  private func startResting(_ session: URLSession) {
    let isFirst = state.withLock { state in
      defer { state.isResting = true }
      return !state.isResting
    }
    if isFirst { rest(session) }
  }

  private func rest(_ session: URLSession) {
    guard let silence else { return }
    guard silence >= Self.patience else {
      let rest = (Self.patience - silence) / .microseconds(1)
      return pacing.asyncAfter(deadline: .now() + .microseconds(Int(rest) + 1)) {
        self.rest(session)
      }
    }
    // Called on the session's own queue, by leave of `ReportingQueue`: while this sleeps, so does it.
    session.getAllTasks { [self] _ in
      // A tenth of what was waited already: so no answer is late by more than that.
      let pause = min(silence / 10, Self.longestPause)
      if hasExchanges { Thread.sleep(forTimeInterval: pause / .seconds(1)) }
      // From elsewhere, as all sessions share one queue: it goes on to the next when this one is empty.
      pacing.async { self.rest(session) }
    }
  }

  private var hasExchanges: Bool { state.withLock { !$0.exchanges.isEmpty } }

  /// How long none of the exchanges has heard anything; nil, and an end to resting, without any.
  private var silence: Duration? {
    state.withLock { state in
      state.isResting = !state.exchanges.isEmpty
      return state.isResting ? state.lastNews.duration(to: .now) : nil
    }
  }

  /// Ends an exchange, unless it has ended, and makes sure that its task does too.
  func close(_ task: URLSessionTask, _ outcome: Outcome) {
    end(task) { _ in outcome }
    // On a thread of its own, as it waits for the session to have a moment.
    Thread.detachNewThread { task.cancel() }
  }

  private func end(_ task: URLSessionTask, _ outcome: (Exchange) -> Outcome) {
    let waiting = state.withLock {
      state -> (CheckedContinuation<Outcome, Never>, Outcome)? in
      guard let exchange = state.exchanges[task.taskIdentifier], exchange.outcome == nil else {
        return nil
      }
      let outcome = outcome(exchange)
      guard let continuation = exchange.continuation else {
        state.exchanges[task.taskIdentifier]?.outcome = outcome
        return nil
      }
      state.exchanges[task.taskIdentifier] = nil
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
    // It cancels the task, which waits for the queue this is called on; so it goes to a thread of its
    // own. nonisolated(unsafe): only that thread has it from here on.
    nonisolated(unsafe) let reject = completionHandler
    Thread.detachNewThread { reject(.rejectProtectionSpace, nil) }
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
  ) {
    let response = response as? HTTPURLResponse
    state.withLock {
      $0.exchanges[dataTask.taskIdentifier]?.response = response
      $0.lastNews = .now
    }
    completionHandler(.allow)
    if let response, let encoding = response.unwantedEncoding {
      let failure = TransportError.encodingRefused(
        status: response.statusCode, encoding: encoding)
      close(dataTask, .failure(failure))
    }
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let fate = state.withLock { $0.take(data, of: dataTask.taskIdentifier) }
    switch fate {
    case .kept, .dropped: break
    case .tooLarge(let limit): close(dataTask, .failure(.bodyTooLarge(limit: limit)))
    // Cancelling waits for a pause that such an answer never makes.
    case .endless: OpenConnections.breakOff(to: dataTask.originalRequest?.url)
    }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    state.withLock { $0.unwanted = 0 }
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

extension Exchanges.State {
  /// What becomes of a piece of a body.
  fileprivate enum Fate {
    case kept
    /// Its exchange has ended.
    case dropped
    /// Its exchange has ended, and yet it does not end.
    case endless
    case tooLarge(limit: Int)
  }

  /// Counts here, since cancelling lets more pieces through and may even end as a success.
  fileprivate mutating func take(_ data: Data, of task: Int) -> Fate {
    lastNews = .now
    guard let exchange = exchanges[task], exchange.outcome == nil else {
      unwanted += data.count
      guard unwanted > 4 << 20 else { return .dropped }
      unwanted = 0
      return .endless
    }
    let limit = exchange.limits.body
    guard exchange.body.count + data.count <= limit else { return .tooLarge(limit: limit) }
    exchanges[task]?.body.append(data)
    return .kept
  }
}

extension HTTPURLResponse {
  /// The encoding of a body that is not plain, as the server spells it; nil also where there is no
  /// body.
  fileprivate var unwantedEncoding: String? {
    guard ![204, 304].contains(statusCode),
      let encoding = value(forHTTPHeaderField: "Content-Encoding")?
        .trimmingCharacters(in: .whitespaces),
      !["", "identity"].contains(encoding.lowercased())
    else { return nil }
    return encoding
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
