import Foundation
import WorkOS

/// One of the things that a sign-in hangs on: whether it is so, and what was found.
package struct Check: Equatable, Sendable {
  /// In the order in which sign-in goes through them.
  package enum Kind: String, CaseIterable, Sendable {
    case user
    case membership
    case domain
    case others = "other_organizations"
    case connection
    case directory
    case invitation
    case signIns = "sign_ins"
  }

  package enum Verdict: String, Sendable {
    /// It is as sign-in needs it.
    case yes
    /// It is not; which may be why, and need not be.
    case no
    /// It does not come into it, such as a directory where there is none.
    case none
    /// It could not be seen, or what was seen does not say.
    case unknown
    case awaited
  }

  package var kind: Kind
  package var verdict: Verdict
  /// What was found, to be put together by whoever shows it.
  package var finding: [Part]
  /// Where it can be looked at, and mended.
  package var place: AnswerPlace?

  package init(
    _ kind: Kind, _ verdict: Verdict, _ finding: [Part], at place: AnswerPlace? = nil
  ) {
    self.kind = kind
    self.verdict = verdict
    self.finding = finding
    self.place = place
  }

  /// A piece of a sentence.
  package enum Part: Equatable, Sendable, ExpressibleByStringInterpolation {
    case text(String)
    /// Whose zone the reader is in, the screen knows.
    case moment(Date)
    /// Why it could not be read.
    case failure(WorkOSError)

    package init(stringLiteral text: String) { self = .text(text) }
  }
}

/// Where an answer leads: a tab of an organization, and a row in it.
package struct AnswerPlace: Equatable, Sendable {
  package var organization: Organization.ID
  /// The tab's id, such as `members`.
  package var tab: String
  /// The row to be marked, by its id.
  package var row: TabRow.ID?
  /// That row, where all of it is known already.
  package var known: TabRow?
  /// The actions there that may mend it, the likeliest first.
  package var remedies: [String]
  /// When what is to be seen there happened, where it is looked for by time.
  package var moment: Date?

  package init(
    _ organization: Organization.ID, _ tab: String, row: TabRow.ID? = nil, known: TabRow? = nil,
    remedies: [String] = [], moment: Date? = nil
  ) {
    self.organization = organization
    self.tab = tab
    self.row = row ?? known?.id
    self.known = known
    self.remedies = remedies
    self.moment = moment
  }
}
