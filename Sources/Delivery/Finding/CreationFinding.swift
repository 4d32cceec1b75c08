import Foundation
import WorkOS

/// What a look for lost creates of one draft has come to.
package struct CreationFinding: Equatable, Sendable {
  /// The organizations that they may have made, the likeliest first.
  package var candidates: [Organization]
  /// The older organization that has the external id.
  package var inTheWay: Organization?
  /// What the server said against the last of them, if it did: it was sent twice on its way, or is another's.
  package var objection: WorkOSError?
  /// Why it could not be looked.
  package var failure: WorkOSError?
  package var lookedAt: Date

  package init(
    candidates: [Organization], inTheWay: Organization? = nil,
    objection: WorkOSError? = nil, failure: WorkOSError? = nil,
    lookedAt: Date
  ) {
    self.candidates = candidates
    self.inTheWay = inTheWay
    self.objection = objection
    self.failure = failure
    self.lookedAt = lookedAt
  }
}
