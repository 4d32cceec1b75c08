import Delivery
import Foundation
import WorkOS

/// Something to do, as data. It carries all that it takes, so that nothing is read back from the state.
package enum Effect: Equatable, Sendable {
  /// Put a question to the server, as often as it takes.
  case ask(Question)
  /// Send a change to something on the server, once.
  case write(Question, Sending)
  case cancel(RequestID)
  /// Ask DNS for the TXT records of a name.
  case lookUp(RequestID, name: String)
  case record(Record)

  /// Something to keep on this machine, or to read from it.
  package enum Record: Equatable, Sendable {
    /// A write that waits to be sent.
    case queued(WriteAccount)
    /// What has been found out about a write, or become of one, without an answer to it.
    case outcome(UUID, JournalOutcome)
    case keepDraft(Draft.ID, Draft)
    case dropDraft(Draft.ID)
    case keepTabDraft(TabDraft)
    case dropTabDraft(TabDraft.ID)
    /// Those of sessions that have ended become this one's, unless it only looks.
    case loadDrafts(takesOver: Bool)
    case readJournal
  }

  /// What is put to the server, or given up; nil when it is about this machine only.
  package var request: RequestID? {
    switch self {
    case .ask(let question), .write(let question, _): question.id
    case .cancel(let id), .lookUp(let id, _): id
    case .record: nil
    }
  }

  /// Whether it changes anything on the server.
  package var isWrite: Bool { sending != nil }

  /// The question that is put, or the change that is sent as one.
  package var question: Question? {
    switch self {
    case .ask(let question), .write(let question, _): question
    case .cancel, .lookUp, .record: nil
    }
  }

  package var sending: Sending? {
    if case .write(_, let sending) = self { sending } else { nil }
  }
}

extension Effect {
  /// A delete, or another write, that was queued and will never be sent.
  static func recordUnsent(
    _ write: UUID, because reason: JournalOutcome.Reason? = nil
  ) -> Effect {
    .record(.outcome(write, JournalOutcome(result: .neverSent, tries: 0, reason: reason)))
  }
}
