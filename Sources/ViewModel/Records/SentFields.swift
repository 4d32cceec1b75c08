import Delivery
import Foundation
import JSON
import WorkOS

/// What the requests of an update set, by field, as the journal keeps their bodies; nil where they
/// took a value away.
///
/// What an organization held before and after an update tells of other people's changes as well.
struct SentFields {
  private var values: [EditableField: String?] = [:]

  /// - Parameters:
  ///   - change: the body of the one request, or `{"requests":[{"method":…,"path":…,"body":…}]}`.
  ///   - before: the organization before, which names the domains that are removed by their ids.
  ///
  /// Nil when it is no JSON.
  init?(_ change: RawJSON, of before: Organization) {
    guard let node = try? JSONReader.read([UInt8](change.bytes)[...], by: .kept) else { return nil }
    guard let requests = node.first("requests") else {
      take(node, of: before)
      return
    }
    for request in requests.elements {
      if let body = request.first("body") { take(body, of: before) }
      guard request.first("method")?.string == "DELETE" else { continue }
      let id = request.first("path")?.string?.split(separator: "/").last.map(String.init)
      for domain in before.domains where domain.id == id {
        set(.domain(HostName.normalized(domain.domain)), nil)
      }
    }
  }

  private mutating func take(_ body: JSONNode, of before: Organization) {
    for member in body.members {
      switch member.key {
      case "name": set(.name, member.value.string)
      case "external_id": set(.externalID, member.value.string)
      case "stripe_customer_id": set(.stripeCustomerID, member.value.string)
      case "metadata":
        for pair in member.value.members { set(.metadata(pair.key), pair.value.string) }
      case "domain":
        if let host = member.value.string { set(.domain(HostName.normalized(host)), "pending") }
      case "domain_data":
        // The whole list: what is not in it goes.
        for domain in before.domains { set(.domain(HostName.normalized(domain.domain)), nil) }
        for domain in member.value.elements {
          guard let host = domain.first("domain")?.string else { continue }
          set(.domain(HostName.normalized(host)), domain.first("state")?.string ?? "pending")
        }
      default: break
      }
    }
  }

  private mutating func set(_ field: EditableField, _ value: String?) {
    values.updateValue(value, forKey: field)
  }

  /// What the organization would hold had nobody else changed it.
  ///
  /// - Parameter after: what it was seen to hold then. A field that is still as before was not
  ///   changed by this update, and a domain has the state it came to. Nil where nobody has looked.
  func laid(over before: EditableFields, seen after: EditableFields?) -> EditableFields {
    var fields = before
    for (field, value) in values where value != before[field] {
      if let after, after[field] == before[field] { continue }
      if case .domain = field, value != nil, let state = after?[field] {
        fields[field] = state
      } else {
        fields[field] = value
      }
    }
    return fields
  }
}

extension JournalEntry {
  private var organizationBefore: Organization? {
    guard intent.subject.isOrganization else { return nil }
    return intent.before.flatMap { try? Organization(decoding: $0) }
  }

  private var sentFields: SentFields? {
    guard let change = intent.change, let before = organizationBefore else { return nil }
    return SentFields(change, of: before)
  }

  /// What an update was to make of the organization; nil where that is not told.
  package var fieldsWanted: EditableFields? {
    guard let before = organizationBefore else { return nil }
    return sentFields?.laid(over: EditableFields(before), seen: nil)
  }

  /// What the organization held after the write, as far as this write has made it so.
  package var fieldsAfter: EditableFields? {
    guard let after = organizationAfter.map({ EditableFields($0) }) else { return nil }
    guard let before = organizationBefore, let sentFields else { return after }
    return sentFields.laid(over: EditableFields(before), seen: after)
  }
}

extension Organization {
  /// The same organization as if it held these fields.
  func holding(_ fields: EditableFields) -> Organization {
    var organization = self
    organization.name = fields[.name] ?? ""
    organization.externalID = fields[.externalID]
    organization.stripeCustomerID = fields[.stripeCustomerID]
    organization.metadata = fields.metadata
    organization.domains = domains.compactMap { domain in
      guard let state = fields[.domain(HostName.normalized(domain.domain))] else { return nil }
      var domain = domain
      domain.state = OrganizationDomain.State(rawValue: state)
      return domain
    }
    let known = Set(domains.map { HostName.normalized($0.domain) })
    for case .domain(let host) in fields.values.keys.sorted() where !known.contains(host) {
      let state = fields[.domain(host)].map { OrganizationDomain.State(rawValue: $0) }
      organization.domains.append(OrganizationDomain(domain: host, state: state))
    }
    return organization
  }
}
