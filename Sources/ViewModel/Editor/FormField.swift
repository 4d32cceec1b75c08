/// A place in the form; rows are named by an id that stays theirs.
package enum FormField: Hashable, Sendable {
  case name
  case externalID
  case stripeCustomerID
  /// The address of the first admin, and the role.
  case adminEmail
  case adminRole
  case domain(Int)
  case domainState(Int)
  case metadataKey(Int)
  case metadataValue(Int)
  /// The domains as a whole, and where one is added.
  case domains
  /// The metadata as a whole, and where a pair is added.
  case metadata
}

extension Draft {
  /// Whether a first admin can be given: to a new organization, and to one that was made without the one
  /// who was wanted.
  package var hasAdminFields: Bool { base == nil || lacksAdmin }

  /// The places of the form, from top to bottom.
  package var formFields: [FormField] {
    var fields: [FormField] = [.name, .externalID]
    if base != nil { fields.append(.stripeCustomerID) }
    fields += domains.flatMap { [.domain($0.id), .domainState($0.id)] }
    fields.append(.domains)
    fields += metadata.flatMap { [.metadataKey($0.id), .metadataValue($0.id)] }
    fields.append(.metadata)
    if hasAdminFields { fields += [.adminEmail, .adminRole] }
    return fields
  }
}

extension FormField {
  /// Whether another field of the same row stands before it.
  package var isOnRight: Bool { leftOfRow != self }

  /// The first field of the row.
  package var leftOfRow: FormField {
    switch self {
    case .domainState(let id): .domain(id)
    case .metadataValue(let id): .metadataKey(id)
    case .adminRole: .adminEmail
    case .name, .externalID, .stripeCustomerID, .adminEmail, .domain, .metadataKey, .domains,
      .metadata:
      self
    }
  }

  /// The second field of the row, where there is one.
  package var rightOfRow: FormField? {
    switch self {
    case .domain(let id), .domainState(let id): .domainState(id)
    case .metadataKey(let id), .metadataValue(let id): .metadataValue(id)
    case .adminEmail, .adminRole: .adminRole
    case .name, .externalID, .stripeCustomerID, .domains, .metadata: nil
    }
  }

  /// Where rows like this one are added.
  package var whereAdded: FormField? {
    switch self {
    case .domain, .domainState, .domains: .domains
    case .metadataKey, .metadataValue, .metadata: .metadata
    case .name, .externalID, .stripeCustomerID, .adminEmail, .adminRole: nil
    }
  }
}
