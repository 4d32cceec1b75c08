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
    let detail = error.localizedDescription
    switch (error as? URLError)?.code {
    case .cancelled: self = .cancelled
    case .timedOut: self = .timedOut(seconds: idleLimit)
    case .cannotFindHost, .dnsLookupFailed: self = .hostNotFound(host: host)
    case .cannotConnectToHost: self = .connectionRefused(host: host)
    // "Bad server response" is what a connection closed without any answer becomes.
    case .networkConnectionLost, .badServerResponse: self = .connectionLost
    case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
      .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid:
      self = .secureConnectionFailed(detail: detail)
    // Any other error of libcurl's, of which only the text says what it was.
    case .unknown where hasResponse: self = .connectionLost
    case .unknown where Self.isAboutTLS(detail): self = .secureConnectionFailed(detail: detail)
    default: self = .other(detail: detail)
    }
  }

  private static func isAboutTLS(_ detail: String) -> Bool {
    ["SSL", "TLS", "certificate"].contains { detail.localizedCaseInsensitiveContains($0) }
  }
}
