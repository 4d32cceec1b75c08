import Foundation
import TestSupport
import WorkOS

extension WorkOSClient {
  /// A client of the production address with a key that no test may find anywhere else.
  static func stubbed(
    _ transport: StubTransport, now: Date = Date(timeIntervalSince1970: 0)
  ) throws -> WorkOSClient {
    WorkOSClient(
      configuration: Configuration(
        baseURL: try BaseURL(BaseURL.standard).url, apiKey: APIKey(secret: "sk_test_secret")),
      transport: transport,
      now: { now })
  }
}

/// The organization that the client reads from a body.
func organization(from body: String) async throws -> Organization {
  let client = try WorkOSClient.stubbed(StubTransport([.json(body)]))
  return try await client.send(Organizations.get("org_1")).value
}

/// The rejection that the client reads from an error answer.
func rejection(
  status: Int, _ body: String, headers: [String: String] = [:],
  now: Date = Date(timeIntervalSince1970: 0)
) async throws -> WorkOSError.Rejection {
  let stub = StubTransport([.json(body, status: status, headers: headers)])
  let client = try WorkOSClient.stubbed(stub, now: now)
  do {
    _ = try await client.send(Organizations.get("org_1"))
  } catch WorkOSError.rejected(let rejection) {
    return rejection
  }
  throw NotRejected()
}

struct NotRejected: Error {}

/// A date out of its usual spelling.
func date(_ text: String) throws -> Date {
  try Date.ISO8601FormatStyle().parse(text)
}
