import Foundation
import JSON
import Storms
import Testing
import WorkOS

@testable import ViewModel

/// Who else has a domain, as far as is loaded.
struct SharedDomainsTests {
  private let acme = Self.organization(
    1, "Acme", [("acme.com", "verified"), ("acme.dev", "pending")])
  private let globex = Self.organization(2, "Globex", [("ACME.com", "pending")])
  private let other = Self.organization(3, "Other", [("my-acme.com", "verified")])

  @Test func `another organization with the same domain is found, with its state there`() {
    var shared = SharedDomains()

    shared.look(for: acme, in: list([[acme, globex, other]]))

    #expect(shared.holders(of: "acme.com").map(\.name) == ["Globex"])
    #expect(shared.holders(of: "Acme.com").first?.state == .pending)
    #expect(shared.holders(of: "acme.dev").isEmpty)
  }

  @Test func `a page that comes later is looked through too, and each is told once`() {
    var shared = SharedDomains()
    shared.look(for: acme, in: list([[acme, other]]))
    #expect(shared.holders(of: "acme.com").isEmpty)

    shared.look(for: acme, in: list([[acme, other], [globex]]))
    shared.look(for: acme, in: list([[acme, other], [globex]]))

    #expect(shared.holders(of: "acme.com").map(\.id) == [globex.id])
  }

  @Test func `what somebody has no longer is not told, and what they have now is`() {
    var table = RowTable<Organization>()
    let number = table.put(ListedOrganization(globex))
    _ = table.put(ListedOrganization(other))
    #expect(table.numbers(withKey: "acme.com", atMost: 9) == [number])

    _ = table.put(ListedOrganization(Self.organization(2, "Globex", [("globex.com", "pending")])))
    #expect(table.numbers(withKey: "acme.com", atMost: 9).isEmpty)
    #expect(table.numbers(withKey: "globex.com", atMost: 9) == [number])
    table.remove(number)

    #expect(table.numbers(withKey: "globex.com", atMost: 9).isEmpty)
    #expect(table.numbers(withKey: "my-acme.com", atMost: 9).count == 1)
  }

  @Test func `of a domain that all have only so many are told apart`() {
    var shared = SharedDomains()
    let others = (10..<200).map { Self.organization($0, "Twin", [("acme.com", "verified")]) }

    shared.look(for: acme, in: list([[acme] + others]))

    #expect(shared.holders(of: "acme.com").count >= SharedDomains.mostHolders)
    #expect(shared.holders(of: "acme.com").count <= SharedDomains.mostHolders + 1)
  }

  @Test func `of another organization nothing is left`() {
    var shared = SharedDomains()
    shared.look(for: acme, in: list([[acme, globex, other]]))

    shared.look(for: other, in: list([[acme, globex, other]]))

    #expect(shared.holders(of: "acme.com").isEmpty)
  }

  private func list(_ pages: [[Organization]]) -> PagedOrganizations {
    var list = PagedOrganizations(source: .everything, order: .newestFirst, limit: 10)
    for (number, page) in pages.enumerated() {
      let numbers = page.map { list.held.hold(ListedOrganization($0), onPage: number) }
      list.pages.append(
        LoadedPage(
          cursor: number == 0 ? .first : .after("\(number)"), rows: numbers, before: nil,
          after: nil,
          loadedAt: Date(timeIntervalSince1970: 0)))
    }
    return list
  }

  private static func organization(
    _ number: Int, _ name: String, _ domains: [(String, String)]
  ) -> Organization {
    let list = domains.map { #"{"domain":"\#($0.0)","state":"\#($0.1)"}"# }.joined(separator: ",")
    let json = RawJSON(#"{"id":"org_\#(number)","name":"\#(name)","domains":[\#(list)]}"#)
    return (try? Organization(decoding: json))
      ?? Organization(id: .init(rawValue: "org_\(number)"), name: "unread")
  }
}
