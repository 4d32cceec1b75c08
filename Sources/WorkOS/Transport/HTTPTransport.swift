import Foundation

/// An HTTP request, as the client hands it to a transport.
package struct HTTPRequest: Equatable, Sendable {
  package enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
  }

  package var method: Method
  package var url: URL
  package var headers: [String: String]
  package var body: Data?
  /// The members of the body, at any depth, whose values reach no log and no description.
  package var secrets: Set<String> = []

  package init(
    method: Method, url: URL, headers: [String: String] = [:], body: Data? = nil
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }
}

/// An HTTP answer whose body has arrived whole.
package struct HTTPResponse: Equatable, Sendable {
  package var status: Int
  /// Header fields by lower-case name.
  package var headers: [String: String]
  package var body: Data

  package init(status: Int, headers: [String: String] = [:], body: Data = Data()) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}

/// The one seam between the client and the network.
package protocol HTTPTransport: Sendable {
  /// Sends a request and waits for the whole answer; cancelling the task cancels the request.
  ///
  /// No redirect is followed, since it would carry the API key along: the 3xx is the answer.
  /// Whatever comes over a network, an error too, holds no API key any more, even if the server
  /// repeated it.
  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse
}

/// Why no usable HTTP answer arrived.
package enum TransportError: Error, Equatable, Sendable {
  case cancelled
  /// No whole answer within this many seconds.
  case timedOut(seconds: Int)
  case hostNotFound(host: String)
  case connectionRefused(host: String)
  /// The connection closed before the answer was complete.
  case connectionLost
  case secureConnectionFailed(detail: String)
  /// No authority that this machine trusts vouches for the server's certificate.
  case certificateUntrusted(host: String)
  /// The server pointed elsewhere; following would have carried the API key along.
  case redirectRefused(status: Int, location: String)
  /// The body passed the cap, given in bytes.
  case bodyTooLarge(limit: Int)
  /// The server compressed its answer, unasked; how much it would become nobody can know before.
  case encodingRefused(status: Int, encoding: String)
  /// The server asked for a kind of authentication the API does not use.
  case authenticationChallenged(status: Int)
  /// No request can be sent to an address like this.
  case addressUnusable(host: String)
  /// A proxy could not be reached, or would not connect; nothing reached the server.
  case proxyFailed(detail: String)
  /// It was not sent at all, for a reason on this side.
  /// `isFirst`: nor was anything of the same before it.
  case heldBack(reason: String, isFirst: Bool = true)
  case other(detail: String)
}
