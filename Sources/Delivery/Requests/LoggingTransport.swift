import Foundation
import JSON
import WorkOS

/// Passes requests on, and tells of each when it has ended; the API key is not in what it tells.
package struct LoggingTransport: HTTPTransport {
  private let transport: any HTTPTransport
  private let now: @Sendable () -> Date
  private let onEnd: @Sendable (LoggedRequest) -> Void

  package init(
    _ transport: any HTTPTransport,
    now: @escaping @Sendable () -> Date,
    onEnd: @escaping @Sendable (LoggedRequest) -> Void
  ) {
    self.transport = transport
    self.now = now
    self.onEnd = onEnd
  }

  package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let sentAt = now()
    func tell(_ ending: LoggedRequest.Ending, requestID: String? = nil) {
      onEnd(
        LoggedRequest(
          method: request.method.rawValue, url: request.url,
          body: request.body.map { RawJSON(bytes: $0).withholding(request.secrets) },
          idempotencyKey: request.headers["Idempotency-Key"], sentAt: sentAt,
          duration: now().timeIntervalSince(sentAt), ending: ending, requestID: requestID,
          attempt: Attempt.current))
    }
    do {
      let response = try await transport.send(request)
      let requestID = response.headers["x-request-id"].flatMap { $0.isEmpty ? nil : $0 }
      tell(.answered(status: response.status), requestID: requestID)
      return response
    } catch {
      tell(.failed(error))
      throw error
    }
  }
}

/// Which sending of a request is under way, for whoever logs it.
package enum Attempt {
  @TaskLocal package static var current = 1
}
