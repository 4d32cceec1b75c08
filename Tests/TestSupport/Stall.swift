import Foundation
import Testing

/// Tells when a clock that goes from one deadline to the next stands still, as one that is never met would
/// keep a test running for ever.
package struct Stall {
  private var last = Date.distantPast
  private var wakes = 0

  package init() {}

  /// Whether it goes on; what is due at one moment is done within a few steps.
  package mutating func passes(_ wake: Date) -> Bool {
    wakes = wake > last ? 0 : wakes + 1
    last = wake
    guard wakes < 1_000 else {
      Issue.record("A deadline stays due however often it is met.")
      return false
    }
    return true
  }
}
