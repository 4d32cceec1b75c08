import Foundation
import JSON

/// Sends calls, each as one request on the transport.
package struct WorkOSClient: Sendable {
  /// Where to call and as whom.
  package struct Configuration: Sendable {
    package var baseURL: URL
    package var apiKey: APIKey

    package init(baseURL: URL, apiKey: APIKey) {
      self.baseURL = baseURL
      self.apiKey = apiKey
    }
  }

  private let configuration: Configuration
  private let transport: any HTTPTransport
  private let now: @Sendable () -> Date

  /// - Parameter now: The time that a `Retry-After` date is measured from.
  package init(
    configuration: Configuration,
    transport: any HTTPTransport,
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.configuration = configuration
    self.transport = transport
    self.now = now
  }

  /// Sends a call once, and makes of its answer what the call says.
  package func send<Value>(_ call: Call<Value>) async throws(WorkOSError) -> Answer<Value> {
    do throws(WorkOSError) {
      let response = try await send(call.request)
      return Answer(response, value: try call.decode(response))
    } catch {
      guard error.isNotFound, let value = call.valueIfNotFound else { throw error }
      return Answer(value: value)
    }
  }

  /// Sends a request and returns the answer if its status says success.
  private func send(_ request: APIRequest) async throws(WorkOSError) -> HTTPResponse {
    guard let url = request.target.url(below: configuration.baseURL) else {
      throw .transport(.addressUnusable(host: configuration.baseURL.host() ?? ""))
    }
    let body = request.body
    // A key that was pasted where a text belongs would lie in the logs of servers and proxies.
    guard !mentionsKey(url, body) else {
      throw .transport(.heldBack(reason: "the text holds the API key itself"))
    }
    // An id that came with the key in it is known without that part only, and names another thing.
    guard !Redaction.hasMark(idIn: url) else {
      throw .transport(
        .heldBack(reason: "“…” stands in its id for what was left out, such as the API key"))
    }
    var headers = [
      "Authorization": "Bearer \(configuration.apiKey.secret)",
      "Accept": "application/json",
      "User-Agent": "workos-console/\(Version.string)",
    ]
    if body != nil { headers["Content-Type"] = "application/json" }
    if let idempotencyKey = request.idempotencyKey {
      headers["Idempotency-Key"] = idempotencyKey.uuidString.lowercased()
    }

    let response: HTTPResponse
    do {
      var sent = HTTPRequest(
        method: request.method, url: url, headers: headers, body: body?.bytes)
      sent.secrets = request.secrets
      response = try await transport.send(sent)
    } catch {
      throw .transport(error)
    }
    guard (200..<300).contains(response.status) else { throw failure(response, from: url) }
    return response
  }

  private func mentionsKey(_ url: URL, _ body: RawJSON?) -> Bool {
    let secret = configuration.apiKey.secret
    // Keys are much longer; what is short stands in any text.
    guard secret.utf8.count >= 12 else { return false }
    let address = url.absoluteString.removingPercentEncoding ?? url.absoluteString
    return address.contains(secret) || body?.bytes.firstRange(of: Data(secret.utf8)) != nil
  }

  private func failure(_ response: HTTPResponse, from url: URL) -> WorkOSError {
    // Only these, and only with an address, point anywhere.
    if [301, 302, 303, 307, 308].contains(response.status),
      let location = response.headers["location"].flatMap({ URL(string: $0, relativeTo: url) })
    {
      // Only the host: the rest of an address may carry what no one should read aloud. Reading it
      // may bring a key together that was spelled so that it was none in the header.
      let redirect = TransportError.redirectRefused(
        status: response.status, location: location.host() ?? "")
      return .transport(
        redirect.redacted(by: Redaction(secret: configuration.apiKey.secret)))
    }
    return .rejected(WorkOSError.Rejection(response, now: now()))
  }
}
