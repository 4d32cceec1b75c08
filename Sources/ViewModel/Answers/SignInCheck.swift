import Foundation
import WorkOS

/// Why somebody cannot sign in to an organization: what that hangs on, each looked at on its own.
///
/// It says what was seen and names no cause: something may be amiss that keeps nobody out.
package struct SignInCheck: Equatable, Sendable {
  package let facts: PersonFacts
  package let organization: Organization.ID

  package init(_ facts: PersonFacts, in organization: Organization.ID) {
    self.facts = facts
    self.organization = organization
  }

  /// Whom it is about: the address, or else the user's id.
  package var whom: String { facts.email ?? facts.name.text }

  /// When it was looked at.
  package var asOf: Date { facts.asOf }

  /// What the organization is called, once that was read.
  package var name: String? { facts.here.value?.name }

  /// In the order in which sign-in goes through them.
  package var checks: [Check] { Check.Kind.allCases.map(check) }

  private func check(_ kind: Check.Kind) -> Check {
    switch kind {
    case .user: judge(kind, facts.user, user)
    case .membership: judge(kind, facts.memberships) { _ in membership(facts.membershipHere) }
    case .domain: judge(kind, facts.here) { _ in domain }
    case .others: judge(kind, facts.claimants, others)
    case .connection: judge(kind, facts.connections, connection)
    case .directory: judge(kind, facts.directories, directory)
    case .invitation: judge(kind, facts.invitations, invitation)
    case .signIns: judge(kind, facts.signIns, signIns)
    }
  }

  /// What was read is judged; what was not is unknown, or yet to come.
  private func judge<Value>(
    _ kind: Check.Kind, _ fact: Fact<Value>, _ judgement: (Value) -> Check
  ) -> Check {
    switch fact {
    case .known(let value): judgement(value)
    case .awaited: Check(kind, .awaited, [])
    case .failed(let error) where error.isNotFound && isOrganizationGone: lost(kind)
    case .failed(let error): Check(kind, .unknown, ["could not be read: ", .failure(error)])
    case .unasked:
      switch facts.user {
      case .unasked, .awaited: Check(kind, .awaited, [])
      case .known(nil): Check(kind, .unknown, ["not looked for, as there is no user"])
      case .known: Check(kind, .unknown, ["not looked for, as the user has no address"])
      case .failed: Check(kind, .unknown, ["not looked for, as the user could not be read"])
      }
    }
  }

  /// Whether the server was asked for the organization, and knows none of this id.
  private var isOrganizationGone: Bool { facts.here.failure?.isNotFound == true }

  /// What is not found because the organization is gone, which is said once.
  private func lost(_ kind: Check.Kind) -> Check {
    kind == .domain
      ? Check(kind, .no, ["the server knows no organization \(organization.rawValue) any more"])
      : Check(kind, .none, ["not looked for, as the organization is gone"])
  }

  func place(
    _ tab: String, row: TabRow.ID? = nil, known: TabRow? = nil, remedies: String...
  ) -> AnswerPlace {
    place(tab, row: row, known: known, remedies: remedies)
  }

  func place(
    _ tab: String, row: TabRow.ID? = nil, known: TabRow? = nil, remedies: [String]
  ) -> AnswerPlace {
    AnswerPlace(organization, tab, row: row, known: known, remedies: remedies)
  }

  // MARK: The person

  private func user(_ received: Received<User>?) -> Check {
    guard let user = received?.item else {
      let open = facts.invitations.value?.items.first {
        $0.organizationID == organization.rawValue && $0.state == .pending
      }
      return Check(
        .user, .no, ["no user of this environment has \(EmailAddress.both(facts.name.text))"],
        at: place(
          "invitations", row: open?.id,
          remedies: open == nil ? "send-invitation" : "resend-invitation"))
    }
    var finding: [Check.Part] = user.name.isEmpty ? [] : ["\(user.name), "]
    let verdict: Check.Verdict
    switch user.isEmailVerified {
    case true?:
      verdict = .yes
      finding.append("e-mail verified")
    case false?:
      verdict = .no
      finding.append("the e-mail address is not verified")
    case nil:
      verdict = .unknown
      finding.append("whether the e-mail address is verified is not said")
    }
    finding +=
      user.lastSignInAt.map { [", last signed in ", .moment($0)] } ?? [", never signed in"]
    return Check(.user, verdict, finding)
  }

  private func membership(_ received: Received<Membership>?) -> Check {
    guard let received else {
      return Check(
        .membership, .no, ["not a member here"],
        at: place("members", remedies: "add-member"))
    }
    let membership = received.item
    let roles = membership.roles.joined(separator: ", ")
    let role = roles.isEmpty ? "" : ", as \(roles)"
    let managed = membership.isDirectoryManaged ? ", managed by a directory" : ""
    let row = facts.row(of: received)
    switch membership.status {
    case .active?:
      return Check(
        .membership, .yes, ["active\(role)\(managed)"], at: place("members", known: row))
    case .inactive?:
      return Check(
        .membership, .no, ["inactive\(role)\(managed)"],
        at: place("members", known: row, remedies: "reactivate-member"))
    case .pending?:
      return Check(
        .membership, .no, ["pending\(role)\(managed), not active"],
        at: leadsToInvitation)
    case let status:
      let words = status.map { "its status is “\($0.rawValue)”, which is not known here" }
      return Check(
        .membership, .unknown, ["\(words ?? "its status is not said")\(role)"],
        at: place("members", known: row))
    }
  }

  /// The newest invitation to the organization.
  private var invitationHere: Invitation? {
    facts.invitations.value?.items.first { $0.organizationID == organization.rawValue }
  }

  /// Where an invitation is sent: what makes a pending membership active is that one is accepted.
  private var leadsToInvitation: AnswerPlace {
    guard facts.invitations.value != nil else { return place("invitations") }
    // One that is not pending any more cannot be sent again (400 `invite_expired`, `invite_revoked`).
    return place(
      "invitations", row: invitationHere?.id,
      remedies: invitationHere?.state == .pending ? "resend-invitation" : "send-invitation")
  }

  private func invitation(_ page: FirstPage<Invitation>) -> Check {
    let status = facts.membershipHere?.item.status
    let isMember = status == .active
    guard let newest = invitationHere else {
      if status == .pending {
        return Check(
          .invitation, .no, ["none to this organization, and the membership is pending"],
          at: leadsToInvitation)
      }
      return Check(
        .invitation, .none, [isMember ? "none, and none is needed" : "none to this organization"],
        at: isMember ? nil : leadsToInvitation)
    }
    let hasRunOut = newest.expiresAt.map { $0 <= facts.asOf } == true
    let expiry: [Check.Part] = newest.expiresAt.map { [.moment($0)] } ?? ["a time that is not said"]
    let leads = leadsToInvitation
    let open: Check.Verdict = isMember ? .none : .no
    switch newest.state {
    case .accepted?:
      let when: [Check.Part] = newest.acceptedAt.map { [" ", .moment($0)] } ?? []
      return Check(.invitation, .yes, ["accepted"] + when, at: leads)
    case .pending? where hasRunOut:
      return Check(.invitation, open, ["not accepted, and ran out "] + expiry, at: leads)
    case .pending?:
      return Check(.invitation, open, ["pending until "] + expiry, at: leads)
    case .expired?: return Check(.invitation, open, ["expired "] + expiry, at: leads)
    case .revoked?:
      let when: [Check.Part] = newest.revokedAt.map { [" ", .moment($0)] } ?? []
      return Check(.invitation, open, ["revoked"] + when, at: leads)
    case let state:
      let words = state.map { "its state is “\($0.rawValue)”, which is not known here" }
      return Check(.invitation, .unknown, ["\(words ?? "its state is not said")"], at: leads)
    }
  }

  private func signIns(_ history: SignInHistory) -> Check {
    let (finding, verdict) = history.signIns.first.map { told($0, history) } ?? none(history)
    // Events are listed there only where they name the organization, as those of single sign-on do.
    guard let last = history.signIns.first else {
      return Check(.signIns, verdict, finding, at: place("events"))
    }
    guard history.isOfOrganization || last.organizationID == organization.rawValue else {
      return Check(.signIns, verdict, finding)
    }
    var leads = place("events", row: last.id)
    leads.moment = last.happenedAt
    return Check(.signIns, verdict, finding, at: leads)
  }

  /// What kept them out then may be mended, and what let them in then taken away.
  private var membershipChangedAt: Date? { facts.membershipHere?.item.updatedAt }

  private func none(_ history: SignInHistory) -> ([Check.Part], Check.Verdict) {
    let here: [Check.Part] = [
      ", and none that names this organization since ", .moment(history.sinceHere),
    ]
    if let count = history.cutAfter {
      return (
        ["none of theirs among the \(count) that were looked through; there are more"] + here,
        .unknown
      )
    }
    let cut = history.cutHereAfter.map { " among \($0); there are more" } ?? ""
    return (
      ["none since ", .moment(history.since)] + here + ["\(cut)"], cut.isEmpty ? .none : .unknown
    )
  }

  private func told(
    _ last: SignIn, _ history: SignInHistory
  ) -> ([Check.Part], Check.Verdict) {
    var finding: [Check.Part] =
      history.isOfOrganization ? ["the last that names this organization: "] : []
    finding += last.parts
    for earlier in history.signIns.dropFirst() { finding += ["; before that "] + earlier.parts }
    if let count = history.cutHereAfter ?? history.cutAfter {
      finding.append("; there are more than the \(count) that were looked through")
      return (finding, .unknown)
    }
    if let tried = last.happenedAt, let changed = membershipChangedAt, changed > tried {
      let isOff = facts.membershipHere?.item.status == .inactive
      if last.hasSucceeded == false || isOff {
        finding += ["; the membership has changed since, ", .moment(changed)]
        if isOff { finding.append(", and is inactive") }
        return (finding, .unknown)
      }
    }
    switch last.hasSucceeded {
    case true?: return (finding, .yes)
    case false?: return (finding, .no)
    case nil: return (finding, .unknown)
    }
  }
}

extension SignIn {
  /// Such as `password failed <moment> (organization_membership_inactive)`.
  fileprivate var parts: [Check.Part] {
    let words = kind.replacing("authentication.", with: "").replacing("_", with: " ")
    let time: [Check.Part] = happenedAt.map { [" ", .moment($0)] } ?? []
    // The code says it in a word; the API's own sentence is what is left where there is none.
    let reason = errorCode ?? errorMessage
    return ["\(words)"] + time + (reason.map { [" (\($0))"] } ?? [])
  }
}
