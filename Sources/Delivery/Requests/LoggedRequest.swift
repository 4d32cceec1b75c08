import Foundation
import JSON
import WorkOS

/// A request of this session, as it ended.
package struct LoggedRequest: Equatable, Sendable {
  package enum Ending: Equatable, Sendable {
    case answered(status: Int)
    case failed(TransportError)
  }

  package var method: String
  package var url: URL
  /// What was sent; nil without a body.
  package var body: RawJSON?
  package var idempotencyKey: String?
  package var sentAt: Date
  /// The seconds until it ended.
  package var duration: TimeInterval
  package var ending: Ending
  /// The `X-Request-ID` of the answer.
  package var requestID: String?
  /// Which sending of the same request this was, 1 or more.
  package var attempt: Int

  package init(
    method: String, url: URL, body: RawJSON? = nil, idempotencyKey: String? = nil, sentAt: Date,
    duration: TimeInterval, ending: Ending, requestID: String? = nil, attempt: Int = 1
  ) {
    self.method = method
    self.url = url
    self.body = body
    self.idempotencyKey = idempotencyKey
    self.sentAt = sentAt
    self.duration = duration
    self.ending = ending
    self.requestID = requestID
    self.attempt = attempt
  }
}

extension LoggedRequest {
  /// The organization that it reads or changes, where its address or its body names one.
  package var organizationID: Organization.ID? {
    let parts = url.pathComponents
    if let place = parts.lastIndex(of: "organizations"), place + 2 == parts.count {
      return Organization.ID(rawValue: parts[place + 1])
    }
    let named = body.flatMap { try? JSONDecoder().decode(NamingBody.self, from: $0.bytes) }
    return named.map { Organization.ID(rawValue: $0.organizationID) }
  }

  /// What adds a domain names the organization in its body.
  private struct NamingBody: Decodable {
    var organizationID: String

    enum CodingKeys: String, CodingKey {
      case organizationID = "organization_id"
    }
  }
}
