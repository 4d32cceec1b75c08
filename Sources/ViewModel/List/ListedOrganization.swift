import Foundation
import WorkOS

/// An organization as a row of the list, with the text a filter looks at made ready beforehand.
package struct ListedOrganization: Equatable, Sendable, Identifiable {
  package var organization: Organization
  /// Everything a person may know it by, folded for `contains`; one line each.
  package let searchText: FoldedText

  package init(_ organization: Organization) {
    self.organization = organization
    let parts =
      [organization.name, organization.id.rawValue, organization.externalID ?? ""]
      + organization.domains.flatMap(\.names) + [organization.stripeCustomerID ?? ""]
      + organization.metadata.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    // Longer ones are found by their beginnings, and make no key slow.
    searchText = FoldedText(lines: parts.map { $0.beginning(Self.searched) })
  }

  package var id: Organization.ID { organization.id }

  /// The scalars of each part that a filter looks at.
  private static let searched = 4_096
}

extension String {
  fileprivate func beginning(_ scalars: Int) -> String {
    guard utf8.count > scalars else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.prefix(scalars)))
  }
}

extension OrganizationDomain {
  /// The domain as it is, and as it is written with or without `xn--`.
  var names: [String] {
    let ascii = domain.utf8.allSatisfy { $0 < 0x80 } ? nil : InternationalName.ascii(domain)
    return [domain, ascii, InternationalName.readable(domain)].compactMap(\.self)
  }
}

extension Organization {
  /// Whether it was read before the other was last changed.
  func isOlder(than other: Organization) -> Bool {
    guard let updatedAt, let other = other.updatedAt else { return false }
    return updatedAt < other
  }
}
