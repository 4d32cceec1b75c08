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
