/// A domain name in lower case that could belong to a company.
struct HostName: Equatable, Sendable {
  let text: String

  init?(_ text: String) {
    let lowercased = text.lowercased()
    let labels = lowercased.utf8.split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard lowercased.utf8.count <= 253, labels.count >= 2 else { return nil }
    guard labels.allSatisfy(Self.isLabel) else { return nil }
    // All digits at the end would be an address, not a name.
    guard let last = labels.last, !last.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    self.text = lowercased
  }

  /// Whether anybody can have a mailbox there, so that no company can own it.
  var isConsumer: Bool {
    Self.consumerDomains.contains(text)
  }

  private static func isLabel(_ label: Substring.UTF8View) -> Bool {
    let hyphen = UInt8(ascii: "-")
    guard (1...63).contains(label.count), label.first != hyphen, label.last != hyphen else {
      return false
    }
    return label.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x61...0x7A, hyphen: true
      default: false
      }
    }
  }

  private static let consumerDomains: Set<String> = [
    "aol.com", "gmail.com", "gmx.com", "gmx.de", "googlemail.com", "hotmail.com", "icloud.com",
    "live.com", "mail.com", "me.com", "msn.com", "outlook.com", "proton.me", "protonmail.com",
    "qq.com", "yahoo.com", "yandex.com", "zoho.com",
  ]
}
