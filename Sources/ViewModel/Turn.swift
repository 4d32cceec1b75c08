import Delivery
import Foundation
import JSON
import WorkOS

/// One event being dealt with: the time it happened, and what it leads to.
struct Turn {
  let now: Date
  let retryPolicy: RetryPolicy
  var effects: [Effect] = []
  /// What the status line is to say after this turn, when there is something new to say.
  var notice: Notice.Subject?
  /// Who waits for which answer.
  var asked: Asked
  /// What each new request, write and chance is taken from.
  private(set) var supply: Supply

  init(now: Date, retryPolicy: RetryPolicy, asked: Asked, supply: Supply) {
    self.now = now
    self.retryPolicy = retryPolicy
    self.asked = asked
    self.supply = supply
  }

  /// Puts a question to the server, under an id of its own.
  mutating func ask<Value>(
    _ call: Call<Value>, for address: Asked.Address, _ urgency: Urgency = .byHand,
    _ event: @escaping @Sendable (RequestID, Result<Value, WorkOSError>) -> Event
  ) -> Pending {
    pend(address) { .ask(Question($0, call, by: address, urgency, event: event)) }
  }

  /// Reads an organization.
  mutating func read(_ id: Organization.ID, for address: Asked.Address) -> Pending {
    ask(Organizations.get(id), for: address) { .organizationRead($0, $1) }
  }

  /// Sends a change to something on the server.
  ///
  /// - Parameter after: what was changed as it is now, where the answer tells; the journal keeps it.
  mutating func write<Value>(
    _ call: Call<Value>, as sending: Sending, for address: Asked.Address,
    after: @escaping @Sendable (Value) -> RawJSON? = { _ in nil },
    _ event: @escaping @Sendable (RequestID, Result<Value, WorkOSError>) -> Event
  ) -> Pending {
    pend(address) { .write(Question($0, call, by: address, after: after, event: event), sending) }
  }

  private mutating func pend(
    _ address: Asked.Address, _ effect: (RequestID) -> Effect
  ) -> Pending {
    let id = supply.nextRequest()
    asked.add(id, for: address)
    effects.append(effect(id))
    return Pending(id: id, since: now)
  }

  /// Asks DNS for the TXT records of a name.
  mutating func lookUp(_ name: String) -> Pending {
    let id = supply.nextRequest()
    effects.append(.lookUp(id, name: name))
    return Pending(id: id, since: now)
  }

  mutating func cancel(_ pending: Pending) {
    effects.append(.cancel(pending.id))
  }

  /// A name for a write in the journal, or a key for an intent to create.
  mutating func newName() -> UUID { supply.names.next() }

  /// The next place among the writes that were agreed to.
  mutating func nextOrder() -> Int { supply.nextOrder() }

  /// Names a draft that is to be kept beside the others.
  mutating func newDraft() -> Draft.ID { Draft.ID(supply.drafts.next()) }

  /// The same for what is typed in a form of a tab.
  mutating func newTabDraft() -> TabDraft.ID { TabDraft.ID(supply.drafts.next()) }

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
  /// Names the drafts of this session.
  var drafts: IdempotencyKeys
  var chance: Chance
  private var request = 1
  private var order = 0

  init(_ names: IdempotencyKeys) {
    self.names = names
    drafts = names
    chance = Chance(session: names.session)
  }

  mutating func nextRequest() -> RequestID {
    defer { request += 1 }
    return RequestID(request)
  }

  /// Counts the writes that were agreed to.
  mutating func nextOrder() -> Int {
    order += 1
    return order
  }
}
