/// Domains for a seeded organization, under names that are reserved for examples.
enum SeedDomains {
  static func add(to organization: inout Organization, slug: String, _ random: inout SplitMix) {
    let main = slug + endings[random.number(below: endings.count)]
    for position in 0..<number(&random) {
      let name = position == 0 ? main : prefixes[position - 1] + main
      organization.domains.append(domain(name, state(&random), of: organization, &random))
    }
  }

  static func domain(
    _ name: String, _ state: OrganizationDomain.State?, of organization: Organization,
    _ random: inout SplitMix
  ) -> OrganizationDomain {
    let isManual =
      state == .legacyVerified || state == .verified && random.chance(ofPercent: 30)
    return OrganizationDomain(
      id: ULID(at: organization.createdAt, chance: random.wide()), name: name, state: state,
      strategy: isManual ? .manual : .dns, createdAt: organization.createdAt,
      updatedAt: organization.updatedAt,
      hasRecord: state != .failed && !SeedShowcase.domainsWithoutRecord.contains(name))
  }

  /// Most customers have one domain, few have many.
  private static func number(_ random: inout SplitMix) -> Int {
    switch random.number(below: 100) {
    case 0..<12: 0
    case 12..<66: 1
    case 66..<86: 2
    case 86..<94: 3
    case 94..<97: 4
    case 97..<99: 5
    default: 6
    }
  }

  private static func state(_ random: inout SplitMix) -> OrganizationDomain.State {
    switch random.number(below: 100) {
    case 0..<60: .verified
    case 60..<82: .pending
    case 82..<89: .failed
    case 89..<96: .legacyVerified
    default: .unverified
    }
  }

  private static let endings = [
    ".example", ".example.com", ".example.net", ".example.org", ".example",
  ]
  private static let prefixes = ["eu.", "corp.", "id.", "staging.", "mail."]
}
