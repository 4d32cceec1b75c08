import Foundation
import WorkOS

/// An organization as a row of the list, with the text a filter looks at made ready beforehand.
package struct ListedOrganization: Equatable, Sendable, Identifiable {
  package var organization: Organization
  /// Name, id, external id and domains, folded for `contains`; one line each.
  package let searchText: FoldedText

  package init(_ organization: Organization) {
    self.organization = organization
    let parts =
      [organization.name, organization.id.rawValue, organization.externalID ?? ""]
      + organization.domains.map(\.domain)
    // Longer ones are found by their beginnings, and make no key slow.
    searchText = FoldedText(parts.map { $0.beginning(Self.searched) }.joined(separator: "\n"))
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

extension Organization {
  /// Whether it was read before the other was last changed.
  func isOlder(than other: Organization) -> Bool {
    guard let updatedAt, let other = other.updatedAt else { return false }
    return updatedAt < other
  }
}

/// Text without case, accents and width, so that `zurich` finds `Zürich`.
package struct FoldedText: Equatable, Sendable {
  private let bytes: [UInt8]

  package init(_ text: String) {
    let folded = text.folding(
      options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    bytes = Array(folded.utf8)
  }

  package var isEmpty: Bool { bytes.isEmpty }

  package func contains(_ other: FoldedText) -> Bool {
    guard let first = other.bytes.first else { return true }
    guard bytes.count >= other.bytes.count else { return false }
    return bytes.withUnsafeBufferPointer { haystack in
      other.bytes.withUnsafeBufferPointer { needle in
        for start in 0...(haystack.count - needle.count) where haystack[start] == first {
          var length = 1
          while length < needle.count, haystack[start + length] == needle[length] { length += 1 }
          if length == needle.count { return true }
        }
        return false
      }
    }
  }
}
