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

  /// Whether nothing of its act was sent before.
  var isFirst: Bool { attempt == 1 && step == 1 }

  /// What has come of its act where this one does not leave.
  var resultUnsent: JournalOutcome.Result {
    if mayBeDone { return .unknown }
    if step > 1 { return .partly }
    return isFirst ? .neverSent : .failed
  }
}

/// A write as the journal tells it, whoever sends it and however often.
package struct WriteAccount: Equatable, Sendable {
  /// The journal's name of the write: one for all requests of an act, and all their sendings.
  package var write: UUID
  package var verb: Verb
  package var subject: Subject
  /// The subject before, as the server sent it; nil for what is not made yet.
  package var before: RawJSON?
  /// What is sent; nil where no body is.
  package var change: RawJSON?
  /// The members of all of these whose values the journal does not get.
  package var secrets: Set<String>

  package init(
    write: UUID, verb: Verb, subject: Subject, before: RawJSON?, change: RawJSON?,
    secrets: Set<String> = []
  ) {
    self.write = write
    self.verb = verb
    self.subject = subject
    self.before = before
    self.change = change
    self.secrets = secrets
  }

  /// A write of an organization; `before` is nil when it is created.
  package init(
    write: UUID, action: Verb, before: Organization?, name: String, change: RawJSON?
  ) {
    self.init(
      write: write, verb: action, subject: .organization(before?.id.rawValue, name: name),
      before: before?.json, change: change)
  }
}
