import Delivery
import Foundation
import WorkOS

/// A question about a person that is on screen, or about to be, and the reads that answer it.
package struct Inquest: Equatable, Sendable {
  /// What is known, which grows as answers come.
  package private(set) var facts: PersonFacts
  /// What is read again, and takes the place of what is known once all of it is there.
  private var again: PersonFacts?
  private var pending: [RequestID: PersonFacts.Step] = [:]
  /// Since when answers are awaited.
  private var since = Date.distantPast

  init(about name: PersonName, in organization: Organization.ID? = nil, _ turn: inout Turn) {
    facts = PersonFacts(about: name, in: organization, asOf: turn.now)
    since = turn.now
    ask(&turn)
  }

  package var person: Person { Person(facts) }

  /// Nil where it is only asked who somebody is.
  package var check: SignInCheck? { facts.organization.map { SignInCheck(facts, in: $0) } }

  /// Whether what is shown is being read again.
  package var isReadAgain: Bool { again != nil }

  /// The reads whose waiting time is on screen.
  package var reads: [Pending] { pending.keys.map { Pending(id: $0, since: since) } }

  /// What a request that is not answered yet reads.
  package func step(of request: RequestID) -> PersonFacts.Step? { pending[request] }

  mutating func refresh(_ turn: inout Turn) {
    stop(&turn)
    again = PersonFacts(about: facts.name, in: facts.organization, asOf: turn.now)
    since = turn.now
    ask(&turn)
  }

  mutating func stop(_ turn: inout Turn) {
    for read in reads.sorted(by: { $0.id.number < $1.id.number }) { turn.cancel(read) }
    pending = [:]
    again = nil
  }

  private mutating func ask(_ turn: inout Turn) {
    var current = again ?? facts
    for (step, call) in current.nextCalls() {
      let read = turn.ask(call, for: .answers) { .answers(.answered($0, $1)) }
      pending[read.id] = step
    }
    keep(current)
  }

  private mutating func keep(_ current: PersonFacts) {
    if again == nil {
      facts = current
    } else if current.isComplete {
      (facts, again) = (current, nil)
    } else {
      again = current
    }
  }

  /// Takes in an answer; false: it is not to a question of this.
  mutating func take(
    _ id: RequestID, _ result: Result<PersonFacts.Finding, WorkOSError>, _ turn: inout Turn
  ) -> Bool {
    guard let step = pending.removeValue(forKey: id) else { return false }
    var current = again ?? facts
    current.take(result, of: step)
    if again == nil { facts = current } else { again = current }
    ask(&turn)
    return true
  }
}
