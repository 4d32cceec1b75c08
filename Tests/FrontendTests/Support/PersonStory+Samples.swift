import Foundation
import JSON
import TestSupport
import ViewModel
import WorkOS

extension PersonStory {
  /// Somebody who cannot sign in at Acme, of whom a server tells this, and of the rest the same.
  private init(user: Answer, memberships: [Received<Membership>], invitations: [Invitation] = []) {
    self.init()
    self.user = user
    self.memberships = .success(.memberships(FirstPage(memberships)))
    self.invitations = .success(.invitations(FirstPage(invitations)))
    claimants = .success(.claimants(FirstPage([Sample.acme])))
    organization = .success(.organization(Sample.acme))
    connections = .success(
      .connections(
        FirstPage([
          Connection(id: "conn_1", name: "Acme Okta", state: .inactive, domains: ["acme.com"])
        ])))
    directories = .success(
      .directories(
        FirstPage([Directory(id: "directory_1", name: "Acme Google", state: .invalidCredentials)])))
    directoryUser = .failure(.rejected(WorkOSError.Rejection(status: 403, requestID: "req_2")))
    signIns = [
      .success(
        .signIns(
          Page(items: [
            SignIn(
              id: "event_1", kind: "authentication.password_failed", email: "ravi@acme.com",
              errorCode: "organization_membership_inactive", happenedAt: Sample.now - 600)
          ])))
    ]
  }

  private static func user(_ email: String, _ first: String, _ last: String) -> Answer {
    .success(
      .user(
        Received(
          User(
            id: "user_1", email: email, firstName: first, lastName: last, isEmailVerified: true,
            lastSignInAt: Sample.now - 3 * 86400, createdAt: Sample.now - 90 * 86400),
          json: RawJSON("{}"))))
  }

  private static func membership(
    _ id: String, _ organization: Organization, _ role: String, _ status: Membership.Status
  ) -> Received<Membership> {
    Received(
      Membership(
        id: id, userID: "user_1", organizationID: organization.id.rawValue,
        organizationName: organization.name, status: status, roles: [role],
        user: User(id: "user_1", email: "ravi@acme.com")), json: RawJSON("{}"))
  }

  /// An admin of one organization, who is inactive in another, with an invitation that ran out.
  static let jane = PersonStory(
    user: user("jane@acme.com", "Jane", "Doe"),
    memberships: [
      membership("om_1", Sample.acme, "admin", .active),
      membership("om_2", Sample.globex, "member", .inactive),
    ],
    invitations: [
      Invitation(
        id: "invitation_1", email: "jane@acme.com", state: .expired,
        organizationID: Sample.bare.id.rawValue, role: "member",
        expiresAt: Sample.now - 30 * 86400)
    ])

  /// A member who was deactivated.
  static let ravi = PersonStory(
    user: user("ravi@acme.com", "Ravi", "Kumar"),
    memberships: [membership("om_3", Sample.acme, "member", .inactive)])

  static func hostile(_ text: String) -> PersonStory {
    var organization = Sample.acme
    organization.name = text
    organization.domains = [OrganizationDomain(domain: "acme.com", state: .init(rawValue: text))]
    var person = PersonStory(
      user: user("jane@acme.com", text, text),
      memberships: [membership("om_1", organization, text, .init(rawValue: text))],
      invitations: [
        Invitation(
          id: text, email: text, state: .init(rawValue: text),
          organizationID: Sample.acme.id.rawValue, role: text)
      ])
    person.claimants = .success(.claimants(FirstPage([organization])))
    person.organization = .success(.organization(organization))
    person.connections = .success(
      .connections(
        FirstPage([
          Connection(id: text, name: text, state: .init(rawValue: text), domains: ["acme.com"])
        ])))
    person.directories = .success(
      .directories(FirstPage([Directory(id: text, name: text, state: .init(rawValue: text))])))
    person.directoryUser = .success(
      .directoryUser(DirectoryUser(id: text, email: text, state: .init(rawValue: text))))
    person.signIns = [
      .success(
        .signIns(
          Page(items: [
            SignIn(id: text, kind: text, userID: "user_1", errorCode: text, happenedAt: Sample.now)
          ])))
    ]
    return person
  }
}

extension Driver {
  /// A list in which an address was looked for, of which only the person is still awaited.
  static func searching(rows: Int = 24, columns: Int = 80) -> Driver {
    var driver = Driver.listing([Sample.acme, Sample.globex], rows: rows, columns: columns)
    driver.press(.character("/"))
    driver.type("jane@acme.com")
    driver.press(.enter)
    driver.answerSearch([.domains(["acme.com"]): [Sample.acme]])
    return driver
  }

  /// Answers what is asked about a person, as much of it as there is or as is wanted.
  mutating func answerAbout(_ person: PersonStory, steps: Int = .max) {
    var left = steps
    while left > 0,
      let id = questions.first(where: { $0.question?.asker == .answers })?.request,
      let step = console.answers.step(of: id)
    {
      left -= 1
      forget(id)
      send(.answers(.answered(id, person.answer(to: step))))
    }
  }
}
