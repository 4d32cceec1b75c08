import Foundation
import ViewModel
import WorkOS

/// What a line of the detail shows, to be copied or edited.
package enum DetailValue: Hashable, Sendable {
  case name
  case id
  case externalID
  case stripeCustomerID
  case created
  case updated
  case outsiders
  /// Whether an audit log is kept, how long, and where else it goes.
  case auditLog
  case retention
  case logStream
  /// A domain as the server has it.
  case domain(String)
  /// The name and the value of the DNS record that verifies a domain.
  case recordName(String)
  case recordValue(String)
  /// A metadata pair, by its key.
  case metadata(String)

  /// What of the form it is; nil where no form holds it.
  var field: EditableField? {
    switch self {
    case .name: .name
    case .externalID: .externalID
    case .stripeCustomerID: .stripeCustomerID
    case .domain(let domain): .domain(HostName.normalized(domain))
    case .metadata(let key): .metadata(key)
    case .id, .created, .updated, .outsiders, .auditLog, .retention, .logStream, .recordName,
      .recordValue:
      nil
    }
  }

  /// In a sentence, such as `the external id`.
  var words: String {
    switch self {
    case .name: "the name"
    case .id: "the id"
    case .externalID: "the external id"
    case .stripeCustomerID: "the Stripe id"
    case .created: "the time of its creation"
    case .updated: "the time of its last update"
    case .outsiders: "whether outsiders are allowed"
    case .auditLog: "whether an audit log is kept"
    case .retention: "how long the audit log is kept"
    case .logStream: "where the audit log is streamed"
    case .domain: "the domain"
    case .recordName: "the name of the TXT record"
    case .recordValue: "the value of the TXT record"
    case .metadata(let key): "the value of \(ListWords.quoted(key, columns: 24))"
    }
  }

  /// Whether every organization has such a line.
  var isOfEach: Bool {
    switch self {
    case .name, .id, .externalID, .stripeCustomerID, .created, .updated: true
    case .outsiders, .auditLog, .retention, .logStream, .domain, .recordName, .recordValue,
      .metadata:
      false
    }
  }

  /// The value, as it is copied; nil where there is none.
  func text(in organization: Organization) -> String? {
    switch self {
    case .name: organization.name
    case .id: organization.id.rawValue
    case .externalID: organization.externalID
    case .stripeCustomerID: organization.stripeCustomerID
    case .created: organization.createdAt.map(Self.text)
    case .updated: organization.updatedAt.map(Self.text)
    case .outsiders: organization.allowsProfilesOutsideOrganization.map(String.init)
    case .auditLog, .retention, .logStream: nil
    case .domain(let domain): domain
    case .recordName(let domain): record(of: domain, in: organization)?.name
    case .recordValue(let domain): record(of: domain, in: organization)?.value
    case .metadata(let key): organization.metadata[key]
    }
  }

  private func record(of domain: String, in organization: Organization) -> VerificationRecord? {
    organization.domains.first { $0.domain == domain }.flatMap(VerificationRecord.init)
  }

  private static func text(_ date: Date) -> String {
    Date.ISO8601FormatStyle(includingFractionalSeconds: true).format(date)
  }
}

/// A line of the detail before it is wrapped.
struct DetailLine {
  var line: TextLine
  /// What it shows; nil for a heading or a gap.
  var value: DetailValue?

  init(_ line: TextLine, _ value: DetailValue? = nil) {
    self.line = line
    self.value = value
  }
}
