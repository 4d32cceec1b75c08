import Foundation

/// Names one question put to the server, so that a late answer to another is recognised.
package struct RequestID: Hashable, Sendable {
  package let number: Int

  package init(_ number: Int) {
    self.number = number
  }
}

/// A request that is under way.
package struct Pending: Equatable, Sendable {
  package var id: RequestID
  package var since: Date

  package init(id: RequestID, since: Date) {
    self.id = id
    self.since = since
  }
}
