import Cells
import Foundation
import JSON
import Testing
import ViewModel
import WorkOS

@testable import Frontend

/// The card of a person and the check of their sign-in, as they are seen.
@Suite(.timeLimit(.minutes(20)))
struct AnswerScreenTests {
  @Test(arguments: [(24, 80), (40, 120)])
  func `the card of a person stands over the list, or beside it`(rows: Int, columns: Int) {
    var driver = Driver.searching(rows: rows, columns: columns)
    driver.answerAbout(.jane)

    #expect(driver.pane == .person)
    expectScreen("person-\(columns)", of: driver)
  }

  @Test func `who was found is said after the card was left, and a key opens it again`() {
    var driver = Driver.listing([Sample.globex])
    driver.press(.character("/"))
    driver.type("jane@acme.com")
    #expect(driver.screen.text.contains("person"))
    driver.press(.enter)
    driver.answerSearch()
    driver.answerAbout(.jane)

    driver.press(.escape)
    #expect(driver.pane == .list)
    expectScreen("person-left", of: driver)
    driver.press(.character("p"))

    #expect(driver.pane == .person)
  }

  @Test func `an id that is no organization's says what it is of and where that stands`() {
    var driver = Driver.listing([Sample.globex])
    driver.press(.character("/"))
    driver.type("conn_01K5ZXJD5QWM5YQAVG1RZKQX7H")
    driver.press(.enter)
    driver.answerSearch()

    #expect(driver.screen.text.contains("It is the id of a connection"))
  }

  @Test func `nobody with a domain beyond ASCII is named as typed, and as it was asked for`() {
    var driver = Driver.listing([Sample.globex], rows: 24, columns: 160)
    driver.press(.character("/"))
    driver.press(.paste("wei.wang@müller-söhne.example"), .enter)
    driver.answerSearch()
    var nobody = SamplePerson.jane
    nobody.user = .success(.user(nil))
    nobody.invitations = .success(.invitations(FirstPage([])))
    driver.answerAbout(nobody)

    #expect(
      driver.screen.text.contains(
        "No user has “wei.wang@müller-söhne.example” (xn--mller-shne-kcb9d.example), and no"))
  }

  @Test func `the id of a user within an address of the dashboard is said to be one`() {
    var driver = Driver.listing([Sample.globex], columns: 120)
    driver.press(.character("/"))
    driver.press(
      .paste("https://dashboard.workos.com/environment_01K5ZXJD5QWM5YQAVG1RZKQX7A/users/"),
      .paste("user_01K5ZXJD5QWM5YQAVG1RZKQX7H/details"))
    #expect(
      driver.screen.text.contains(
        "person; name or external id user_01K5ZXJD5QWM5YQAVG1RZKQX7H"))
    driver.press(.enter)
    driver.answerSearch()

    #expect(driver.screen.text.contains("It is the id of a user"))
    #expect(!driver.screen.text.contains("domain dashboard.workos.com"))
  }

  @Test func `what of a card is not there yet, or could not be read, says so`() {
    var driver = Driver.searching()
    var jane = SamplePerson.jane
    jane.invitations = .failure(.rejected(WorkOSError.Rejection(status: 403, requestID: "req_1")))
    driver.answerAbout(jane, steps: 3)
    expectScreen("person-reading", of: driver)

    driver.answerAbout(jane)
    expectScreen("person-failed", of: driver)
  }

  @Test(arguments: [(24, 80), (40, 120), (12, 40)])
  func `what a sign-in hangs on stands a line each`(rows: Int, columns: Int) {
    var driver = Driver.listing([Sample.acme], rows: rows, columns: columns)
    driver.press(.character("W"))
    driver.press(.paste("Ravi <ravi@acme.com>"))
    driver.press(.enter)
    driver.answerAbout(.ravi)

    #expect(driver.pane == .signIn)
    expectScreen("sign-in-\(columns)", of: driver)
  }

  @Test func `answers come in a line each`() {
    var driver = Driver.listing([Sample.acme])
    driver.press(.character("W"))
    driver.type("ravi@acme.com")
    driver.press(.enter)
    driver.answerAbout(.ravi, steps: 4)

    expectScreen("sign-in-reading", of: driver)
  }

  @Test func `an address is asked for, and one that is none is refused in place`() {
    var driver = Driver.listing([Sample.acme])
    driver.press(.character("W"))
    driver.type("ravi")
    driver.press(.enter)

    #expect(driver.pane == .signInEmail)
    expectScreen("sign-in-email", of: driver)
  }

  @Test(arguments: [0, 1, 2, 3])
  func `on the smallest screen it is said whose, and of whom, below what is told`(lines: Int) {
    var acme = Sample.acme
    acme.name = "Acme Corporation of the United Kingdom and Northern Ireland, Staging"
    var driver = Driver.listing([acme], rows: 8, columns: 40)
    if lines > 0 {
      let words = String(repeating: "word ", count: 7 * lines)
      driver.send(.noticed(.readFailed(Sample.rejection(403, words))))
    }

    driver.press(.character("W"))
    driver.type("ravi")

    #expect(driver.pane == .signInEmail)
    #expect(driver.screen.text.contains("Whose"))
    #expect(driver.screen.text.contains("Staging"))
    #expect(driver.screen.text.contains("ravi"))
    driver.press(.enter)
    #expect(driver.screen.text.contains("Type or paste an e-mail address."))
  }

  @Test func `a line leads to where it is mended, with the row marked`() {
    var driver = Driver.listing([Sample.acme])
    driver.press(.character("W"))
    driver.type("ravi@acme.com")
    driver.press(.enter)
    driver.answerAbout(.ravi)

    #expect(driver.screen.text.contains("Enter: Members, then c (reactivate)"))
    driver.press(.enter)
    driver.answerRead(.success(Sample.acme))

    #expect(driver.pane == .tab(MembersTab()))
    #expect(driver.console.detail.organization?.id == Sample.acme.id)
  }

  @Test func `with read-only it leads there, and no key is named that is not there`() {
    var driver = Driver.listing([Sample.acme], isReadOnly: true)
    driver.press(.character("W"))
    driver.type("ravi@acme.com")
    driver.press(.enter)
    driver.answerAbout(.ravi)

    #expect(driver.screen.text.contains("Enter: Members"))
    #expect(!driver.screen.text.contains("then c"))
  }

  @Test func `a ticket gets all of it as plain text, and nothing secret`() throws {
    var driver = Driver.listing([Sample.acme])
    driver.press(.character("W"))
    driver.type("ravi@acme.com")
    driver.press(.enter)
    driver.answerAbout(.ravi)
    driver.press(.character("y"))

    guard case .copy(let text, _)? = driver.commands.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(
      text.text.hasPrefix(
        "Sign-in of ravi@acme.com to Acme Corporation (\(Sample.acme.id.rawValue)), looked at "))
    #expect(text.text.contains("✗ Membership: inactive, as member"))
    #expect(!text.text.contains("sk_"))
  }

  @Test func `a summary of a person is copied as plain text`() throws {
    var driver = Driver.searching()
    driver.answerAbout(.jane)
    driver.press(.character("y"))

    guard case .copy(let text, _)? = driver.commands.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text.text.hasPrefix("Jane Doe <jane@acme.com>\nUser: user_1\nE-mail: verified\n"))
    #expect(text.text.contains("- Acme Corporation (\(Sample.acme.id.rawValue)): admin · active"))
    #expect(!text.text.contains("secret"))
  }

  @Test func `on the card W looks at the marked organization, and Esc goes back step by step`() {
    var driver = Driver.searching()
    driver.answerAbout(.jane)

    driver.press(.character("j"), .character("W"))
    #expect(driver.pane == .signIn)
    #expect(driver.console.answers.signIn?.facts.organization == Sample.globex.id)
    driver.press(.escape)
    #expect(driver.pane == .person)
    driver.press(.escape)
    #expect(driver.pane == .list)
    #expect(driver.console.list.search != nil)
  }

  @Test(arguments: [80, 100, 120, 140, 200])
  func `no line of the card is broken where there is room`(columns: Int) {
    var driver = Driver.searching(columns: columns)
    driver.answerAbout(.jane)

    let text = driver.screen.text
    #expect(text.contains("2026-03-11 09:26 UTC · 3 days ago"))
    #expect(text.contains("member · expired 2026-02-12"))
    #expect(text.contains("org_01M67FS3C1Q4P6QWEF0SHE1003"))
  }

  @Test func `where no organization is marked, W says what to do`() {
    var driver = Driver.searching()
    var nobody = SamplePerson.jane
    nobody.memberships = .success(.memberships(FirstPage([])))
    nobody.invitations = .success(.invitations(FirstPage([])))
    nobody.claimants = .success(.claimants(FirstPage([])))
    driver.answerAbout(nobody)

    driver.press(.character("W"))

    #expect(driver.screen.text.contains("No organization is marked here."))
    #expect(driver.pane == .person)
  }

  @Test func `hostile text in every field harms nothing`() {
    let hostile = "\u{1B}[2Jevil\u{202E}\nline\u{9B}31m" + String(repeating: "w", count: 300)
    for columns in [40, 80, 120] {
      var driver = Driver.searching(columns: columns)
      driver.answerAbout(.hostile(hostile))
      let card = driver.screen.text
      // The first brings the marked line in sight, where the card is longer than the screen.
      driver.press(.character("W"))
      if driver.pane == .person { driver.press(.character("W")) }
      driver.answerAbout(.hostile(hostile))
      driver.press(.character("y"))
      for text in [card, driver.screen.text] {
        #expect(
          !text.unicodeScalars.contains { "\u{1B}\u{202E}\u{9B}".unicodeScalars.contains($0) })
      }
      guard case .copy(let text, _)? = driver.commands.last else { continue }
      #expect(!text.text.unicodeScalars.contains("\u{1B}"))
      #expect(text.text.split(separator: "\n").count == 10)
    }
  }

  @Test(arguments: ["person", "sign-in"])
  func `the keys of the answers are in their help`(pane: String) {
    var driver = Driver.searching(rows: 40, columns: 80)
    driver.answerAbout(.jane)
    if pane == "sign-in" { driver.press(.character("W")) }
    driver.press(.character("?"))

    expectScreen("help-\(pane)", of: driver)
  }
}

/// What a server may answer about a person.
struct SamplePerson {
  typealias Answer = Result<PersonFacts.Finding, WorkOSError>

  var user: Answer
  var memberships: Answer
  var invitations: Answer = .success(.invitations(FirstPage([])))
  var claimants: Answer = .success(.claimants(FirstPage([Sample.acme])))
  var organization: Answer = .success(.organization(Sample.acme))
  var connections: Answer = .success(
    .connections(
      FirstPage([
        Connection(id: "conn_1", name: "Acme Okta", state: .inactive, domains: ["acme.com"])
      ])))
  var directories: Answer = .success(
    .directories(
      FirstPage([Directory(id: "directory_1", name: "Acme Google", state: .invalidCredentials)])))
  var directoryUser: Answer = .failure(
    .rejected(WorkOSError.Rejection(status: 403, requestID: "req_2")))
  var signIns: Answer = .success(
    .signIns(
      Page(items: [
        SignIn(
          id: "event_1", kind: "authentication.password_failed", email: "ravi@acme.com",
          errorCode: "organization_membership_inactive", happenedAt: Sample.now - 600)
      ])))

  static func user(_ email: String, _ first: String, _ last: String) -> Answer {
    .success(
      .user(
        Received(
          User(
            id: "user_1", email: email, firstName: first, lastName: last, isEmailVerified: true,
            lastSignInAt: Sample.now - 3 * 86400, createdAt: Sample.now - 90 * 86400),
          json: RawJSON("{}"))))
  }

  static func membership(
    _ id: String, _ organization: Organization, _ role: String, _ status: Membership.Status
  ) -> Received<Membership> {
    Received(
      Membership(
        id: id, userID: "user_1", organizationID: organization.id.rawValue,
        organizationName: organization.name, status: status, roles: [role],
        user: User(id: "user_1", email: "ravi@acme.com")), json: RawJSON("{}"))
  }

  /// An admin of one organization, who is inactive in another, with an invitation that ran out.
  static let jane = SamplePerson(
    user: user("jane@acme.com", "Jane", "Doe"),
    memberships: .success(
      .memberships(
        FirstPage([
          membership("om_1", Sample.acme, "admin", .active),
          membership("om_2", Sample.globex, "member", .inactive),
        ]))),
    invitations: .success(
      .invitations(
        FirstPage([
          Invitation(
            id: "invitation_1", email: "jane@acme.com", state: .expired,
            organizationID: Sample.bare.id.rawValue, role: "member",
            expiresAt: Sample.now - 30 * 86400)
        ]))))

  /// A member who was deactivated.
  static let ravi = SamplePerson(
    user: user("ravi@acme.com", "Ravi", "Kumar"),
    memberships: .success(
      .memberships(FirstPage([membership("om_3", Sample.acme, "member", .inactive)]))))

  static func hostile(_ text: String) -> SamplePerson {
    var organization = Sample.acme
    organization.name = text
    organization.domains = [OrganizationDomain(domain: "acme.com", state: .init(rawValue: text))]
    var person = SamplePerson(
      user: user("jane@acme.com", text, text),
      memberships: .success(
        .memberships(
          FirstPage([membership("om_1", organization, text, .init(rawValue: text))]))))
    person.invitations = .success(
      .invitations(
        FirstPage([
          Invitation(
            id: text, email: text, state: .init(rawValue: text),
            organizationID: Sample.acme.id.rawValue, role: text)
        ])))
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
    person.signIns = .success(
      .signIns(
        Page(items: [
          SignIn(id: text, kind: text, userID: "user_1", errorCode: text, happenedAt: Sample.now)
        ])))
    return person
  }

  func answer(to step: PersonFacts.Step) -> Answer {
    switch step {
    case .user: user
    case .memberships: memberships
    case .invitations: invitations
    case .claimants: claimants
    case .organization: organization
    case .connections: connections
    case .directories: directories
    case .directoryUser: directoryUser
    case .signIns: signIns
    }
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
  mutating func answerAbout(_ person: SamplePerson, steps: Int = .max) {
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
