/// All organizations of the sandbox, oldest first, and the rules that hold between them.
struct OrganizationStore: Sendable {
  /// In ascending order of id, which is the order of creation.
  private(set) var organizations: [Organization]
  private var lastID: ULID
  var verifications: [Verification] = []
  private var random: SplitMix

  init(_ organizations: [Organization] = [], seed: UInt64 = 1) {
    self.organizations = organizations
    lastID = organizations.last?.id ?? ULID(value: 0)
    random = SplitMix(seed: seed)
  }

  func organization(_ id: ULID) -> Organization? {
    index(of: id).map { organizations[$0] }
  }

  func organization(externalID: String) -> Organization? {
    organizations.first { $0.externalID == externalID }
  }

  mutating func create(
    _ fields: OrganizationFields, at now: Timestamp
  ) throws(APIProblem) -> Organization {
    let (id, time) = makeID(at: now)
    var organization = Organization(
      id: id, name: fields.name.value ?? "", createdAt: time, updatedAt: time)
    try apply(fields, to: &organization, at: time)
    organizations.append(organization)
    return organization
  }

  mutating func update(
    _ id: ULID, with fields: OrganizationFields, at now: Timestamp
  ) throws(APIProblem) -> Organization {
    guard let index = index(of: id) else { throw .notFound }
    var organization = organizations[index]
    // The clock of a seeded organization can be ahead of the machine's.
    let time = Swift.max(now, organization.updatedAt.advanced(by: 1))
    try apply(fields, to: &organization, at: time)
    // The real API counts a request that changes nothing as an update too.
    organization.updatedAt = time
    organizations[index] = organization
    return organization
  }

  mutating func delete(_ id: ULID) throws(APIProblem) {
    guard let index = index(of: id) else { throw .notFound }
    organizations.remove(at: index)
  }

  mutating func change(at index: Int, _ change: (inout Organization) -> Void) {
    change(&organizations[index])
  }

  /// Makes a domain that is to belong to an organization.
  mutating func makeDomain(
    _ entry: OrganizationFields.DomainEntry, at time: Timestamp
  ) -> OrganizationDomain {
    OrganizationDomain(
      id: ULID(at: time, chance: random.wide()), name: entry.name.text, state: entry.state,
      strategy: entry.strategy, createdAt: time, updatedAt: time)
  }

  func owner(ofDomain name: String) -> Organization? {
    organizations.first { $0.domains.contains { $0.name == name } }
  }

  func index(of id: ULID) -> Int? {
    organizations.index(of: id)
  }

  /// A new id above every id given out before, so that a new organization is always the newest.
  private mutating func makeID(at now: Timestamp) -> (id: ULID, time: Timestamp) {
    let lastTime = Timestamp(milliseconds: Int64(truncatingIfNeeded: lastID.value >> 80))
    let time = Swift.max(now, lastTime)
    let id = Swift.max(ULID(at: time, chance: random.wide()), lastID.successor)
    lastID = id
    return (id, time)
  }

  private mutating func apply(
    _ fields: OrganizationFields, to organization: inout Organization, at time: Timestamp
  ) throws(APIProblem) {
    if let name = fields.name.value { organization.name = name }
    try apply(externalID: fields.externalID, to: &organization)
    try apply(stripeCustomerID: fields.stripeCustomerID, to: &organization)
    if fields.replacesMetadata, let edits = fields.metadata.value {
      organization.metadata = edits.map { MetadataPair(key: $0.key, value: $0.value) }
    } else {
      try apply(metadata: fields.metadata, to: &organization)
    }
    if let entries = fields.domains.value {
      try replaceDomains(of: &organization, with: entries, at: time)
    }
  }

  private func apply(
    externalID edit: FieldEdit<String>, to organization: inout Organization
  ) throws(APIProblem) {
    switch edit {
    case .kept: break
    case .cleared: organization.externalID = nil
    case .set(let text):
      if let owner = self.organization(externalID: text), owner.id != organization.id {
        throw .badRequest(
          code: "external_id_already_used",
          "The external_id provided has already been assigned to another organization.")
      }
      organization.externalID = text
    }
  }

  private func apply(
    stripeCustomerID edit: FieldEdit<String>, to organization: inout Organization
  ) throws(APIProblem) {
    switch edit {
    case .kept: break
    case .cleared: organization.stripeCustomerID = nil
    case .set(let text):
      if organizations.contains(where: {
        $0.stripeCustomerID == text && $0.id != organization.id
      }) {
        throw .badRequest(
          code: "stripe_customer_id_already_used",
          "The stripe_customer_id provided has already been assigned to another organization.")
      }
      organization.stripeCustomerID = text
    }
  }

  private func apply(
    metadata edit: FieldEdit<[OrganizationFields.MetadataEdit]>,
    to organization: inout Organization
  ) throws(APIProblem) {
    switch edit {
    case .kept: break
    case .cleared: organization.metadata = []
    case .set(let edits):
      for edit in edits {
        let index = organization.metadata.firstIndex { $0.key == edit.key }
        switch (index, edit.value) {
        case (let index?, let value?): organization.metadata[index].value = value
        case (let index?, nil): organization.metadata.remove(at: index)
        case (nil, let value?):
          organization.metadata.append(MetadataPair(key: edit.key, value: value))
        case (nil, nil): break
        }
      }
      guard organization.metadata.count <= 50 else {
        throw .badRequest(code: "invalid_metadata", "Metadata can have at most 50 keys.")
      }
    }
  }

  /// Makes `entries` the whole list; a domain that stays keeps its id, token and creation time.
  private mutating func replaceDomains(
    of organization: inout Organization, with entries: [OrganizationFields.DomainEntry],
    at time: Timestamp
  ) throws(APIProblem) {
    var domains: [OrganizationDomain] = []
    for entry in entries {
      guard var domain = organization.domains.first(where: { $0.name == entry.name.text }) else {
        // What it has already stays, even where another one has it too.
        guard owner(ofDomain: entry.name.text) == nil else {
          throw APIProblem(
            status: 409,
            message: "An Organization with the domain \(entry.name.text) already exists.")
        }
        domains.append(makeDomain(entry, at: time))
        continue
      }
      // Plain names, the deprecated form, say nothing of the state; anything else is turned into
      // what was sent, since only pending and verified can be said.
      if entry.state != .legacyVerified, domain.state != entry.state {
        domain.state = entry.state
        domain.strategy = entry.strategy
        domain.updatedAt = time
      }
      domains.append(domain)
    }
    organization.domains = domains
  }
}

extension OrganizationStore: RandomAccessCollection {
  var startIndex: Int { organizations.startIndex }
  var endIndex: Int { organizations.endIndex }
  subscript(position: Int) -> Organization { organizations[position] }
}
