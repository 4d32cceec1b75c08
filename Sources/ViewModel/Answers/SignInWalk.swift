import Foundation
import WorkOS

/// The last times somebody signed in, or tried to, as far as events were looked through.
package struct SignInHistory: Equatable, Sendable {
  /// The newest first, a few at most.
  package var signIns: [SignIn]
  /// Whether they are of those alone that name the organization, where nothing newer was found.
  package var isOfOrganization: Bool
  /// Everybody's sign-ins since then were looked through.
  package var since: Date
  /// Those that name the organization were looked through since then.
  package var sinceHere: Date
  /// How many of everybody's were looked through, where there were too many to go on; nil: all since then.
  package var cutAfter: Int?
  /// The same of those that name the organization.
  package var cutHereAfter: Int?

  package init(
    signIns: [SignIn], isOfOrganization: Bool = false, since: Date, sinceHere: Date,
    cutAfter: Int? = nil, cutHereAfter: Int? = nil
  ) {
    self.signIns = signIns
    self.isOfOrganization = isOfOrganization
    self.since = since
    self.sinceHere = sinceHere
    self.cutAfter = cutAfter
    self.cutHereAfter = cutHereAfter
  }
}

/// The way through the events of everybody's sign-ins to those of one person.
///
/// The API lists events oldest first and narrows them to no person; it narrows them to an organization, but
/// most sign-ins name none. So everybody's of the last hour are looked through, then of the day and the week
/// before, and behind that those alone that name the organization. The first span in which the person is
/// found is the last that is read.
package struct SignInWalk: Equatable, Sendable {
  /// A stretch of time before now, of everybody or of the organization alone.
  private struct Span: Equatable {
    /// In seconds before now.
    var start: TimeInterval
    var end: TimeInterval
    var isOfOrganization = false
  }

  private static let week: TimeInterval = 7 * 86400
  private static let everybody = [
    Span(start: 3600, end: 0), Span(start: 86400, end: 3600), Span(start: week, end: 86400),
  ]
  /// Nearly the 90 days for which events are kept.
  private static let here = [
    Span(start: 30 * 86400, end: week, isOfOrganization: true),
    Span(start: 89 * 86400, end: 30 * 86400, isOfOrganization: true),
  ]

  /// The pages of either kind that are read at most: an environment may have any number of sign-ins.
  static let mostPages = 6
  /// So many of the person's are told.
  private static let mostTold = 3

  /// A page of a span.
  package struct Place: Hashable, Sendable {
    var span: Int
    /// The event behind which it begins; nil: the first page.
    var after: String?
  }

  private let now: Date
  private let organization: Organization.ID?
  private var spans = everybody + here
  /// What is to be read next; nil: it has come to its end.
  private(set) var place: Place? = Place(span: 0)
  private var pages = 0
  /// How many events of this kind were looked through.
  private var events = 0
  /// How many of everybody's were, when there were too many.
  private var cutAfter: Int?
  /// The person's in this span, the oldest first.
  private var found: [SignIn] = []

  init(before now: Date, in organization: Organization.ID?) {
    self.now = now
    self.organization = organization
  }

  func call(at place: Place) -> Call<Page<SignIn>> {
    let span = spans[place.span]
    return SignIns.list(
      in: span.isOfOrganization ? organization : nil, from: now.addingTimeInterval(-span.start),
      to: span.end == 0 ? nil : now.addingTimeInterval(-span.end), after: place.after)
  }

  /// Takes in a page, and returns what was found once nothing more is to be read.
  mutating func take(_ page: Page<SignIn>, about facts: PersonFacts) -> SignInHistory? {
    guard let place else { return nil }
    let span = spans[place.span]
    pages += 1
    events += page.items.count
    found += page.items.filter { $0.isOf(facts) }
    // A cursor that leads back would lead round and round.
    if let next = page.after, !page.items.isEmpty, next != place.after {
      guard pages >= Self.mostPages else {
        self.place = Place(span: place.span, after: next)
        return nil
      }
      if span.isOfOrganization { return finish(span, cutHereAfter: events) }
      cutAfter = events
      // What is not looked through of everybody's is, as far as it names the organization.
      spans =
        Array(spans[...place.span]) + [Span(start: Self.week, end: 0, isOfOrganization: true)]
        + Self.here
    } else if !found.isEmpty {
      return finish(span)
    }
    guard place.span + 1 < spans.count,
      organization != nil || !spans[place.span + 1].isOfOrganization
    else { return finish(span) }
    if spans[place.span + 1].isOfOrganization, !span.isOfOrganization {
      (pages, events, found) = (0, 0, [])
    }
    self.place = Place(span: place.span + 1)
    return nil
  }

  private mutating func finish(_ span: Span, cutHereAfter: Int? = nil) -> SignInHistory {
    place = nil
    let everybody = spans.last { !$0.isOfOrganization && $0.start <= span.start }
    return SignInHistory(
      signIns: Array(found.suffix(Self.mostTold).reversed()),
      isOfOrganization: span.isOfOrganization,
      since: now.addingTimeInterval(-(everybody?.start ?? 0)),
      sinceHere: now.addingTimeInterval(-span.start), cutAfter: cutAfter,
      cutHereAfter: cutHereAfter)
  }
}

extension SignIn {
  /// Whether it is of this person: by the user it names, or else by the address.
  fileprivate func isOf(_ facts: PersonFacts) -> Bool {
    if let userID, let user = facts.user.value??.item { return userID == user.id }
    guard let email, let address = facts.email else { return false }
    return EmailAddress.areSame(email, address)
  }
}
