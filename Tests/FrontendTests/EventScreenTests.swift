import Cells
import Delivery
import Foundation
import JSON
import Testing
import WorkOS

@testable import Frontend
@testable import ViewModel

/// What the tab of events says of its lines, of what it does not find, and of following.
@Suite(.timeLimit(.minutes(20)))
struct EventScreenTests {
  @Test(arguments: [Key.enter, .character("J")])
  func `what was sent from here does not pass for what the server sent`(key: Key) {
    var driver = Driver.open(EventsTab(), columns: 80)
    driver.answerEvents()
    driver.send(.journal(.read(.success([.expiring(RawJSON(#"{"reason":"left"}"#))]))))

    driver.press(key)
    #expect(driver.screen.text.contains("─ What was sent from here ─"))
    driver.press(.character("y"))

    guard case .copy(let copied, let what)? = driver.commands.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(copied.text.contains("left") && what == "what was sent from here")
    driver.press(.character("q"))
    driver.columns = 40
    driver.press(key)
    #expect(driver.screen.text.contains("─ What was sent from here ─"))
  }

  @Test(arguments: [Key.enter, .character("J")])
  func `where nothing but braces was sent, there is nothing to show`(key: Key) {
    var driver = Driver.open(EventsTab(), columns: 80)
    driver.answerEvents()
    driver.send(.journal(.read(.success([.expiring(RawJSON("{}"))]))))

    driver.press(key)

    #expect(driver.pane != .json)
    #expect(driver.screen.text.contains("There is nothing here for"))
  }

  @Test func `of an event with a secret it is said that the copy has none`() {
    var driver = Driver.open(EventsTab(), columns: 80)
    driver.answerEvents([
      #""event":"invitation.created","data":{"email":"jane@acme.com","token":"s3cret"}"#
    ])

    driver.press(.character("y"))

    guard case .copy(_, let what)? = driver.commands.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(what == "the event's JSON without what is secret")
  }

  @Test(arguments: [8, 12, 24])
  func `on a narrow screen what was done to a thing is whole`(rows: Int) {
    var driver = Driver.open(EventsTab(), columns: 40)
    driver.rows = rows
    driver.answerEvents([
      #""event":"organization.updated","data":{"name":"Acme"}"#,
      #""event":"organization_domain.verification_failed","data":{"domain":"acme.com"}"#,
      #""event":"invitation.revoked","data":{"email":"jane@acme.com"}"#,
    ])

    let text = driver.screen.text
    #expect(text.contains("03-14 04:00  organ… updated  Acme"))
    #expect(text.contains("03-14 05:00  domain… failed"))
    #expect(text.contains("03-14 06:00  invit… revoked"))
  }

  @Test func `what the portal can set up has no JSON, an IT contact has`() {
    var driver = Driver.open(PortalTab(), columns: 80)
    driver.answerRows(SignInTab.portal.rows)

    driver.press(.character("J"))
    #expect(driver.pane != .json)
    driver.press(.character("G"), .character("J"))
    #expect(driver.pane == .json)
  }

  @Test(arguments: ["here:", "here: expire API key", "req_7"])
  func `a write from here is found by all that stands in its line`(filter: String) {
    var driver = Driver.open(EventsTab(), columns: 80)
    driver.answerEvents([#""event":"organization.updated","data":{"name":"Acme"}"#])
    driver.send(.journal(.read(.success([.expiring(RawJSON("{}"))]))))

    driver.press(.character("/"))
    driver.type(filter)

    #expect(driver.console.events.matches.count == 1)
    #expect(driver.console.events.selected?.isOwn == true)
  }

  @Test func `of people who are named by their id alone it is said where their addresses are`() {
    var driver = Driver(24, 80, tabs: [MembersTab(), EventsTab()])
    driver.answerPage([Sample.acme])
    driver.press(.enter)
    driver.answerRead(.success(Sample.acme))
    driver.press(.character("3"))
    driver.answerEvents(["om_01", "om_09"].map(Self.changing))
    let unnamed = "2 lines name people by their id alone; 2 reads who they are."
    #expect(driver.screen.text.contains(unnamed), "below the rows")

    driver.press(.character("/"))
    driver.type("jane@acme.com")
    #expect(driver.screen.text.contains("None of the 2 lines holds “jane@acme.com”."))
    #expect(driver.screen.text.contains(unnamed))

    driver.press(.enter, .character("2"))
    driver.answerRows(TabSample.members.rows)
    driver.press(.character("3"))
    driver.answerEvents()
    #expect(driver.console.events.matches.count == 1)
    driver.press(.escape, .character("/"))
    driver.type("nobody@acme.com")
    #expect(driver.screen.text.contains("1 line names a person by their id alone."))
  }

  @Test func `where nothing of a kind happened, the key for other kinds is named`() {
    var driver = Driver.open(EventsTab(), columns: 80)
    driver.answerEvents()

    driver.send(.events(.kindsChosen("sign-ins")))
    driver.answerEvents()

    let text = driver.screen.text
    #expect(text.contains("Nothing of the kind “sign-ins” happened here in the last 7 days."))
    #expect(text.contains("K chooses other kinds. t looks further back."))
  }

  @Test func `a refusal says that events are no longer followed`() throws {
    var driver = Driver.open(EventsTab(), columns: 80)
    driver.answerEvents()
    driver.press(.character("f"))

    let id = try #require(driver.console.events.walk?.pending.id)
    let refusal = Sample.rejection(403, "Not on this plan.")
    driver.send(.events(.pageArrived(id, .failure(refusal))))

    #expect(driver.screen.text.contains("Events are no longer followed. The API key may not do"))
    #expect(!driver.status.contains("following"))
  }

  /// The change of a membership, which tells of the user no more than the id.
  private static func changing(_ membership: String) -> String {
    let data = #"{"object":"organization_membership","id":"\#(membership)","user_id":"user_x"}"#
    return #""event":"organization_membership.updated","data":\#(data)"#
  }
}

extension JournalEntry {
  /// An API key of Acme was expired from here, with this body.
  fileprivate static func expiring(_ body: RawJSON) -> JournalEntry {
    JournalEntry(
      id: Sample.session, time: Sample.now - 5400,
      intent: JournalIntent(
        verb: .expire,
        author: JournalAuthor(
          user: "sam", host: "api.workos.com", environment: "test", keyEnding: "k3y9"),
        subject: Subject(
          kind: .init(rawValue: "API key"), id: "api_key_01", name: "Deploy",
          organization: .init(id: Sample.acme.id.rawValue, name: Sample.acme.name)),
        before: nil, change: body),
      outcome: JournalOutcome(result: .done, status: 200, requestID: "req_7"))
  }
}
