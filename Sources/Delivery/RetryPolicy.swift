import Foundation
import WorkOS

/// When a request that failed is sent again, and after how long.
///
/// Reads are safe to repeat. An update or a delete is, once the organization has been read again and
/// is still what was agreed to; a create only while it is certain that it was not carried out, as
/// WorkOS makes another one of each.
package struct RetryPolicy: Equatable, Sendable {
  /// How often a request is sent at the most.
  package var mostTries = 5
  /// The seconds before the second try; each further one waits twice as long.
  package var firstDelay: TimeInterval = 1
  package var longestDelay: TimeInterval = 32
  /// What a server may ask for: 0 is seen in the wild, and an hour would be no wait but an end.
  package var retryAfterRange: ClosedRange<TimeInterval> = 1...120

  package init() {}

  /// Never sends anything again.
  package static let once = {
    var policy = RetryPolicy()
    policy.mostTries = 1
    return policy
  }()

  /// The seconds to wait, or nil when the error is final.
  ///
  /// - Parameters:
  ///   - tries: how often the request has been sent; none where it was held back.
  ///   - jitter: chance, 0 up to 1; it spreads the delay by a quarter either way.
  package func delay(
    after error: WorkOSError, tries: Int, jitter: Double
  ) -> TimeInterval? {
    guard tries < mostTries, error.isWorthRepeating else { return nil }
    if case .rejected(let rejection) = error, let retryAfter = rejection.retryAfter {
      return min(max(retryAfter, retryAfterRange.lowerBound), retryAfterRange.upperBound)
    }
    let delay = min(firstDelay * pow(2, Double(max(1, tries) - 1)), longestDelay)
    return delay * (0.75 + jitter / 2)
  }
}

/// A request that failed and will be sent again.
package struct RetryWait: Equatable, Sendable {
  package var request: RequestID
  /// How often it has been sent so far.
  package var tries: Int
  package var until: Date
  package var error: WorkOSError
  /// Whether this try, or one before it, got no answer that tells: a write may have been carried out.
  package var mayBeDone: Bool

  package init(
    request: RequestID, tries: Int, until: Date, error: WorkOSError, mayBeDone: Bool? = nil
  ) {
    self.request = request
    self.tries = tries
    self.until = until
    self.error = error
    self.mayBeDone = mayBeDone ?? error.leavesWriteUnknown
  }
}

extension WorkOSError {
  /// Whether the same request may well succeed in a while.
  package var isWorthRepeating: Bool {
    switch self {
    case .transport(let error):
      switch error {
      case .timedOut, .hostNotFound, .connectionRefused, .connectionLost, .proxyFailed, .other: true
      case .cancelled, .secureConnectionFailed, .certificateUntrusted, .redirectRefused,
        .bodyTooLarge, .encodingRefused, .authenticationChallenged, .addressUnusable, .heldBack:
        false
      }
    case .rejected(let rejection): [408, 429, 500, 502, 503, 504].contains(rejection.status)
    case .undecodable: false
    }
  }
}
