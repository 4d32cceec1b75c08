import Delivery
import Foundation
import JSON
import WorkOS

/// How far a write has come that was agreed to.
package enum WritePhase: Equatable, Sendable {
  /// Nothing has been sent; it can be taken back until then.
  case queued(until: Date)
  /// Its time has come, and its subject is read once more, before each sending: only what the person
  /// saw and agreed to is changed.
  case checking(Pending)
  case sending(Pending)
  /// It was sent and not carried out, or nobody knows; it is to be sent again.
  case waiting(RetryWait)
  /// The answer was lost, and its subject is being read to see what happened.
  case verifying(Pending)
}

/// A write on its way, from its confirmation to what became of it: the delete of an organization, or
/// what is done in a tab.
package protocol WriteUnderway: Equatable, Sendable {
  /// The journal's name of it.
  var id: UUID { get }
  /// Its place among all that were agreed to, of either kind: later ones have higher numbers.
  var order: Int { get }
  var phase: WritePhase { get set }
  /// How often it was sent.
  var tries: Int { get set }
  /// Why one of the sendings got no answer that tells: it may have been carried out.
  var lostAnswer: WorkOSError? { get set }
  /// The server's word that there is no such thing, until a reading shows whether that is so.
  var missing: WorkOSError? { get set }
  /// Whether sending it twice does the same as once.
  var isRepeatable: Bool { get }
  /// Whether its subject is not there any more once it is done.
  var takesSubjectAway: Bool { get }
  /// Whether it is counted down before it is sent for the first time.
  var waitsOutGrace: Bool { get }
  /// What the journal says of it.
  var account: WriteAccount { get }
  /// The requests that are waited for.
  var awaited: [Pending] { get }
}

extension WriteUnderway {
  /// The request that is waited for, once there is one.
  package var pending: Pending? {
    switch phase {
    case .queued, .waiting: nil
    case .checking(let pending), .sending(let pending), .verifying(let pending): pending
    }
  }

  package var awaited: [Pending] { pending.map { [$0] } ?? [] }

  /// When it goes on by itself.
  package var deadline: Date? {
    switch phase {
    case .queued(let until): until
    case .waiting(let wait): wait.until
    case .checking, .sending, .verifying: nil
    }
  }

  /// Until when it is counted down, seen by the person who may take it back.
  package var graceEnd: Date? {
    if case .queued(let until) = phase { until } else { nil }
  }

  /// Whether it is certain that nothing has come of it, so that it can be taken back: it was not
  /// sent, or only refused without being looked at.
  package var canBeTakenBack: Bool {
    switch phase {
    case .queued, .checking, .waiting: lostAnswer == nil
    case .sending, .verifying: false
    }
  }

  /// Whether its grace time is over and nothing has come of it, as it is being read first.
  var isCheckedFirst: Bool {
    if case .checking = phase { waitsOutGrace && lostAnswer == nil } else { false }
  }

  /// Whether it is to be sent by and by, if nobody objects.
  var countsDown: Bool { deadline != nil || isCheckedFirst }

  /// Whether it would be sent again if nobody objects.
  package var isToBeRepeated: Bool {
    switch phase {
    case .waiting, .checking: true
    case .queued, .sending, .verifying: false
    }
  }

  /// This sending of it, for the journal and the answer.
  var sending: Sending {
    Sending(account: account, attempt: tries, mayBeDone: lostAnswer != nil)
  }

  /// Has it wait for its next sending, whatever it waits after.
  mutating func wait(until end: Date) {
    switch phase {
    case .queued: phase = .queued(until: end)
    case .waiting(var wait):
      wait.until = end
      phase = .waiting(wait)
    case .checking, .sending, .verifying: break
    }
  }

  /// Takes in that a sending failed, and has it wait for the next one where there is to be one; false
  /// when it is not to be sent again by itself.
  mutating func isSentAgain(
    after error: WorkOSError, of request: RequestID, _ turn: inout Turn
  ) -> Bool {
    if error.leavesWriteUnknown { lostAnswer = error }
    // What was held back was not sent.
    if error.isToAnother { tries -= 1 }
    // What may make a second one is looked for, and never sent again by itself.
    guard lostAnswer == nil || isRepeatable,
      let wait = turn.wait(
        after: error, of: request, tries: tries, mayBeDone: lostAnswer != nil)
    else { return false }
    phase = .waiting(wait)
    return true
  }

  /// Writes down that it is over and was never sent; how a sending ended is written down already.
  func recordEnd(because reason: JournalOutcome.Reason? = nil, _ turn: inout Turn) {
    if tries == 0 { turn.effects.append(.recordUnsent(id, because: reason)) }
  }

  /// Writes down that it was carried out, which settles a sending whose answer was lost.
  func recordDone(after: RawJSON? = nil, _ turn: inout Turn) {
    // What is done though nothing was sent, somebody else has done.
    recordEnd(because: .gone, &turn)
    if lostAnswer != nil { record(.done, after: after, &turn) }
  }

  /// Writes down what a look afterwards showed, where the answer told something else.
  func record(_ result: JournalOutcome.Result, after: RawJSON? = nil, _ turn: inout Turn) {
    turn.effects.append(
      .record(.outcome(id, JournalOutcome(result: result, tries: tries, after: after))))
  }

  /// Writes down that it is given up before anything came of it.
  func recordTakingBack(_ turn: inout Turn) {
    if case .checking(let pending) = phase { turn.cancel(pending) }
    recordEnd(because: .takenBack, &turn)
  }
}
