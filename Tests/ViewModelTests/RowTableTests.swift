import Foundation
import JSON
import Testing
import ViewModel
import WorkOS

/// Many rows as columns of bytes.
@Suite(.timeLimit(.minutes(20)))
struct RowTableTests {
  @Test func `an organization comes out of a page of many as it went in`() throws {
    let organizations = try (1...100).map { try organization($0) }

    let rows = ListedOrganization.rows(of: organizations)

    #expect(rows.map(\.organization) == organizations)
    #expect(rows.map(\.id) == organizations.map(\.id))
  }

  @Test func `what was read long ago is read again out of its JSON`() throws {
    let organizations = try (1...400).map { try organization($0) }
    let rows = ListedOrganization.rows(of: organizations)

    _ = rows.map(\.organization)

    #expect(rows[0].organization == organizations[0])
    #expect(rows[399].organization == organizations[399])
  }

  @Test func `an organization that differs from its JSON stays as it is`() throws {
    let changed = try organization(1).with { $0.name = "Renamed since" }

    #expect(ListedOrganization(changed).organization == changed)
  }

  @Test func `a row keeps its number until it is let go of`() throws {
    var table = RowTable<Organization>()
    let rows = ListedOrganization.rows(of: try (1...5).map { try organization($0) })

    let numbers = rows.map { table.put($0) }
    table.remove(numbers[1])
    let again = table.put(ListedOrganization(try organization(6)))

    #expect(again == numbers[1])
    #expect(table.count == 5)
    #expect(table.number(of: rows[1].id) == nil)
    #expect(table.number(of: rows[4].id) == numbers[4])
    #expect(table[again].organization.name == "Customer 6")
  }

  @Test func `an older answer does not undo a newer one`() throws {
    var table = RowTable<Organization>()
    let older = try organization(1)
    let newer = older.with {
      $0.name = "New"
      $0.updatedAt = older.updatedAt?.addingTimeInterval(1)
    }

    let number = table.put(ListedOrganization(newer))
    _ = table.put(ListedOrganization(older))

    #expect(table[number].organization.name == "New")
    #expect(table.numbers(named: FoldedText("new")) == [number])
    #expect(table.numbers(named: FoldedText("Customer 1")) == [])
  }

  @Test func `rows are found by name among thousands, be it that of many`() throws {
    var table = RowTable<Organization>()
    for number in 1...3000 {
      let name = number % 10 == 0 ? "Zürich" : "Customer \(number)"
      _ = table.put(ListedOrganization(.numbered(number, name: name)))
    }

    let found = table.numbers(named: FoldedText("ZURICH")).map { table[$0].id.number }

    #expect(found.sorted() == Array(stride(from: 10, through: 3000, by: 10)))
    #expect(table.numbers(named: FoldedText("Customer 7")).map { table[$0].id.number } == [7])
  }

  @Test(arguments: ["", "x", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "Ünïcödé ↵ 東都"])
  func `a text is packed and unpacked byte for byte`(text: String) {
    let texts = [text, text + text, String(repeating: text, count: 300)].map { Array($0.utf8) }

    let packed = PackedTexts(texts)

    #expect(texts.indices.map { packed[$0] } == texts)
  }

  @Test func `any bytes are packed and unpacked, alike or not`() {
    var chance = SystemRandomNumberGenerator()
    for letters in [2, 4, 40, 256] {
      let texts = (0..<40).map { _ in
        (0..<Int.random(in: 0...3000, using: &chance)).map { _ in
          UInt8(Int.random(in: 0..<letters, using: &chance))
        }
      }

      let packed = PackedTexts(texts)

      #expect(texts.indices.map { packed[$0] } == texts)
    }
  }

  @Test func `a text of many kilobytes refers to nothing too far before`() {
    let start = (0..<2000).map { UInt8(truncatingIfNeeded: $0 &* 37 ^ $0 >> 3) }
    let text = start + [UInt8](repeating: 7, count: 90_000) + start

    #expect(PackedTexts([text, text])[1] == text)
  }

  /// An organization as the server sends it.
  private func organization(_ number: Int) throws -> Organization {
    let id = Organization.ID.number(number).rawValue
    return try Organization(
      decoding: RawJSON(
        """
        {"object":"organization","id":"\(id)","name":"Customer \(number)","domains":[{"object":\
        "organization_domain","id":"org_domain_\(number)","organization_id":"\(id)","domain":\
        "customer-\(number).example","state":"verified","verification_strategy":"dns"}],\
        "external_id":null,"metadata":{"plan":"free","seats":"\(number)"},"unknown":[1.50,{"a":"é"}],\
        "created_at":"2026-10-31T16:42:07.318Z","updated_at":"2026-11-01T16:42:07.318Z"}
        """))
  }
}
