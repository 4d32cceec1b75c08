import Delivery
import Foundation
import ViewModel
import WorkOS

/// A create whose answer was lost, as it is kept with its draft.
struct KeptAttempt: Codable {
  private var key: UUID
  private var write: UUID
  private var sentAt: Date
  private var mayBeDone: Bool
  /// Nil in a draft of a former version.
  private var tries: Int?
  private var name: String
  private var externalID: String?
  private var domains: [KeptDomain]
  private var metadata: [String: String]

  private enum CodingKeys: String, CodingKey {
    case key
    case write
    case sentAt = "sent_at"
    case mayBeDone = "may_be_done"
    case tries
    case name
    case externalID = "external_id"
    case domains
    case metadata
  }

  private struct KeptDomain: Codable {
    var domain: String
    var state: String
  }

  init(_ attempt: CreationAttempt) {
    key = attempt.key
    write = attempt.write
    sentAt = attempt.sentAt
    mayBeDone = attempt.mayBeDone
    tries = attempt.tries
    name = attempt.organization.name
    externalID = attempt.organization.externalID
    domains = attempt.organization.domains.map {
      KeptDomain(domain: $0.domain, state: $0.state.rawValue)
    }
    metadata = attempt.organization.metadata
  }

  var attempt: CreationAttempt {
    CreationAttempt(
      key: key, write: write,
      organization: NewOrganization(
        name: name, externalID: externalID, metadata: metadata,
        domains: domains.map {
          DomainData(domain: $0.domain, state: DomainData.State(rawValue: $0.state) ?? .pending)
        }),
      sentAt: sentAt, mayBeDone: mayBeDone, tries: tries ?? 1)
  }
}
