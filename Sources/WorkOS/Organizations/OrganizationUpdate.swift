/// A change to one field of an update: absent, null and a value are three different things.
package enum FieldChange<Value: Equatable & Sendable>: Equatable, Sendable {
  /// The field is not sent, and stays as it is on the server.
  case kept
  /// The field is sent as null.
  case cleared
  case set(Value)
}

/// A domain as it is sent, within `domain_data`.
package struct DomainData: Equatable, Sendable {
  package enum State: String, Equatable, Sendable {
    case pending
    case verified
  }

  package var domain: String
  package var state: State

  package init(domain: String, state: State) {
    self.domain = domain
    self.state = state
  }
}

/// What to change about an organization; whatever is `kept` is not sent.
package struct OrganizationUpdate: Equatable, Sendable {
  /// The new name; the API has no way to clear a name.
  package var name: String?
  package var externalID: FieldChange<String>
  package var stripeCustomerID: FieldChange<String>
  /// Changed pairs only: the server merges them, and nil removes a pair.
  package var metadata: [String: String?]
  /// The complete new list of domains, or nil when domains were not edited.
  package var domains: [DomainData]?

  package init(
    name: String? = nil,
    externalID: FieldChange<String> = .kept,
    stripeCustomerID: FieldChange<String> = .kept,
    metadata: [String: String?] = [:],
    domains: [DomainData]? = nil
  ) {
    self.name = name
    self.externalID = externalID
    self.stripeCustomerID = stripeCustomerID
    self.metadata = metadata
    self.domains = domains
  }

  package var isEmpty: Bool {
    self == OrganizationUpdate()
  }
}

/// An organization to be created.
package struct NewOrganization: Equatable, Sendable {
  package var name: String
  package var externalID: String?
  package var metadata: [String: String]
  package var domains: [DomainData]

  package init(
    name: String,
    externalID: String? = nil,
    metadata: [String: String] = [:],
    domains: [DomainData] = []
  ) {
    self.name = name
    self.externalID = externalID
    self.metadata = metadata
    self.domains = domains
  }
}
