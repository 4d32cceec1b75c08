import Delivery
import Foundation
import JSON
import WorkOS

/// An organization as a row of the list.
package typealias ListedOrganization = Row<Organization>

extension ListedOrganization {
  package var organization: Organization { item }
}

/// The organizations on the server, walked page by page.
package typealias PagedOrganizations = Paged<Organization>

extension Organization.ID: RowID {}

extension Organization: PagedItem {
  /// Everything a person may know it by.
  package var searchFields: [[String]] {
    [
      [name.trimmed], [id.rawValue], [externalID ?? ""], domains.flatMap(\.names),
      [stripeCustomerID ?? ""],
      metadata.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" },
    ]
  }

  /// Its domains, however they are written.
  package var keys: [String] {
    var known: Set<String> = []
    return domains.map { HostName.normalized($0.domain) }.filter { known.insert($0).inserted }
  }

  package init(id: ID, unreadable json: RawJSON) {
    self.init(id: id, name: "", json: json)
  }

  package static var asker: Asked.Address { .list }

  package static func page(
    from source: ListSource, order: ListOrder, cursor: PageCursor, limit: Int
  ) -> Call<Page<ListedOrganization>> {
    PageQuestion(source: source, order: order, cursor: cursor, limit: limit).call
  }

  package static func pageArrived(
    _ id: RequestID, _ result: Result<Page<ListedOrganization>, WorkOSError>
  ) -> Event {
    .list(.pageArrived(id, result))
  }
}

extension Organization {
  /// By what of it that no row shows it matches, where it does not match by what a row shows.
  package func unseenMatch(of needles: [FoldedText]) -> EditableField? {
    func matches(_ text: String) -> Bool {
      !FoldedText.matches(of: needles, in: text).isEmpty
    }
    guard !searchFields.prefix(4).joined().contains(where: matches) else { return nil }
    if let stripeCustomerID, matches(stripeCustomerID) { return .stripeCustomerID }
    return metadata.keys.sorted().first { matches("\($0)=\(metadata[$0] ?? "")") }
      .map(EditableField.metadata)
  }
}

extension Inquiry.Field {
  /// Which of an organization's `searchFields` it is.
  var position: Int {
    switch self {
    case .name: 0
    case .id: 1
    case .externalID: 2
    case .domain: 3
    }
  }
}

extension OrganizationDomain {
  /// The domain as it is, and as it is written with or without `xn--`.
  var names: [String] {
    let ascii = domain.utf8.allSatisfy { $0 < 0x80 } ? nil : InternationalName.ascii(domain)
    return [domain, ascii, InternationalName.readable(domain)].compactMap(\.self)
  }
}
