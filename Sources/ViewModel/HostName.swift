import Foundation

/// The rules for the domain of an organization: a host name such as `acme.com`.
package enum HostName {
  /// Why a text is not a host name.
  package enum Problem: Equatable, Sendable {
    case empty
    /// A scheme, path, port or user name; `suggestion` is the host name within.
    case notOnlyAHost(suggestion: String?)
    case noDot
    case invalidCharacter(Character)
    case invalidLabel
    /// Longer than 253 characters, or a label longer than 63.
    case tooLong
    /// Letters beyond ASCII: the name has to be given in its `xn--` form.
    case notASCII
  }

  package static func problem(in text: String) -> Problem? {
    let name = text.trimmed
    if name.isEmpty { return .empty }
    if name.contains("://") || name.contains("/") || name.contains("@") || name.contains(":") {
      return .notOnlyAHost(suggestion: likely(in: name))
    }
    if !name.allSatisfy(\.isASCII) { return .notASCII }
    if let stray = name.first(where: { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") }) {
      return .invalidCharacter(stray)
    }
    if name.utf8.count > 253 { return .tooLong }
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    if labels.count < 2 { return .noDot }
    if labels.contains(where: { $0.utf8.count > 63 }) { return .tooLong }
    if labels.contains(where: { $0.isEmpty || $0.hasPrefix("-") || $0.hasSuffix("-") }) {
      return .invalidLabel
    }
    // A last label of digits would be an address, which is no domain.
    return labels.last?.allSatisfy(\.isNumber) == true ? .invalidLabel : nil
  }

  /// The host name in a host name, an e-mail address or a URL.
  package static func likely(in text: String) -> String? {
    var rest = Substring(text.trimmed)
    if let scheme = rest.range(of: "://") { rest = rest[scheme.upperBound...] }
    rest = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
    rest = rest.prefix { $0 != ":" }
    let host = normalized(String(rest))
    guard !host.contains(where: { "/:@".contains($0) }) else { return nil }
    return problem(in: host) == nil ? host : nil
  }

  /// Host names are compared without case or surrounding space.
  package static func normalized(_ text: String) -> String {
    text.trimmed.lowercased()
  }
}

extension StringProtocol {
  package var trimmed: String {
    trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

extension String {
  /// Whether there is nothing to see: empty, or only white space.
  package var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
