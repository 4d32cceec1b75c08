import Foundation
import JSON
import ViewModel
import WorkOS

/// Jane of acme.com and an organization, as servers may answer about them; all is well at first.
package struct PersonStory: Sendable {
  package typealias Answer = Result<PersonFacts.Finding, WorkOSError>

  package static let now = Date(timeIntervalSince1970: 1_800_000_000)
  package static let email = "jane@acme.com"

  package var user: Answer = .success(.user(.jane))
  package var memberships: Answer = .success(.memberships(FirstPage([.janeHere()])))
  package var invitations: Answer = .success(.invitations(FirstPage([])))
  package var claimants: Answer = .success(.claimants(FirstPage([.acme()])))
  package var organization: Answer = .success(.organization(.acme()))
  package var connections: Answer = .success(
    .connections(
      FirstPage([Connection(id: "conn_1", name: "Okta", state: .active, domains: ["acme.com"])])))
  package var directories: Answer = .success(
    .directories(FirstPage([Directory(id: "directory_1", name: "Google", state: .linked)])))
  package var directoryUser: Answer = .success(
    .directoryUser(DirectoryUser(id: "directory_user_1", email: Self.email, state: .active)))
  /// The pages of events, as they are asked for; the last is answered again and again.
  package var signIns: [Answer] = [
    .success(
      .signIns(
        Page(items: [
          SignIn(
            id: "event_1", kind: "authentication.sso_succeeded", userID: "user_1",
            happenedAt: Self.now - 60)
        ])))
  ]

  package init() {}

  /// What is known once all was answered.
  package func facts(
    about name: PersonName = .email(Self.email), in organization: Organization.ID? = "org_1"
  ) -> PersonFacts {
    var facts = PersonFacts(about: name, in: organization, asOf: Self.now)
    var events = signIns
    while true {
      let calls = facts.nextCalls()
      if calls.isEmpty { return facts }
      for (step, _) in calls {
        if case .signIns = step, events.count > 1 {
          facts.take(events.removeFirst(), of: step)
        } else {
          facts.take(answer(to: step), of: step)
        }
      }
    }
  }

  /// The answer to a question, of events the last.
  package func answer(to step: PersonFacts.Step) -> Answer {
    switch step {
    case .user: user
    case .memberships: memberships
    case .invitations: invitations
    case .claimants: claimants
    case .organization: organization
    case .connections: connections
    case .directories: directories
    case .directoryUser: directoryUser
    case .signIns: signIns[signIns.count - 1]
    }
  }

  package var checks: [Check] { SignInCheck(facts(), in: "org_1").checks }

  /// How it stands with one of the things, and what was found.
  package func told(_ kind: Check.Kind) -> String {
    guard let check = checks.first(where: { $0.kind == kind }) else { return "" }
    let words = check.finding.map { part in
      switch part {
      case .text(let text): text
      case .moment(let date): "T\(Int(date.timeIntervalSince(Self.now)))"
      case .failure: "!"
      }
    }
    return "\(check.verdict.rawValue): \(words.joined())"
  }

  package func place(of kind: Check.Kind) -> AnswerPlace? {
    checks.first { $0.kind == kind }?.place
  }
}

extension Received<User>? {
  package static let jane = Received(
    User(
      id: "user_1", email: "Jane@acme.com", firstName: "Jane", lastName: "Doe",
      isEmailVerified: true, lastSignInAt: PersonStory.now - 60), json: RawJSON(#"{"id":"user_1"}"#)
  )
}

extension Received<Membership> {
  package static func janeHere(
    _ status: Membership.Status? = .active, id: String = "om_1", organization: String = "org_1",
    named name: String = "Acme", isDirectoryManaged: Bool = false, updatedAt: Date? = nil
  ) -> Received<Membership> {
    let user = User(id: "user_1", email: PersonStory.email, firstName: "Jane", lastName: "Doe")
    return Received(
      Membership(
        id: id, userID: "user_1", organizationID: organization, organizationName: name,
        status: status, roles: ["member"], isDirectoryManaged: isDirectoryManaged, user: user,
        updatedAt: updatedAt),
      json: RawJSON(
        #"{"id":"\#(id)","user_id":"user_1","organization_id":"\#(organization)","status":"\#(status?.rawValue ?? "")","role":{"slug":"member"},"user":{"id":"user_1","email":"jane@acme.com"}}"#
      ))
  }
}

extension Organization {
  package static func acme(
    _ state: OrganizationDomain.State? = .verified, id: Organization.ID = "org_1",
    name: String = "Acme", domain: String = "acme.com"
  ) -> Organization {
    Organization(
      id: id, name: name,
      domains: [OrganizationDomain(id: "org_domain_\(id.rawValue)", domain: domain, state: state)])
  }
}
