import Foundation
import WorkOS

/// One event being dealt with: the time it happened, and what it leads to.
struct Turn {
  let now: Date
  var effects: [Effect] = []
  /// What the status line is to say after this turn, when there is something new to say.
  var notice: Notice.Subject?
  private(set) var nextRequest: Int

  init(now: Date, nextRequest: Int) {
    self.now = now
    self.nextRequest = nextRequest
  }

  /// Puts a question to the server, under an id of its own.
  mutating func ask(_ question: (RequestID) -> Effect) -> Pending {
    let id = RequestID(nextRequest)
    nextRequest += 1
    effects.append(question(id))
    return Pending(id: id, since: now)
  }

  mutating func cancel(_ pending: Pending) {
    effects.append(.cancel(pending.id))
  }
}
