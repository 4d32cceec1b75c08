import Delivery
import Foundation
import Testing
import WorkOS

@testable import ViewModel

/// Connections, directories and the portal of an organization.
struct SignInTabsTests {
  private func connection(_ state: String = "active") throws -> TabRow {
    try .made(
      """
      {"id":"conn_1","name":"Acme","connection_type":"OktaSAML","state":"\(state)",
      "domains":[{"domain":"acme.com"}]}
      """
    ) { TabRow($0 as Received<Connection>) }
  }

  private func directory(
    _ type: String = "gsuite directory", state: String = "linked"
  ) throws -> TabRow {
    try .made(
      """
      {"id":"directory_1","name":"Acme Directory","type":"\(type)","state":"\(state)",
      "metadata":{"users":{"active":22,"inactive":2},"groups":3}}
      """
    ) { TabRow($0 as Received<Directory>) }
  }

  private func contact() throws -> TabRow {
    try .made(#"{"id":"it_contact_1","email":"it@acme.com"}"#) {
      TabRow($0 as Received<ITContact>)
    }
  }

  @Test func `a connection is deleted after it was said who is locked out, and z takes it back`()
    throws
  {
    var visit = TabVisit(ConnectionsTab(), [try connection()], kind: .live)
    visit.tab(.actionWanted("remove-connection"))
    #expect(visit.tabs.asking?.question.text[1].contains("acme.com") == true)
    visit.tab(.confirmed)
    #expect(visit.tabs.underway.isEmpty, "the name was not typed")

    visit.tab(.nameTyped("Acme"), .confirmed, .undone)
    visit.scenario.wait(10)
    #expect(visit.sent.isEmpty)
    visit.tab(.actionWanted("remove-connection"), .nameTyped("Acme"), .confirmed)
    visit.scenario.wait(5)
    visit.answer(.row(try connection()))
    #expect(visit.sent == ["DELETE /connections/conn_1"])
    visit.answer(.row(nil))

    #expect(visit.rows.isEmpty)
  }

  @Test(arguments: [
    ("active", "It is in use: people of acme.com can no longer sign in through it, at once."),
    ("inactive", "It is inactive: nobody signs in through it as it is."),
    ("draft", "It is not set up to its end: nobody signs in through it so far."),
  ])
  func `who is locked out by a delete hangs on the state of the connection`(
    state: String, words: String
  ) throws {
    var visit = TabVisit(ConnectionsTab(), [try connection(state)])

    visit.tab(.actionWanted("remove-connection"))

    #expect(visit.tabs.asking?.question.text[1] == words)
  }

  @Test(arguments: [("linked", false), ("unlinked", true), ("invalid_credentials", true)])
  func `what a delete of a directory stops hangs on its state`(
    state: String, isIdle: Bool
  ) throws {
    var visit = TabVisit(DirectoriesTab(), [try directory(state: state)])

    visit.tab(.actionWanted("remove-directory"))

    let words = visit.tabs.asking?.question.text[2]
    #expect(words?.hasPrefix("As it is, nobody is added") == isIdle)
  }

  @Test func `who revokes links is told whose go`() {
    var visit = TabVisit(PortalTab(), [TabRow(intent: "sso")])

    visit.tab(.actionWanted("revoke-portal"), .submitted)

    #expect(visit.write?.changes == [TabChange("Links made for", "workos-console-sso", "")])
    #expect(
      visit.write?.warnings == [
        "All of them go, and what is open by them; whoever made them. Every workos-console makes "
          + "links for Single sign-on with this id, where no other is typed."
      ])
    visit.tab(.formLeft, .textChanged("it@acme.com", field: "user"), .submitted)
    #expect(
      visit.write?.warnings == [
        "All of them go, whatever they set up, and what is open by them; whoever made them."
      ])
  }

  @Test func `links for one thing are not revoked by a look at another`() {
    var visit = TabVisit(PortalTab(), [TabRow(intent: "sso"), TabRow(intent: "dsync")])
    func user(_ action: String, row: Int) -> String? {
      visit.tab(.rowWanted(row), .actionWanted(action))
      defer { visit.tab(.formLeft) }
      return visit.tabs.form?.values.text("user")
    }

    #expect(user("make-portal-link", row: 0) == "workos-console-sso")
    #expect(user("revoke-portal", row: 0) == "workos-console-sso")
    #expect(user("revoke-portal", row: 1) == "workos-console-dsync")
  }

  @Test func `a connection that someone changed meanwhile is not deleted`() throws {
    var visit = TabVisit(ConnectionsTab(), [try connection("inactive")])
    visit.tab(.actionWanted("remove-connection"), .confirmed)
    visit.scenario.wait(5)

    visit.answer(.row(try connection()))

    #expect(visit.sent.isEmpty)
  }

  @Test func `the users of a directory take its place, and Esc leads back`() throws {
    var visit = TabVisit(DirectoriesTab(), [try directory()])

    visit.tab(.insideWanted)
    #expect(visit.asked?.path == "/directory_users")
    visit.answer(
      .page(
        Page(items: [
          try .made(#"{"id":"directory_user_1","email":"jane@acme.com"}"#) {
            TabRow($0 as Received<DirectoryUser>)
          }
        ])))
    #expect(visit.rows == ["jane@acme.com"])
    visit.tab(.insideLeft)

    #expect(visit.rows == ["Acme Directory"])
    #expect(visit.tabs.inside == nil)
  }

  @Test func `only a linked directory of Google's is synchronized`() throws {
    var other = TabVisit(DirectoriesTab(), [try directory("workday")])
    other.tab(.actionWanted("sync-directory"))
    #expect(other.tabs.underway.isEmpty)

    var visit = TabVisit(DirectoriesTab(), [try directory()])
    visit.tab(.actionWanted("sync-directory"))
    visit.answer(.row(try directory()))

    #expect(visit.sent == ["POST /directories/directory_1/sync"])
  }

  @Test func `a sync whose answer is lost is not sent again, and nobody claims to know`() throws {
    var visit = TabVisit(DirectoriesTab(), [try directory()])
    visit.tab(.actionWanted("sync-directory"))
    visit.answer(.row(try directory()))

    visit.fail(.timedOut)
    visit.answer(.row(try directory()))

    #expect(visit.sent.count == 1)
    #expect(
      visit.notice
        == .unconfirmed(
          .synchronize, name: "Acme Directory",
          advice: "Nothing here shows that it was asked for; asked again, it does no harm."))
  }

  @Test func `a sync asked for too soon ends with when it can be asked for again`() throws {
    var visit = try synchronizing()
    let again = visit.scenario.now + 240

    visit.fail(.rejected(.init(status: 429, retryAfter: 240)))
    visit.scenario.wait(300)

    #expect(visit.notice == .tooSoon(.synchronize, name: "Acme Directory", again: again))
    #expect(visit.tabs.underway.isEmpty)
    #expect(visit.sent.count == 1)
  }

  @Test func `a sync that is held back for a moment waits on through a stop, without a word`()
    throws
  {
    var visit = try synchronizing()
    let end = visit.scenario.now + 30
    visit.fail(.rejected(.init(status: 429, retryAfter: 30)))

    visit.scenario.advance(3)
    visit.scenario.send(.timePassed)

    #expect(visit.scenario.notice == nil)
    #expect(visit.tabs.underway.first?.deadline == end)
  }

  /// A sync was sent, and is not answered.
  private func synchronizing() throws -> TabVisit {
    var visit = TabVisit(DirectoriesTab(), [try directory()], retryPolicy: RetryPolicy())
    visit.tab(.actionWanted("sync-directory"))
    visit.answer(.row(try directory()))
    return visit
  }

  @Test func `the delete of a directory counts what goes with it`() throws {
    var visit = TabVisit(DirectoriesTab(), [try directory()])

    visit.tab(.actionWanted("remove-directory"))

    #expect(visit.tabs.asking?.question.text[1] == "Its 24 users and 3 groups go with it.")
  }

  @Test func `a portal link is masked for five minutes, and then nowhere`() throws {
    var visit = TabVisit(PortalTab(), [TabRow(intent: "sso")])
    let organization = try #require(visit.tabs.organization)
    visit.tab(.actionWanted("make-portal-link"), .submitted, .reviewAccepted)
    visit.answer(.row(TabRow(intent: "sso")))
    #expect(visit.sent.first?.contains(#""external_user_id":"workos-console-sso""#) == true)

    visit.answer(.row(TabRow(intent: "sso").telling("https://x?s3cret", organization)))
    #expect(visit.tabs.secret?.isShown == false)
    #expect(!visit.everything.contains("s3cret"))
    visit.scenario.wait(301)

    #expect(visit.tabs.secret == nil)
  }

  @Test func `a portal link that was not copied asks before it is gone, and then is`() throws {
    var visit = TabVisit(PortalTab(), [TabRow(intent: "sso")])
    let organization = try #require(visit.tabs.organization)
    visit.tab(.actionWanted("make-portal-link"), .submitted, .reviewAccepted)
    visit.answer(.row(TabRow(intent: "sso")))
    visit.answer(.row(TabRow(intent: "sso").telling("https://x?s3cret", organization)))

    visit.tab(.secretClosed)
    #expect(visit.tabs.secret?.isClosing == true)
    visit.tab(.secretClosed)

    #expect(visit.tabs.secret == nil)
    #expect(!visit.everything.contains("s3cret"))
  }

  @Test func `of a link whose answer was lost it is said what can be done`() {
    var visit = TabVisit(PortalTab(), [TabRow(intent: "sso")])
    visit.tab(.actionWanted("make-portal-link"), .submitted, .reviewAccepted)
    visit.answer(.row(TabRow(intent: "sso")))

    visit.fail(.timedOut)
    visit.answer(.row(TabRow(intent: "sso")))

    #expect(
      visit.notice
        == .unconfirmed(
          .makeLink, name: "Single sign-on",
          advice:
            "Links are shown nowhere: make another. x in the list of this tab revokes all that "
            + "were made with the id workos-console-sso."))
  }

  @Test func `of a connection that is not active it is said who sets it up`() throws {
    func facts(_ state: String) throws -> [String] {
      ConnectionsTab().details(of: try connection(state)).map(\.label)
    }

    #expect(try facts("inactive") == ["Id", "Setup"])
    #expect(try facts("draft") == ["Id", "Setup"])
    #expect(try facts("active") == ["Id"])
  }

  @Test func `an invitation to an IT contact asks, as it sends an e-mail`() throws {
    var visit = TabVisit(PortalTab(), [try contact()])
    visit.tab(.actionWanted("invite-it-contact"))
    visit.answer(.choices([TabChoice("sso", "Single sign-on")]))
    visit.tab(.picked("sso", field: "intents", beside: false), .submitted, .reviewAccepted)
    #expect(visit.tabs.asking?.question.title == "Send this e-mail?")

    visit.tab(.confirmed)
    visit.answer(.row(try contact()))

    #expect(visit.sent.first?.hasSuffix(#"/invite {"intents":["sso"]}"#) == true)
  }

  @Test func `where several can be picked at least one is asked for, else one`() throws {
    var visit = TabVisit(PortalTab(), [try contact()])
    var member = TabVisit(MembersTab())

    visit.tab(.actionWanted("invite-it-contact"), .submitted)
    member.tab(.actionWanted("add-member"), .submitted)

    #expect(visit.tabs.form?.problem(in: "intents") == "Pick at least one.")
    #expect(member.tabs.form?.problem(in: "role") == "Pick one.")
  }

  @Test(arguments: [
    (WorkOSError.status(404), "not available in this environment (404)"),
    (.status(403), "not readable with this key (403)"),
    (.status(500), "not known, as reading them failed (500); r tries again"),
    (.timedOut, "not known, as no answer could be read; r tries again"),
  ])
  func `where the IT contacts cannot be read, links are made all the same`(
    error: WorkOSError, words: String
  ) {
    var visit = TabVisit(PortalTab(), failing: error)

    visit.tab(.lastRowWanted)
    #expect(visit.rows == Portal.intents.map(TabRow.title(ofIntent:)) + ["IT contacts"])
    #expect(visit.tabs.state?.failure == nil)
    let marked = visit.tabs.state?.selected
    #expect(marked.map { PortalTab().details(of: $0) } == [TabFact("Contacts", words)])
    visit.tab(.actionWanted("remove-it-contact"))
    #expect(visit.notice == .notPossible("The IT contacts are \(words)."))
    visit.tab(.rowWanted(0), .actionWanted("make-portal-link"), .submitted)

    #expect(visit.write != nil)
  }

  @Test func `contacts that were read stay when they cannot be read again`() throws {
    var visit = TabVisit(PortalTab(), [TabRow(intent: "sso"), try contact()])

    visit.tab(.refreshWanted)
    visit.fail(.status(500))

    #expect(visit.rows == ["Single sign-on", "it@acme.com"])
    #expect(visit.tabs.state?.failure == .status(500))
  }

  @Test func `contacts come in place of why they were not there`() throws {
    var visit = TabVisit(PortalTab(), failing: .status(500))

    visit.tab(.refreshWanted)
    visit.answer(.page(Page(items: [TabRow(intent: "sso"), try contact()])))

    #expect(visit.rows == ["Single sign-on", "it@acme.com"])
  }

  @Test func `a key that is refused leaves nothing to set up`() {
    let visit = TabVisit(PortalTab(), failing: .status(401))

    #expect(visit.rows.isEmpty && visit.tabs.state?.failure == .status(401))
  }

  @Test func `what is for contacts is not done to what can be set up`() throws {
    var visit = TabVisit(PortalTab(), [TabRow(intent: "sso")])

    visit.tab(.actionWanted("remove-it-contact"))

    #expect(
      visit.notice
        == .notPossible("Single sign-on is no IT contact; mark one of those below."))
  }

  @Test func `a console that only reads makes no link`() throws {
    var visit = TabVisit(PortalTab(), [TabRow(intent: "sso")], isReadOnly: true)

    visit.tab(.actionWanted("make-portal-link"))

    #expect(visit.tabs.form == nil)
  }
}
