import Delivery
import Foundation

/// Where this console works and what it may do there; fixed from start to end.
package struct Workplace: Equatable, Sendable {
  /// Which kind of environment the writes of this session reach.
  package enum Kind: String, Equatable, Sendable {
    /// The embedded server: nothing leaves this machine.
    case sandbox
    case test
    /// Other companies' customers.
    case live
    /// The API key's prefix does not say; treated with the care of `live`.
    case unknown
  }

  package var kind: Kind
  /// The host, with the port when it is not the usual one.
  package var host: String
  /// With it, no event leads to anything but a GET.
  package var isReadOnly: Bool
  /// The seconds between a confirmed delete and its request, 0–60.
  package var deleteGrace: TimeInterval
  /// The number of organizations on a page, 1–100.
  package var pageSize: Int
  /// Whether drafts outlive the program.
  package var keepsRecords: Bool
  /// The last characters of the API key, which tell two environments of one host apart.
  package var keyEnding: String
  /// When a write that failed is sent again.
  package var retryPolicy: RetryPolicy

  package init(
    kind: Kind,
    host: String,
    isReadOnly: Bool = false,
    deleteGrace: TimeInterval = 5,
    pageSize: Int = 50,
    keepsRecords: Bool = false,
    keyEnding: String = "",
    retryPolicy: RetryPolicy = RetryPolicy()
  ) {
    self.kind = kind
    self.host = host
    self.isReadOnly = isReadOnly
    self.deleteGrace = deleteGrace
    self.pageSize = pageSize
    self.keepsRecords = keepsRecords
    self.keyEnding = keyEnding
    self.retryPolicy = retryPolicy
  }

  /// Whether a write of the journal went to where this console works.
  package func isPlace(of author: JournalAuthor) -> Bool {
    // The sandbox comes up on another port each time, with the same organizations.
    author.environment == kind.rawValue && (kind == .sandbox || author.host == host)
  }

  /// Whether a write of the journal went out with a key that ends as this console's does.
  ///
  /// One with another ending may be a newer key to the same environment, or a key to another one.
  package func isKey(of author: JournalAuthor) -> Bool {
    kind == .sandbox || author.keyEnding == keyEnding
  }

  /// Whether a delete asks for the organization's name to be typed, whatever the organization.
  package var asksForNameOnDelete: Bool {
    kind == .live || kind == .unknown
  }
}
