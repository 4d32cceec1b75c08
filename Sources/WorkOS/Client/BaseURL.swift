import Foundation

/// Where the API is, checked before a key is sent there.
package struct BaseURL: Equatable, Sendable {
  /// Why a text is no place to send an API key to.
  package enum Invalid: Error, Equatable, Sendable {
    case notAURL
    /// Neither `https` nor `http`; nil when the text names no scheme.
    case unsupportedScheme(String?)
    case missingHost
    case invalidPort(Int)
    case containsUserInformation
    case containsQuery
    case containsFragment
    /// WorkOS itself has the API at no path; with `/v1` or another every request would go astray.
    case containsPath(String)
    /// An address in numbers in a spelling that Foundation or libcurl does not take.
    case unusableNumber(host: String)
    /// A host with characters that no host name has.
    case unusableName(host: String)
    /// Plain `http` to another machine would show the key to everyone on the way.
    case insecure(host: String)
  }

  /// The production API, which serves every environment of a customer.
  package static let standard = "https://\(standardHost)"
  private static let standardHost = "api.workos.com"

  /// A base path is kept, a trailing slash is not.
  package let url: URL
  /// Whether the way there may lead through a proxy: only where TLS hides the key from it, and
  /// never to this machine.
  package let allowsProxy: Bool

  package init(_ text: String) throws(Invalid) {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty,
      var components = URLComponents(string: text, encodingInvalidCharacters: false)
    else { throw .notAURL }
    guard let scheme = components.scheme?.lowercased(), ["https", "http"].contains(scheme) else {
      throw .unsupportedScheme(components.scheme)
    }
    guard var host = components.host, !host.isEmpty else { throw .missingHost }
    // With the dot a resolver may ask DNS for it, whose answer need not be this machine.
    if host.lowercased() == "localhost." {
      host.removeLast()
      components.host = host
    }
    if let port = components.port, !(1...65535).contains(port) { throw .invalidPort(port) }
    if components.user != nil || components.password != nil { throw .containsUserInformation }
    if components.query != nil { throw .containsQuery }
    if components.fragment != nil { throw .containsFragment }
    if scheme == "http", !Self.isLoopback(host) { throw .insecure(host: host) }
    try Self.checkSpelling(of: host)

    while components.percentEncodedPath.hasSuffix("/") {
      components.percentEncodedPath.removeLast()
    }
    if host.lowercased() == Self.standardHost, !components.path.isEmpty {
      throw .containsPath(components.path)
    }
    guard let url = components.url else { throw .notAURL }
    self.url = url
    allowsProxy = scheme == "https" && !Self.isLoopback(host)
  }

  /// Foundation compares the host with what libcurl reads, and fails where the two differ.
  private static func checkSpelling(of host: String) throws(Invalid) {
    if host.contains(":") || host.hasPrefix("[") { throw .unusableNumber(host: host) }
    let isName = host.utf8.allSatisfy { byte in
      Character(Unicode.Scalar(byte)).isLetter && byte < 0x80
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_")].contains(byte)
    }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    // A dot at the end is the root of all names; between two dots there has to be something.
    let named = labels.count > 1 && labels.last?.isEmpty == true ? labels.dropLast() : labels[...]
    guard isName, named.allSatisfy({ (1...63).contains($0.utf8.count) }) else {
      throw .unusableName(host: host)
    }
    // libcurl takes `127.1`, `0x7f.1` and `2130706433` for numbers, and spells them anew.
    guard let last = labels.last(where: { !$0.isEmpty }), last.first?.isNumber == true,
      last.allSatisfy(\.isHexDigit) || last.lowercased().hasPrefix("0x")
    else { return }
    let isPlain =
      labels.count == 4
      && labels.allSatisfy { label in UInt8(label).map { "\($0)" == label } == true }
    if last.allSatisfy(\.isNumber) || last.lowercased().hasPrefix("0x"), !isPlain {
      throw .unusableNumber(host: host)
    }
  }

  /// Whether a host names this machine: `localhost`, `::1`, or an address in 127.0.0.0/8.
  package static func isLoopback(_ host: String) -> Bool {
    if ["localhost", "::1", "[::1]"].contains(host.lowercased()) { return true }
    let octets = host.split(separator: ".", omittingEmptySubsequences: false)
    return octets.count == 4 && octets[0] == "127"
      && octets.allSatisfy { UInt8($0) != nil && !$0.hasPrefix("+") }
  }
}
