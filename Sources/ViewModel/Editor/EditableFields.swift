import Foundation
import WorkOS

/// One thing about an organization that can be edited.
package enum EditableField: Hashable, Sendable, Comparable {
  case name
  case externalID
  case stripeCustomerID
  /// A domain, by its host name; its value is its state.
  case domain(String)
  /// A metadata pair, by its key.
  case metadata(String)
}

/// What can be edited about an organization, flat: a field that is absent has no value.
///
/// Comparing two of these is a diff, and comparing three finds conflicts, whatever the fields are.
package struct EditableFields: Equatable, Sendable {
  package var values: [EditableField: String]
  /// Who is to be added as its first member; nil: nobody is asked for.
  package var firstAdmin: FirstAdmin?

  package init(values: [EditableField: String] = [:]) {
    self.values = values
  }

  package init(_ organization: Organization) {
    var values: [EditableField: String] = [.name: organization.name]
    values[.externalID] = organization.externalID
    values[.stripeCustomerID] = organization.stripeCustomerID
    for domain in organization.domains {
      values[.domain(HostName.normalized(domain.domain))] = domain.state?.rawValue ?? "pending"
    }
    for (key, value) in organization.metadata { values[.metadata(key)] = value }
    self.values = values
  }

  /// What a create is sent with.
  package init(_ new: NewOrganization) {
    var values: [EditableField: String] = [.name: new.name]
    values[.externalID] = new.externalID
    for domain in new.domains {
      values[.domain(HostName.normalized(domain.domain))] = domain.state.rawValue
    }
    for (key, value) in new.metadata { values[.metadata(key)] = value }
    self.values = values
  }

  package subscript(_ field: EditableField) -> String? {
    get { values[field] }
    set { values[field] = newValue }
  }

  /// What differs in `other`, in the order of a form.
  package func changes(to other: EditableFields) -> [FieldDifference] {
    Set(values.keys).union(other.values.keys).sorted()
      .filter { values[$0] != other.values[$0] }
      .map { FieldDifference(field: $0, old: values[$0], new: other.values[$0]) }
  }

  /// What an organization that was just made of these shows otherwise, in the order of a form.
  package func shownOtherwise(by organization: Organization) -> [EditableField] {
    let now = EditableFields(organization)
    return now.changes(to: self).filter { !$0.isKept(in: now) }.map(\.field)
  }
}

extension OrganizationUpdate {
  /// The smallest update that turns `old` into `new`, but for its domains: see `SavePlan`.
  package init(from old: EditableFields, to new: EditableFields) {
    self.init()
    for change in old.changes(to: new) {
      switch change.field {
      case .name: name = change.new
      case .externalID: externalID = change.new.map(FieldChange.set) ?? .cleared
      case .stripeCustomerID: stripeCustomerID = change.new.map(FieldChange.set) ?? .cleared
      case .domain: break
      case .metadata(let key): metadata.updateValue(change.new, forKey: key)
      }
    }
  }
}

extension EditableFields {
  /// The domains as they are sent: the API knows only pending and verified there.
  package var domainData: [DomainData] {
    values.keys.sorted().compactMap { field in
      guard case .domain(let domain) = field else { return nil }
      let state = OrganizationDomain.State(rawValue: values[field] ?? "")
      return DomainData(domain: domain, state: state.isVerified ? .verified : .pending)
    }
  }

  package var metadata: [String: String] {
    var metadata: [String: String] = [:]
    for (field, value) in values {
      if case .metadata(let key) = field { metadata[key] = value }
    }
    return metadata
  }

  /// The organization these fields describe, as it is created.
  package var newOrganization: NewOrganization {
    NewOrganization(
      name: values[.name] ?? "", externalID: values[.externalID], metadata: metadata,
      domains: domainData)
  }
}
