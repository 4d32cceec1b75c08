/// A made-up list of customers that is the same on every machine and every day.
struct Seed: Sendable {
  /// 2026-10-31T16:42:07.318Z, when the newest organization was created.
  static let newest = Timestamp(milliseconds: 1_793_464_927_318)
  static let threeYears: Int64 = 3 * 365 * 86_400_000

  let count: Int
  private let names = SeedNames()

  init(count: Int) {
    self.count = min(max(count, 0), 100_000)
  }

  func makeStore() -> OrganizationStore {
    var organizations: [Organization] = []
    organizations.reserveCapacity(count)
    for position in (0..<count).reversed() { organizations.append(organization(position)) }
    return OrganizationStore(organizations)
  }

  /// The organization at `position`, counted from the newest.
  private func organization(_ position: Int) -> Organization {
    var random = SplitMix(seed: 0xACE ^ UInt64(position) &* 0x9E37_79B9)
    let created = creationTime(position, &random)
    let age = Self.newest.milliseconds - created.milliseconds
    let change = age > 0 ? Int64(random.number(below: Int(age) + 1)) : 0
    let isChanged = random.chance(ofPercent: 70)
    var organization = Organization(
      id: ULID(at: created, chance: random.wide()), name: "", createdAt: created,
      updatedAt: isChanged ? created.advanced(by: change) : created, seedPosition: position)
    if SeedShowcase.organizations.indices.contains(position) {
      SeedShowcase.organizations[position].fill(&organization, &random)
    } else {
      fill(&organization, position, &random)
    }
    if random.chance(ofPercent: 85) {
      organization.externalID = Self.externalID(count - position)
    }
    if random.chance(ofPercent: 45) {
      organization.stripeCustomerID = "cus_" + Self.letters(14, &random)
    }
    organization.allowsProfilesOutsideOrganization = position % 97 == 41
    if SeedShowcase.organizations.indices.contains(position) {
      SeedShowcase.organizations[position].addShared(to: &organization, &random)
    }
    return organization
  }

  private func fill(_ organization: inout Organization, _ position: Int, _ random: inout SplitMix) {
    let company = names.company(position)
    organization.name = SeedShowcase.hostileNames[position] ?? company.name
    SeedDomains.add(to: &organization, slug: company.slug, &random)
    SeedMetadata.add(to: &organization, &random)
  }

  /// Evenly spread over three years, at most a day apart, never in the same order twice.
  private func creationTime(_ position: Int, _ random: inout SplitMix) -> Timestamp {
    if position == 0 { return Self.newest }
    let slot = min(Self.threeYears / Int64(count + 1), 26 * 3_600_000)
    let jitter = Int64(random.number(below: Int(slot)))
    return Self.newest.advanced(by: -slot * Int64(position) + jitter * 9 / 10)
  }

  private static func externalID(_ number: Int) -> String {
    let digits = String(number * 7 + 4217)
    return "cust_" + String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
  }

  private static func letters(_ count: Int, _ random: inout SplitMix) -> String {
    let alphabet = Array("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789".utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for _ in 0..<count { bytes.append(alphabet[random.number(below: alphabet.count)]) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
