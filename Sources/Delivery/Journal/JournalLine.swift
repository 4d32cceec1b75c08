import Foundation
import JSON
import WorkOS

/// One line of the journal of writes; a write has two: what is about to be sent, and what came of it.
///
/// The first is on disk before the request leaves, so that after a crash it is known what may have
/// been done. A write without a second line ended unknown.
package struct JournalLine: Equatable, Sendable {
  package enum Event: Equatable, Sendable {
    case intent(JournalIntent)
    case outcome(JournalOutcome)
  }

  /// Names the write; its two lines share it.
  package var write: UUID
  package var time: Date
  package var event: Event

  package init(write: UUID, time: Date, event: Event) {
    self.write = write
    self.time = time
    self.event = event
  }
}

/// What is about to be sent, where, and by whom.
package struct JournalIntent: Equatable, Sendable {
  package typealias Action = Verb

  package var verb: Verb
  package var author: JournalAuthor
  package var subject: Subject
  /// The whole subject before, as the server last sent it; nil for what is not made yet.
  package var before: RawJSON?
  /// The body that is sent; nil where none is.
  package var change: RawJSON?

  package init(
    verb: Verb, author: JournalAuthor, subject: Subject, before: RawJSON?, change: RawJSON?
  ) {
    self.verb = verb
    self.author = author
    self.subject = subject
    self.before = before
    self.change = change
  }

  /// A write of an organization.
  package init(
    action: Verb, author: JournalAuthor, organizationID: String?, name: String, before: RawJSON?,
    change: RawJSON?
  ) {
    self.init(
      verb: action, author: author, subject: .organization(organizationID, name: name),
      before: before, change: change)
  }

  /// The organization that is written, or that the subject belongs to.
  package var organizationID: String? {
    subject.isOrganization ? subject.id : subject.organization?.id
  }
}

/// Who writes, and where to.
package struct JournalAuthor: Equatable, Sendable {
  /// The login name.
  package var user: String
  package var host: String
  /// `sandbox`, `test`, `live` or `unknown`.
  package var environment: String
  /// The last four characters of the API key, and no more of it.
  package var keyEnding: String

  package init(user: String, host: String, environment: String, keyEnding: String) {
    self.user = user
    self.host = host
    self.environment = environment
    self.keyEnding = keyEnding
  }
}

/// What came of a write.
package struct JournalOutcome: Equatable, Sendable {
  package enum Result: String, Equatable, Sendable {
    case done
    /// Some of its requests were carried out, and not all.
    case partly
    case failed
    /// No answer, or none that tells.
    case unknown
    /// A delete that waits to be sent; one that goes on saying so was not, as the program had ended.
    case queued
    /// A delete that was queued and taken back, or dropped when quitting.
    case neverSent = "never-sent"
  }

  /// Why something was never sent.
  package enum Reason: String, Equatable, Sendable {
    case takenBack = "taken-back"
    /// Someone else changed what was agreed to.
    case changed
    /// Someone else removed it.
    case gone
    /// What it was about could not be read before.
    case unread
    /// Something was found before that forbids it, or that is to be asked about.
    case hindered
  }

  package var result: Result
  package var status: Int?
  /// The `X-Request-ID` to quote to WorkOS support.
  package var requestID: String?
  /// How often it was sent.
  package var tries: Int
  /// The organization afterwards, as the server sent it.
  package var after: RawJSON?
  /// Nil where it was sent, or nobody said why not.
  package var reason: Reason?
  /// The id of what a person took for what it has made, while it is not known to be that.
  package var takenFor: String?

  package init(
    result: Result, status: Int? = nil, requestID: String? = nil, tries: Int = 1,
    after: RawJSON? = nil, reason: Reason? = nil, takenFor: String? = nil
  ) {
    self.result = result
    self.status = status
    self.requestID = requestID
    self.tries = tries
    self.after = after
    self.reason = reason
    self.takenFor = takenFor
  }
}

/// A write as the journal tells it: its intent, and its outcome once there is one.
package struct JournalEntry: Equatable, Sendable, Identifiable {
  package var id: UUID
  package var time: Date
  package var intent: JournalIntent
  /// Nil when the program ended before an answer came.
  package var outcome: JournalOutcome?
  /// Whether what it makes may be there twice: it was sent again while nobody knew what had come of it.
  package var isPerhapsTwice = false

  package init(id: UUID, time: Date, intent: JournalIntent, outcome: JournalOutcome?) {
    self.id = id
    self.time = time
    self.intent = intent
    self.outcome = outcome
  }
}
