import WorkOS

/// Which other organizations that are loaded have a domain of the open one.
///
/// They are found by the domain as a key of their rows: opening the domains, and every key there, costs
/// the same however many organizations are loaded.
package struct SharedDomains: Equatable, Sendable {
  /// An organization with the same domain.
  package struct Holder: Equatable, Sendable {
    package let id: Organization.ID
    package let name: String
    /// The domain's state there.
    package let state: OrganizationDomain.State?
    /// The row of the domain in that organization's tab.
    let row: TabRow.ID

    /// Where the domain is to be seen there.
    var place: AnswerPlace { AnswerPlace(id, DomainsTab.name, row: row) }
  }

  /// What was looked for, and in what: where another is true, it is looked for anew.
  private struct Subject: Equatable {
    var organization: Organization.ID
    var domains: [OrganizationDomain]
    var revision: Int
    var pages: Int
    var order: ListOrder
  }

  /// Nothing is said of an organization's domains beyond these.
  private static let mostDomains = 50
  /// Of one domain no more holders are told apart.
  package static let mostHolders = 50

  private var subject: Subject?
  private var holders: [String: [Holder]] = [:]

  /// Those with a domain, however that is written, as the list goes; `mostHolders` stand for more.
  package func holders(of domain: String) -> [Holder] {
    holders[HostName.normalized(domain)] ?? []
  }

  /// Looks for others in what is loaded, where that is not what it was.
  mutating func look(for organization: Organization, in list: PagedOrganizations) {
    // With each key these are the very same, which costs nothing to see; their names would.
    let subject = Subject(
      organization: organization.id, domains: organization.domains, revision: list.revision,
      pages: list.pages.count, order: list.order)
    guard subject != self.subject else { return }
    self = SharedDomains()
    self.subject = subject
    for domain in organization.keys.prefix(Self.mostDomains) {
      let found = holders(of: domain, besides: organization.id, in: list.held.table)
      if !found.isEmpty { holders[domain] = found }
    }
  }

  private func holders(
    of domain: String, besides id: Organization.ID, in table: RowTable<Organization>
  ) -> [Holder] {
    // Rows are numbered as they come, so that their numbers have the order of the list.
    table.numbers(withKey: domain, atMost: Self.mostHolders + 1).sorted().compactMap { number in
      let other = table[number].organization
      guard other.id != id,
        let same = other.domains.first(where: { HostName.normalized($0.domain) == domain })
      else { return nil }
      return Holder(
        id: other.id, name: other.name, state: same.state, row: same.id ?? same.domain)
    }
  }
}

extension Console {
  /// Takes in whether the domains of an organization are on screen.
  mutating func followSharedDomains() {
    guard tabs.current?.id == DomainsTab.name, let organization = detail.organization else {
      tabs.sharedDomains = SharedDomains()
      return
    }
    tabs.sharedDomains.look(for: organization, in: list.browsing)
  }
}
