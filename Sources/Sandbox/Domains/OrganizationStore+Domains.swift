extension OrganizationStore {
  /// A domain and the organization it belongs to.
  struct DomainPlace {
    var organization: Organization
    var domain: OrganizationDomain
  }

  /// A verification that was asked for, and when it ends.
  struct Verification {
    var domain: ULID
    var end: Timestamp
  }

  func domain(_ id: ULID) -> DomainPlace? {
    for organization in organizations {
      if let domain = organization.domains.first(where: { $0.id == id }) {
        return DomainPlace(organization: organization, domain: domain)
      }
    }
    return nil
  }

  mutating func addDomain(
    _ name: HostName, to organization: ULID, at now: Timestamp
  ) throws(APIProblem) -> DomainPlace {
    guard let index = index(of: organization) else { throw .notFound }
    guard owner(ofDomain: name.text) == nil else {
      throw APIProblem(
        status: 409, code: "domain_already_exists",
        message: "The domain \(name.text) already exists.")
    }
    let time = Swift.max(now, organizations[index].createdAt)
    let domain = makeDomain(.init(name: name, state: .pending), at: time)
    change(at: index) { $0.domains.append(domain) }
    return DomainPlace(organization: organizations[index], domain: domain)
  }

  mutating func removeDomain(_ id: ULID) throws(APIProblem) -> DomainPlace {
    let place = try existingDomain(id)
    if let index = index(of: place.organization.id) {
      change(at: index) { $0.domains.removeAll { $0.id == id } }
    }
    return place
  }

  /// Starts verification; the domain is pending until that ends.
  mutating func verifyDomain(
    _ id: ULID, at now: Timestamp, until end: Timestamp
  ) throws(APIProblem) -> DomainPlace {
    var place = try existingDomain(id)
    guard !place.domain.isVerified else {
      throw .badRequest(
        code: "domain_already_verified",
        "The domain \(place.domain.name) has already been verified.")
    }
    place.domain.state = .pending
    place.domain.strategy = .dns
    place.domain.updatedAt = Swift.max(now, place.domain.updatedAt)
    replace(place)
    verifications.removeAll { $0.domain == id }
    verifications.append(Verification(domain: id, end: end))
    return place
  }

  /// Ends the verifications whose time has come, and returns their domains; no DNS is asked here.
  mutating func endVerifications(at now: Timestamp) -> [DomainPlace] {
    guard !verifications.isEmpty else { return [] }
    var ended: [DomainPlace] = []
    for verification in verifications where verification.end <= now {
      // It may have been removed, or verified by hand, in the meantime.
      guard var place = domain(verification.domain), place.domain.state == .pending else {
        continue
      }
      place.domain.state = place.domain.hasRecord ? .verified : .failed
      place.domain.updatedAt = Swift.max(verification.end, place.domain.updatedAt)
      replace(place)
      ended.append(place)
    }
    verifications.removeAll { $0.end <= now }
    return ended
  }

  private mutating func replace(_ place: DomainPlace) {
    guard let index = index(of: place.organization.id) else { return }
    change(at: index) { organization in
      organization.domains = organization.domains.map {
        $0.id == place.domain.id ? place.domain : $0
      }
    }
  }

  private func existingDomain(_ id: ULID) throws(APIProblem) -> DomainPlace {
    guard let place = domain(id) else {
      throw .domainNotFound(id.text(prefix: OrganizationDomain.prefix))
    }
    return place
  }
}
