import Foundation
import WorkOS

/// One event being dealt with: the time it happened, and what it leads to.
struct Turn {
  let now: Date
  let retryPolicy: RetryPolicy
  var effects: [Effect] = []
  /// What the status line is to say after this turn, when there is something new to say.
  var notice: Notice.Subject?
  /// What each new request, write and chance is taken from.
  private(set) var supply: Supply

  init(now: Date, retryPolicy: RetryPolicy, supply: Supply) {
    self.now = now
    self.retryPolicy = retryPolicy
    self.supply = supply
  }

  /// Puts a question to the server, under an id of its own.
  mutating func ask(_ question: (RequestID) -> Effect) -> Pending {
    let id = supply.nextRequest()
    effects.append(question(id))
    return Pending(id: id, since: now)
  }

  mutating func send(_ sending: Sending) -> Pending {
    ask { .send($0, sending) }
  }

  mutating func cancel(_ pending: Pending) {
    effects.append(.cancel(pending.id))
  }

  /// A name for a write in the journal, or a key for an intent to create.
  mutating func newName() -> UUID { supply.names.next() }

  /// The wait before a write is sent again that came to this; nil where there is no point in it.
  mutating func wait(
    after error: WorkOSError, of request: RequestID, tries: Int, mayBeDone: Bool
  ) -> RetryWait? {
    let delay = retryPolicy.delay(after: error, tries: tries, jitter: supply.chance.next())
    return delay.map {
      RetryWait(
        request: request, tries: tries, until: now.addingTimeInterval($0), error: error,
        mayBeDone: mayBeDone)
    }
  }
}

/// What a console takes fresh ids, names and chance from, without a source of its own outside.
struct Supply: Equatable, Sendable {
  var names: IdempotencyKeys
  var chance: Chance
  private var request = 1

  init(_ names: IdempotencyKeys) {
    self.names = names
    chance = Chance(session: names.session)
  }

  mutating func nextRequest() -> RequestID {
    defer { request += 1 }
    return RequestID(request)
  }
}
