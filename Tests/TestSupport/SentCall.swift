import Foundation
import JSON
import WorkOS

/// A request about organizations, understood as a server would.
package enum SentCall: Equatable, Sendable {
  case list(OrganizationQuery)
  case read(Organization.ID)
  case lookUp(externalID: String)
  case create(NewOrganization, key: UUID?)
  case update(Organization.ID, OrganizationUpdate)
  case delete(Organization.ID)
  case addDomain(String, to: Organization.ID)
  case removeDomain(id: String)

  /// Nil where it is about something else.
  package init?(_ request: APIRequest) {
    let segments = request.target.segments
    switch (request.method, segments.first, segments.count) {
    case (.get, "organizations", 1): self = .list(OrganizationQuery(request.target.parameters))
    case (.get, "organizations", 2): self = .read(Organization.ID(rawValue: segments[1]))
    case (.get, "organizations", 3) where segments[1] == "external_id":
      self = .lookUp(externalID: segments[2])
    case (.post, "organizations", 1):
      self = .create(NewOrganization(request.fields), key: request.idempotencyKey)
    case (.put, "organizations", 2):
      self = .update(Organization.ID(rawValue: segments[1]), OrganizationUpdate(request.fields))
    case (.delete, "organizations", 2): self = .delete(Organization.ID(rawValue: segments[1]))
    case (.post, "organization_domains", 1):
      self = .addDomain(
        request.fields["domain"] as? String ?? "",
        to: Organization.ID(rawValue: request.fields["organization_id"] as? String ?? ""))
    case (.delete, "organization_domains", 2): self = .removeDomain(id: segments[1])
    default: return nil
    }
  }
}

extension APIRequest {
  fileprivate var fields: [String: Any] {
    let object = body.flatMap { try? JSONSerialization.jsonObject(with: $0.bytes) }
    return object as? [String: Any] ?? [:]
  }
}

extension OrganizationQuery {
  fileprivate init(_ parameters: [RequestTarget.Parameter]) {
    self.init()
    for parameter in parameters {
      let value = parameter.values.first ?? ""
      switch parameter.name {
      case "limit": limit = Int(value) ?? 0
      case "order": order = Order(rawValue: value) ?? .newestFirst
      case "search": filter = .name(value)
      case "domains": filter = .domains(parameter.values)
      case "after": cursor = .after(value)
      case "before": cursor = .before(value)
      default: break
      }
    }
  }
}

extension NewOrganization {
  fileprivate init(_ fields: [String: Any]) {
    self.init(
      name: fields["name"] as? String ?? "", externalID: fields["external_id"] as? String,
      metadata: fields["metadata"] as? [String: String] ?? [:],
      domains: (fields["domain_data"] as? [[String: Any]] ?? []).map(DomainData.init))
  }
}

extension OrganizationUpdate {
  fileprivate init(_ fields: [String: Any]) {
    self.init(
      name: fields["name"] as? String,
      externalID: FieldChange(fields["external_id"]),
      stripeCustomerID: FieldChange(fields["stripe_customer_id"]),
      metadata: (fields["metadata"] as? [String: Any] ?? [:]).mapValues { $0 as? String },
      domains: (fields["domain_data"] as? [[String: Any]])?.map(DomainData.init))
  }
}

extension FieldChange<String> {
  fileprivate init(_ value: Any?) {
    self =
      switch value {
      case nil: .kept
      case let text as String: .set(text)
      case .some: .cleared
      }
  }
}

extension DomainData {
  fileprivate init(_ fields: [String: Any]) {
    self.init(
      domain: fields["domain"] as? String ?? "",
      state: State(rawValue: fields["state"] as? String ?? "") ?? .pending)
  }
}
