import Foundation
import ViewModel
import WorkOS

/// Who somebody is, and what their sign-in hangs on, in words: on screen, for a ticket, and printed.
package struct AnswerWords: Sendable {
  let times: TimeWords
  let now: Date

  package init(timeZone: TimeZone, now: Date) {
    self.init(times: TimeWords(timeZone: timeZone), now: now)
  }

  init(times: TimeWords, now: Date) {
    self.times = times
    self.now = now
  }

  // MARK: Checks

  package static func mark(_ verdict: Check.Verdict) -> String {
    switch verdict {
    case .yes: "✓"
    case .no: "✗"
    case .none: "–"
    case .unknown: "?"
    case .awaited: "…"
    }
  }

  package static let legend =
    "✓ as sign-in needs it; ✗ not so, which may be why and need not be; – does not come into it; "
    + "? not known"

  package static func title(_ kind: Check.Kind) -> String {
    switch kind {
    case .user: "User"
    case .membership: "Membership"
    case .domain: "Domain"
    case .others: "Domain elsewhere"
    case .connection: "Single sign-on"
    case .directory: "Directory"
    case .invitation: "Invitation"
    case .signIns: "Last sign-ins"
    }
  }

  /// What was found, as one line.
  package func finding(_ check: Check) -> String {
    check.verdict == .awaited ? "reading…" : check.finding.map(text).joined()
  }

  private func text(_ part: Check.Part) -> String {
    switch part {
    case .text(let text): text
    case .moment(let date): times.minute(date)
    case .failure(let error): ErrorWords.sentenceOfReading(error)
    }
  }

  /// What a ticket needs of it; there is nothing secret in it.
  ///
  /// - Parameter name: what the organization is called, where that is known.
  package func summary(of check: SignInCheck, name: String?) -> [String] {
    let place = [name, "(\(check.organization.rawValue))"].compactMap(\.self).joined(separator: " ")
    return [
      "Sign-in of \(EmailAddress.both(check.whom)) to \(place), looked at \(times.minute(check.asOf))"
    ]
      + check.checks.map { check in
        "\(Self.mark(check.verdict)) \(Self.title(check.kind)): \(finding(check))"
      } + [Self.legend]
  }

  // MARK: A person

  package func title(of person: Person) -> String {
    let user = person.facts.user.value??.item
    return user?.name.nonBlank
      ?? AddressWords.readable(person.facts.email ?? person.facts.name.text)
  }

  /// What there is to say of the user, under a label each.
  package func facts(of person: Person) -> [(label: String, value: String)] {
    switch person.facts.user {
    case .unasked, .awaited: return [("User", "reading…")]
    case .failed(let error): return [("User", unread(error))]
    case .known(nil): return [("User", "none has this address")]
    case .known(let received?):
      let user = received.item
      let verified =
        switch user.isEmailVerified {
        case true?: "verified"
        case false?: "not verified"
        case nil: "whether it is verified is not said"
        }
      return [
        ("User", user.id), ("E-mail", verified),
        ("Last sign-in", user.lastSignInAt.map { times.moment($0, at: now) } ?? "never"),
        ("Created", user.createdAt.map { times.moment($0, at: now) } ?? "not said"),
      ]
    }
  }

  private func unread(_ error: WorkOSError) -> String {
    "could not be read: \(ErrorWords.sentenceOfReading(error))"
  }

  /// A heading, what stands below it in place of rows, and how many rows there are.
  package struct Section: Sendable {
    package var title: String
    package var note: String?
    package var rows: Int
  }

  /// The parts of the card that have rows.
  package func sections(of person: Person) -> [Section] {
    let facts = person.facts
    // Memberships are a user's.
    let memberships: Fact<Int> =
      facts.user == .known(nil) ? .known(0) : facts.memberships.map(\.items.count)
    return [
      section(
        "Member of", memberships, facts.memberships.value?.hasMore == true,
        "none", facts),
      section(
        "Invited to", facts.invitations.map(\.items.count),
        facts.invitations.value?.hasMore == true, "none", facts),
      facts.domain.map {
        section(
          "Organizations with \(DomainWords.both($0))", facts.claimants.map(\.items.count),
          facts.claimants.value?.hasMore == true,
          "none", facts)
      },
    ].compactMap(\.self)
  }

  private func section(
    _ title: String, _ count: Fact<Int>, _ hasMore: Bool, _ none: String, _ facts: PersonFacts
  ) -> Section {
    switch count {
    case .known(0): Section(title: title, note: none, rows: 0)
    case .known(let count):
      Section(
        title: title, note: hasMore ? "and more than these \(count), which are not read" : nil,
        rows: count)
    case .failed(let error): Section(title: title, note: unread(error), rows: 0)
    case .awaited: Section(title: title, note: "reading…", rows: 0)
    case .unasked:
      Section(title: title, note: facts.isComplete ? "not looked for" : "reading…", rows: 0)
    }
  }

  /// What a row says beside the name of its organization.
  package func words(for row: Person.Row, of person: Person) -> String {
    switch row {
    case .membership(let received):
      let membership = received.item
      let roles = membership.roles.joined(separator: ", ")
      let status = membership.status?.rawValue ?? "status not said"
      return [roles, status, membership.isDirectoryManaged ? "managed by a directory" : ""]
        .filter { !$0.isEmpty }.joined(separator: " · ")
    case .invitation(let invitation):
      return [invitation.role ?? "", words(for: invitation)].filter { !$0.isEmpty }
        .joined(separator: " · ")
    case .claimant(let organization):
      let domain = organization.domains.first {
        HostName.normalized($0.domain) == person.facts.domain
      }
      return domain?.state?.rawValue ?? "state not said"
    }
  }

  private func words(for invitation: Invitation) -> String {
    let expiry = invitation.expiresAt.map { times.day($0) }
    switch invitation.state {
    case .pending?:
      let hasRunOut = invitation.expiresAt.map { $0 <= now } == true
      return hasRunOut
        ? "pending, but ran out \(expiry ?? "")" : "pending" + (expiry.map { " until \($0)" } ?? "")
    case .expired?: return "expired" + (expiry.map { " \($0)" } ?? "")
    case .accepted?:
      return "accepted" + (invitation.acceptedAt.map { " \(times.day($0))" } ?? "")
    case .revoked?: return "revoked" + (invitation.revokedAt.map { " \(times.day($0))" } ?? "")
    case let state: return state?.rawValue ?? "state not said"
    }
  }

  /// All of it as plain text.
  ///
  /// - Parameter name: what an organization is called, where no answer told it.
  package func summary(of person: Person, name: (Organization.ID) -> String?) -> [String] {
    let email = person.facts.email.map(EmailAddress.both)
    let called = person.facts.user.value??.item.name.nonBlank
    var lines = [
      email.map { email in called.map { "\($0) <\(email)>" } ?? email } ?? title(of: person)
    ]
    lines += facts(of: person).map { "\($0.label): \($0.value)" }
    var rows = person.rows[...]
    for section in sections(of: person) {
      lines.append("\(section.title):" + (section.rows == 0 ? " \(section.note ?? "")" : ""))
      lines += rows.prefix(section.rows).map { row in
        "- \(place(row, of: person, name: name)): \(words(for: row, of: person))"
      }
      rows = rows.dropFirst(section.rows)
      if section.rows > 0, let note = section.note { lines.append("  \(note)") }
    }
    return lines
  }

  private func place(
    _ row: Person.Row, of person: Person, name: (Organization.ID) -> String?
  ) -> String {
    guard let id = row.organization else { return "the environment, no organization" }
    let known = person.name(of: id) ?? name(id)
    return known.map { "\($0) (\(id.rawValue))" } ?? id.rawValue
  }
}

extension String {
  fileprivate var nonBlank: String? { isBlank ? nil : self }
}
