import Foundation

/// The domain of an organization: a host name such as `acme.com`.
package enum HostName {
  /// More bytes than any host name has, and more than anybody waits for to be looked through.
  private static let longest = 16_384

  /// The form in which host names are compared and sent: that of the DNS, in lower case.
  package static func normalized(_ text: String) -> String {
    // No host name is that long, and nobody waits for it to be converted at each key.
    guard text.utf8.count <= longest else { return text.trimmed }
    let name = text.trimmed.lowercased()
    return InternationalName.ascii(name) ?? name
  }
}

extension StringProtocol {
  /// The text without the white space around it; what is within is not looked at.
  package var trimmed: String {
    let space = CharacterSet.whitespacesAndNewlines
    var rest = Substring(self)
    while let first = rest.unicodeScalars.first, space.contains(first) {
      rest.unicodeScalars.removeFirst()
    }
    while let last = rest.unicodeScalars.last, space.contains(last) {
      rest.unicodeScalars.removeLast()
    }
    return String(rest)
  }
}
