import Delivery
import Foundation
import Synchronization
import WorkOS

/// A transport that holds every request until the test answers it; cancelling one answers it too.
final class HeldTransport: HTTPTransport {
  typealias Reply = Result<HTTPResponse, TransportError>

  private enum Waiting {
    case held(CheckedContinuation<Reply, Never>)
    case cancelled
  }

  private struct State {
    var requests: [HTTPRequest] = []
    var waiting: [Int: Waiting] = [:]
  }

  private let state = Mutex(State())
  private let arrivals: AsyncStream<HTTPRequest>
  private let arrived: AsyncStream<HTTPRequest>.Continuation

  init() {
    (arrivals, arrived) = AsyncStream.makeStream()
  }

  var requests: [HTTPRequest] { state.withLock { $0.requests } }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let number = state.withLock { state in
      state.requests.append(request)
      return state.requests.count - 1
    }
    let reply = await withTaskCancellationHandler {
      await withCheckedContinuation { hold($0, number, request) }
    } onCancel: {
      cancel(number)
    }
    return try reply.get()
  }

  /// The next request to come, which may have come already.
  func nextRequest() async -> HTTPRequest? {
    var iterator = arrivals.makeAsyncIterator()
    return await iterator.next()
  }

  /// Answers the request of this number, counted from 0.
  func answer(_ number: Int, _ reply: Reply) {
    let waiting = state.withLock { $0.waiting.removeValue(forKey: number) }
    if case .held(let continuation) = waiting { continuation.resume(returning: reply) }
  }

  private func hold(
    _ continuation: CheckedContinuation<Reply, Never>, _ number: Int, _ request: HTTPRequest
  ) {
    let isCancelled = state.withLock { state in
      if case .cancelled = state.waiting[number] { return true }
      state.waiting[number] = .held(continuation)
      return false
    }
    if isCancelled { continuation.resume(returning: .failure(.cancelled)) }
    arrived.yield(request)
  }

  private func cancel(_ number: Int) {
    let waiting = state.withLock { state in
      let waiting = state.waiting[number]
      state.waiting[number] = .cancelled
      return waiting
    }
    if case .held(let continuation) = waiting {
      continuation.resume(returning: .failure(.cancelled))
    }
  }
}
