import Delivery
import Foundation
import JSON
import WorkOS

/// A line of what happened: an event of the server, or a write from here.
package struct EventLine: Equatable, Sendable, Identifiable {
  package enum What: Equatable, Sendable {
    case event(OrganizationEvent, RawJSON)
    /// A write of the journal, which the server may tell as an event too.
    case own(JournalEntry)
  }

  package let id: String
  package let time: Date
  package let what: What
  /// The address of whom it is about, where the event tells only an id and others tell whose that is.
  private(set) var address: String?

  init(_ received: Received<OrganizationEvent>) {
    id = received.item.id
    time = received.item.createdAt ?? .distantPast
    // An invitation's token works for whoever has it.
    what = .event(received.item, received.json.withholding(Events.secrets))
  }

  init(_ entry: JournalEntry) {
    id = entry.id.uuidString
    time = entry.time
    what = .own(entry)
  }

  package var isOwn: Bool {
    if case .own = what { true } else { false }
  }

  /// What happened, in words: `member created`, `SSO sign-in failed`, `update organization`.
  package var title: String {
    switch what {
    case .event(let event, _): event.words
    case .own(let entry): entry.words
    }
  }

  /// What it happened to.
  package var subject: String {
    switch what {
    case .event(let event, _): address ?? event.subject
    case .own(let entry): entry.intent.subject.name
    }
  }

  /// The user whose address stands in place of the id that the event tells.
  package var userID: String? {
    guard address != nil, case .event(let event, _) = what else { return nil }
    return event.userID ?? event.subject
  }

  /// Whether it tells of somebody by an id, and nobody knows whose that is.
  var isNamedByID: Bool {
    guard address == nil, case .event(let event, _) = what else { return false }
    return !event.subject.contains("@")
      && (event.membershipID != nil || event.userID != nil && event.userID == event.subject)
  }

  /// The id of whom it is about and their address, where the event tells both.
  var addressTold: (User.ID, String)? {
    guard case .event(let event, _) = what, let user = event.userID, let email = event.email,
      email.contains("@")
    else { return nil }
    return (user, email)
  }

  /// Whom it happened to, by their address or, as a membership's events tell no more, by their id; nil:
  /// nobody, or it tells neither.
  package var person: PersonName? {
    // An organization may be called by somebody's address.
    let isOrganization =
      switch what {
      case .event(let event, _): event.kind.hasPrefix("organization.")
      case .own(let entry): entry.intent.subject.isOrganization
      }
    guard !isOrganization else { return nil }
    if let other = OtherID(subject), other.thing == .user { return .user(other.id) }
    guard case .success(let email) = EmailAddress.one(in: subject) else { return nil }
    return .email(email.lowercased())
  }

  /// What else is known of it, in a few words.
  package var notes: [String] {
    switch what {
    case .event(let event, _): event.notes
    case .own(let entry):
      [
        entry.outcome.map { $0.result == .neverSent ? "not sent" : $0.result.rawValue }
          ?? "unknown",
        entry.outcome?.status.map { "\($0)" },
      ].compactMap(\.self)
    }
  }

  /// What there is to be read of it as JSON: an event as the server sent it, or what was sent from here;
  /// nil: nothing was, or no more than `{}`.
  package var json: RawJSON? {
    switch what {
    case .event(_, let json): json
    case .own(let entry): entry.intent.change.flatMap { $0 == Self.nothing ? nil : $0 }
    }
  }

  /// The body of a write that has all that it says in its path.
  private static let nothing = RawJSON("{}")

  /// What a filter looks through.
  var folded: FoldedText {
    let more =
      switch what {
      case .event(let event, _): [event.kind, event.actor ?? "", userID ?? ""]
      case .own(let entry):
        // As its line begins.
        [
          "here: \(title)", entry.intent.author.user, entry.subjectID ?? "",
          entry.outcome?.requestID ?? "",
        ]
      }
    let texts = [title, subject, id] + notes + more
    return FoldedText(fields: (texts + HostName.otherForms(in: subject)).map { [$0] })
  }

  /// Names whom it is about, where only an id is told. What is read of the member comes first: the
  /// address that an event tells may be a former one.
  ///
  /// - Parameters:
  ///   - address: that of the member with this membership, where it is known.
  ///   - told: the address that events tell of a user, where one does.
  /// - Returns: whether the line reads otherwise now.
  mutating func name(
    by address: (String) -> String?, or told: (User.ID) -> String?
  ) -> Bool {
    guard self.address != nil || isNamedByID, case .event(let event, _) = what else { return false }
    let found =
      event.membershipID.flatMap(address) ?? self.address ?? event.userID.flatMap(told)
    guard let found, found != self.address else { return false }
    self.address = found
    return true
  }

  /// The newest first; of two at once, the one made later.
  static func isBefore(_ one: EventLine, _ other: EventLine) -> Bool {
    one.time == other.time ? one.id > other.id : one.time > other.time
  }
}

extension JournalEntry {
  /// What was done, such as `update organization`.
  fileprivate var words: String {
    let (verb, kind) = (intent.verb, intent.subject.kind.words)
    return verb == .invite && kind == "invitation"
      ? "send invitation" : "\(verb.rawValue) \(kind)"
  }
}

extension OrganizationEvent {
  /// What the API calls by long names, in short words.
  private static let resources: KeyValuePairs = [
    "organization_membership": "member", "organization_domain": "domain",
    "organization_role": "role", "dsync.user": "directory user", "dsync.group": "directory group",
    "dsync": "directory", "api_key": "API key",
  ]

  private static let waysToSignIn = [
    "sso": "SSO", "oauth": "OAuth", "mfa": "second factor", "magic_auth": "magic link",
  ]

  /// Its kind in words; one that is not known here is what its name says.
  package var words: String {
    if let way = kind.wholeMatch(of: /authentication\.(.+)_([a-z]+)/) {
      let name = String(way.output.1)
      let verb = way.output.2 == "out" ? "timed out" : String(way.output.2)
      let stem = way.output.2 == "out" ? name.replacing("_timed", with: "") : name
      return "\(Self.waysToSignIn[stem] ?? stem.replacing("_", with: " ")) sign-in \(verb)"
    }
    for (name, words) in Self.resources where kind.hasPrefix(name + ".") {
      return "\(words) \(kind.dropFirst(name.count + 1))".spelledOut
    }
    return kind.spelledOut
  }
}

extension String {
  fileprivate var spelledOut: String {
    replacing("_", with: " ").replacing(".", with: " ")
  }
}
