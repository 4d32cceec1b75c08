/// A secret API key. Its text is in no description, mirror or log.
package struct APIKey: Sendable {
  /// Which of a customer's environments a key opens, as its prefix says.
  package enum Kind: Equatable, Sendable {
    case live
    case test
    case unknown
  }

  /// The secret itself; only the transport's `Authorization` header may hold it.
  package let secret: String

  package init(secret: String) {
    self.secret = secret
  }

  package var kind: Kind {
    if secret.hasPrefix("sk_live_") { return .live }
    if secret.hasPrefix("sk_test_") { return .test }
    return .unknown
  }

  /// Whether the secret can travel in a header: not empty, and visible ASCII only.
  ///
  /// A line break in it would otherwise end the header and begin another.
  package var isWellFormed: Bool {
    !secret.isEmpty && secret.utf8.allSatisfy { (0x21...0x7e).contains($0) }
  }
}

extension APIKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "APIKey(…)" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
