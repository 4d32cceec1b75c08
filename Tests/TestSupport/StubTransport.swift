import JSON
import Synchronization
import Testing
import WorkOS

/// A transport that gives prepared answers in order, each one once, and keeps what it was asked.
///
/// A request beyond the last answer fails the test.
package final class StubTransport: HTTPTransport {
  package typealias Reply = Result<HTTPResponse, TransportError>

  private struct State {
    var replies: ArraySlice<Reply>
    var requests: [HTTPRequest] = []
  }

  private let state: Mutex<State>

  package init(_ replies: [Reply]) {
    state = Mutex(State(replies: replies[...]))
  }

  /// The requests so far, in the order they were sent.
  package var requests: [HTTPRequest] {
    state.withLock { $0.requests }
  }

  /// The answers not yet asked for; a test that prepared just enough ends with none.
  package var unusedReplies: [Reply] {
    state.withLock { Array($0.replies) }
  }

  package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let reply = state.withLock { state in
      state.requests.append(request)
      return state.replies.popFirst()
    }
    guard let reply else {
      Issue.record("unexpected request: \(request)")
      throw .other(detail: "no answer was prepared for \(request)")
    }
    return try reply.get()
  }
}

extension StubTransport.Reply {
  /// A JSON answer.
  package static func json(
    _ text: String, status: Int = 200, headers: [String: String] = [:]
  ) -> StubTransport.Reply {
    let headers = headers.merging(["content-type": "application/json"]) { given, _ in given }
    return .success(HTTPResponse(status: status, headers: headers, body: RawJSON(text).bytes))
  }
}
