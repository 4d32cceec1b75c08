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
  /// The organization that it is about, where its address or its body names one.
  package var organizationID: Organization.ID? {
    (idInPath ?? idInQuery ?? idInBody).map { Organization.ID(rawValue: $0) }
  }

  /// Behind `organizations`, or anywhere by its prefix, as of one that a flag is aimed at.
  private var idInPath: String? {
    let parts = url.pathComponents
    if let place = parts.lastIndex(of: "organizations"), place + 1 < parts.count,
      parts[place + 1] != "external_id"
    {
      return parts[place + 1]
    }
    return parts.last { $0.hasPrefix("org_") && !$0.hasPrefix("org_domain_") }
  }

  private var idInQuery: String? {
    URLComponents(url: url, resolvingAgainstBaseURL: false)?.queryItems?
      .first { $0.name == "organization_id" }?.value.flatMap { $0.isEmpty ? nil : $0 }
  }

  private var idInBody: String? {
    body.flatMap { try? JSONDecoder().decode(NamingBody.self, from: $0.bytes) }?.organizationID
  }

  /// What adds a domain names the organization in its body.
  private struct NamingBody: Decodable {
    var organizationID: String

    enum CodingKeys: String, CodingKey {
      case organizationID = "organization_id"
    }
  }
}
