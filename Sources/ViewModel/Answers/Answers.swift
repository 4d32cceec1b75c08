import Delivery
import WorkOS

/// The answers that support asks for most: who somebody is, and why they cannot sign in.
package struct Answers: Equatable, Sendable {
  /// Whom a search may be about, until it is known that there is somebody.
  var sought: Inquest?
  /// Whom the search on screen has found, while its card is not open.
  package internal(set) var found: PersonName?
  /// Whether that is nobody yet who was invited to be.
  package internal(set) var isOnlyInvited = false
  /// Whom the search on screen was about, where there is nobody.
  package internal(set) var nobody: PersonName?
  /// The card of a person and the check of a sign-in, one of each at most, the last opened last.
  var layers: [AnswerLayer] = []
  /// Whose sign-in it is about, while that is typed.
  package internal(set) var asking: EmailQuestion?
  /// Where an answer leads, while its organization is read.
  var goingTo: AnswerPlace?
  /// What it then goes back through.
  var origins: [DetailOrigin] = []
  /// The records that one has gone back to last.
  var returnedTo: RecordsName?
  /// What is to be marked where one led to, once its rows are there.
  var toMark: AnswerPlace?
  /// What was typed last, and not sent.
  var typed = ""

  /// The card of a person.
  package var person: Inquest? { layers.last { !$0.isCheck }?.inquest }

  /// What a sign-in hangs on.
  package var signIn: Inquest? { layers.last { $0.isCheck }?.inquest }

  /// The card, when it is the one in sight.
  package var cardInSight: Inquest? { inSight.flatMap { $0.isCheck ? nil : $0.inquest } }

  package var checkInSight: Inquest? { inSight.flatMap { $0.isCheck ? $0.inquest : nil } }

  private var inSight: AnswerLayer? { layers.last.flatMap { $0.isBehind ? nil : $0 } }

  /// What a request that is not answered yet reads.
  package func step(of request: RequestID) -> PersonFacts.Step? {
    inquests.lazy.compactMap { $0.step(of: request) }.first
  }

  package var reads: [Pending] { inquests.flatMap(\.reads) }

  private var inquests: [Inquest] { layers.map(\.inquest) + [sought].compactMap(\.self) }
}

/// An answer that is open, and where it lies.
struct AnswerLayer: Equatable, Sendable {
  var inquest: Inquest
  /// The open organization that it lies over, and the tab there, 0 for the overview; nil: it lies over
  /// the list, or over the answer it was asked from.
  var origin: Origin?
  /// Whether what it led to lies over it, until that is left.
  var isBehind = false

  struct Origin: Equatable, Sendable {
    var organization: Organization.ID
    var tab: Int
  }

  /// Whether it is of a sign-in, and not of a person.
  var isCheck: Bool { inquest.facts.organization != nil }
}

/// An e-mail address that is asked for, to look why its owner cannot sign in.
package struct EmailQuestion: Equatable, Sendable {
  package let organization: Organization
  package internal(set) var text: String
  /// Why what was typed is no address; nil until it was sent off.
  package internal(set) var problem: String?
}

/// What happened about an answer.
package enum AnswersEvent: Equatable, Sendable {
  /// Who this is.
  case personWanted(PersonName)
  /// Why this person cannot sign in to the organization.
  case signInWanted(PersonName, Organization.ID)
  /// The same, of somebody whose address is to be typed.
  case signInAsked(Organization.ID)
  case emailTyped(String)
  case emailSubmitted
  /// What a row or a line leads to is to be opened.
  case placeWanted(AnswerPlace)
  case refreshWanted
  /// Out of the innermost of: the address, the answer that was opened last.
  case left
  /// All of them are left for something else.
  case abandoned
  case answered(RequestID, Result<PersonFacts.Finding, WorkOSError>)
}
