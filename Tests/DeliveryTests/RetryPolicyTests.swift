import Delivery
import Foundation
import Testing
import WorkOS

/// Which errors are worth another try, and when.
@Suite(.timeLimit(.minutes(20)))
struct RetryPolicyTests {
  @Test(arguments: [(1, 1.0), (2, 2), (3, 4), (4, 8), (5, 16), (6, 32), (7, 32)])
  func `each wait is twice the one before, up to a limit`(tries: Int, delay: TimeInterval) {
    var policy = RetryPolicy()
    policy.mostTries = 10

    #expect(policy.delay(after: .timedOut, tries: tries, jitter: 0.5) == delay)
    #expect(policy.delay(after: .timedOut, tries: tries, jitter: 0) == delay * 0.75)
    #expect(policy.delay(after: .timedOut, tries: tries, jitter: 1) == delay * 1.25)
  }

  @Test(arguments: [(0.0, 1.0), (0.2, 1), (8, 8), (120, 120), (3600, 120)])
  func `the server's wish is followed within bounds, without chance`(
    wish: Double, delay: TimeInterval
  ) {
    let error = WorkOSError.rejected(.init(status: 429, retryAfter: wish))

    #expect(RetryPolicy().delay(after: error, tries: 1, jitter: 0.9) == delay)
  }

  @Test func `after five tries it is over`() {
    #expect(RetryPolicy().delay(after: .timedOut, tries: 4, jitter: 0) != nil)
    #expect(RetryPolicy().delay(after: .timedOut, tries: 5, jitter: 0) == nil)
  }

  @Test(arguments: [408, 429, 500, 502, 503, 504])
  func `a server in trouble is asked again`(status: Int) {
    #expect(RetryPolicy().delay(after: .status(status), tries: 1, jitter: 0) != nil)
  }

  @Test(arguments: [400, 401, 403, 404, 409, 422, 501])
  func `a definite answer is final`(status: Int) {
    #expect(RetryPolicy().delay(after: .status(status), tries: 1, jitter: 0) == nil)
  }

  @Test(arguments: [
    TransportError.cancelled, .secureConnectionFailed(detail: ""),
    .certificateUntrusted(host: ""),
    .redirectRefused(status: 301, location: ""), .bodyTooLarge(limit: 1),
    .authenticationChallenged(status: 401), .heldBack(reason: ""),
    .encodingRefused(status: 200, encoding: "gzip"), .addressUnusable(host: "[::1]"),
  ])
  func `a failure that will not mend by itself is final`(error: TransportError) {
    #expect(RetryPolicy().delay(after: .transport(error), tries: 1, jitter: 0) == nil)
  }
}
