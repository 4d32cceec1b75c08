import Testing

@testable import Sandbox

@Suite(.timeLimit(.minutes(20)))
struct SeedTests {
  private let organizations = Array(Seed(count: 1000).makeStore().organizations.reversed())

  @Test func `the same list is made every time`() {
    let again = Array(Seed(count: 1000).makeStore().organizations.reversed())

    #expect(again == organizations)
  }

  @Test func `names, external ids, ids and all domains but two are unique`() {
    let domains = organizations.flatMap(\.domains)
    let externalIDs = organizations.compactMap(\.externalID)

    #expect(Set(organizations.map(\.name)).count == organizations.count)
    #expect(Set(domains.map(\.name)).count == domains.count - 2)
    #expect(Set(domains.map(\.id)).count == domains.count)
    #expect(Set(externalIDs).count == externalIDs.count)
    #expect(Set(organizations.map(\.id)).count == organizations.count)
  }

  @Test func `domains are host names in lower case`() {
    let domains = organizations.flatMap(\.domains).map(\.name)

    #expect(domains.filter { HostName($0)?.text != $0 } == [])
  }

  @Test func `every state and count of domains occurs`() {
    let states = Set(organizations.flatMap(\.domains).map(\.state))
    let counts = Set(organizations.map(\.domains.count))

    #expect(states == Set(OrganizationDomain.State.allCases + [nil]))
    #expect(counts == Set(0...6))
  }

  @Test func `times run from newest to oldest within three years`() throws {
    let times = organizations.map(\.createdAt)
    let last = try #require(times.last)

    #expect(times.first == Seed.newest)
    #expect(zip(times, times.dropFirst()).allSatisfy { $0 > $1 })
    #expect(organizations.allSatisfy { $0.updatedAt >= $0.createdAt })
    #expect(organizations.allSatisfy { $0.updatedAt <= Seed.newest })
    #expect(Seed.newest.milliseconds - last.milliseconds <= Seed.threeYears)
  }

  @Test func `the first screen has Acme and a test organization that can go`() throws {
    let screen = organizations.prefix(20)

    let acme = try #require(screen.first { $0.name == "Acme Corporation" })
    let test = try #require(screen.first { $0.name == "Acme Test (delete me)" })

    #expect(acme.domains.map(\.name) == ["acme.com", "acme.dev"])
    #expect(acme.domains.map(\.state) == [.verified, .pending])
    #expect(test.domains.isEmpty)
  }

  @Test(arguments: [
    ("sprout-labs.example", ["🌱 Sprout Labs verified", "Hooli pending"]),
    ("pixel-guild.example", ["Pixel 👩‍💻 Guild verified", "Maple 🇨🇦 Leaf Studios verified"]),
  ])
  func `two organizations have the same domain`(domain: String, expected: [String]) {
    let found = organizations.prefix(50).flatMap { organization in
      organization.domains.filter { $0.name == domain }
        .map { "\(organization.name) \($0.state?.rawValue ?? "")" }
    }

    #expect(Set(found) == Set(expected))
  }

  @Test func `two names try to take over the terminal, further down`() {
    let hostile = organizations.indices.filter {
      organizations[$0].name.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{202E}" }
    }

    #expect(hostile == [133, 171])
  }

  @Test func `metadata and ids keep to the API's limits`() {
    let pairs = organizations.flatMap(\.metadata)

    #expect(pairs.allSatisfy { $0.key.count <= 40 && ($0.value?.count ?? 601) <= 600 })
    #expect(organizations.contains { $0.metadata.isEmpty })
    #expect(organizations.contains { $0.metadata.count > 10 })
    #expect(organizations.contains { $0.stripeCustomerID != nil })
    #expect(organizations.contains { $0.allowsProfilesOutsideOrganization })
  }

  @Test(arguments: [0, 1, 5, 20_000])
  func `any number of organizations can be made`(count: Int) {
    let store = Seed(count: count).makeStore()

    #expect(store.organizations.count == count)
    #expect(Set(store.organizations.map(\.name)).count == count)
  }
}
