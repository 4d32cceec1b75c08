import Foundation
import FoundationNetworking

extension TransportError {
  /// Sorts an error of the URL loading system on Linux, where some arrive as mere texts.
  ///
  /// - Parameters:
  ///   - host: The host that was asked.
  ///   - idleLimit: The seconds without a byte after which the loading system gives up.
  ///   - hasResponse: Whether the head of an answer had arrived.
  init(_ error: any Error, host: String, idleLimit: Int, hasResponse: Bool) {
    let text = error.localizedDescription
    switch (error as? URLError)?.code {
    case .cancelled: self = .cancelled
    case .some where Self.isAboutProxy(text):
      self = .proxyFailed(detail: Self.wordsForProxy(text))
    case .timedOut: self = .timedOut(seconds: idleLimit)
    case .cannotFindHost, .dnsLookupFailed: self = .hostNotFound(host: host)
    case .cannotConnectToHost: self = .connectionRefused(host: host)
    // What Foundation and libcurl read in two ways, or cannot read at all.
    case .badURL, .unsupportedURL: self = .addressUnusable(host: host)
    // "Bad server response" is what a connection closed without any answer becomes.
    case .networkConnectionLost, .badServerResponse: self = .connectionLost
    case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
      .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid:
      self = Self.aboutTLS(text, host: host)
    // Any other error of libcurl's, of which only the text says what it was.
    case .unknown where hasResponse: self = .connectionLost
    case .unknown where Self.isAboutTLS(text): self = Self.aboutTLS(text, host: host)
    default: self = .other(detail: Self.plainWords(text))
    }
  }

  private static func isAboutProxy(_ text: String) -> Bool {
    ["proxy", "SOCKS", "CONNECT tunnel"].contains { text.localizedCaseInsensitiveContains($0) }
  }

  /// What libcurl says of a proxy, in words that say what to look at.
  private static func wordsForProxy(_ text: String) -> String {
    if text.localizedCaseInsensitiveContains("resolve proxy") { return "it could not be found" }
    if text.contains("407") { return "it asks for a login, 407" }
    let numbers: [Substring] = text.split { !$0.isNumber }
    if text.contains("CONNECT"), let status = numbers.first(where: { $0.count == 3 }) {
      return "it answered \(status)"
    }
    return text.localizedCaseInsensitiveContains("SOCKS")
      ? "its answer is not one of SOCKS, or it refused" : "it gave no usable answer"
  }

  private static func isAboutTLS(_ text: String) -> Bool {
    ["SSL", "TLS", "certificate"].contains { text.localizedCaseInsensitiveContains($0) }
  }

  private static func aboutTLS(_ text: String, host: String) -> TransportError {
    let signs = ["self-signed", "self signed", "local issuer"]
    let isUntrusted = signs.contains { text.localizedCaseInsensitiveContains($0) }
    return isUntrusted
      ? .certificateUntrusted(host: host) : .secureConnectionFailed(detail: wordsForTLS(text))
  }

  /// What libcurl and OpenSSL say, without their codes and in words that say what to look at.
  private static func wordsForTLS(_ text: String) -> String {
    let causes: [(sign: String, words: String)] = [
      ("expired", "its certificate has expired"),
      ("not yet valid", "its certificate is not valid yet"),
      ("no alternative certificate", "its certificate is for another host"),
      ("does not match", "its certificate is for another host"),
      ("wrong version number", "it does not speak TLS at that port"),
      ("packet length too long", "it does not speak TLS at that port"),
      ("unknown protocol", "it does not speak TLS at that port"),
      ("CAfile", "this machine has no list of authorities that it trusts"),
    ]
    return causes.first { text.localizedCaseInsensitiveContains($0.sign) }?.words
      ?? "the server and this machine could not agree on one"
  }

  /// A text that people can read; one that is or holds an error code is none.
  private static func plainWords(_ text: String) -> String {
    let isCode = text.isEmpty || text.contains("Domain") || text.contains("error:")
    return isCode ? "the connection failed, and no reason was given" : text
  }
}
