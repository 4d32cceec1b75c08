import Foundation
import WorkOS

/// Why an e-mail address may be another than the one that it looks like.
package enum AddressDoubt: Equatable, Sendable {
  case unseenCharacters
  /// Letters of several writing systems, or such as all look like Latin ones.
  case mistakableLetters

  package init?(_ address: String) {
    if address.holdsUnseen {
      self = .unseenCharacters
    } else if !address.utf8.allSatisfy({ $0 < 0x80 }) || address.contains("xn--") {
      let at = address.lastIndex(of: "@") ?? address.endIndex
      let domain = String(address[at...].dropFirst())
      guard !Self.isPlain(address[..<at]) || !Self.isPlainDomain(domain) else { return nil }
      self = .mistakableLetters
    } else {
      return nil
    }
  }

  package var sentence: String {
    switch self {
    case .unseenCharacters:
      "The address holds characters that cannot be seen: see that it is the one that is meant."
    case .mistakableLetters:
      "Its letters could be taken for those of another address: see that it is the one that is meant."
    }
  }

  private static func isPlain(_ name: some StringProtocol) -> Bool {
    let letters = name.precomposedStringWithCanonicalMapping.lowercased()
    return letters.split { $0.isASCII && !$0.isLetter && !$0.isNumber }
      .allSatisfy { WritingSystem.isUnmistakable($0) }
  }

  /// What cannot be shown in the letters of its language is in doubt.
  private static func isPlainDomain(_ domain: String) -> Bool {
    guard let ascii = InternationalName.ascii(domain), ascii.contains("xn--") else {
      return isPlain(domain)
    }
    return InternationalName.readable(ascii) != nil
  }
}
