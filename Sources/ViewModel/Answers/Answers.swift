import Delivery
import WorkOS

/// The answers that support asks for most: who somebody is, and why they cannot sign in.
package struct Answers: Equatable, Sendable {
  /// Whom a search may be about, until it is known that there is somebody.
  var sought: Inquest?
  /// The card of a person.
  package internal(set) var person: Inquest?
  /// What a sign-in hangs on; it lies over the card where it was asked from there.
  package internal(set) var signIn: Inquest?
  /// Whose sign-in it is about, while that is typed.
  package internal(set) var asking: EmailQuestion?
  /// Where an answer leads, while its organization is read.
  var goingTo: AnswerPlace?
  /// What it then goes back through.
  var origins: [DetailOrigin] = []
  /// What is to be marked where one led to, once its rows are there.
  var toMark: AnswerPlace?
  /// Whether what they led to is in sight in their place, until it is left.
  package internal(set) var isBehind = false
  /// What was typed last, and not sent.
  var typed = ""

  /// The card, when it is the one in sight.
  package var cardInSight: Inquest? { isBehind || signIn != nil ? nil : person }

  package var checkInSight: Inquest? { isBehind ? nil : signIn }

  /// What a request that is not answered yet reads.
  package func step(of request: RequestID) -> PersonFacts.Step? {
    [person, signIn, sought].lazy.compactMap { $0?.step(of: request) }.first
  }

  package var reads: [Pending] {
    [person, signIn, sought].compactMap { $0?.reads }.flatMap(\.self)
  }
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
  /// Out of the innermost of: the address, the check, the card.
  case left
  case answered(RequestID, Result<PersonFacts.Finding, WorkOSError>)
}
