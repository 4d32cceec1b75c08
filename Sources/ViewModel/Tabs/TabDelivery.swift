import Delivery
import Foundation
import JSON
import WorkOS

/// A write of a tab on its way, from its last answer to what became of it.
package struct TabDelivery: Equatable, Sendable {
  package enum Phase: Equatable, Sendable {
    /// Nothing has been sent; it can be taken back until then.
    case queued(until: Date)
    /// Its row is read once more: only what was agreed to is changed.
    case checking(Pending)
    case sending(Pending)
    /// It was not carried out, or nobody knows; it is to be sent again.
    case waiting(RetryWait)
    /// The answer was lost, and the row is read to see what happened.
    case verifying(Pending)
  }

  /// The journal's name of it.
  package let id: UUID
  package let organization: Organization
  package let tab: String
  package internal(set) var write: TabWrite
  package internal(set) var phase: Phase
  /// The form that it was typed in; nil: it comes from none.
  var form: TabFormSession.Key?
  var tries = 0
  /// Whether it is read whether something is still to be asked, and not its row.
  var isLookingAround = false
  /// Why one of the sendings got no answer that tells: it may have been carried out.
  var lostAnswer: WorkOSError?

  package var pending: Pending? {
    switch phase {
    case .queued, .waiting: nil
    case .checking(let pending), .sending(let pending), .verifying(let pending): pending
    }
  }

  /// When it goes on by itself.
  package var deadline: Date? {
    switch phase {
    case .queued(let until): until
    case .waiting(let wait): wait.until
    case .checking, .sending, .verifying: nil
    }
  }

  /// Whether it is certain that nothing has come of it.
  package var canBeTakenBack: Bool {
    switch phase {
    case .queued, .checking, .waiting: lostAnswer == nil
    case .sending, .verifying: false
    }
  }

  /// Has it wait for its next sending until then.
  mutating func wait(until end: Date) {
    switch phase {
    case .queued: phase = .queued(until: end)
    case .waiting(var wait):
      wait.until = end
      phase = .waiting(wait)
    case .checking, .sending, .verifying: break
    }
  }

  /// What the journal says of it.
  var account: WriteAccount {
    WriteAccount(
      write: id, verb: write.verb.account,
      subject: Subject(
        kind: Subject.Kind(rawValue: write.kind), id: write.id, name: write.name,
        organization: Subject.Owner(id: organization.id.rawValue, name: organization.name)),
      before: write.before?.json, change: write.call.request.body,
      secrets: write.call.request.secrets)
  }

  var sending: Sending {
    Sending(account: account, attempt: tries, mayBeDone: lostAnswer != nil)
  }

  /// Writes down that it is over and was never sent; how a sending ended is written down already.
  func recordEnd(_ turn: inout Turn) {
    if tries == 0 { turn.effects.append(.recordUnsent(id)) }
  }

  /// Writes down that it was carried out, which settles a sending whose answer was lost.
  func recordDone(_ turn: inout Turn) {
    recordEnd(&turn)
    guard tries > 0 else { return }
    turn.effects.append(.record(.outcome(id, JournalOutcome(result: .done, tries: tries))))
  }
}
