import Foundation
import JSON
import WorkOS

/// One sending of a change: which it is, and all that it takes to put it in the journal.
///
/// A change that is sent again is another sending of the same write: whether it may be sent again
/// is decided anew each time, with the organization read again.
package struct Sending: Equatable, Sendable {
  /// What the journal says of it.
  package var account: WriteAccount
  /// Which sending of the change this is, 1 or more.
  package var attempt = 1
  /// Which request of its act this is, from 1 on, and of how many.
  package var step = 1
  package var steps = 1
  /// A sending before this one may have been carried out, though its answer was lost.
  package var mayBeDone = false

  package init(
    account: WriteAccount, attempt: Int = 1, step: Int = 1, steps: Int = 1, mayBeDone: Bool = false
  ) {
    self.account = account
    self.attempt = attempt
    self.step = step
    self.steps = steps
    self.mayBeDone = mayBeDone
  }
}

/// A write as the journal tells it, whoever sends it and however often.
package struct WriteAccount: Equatable, Sendable {
  /// The journal's name of the write: one for all requests of an act, and all their sendings.
  package var write: UUID
  package var action: JournalIntent.Action
  /// The organization before; nil when creating.
  package var before: Organization?
  package var name: String
  /// What is sent; nil when deleting.
  package var change: RawJSON?

  package init(
    write: UUID, action: JournalIntent.Action, before: Organization?, name: String,
    change: RawJSON?
  ) {
    self.write = write
    self.action = action
    self.before = before
    self.name = name
    self.change = change
  }
}
