import WorkOS

/// Which other organizations that are loaded have a domain of the open one.
///
/// They are looked for once when its domains come on screen; of pages that come later these alone are
/// looked through, so that no key costs anything in proportion to what is loaded.
package struct SharedDomains: Equatable, Sendable {
  /// An organization with the same domain, and the domain's state there.
  package struct Holder: Equatable, Sendable {
    package let id: Organization.ID
    package let name: String
    package let state: OrganizationDomain.State?
  }

  /// What was looked for, and in what: where another is true, it is looked for anew.
  private struct Subject: Equatable {
    var organization: Organization.ID
    var domains: [String]
    var revision: Int
    var order: ListOrder
  }

  /// Nothing is said of an organization's domains beyond these, as each is looked for by itself.
  private static let mostDomains = 8
  private static let field = 3

  private var subject: Subject?
  private var pages = 0
  private var holders: [String: [Holder]] = [:]

  /// Those with a domain, however that is written.
  package func holders(of domain: String) -> [Holder] {
    holders[HostName.normalized(domain)] ?? []
  }

  /// Looks through what is loaded, as far as that was not done.
  mutating func look(for organization: Organization, in list: PagedOrganizations) {
    let domains = organization.domains.prefix(Self.mostDomains).map {
      HostName.normalized($0.domain)
    }
    let subject = Subject(
      organization: organization.id, domains: domains, revision: list.revision, order: list.order)
    if subject != self.subject || list.pages.count < pages {
      self = SharedDomains()
      self.subject = subject
    }
    guard pages < list.pages.count else { return }
    for page in list.pages[pages...] {
      for domain in domains { find(domain, in: page.rows, of: list.held.table) }
    }
    pages = list.pages.count
  }

  private mutating func find(
    _ domain: String, in rows: [Int32], of table: RowTable<Organization>
  ) {
    let sought = Sought([FoldedText(domain)], inField: Self.field)
    for number in table.numbers(rows, holding: sought) {
      let other = table[number].organization
      // What holds the letters need not be the name: `acme.com` is in `my-acme.com`.
      guard other.id != subject?.organization,
        let same = other.domains.first(where: { HostName.normalized($0.domain) == domain }),
        holders[domain]?.contains(where: { $0.id == other.id }) != true
      else { continue }
      holders[domain, default: []].append(
        Holder(id: other.id, name: other.name, state: same.state))
    }
  }
}

extension Console {
  /// Takes in whether the domains of an organization are on screen.
  mutating func followSharedDomains() {
    guard tabs.current?.id == DomainsTab.name, let organization = detail.organization else {
      sharedDomains = SharedDomains()
      return
    }
    sharedDomains.look(for: organization, in: list.browsing)
  }
}
