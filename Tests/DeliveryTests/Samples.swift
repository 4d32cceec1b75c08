import Foundation
import WorkOS

extension Date {
  static let start = Date(timeIntervalSinceReferenceDate: 0)
}

extension WorkOSError {
  static let timedOut = WorkOSError.transport(.timedOut(seconds: 30))

  static func status(_ status: Int, retryAfter: Double? = nil) -> WorkOSError {
    .rejected(.init(status: status, retryAfter: retryAfter))
  }
}
