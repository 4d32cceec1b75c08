import Cells
import Delivery
import Foundation
import JSON
import Testing
import WorkOS

@testable import Frontend
@testable import ViewModel

/// Connections, directories, the portal and events, as they are on screen.
@Suite(.timeLimit(.minutes(20)))
struct SignInTabScreenTests {
  @Test(arguments: SignInTab.allCases, [80, 120])
  func `each tab with rows, with none, and with its question`(tab: SignInTab, columns: Int) {
    var driver = Driver.open(tab.tab, columns: columns)
    driver.answerRows([])
    expectScreen("tab-\(tab.rawValue)-empty-\(columns)", of: driver)

    driver = Driver.open(tab.tab, columns: columns)
    driver.answerRows(tab.rows)
    expectScreen("tab-\(tab.rawValue)-rows-\(columns)", of: driver)
    driver.press(.character("G"), .character("d"))
    expectScreen("tab-\(tab.rawValue)-question-\(columns)", of: driver)
  }

  @Test(arguments: [80, 120])
  func `a link is shown masked, with the time it still works`(columns: Int) {
    var driver = Driver.open(PortalTab(), columns: columns)
    driver.answerRows(SignInTab.portal.rows)
    driver.press(.character("m"))
    expectScreen("tab-portal-form-\(columns)", of: driver)
    driver.press(.control("s"))
    expectScreen("tab-portal-review-\(columns)", of: driver)

    driver.press(.enter)
    let row = TabRow(intent: "sso")
    driver.answerTab(.row(row))
    driver.answerTab(.row(row.telling("https://setup.example/s3cret", Sample.acme)))
    driver.now += 61
    driver.send(.timePassed)

    #expect(!driver.screen.text.contains("s3cret"))
    expectScreen("tab-portal-link-\(columns)", of: driver)
  }

  @Test(arguments: [80, 120])
  func `events and writes from here, newest first`(columns: Int) throws {
    var driver = Driver.open(EventsTab(), columns: columns)
    expectScreen("tab-events-loading-\(columns)", of: driver)
    driver.answerEvents()
    expectScreen("tab-events-empty-\(columns)", of: driver)

    driver = Driver.open(EventsTab(), columns: columns)
    driver.answerEvents(Self.events)
    driver.send(.journal(.read(.success([Self.own]))))
    expectScreen("tab-events-rows-\(columns)", of: driver)
    driver.press(.character("f"))
    driver.answerEvents()
    expectScreen("tab-events-following-\(columns)", of: driver)
    driver.press(.escape, .character("K"), .down)
    expectScreen("tab-events-kinds-\(columns)", of: driver)
  }

  @Test func `Y offers what of an event can be copied, its id too`() throws {
    var driver = Driver.open(EventsTab(), columns: 80)
    driver.answerEvents(Self.events)

    driver.press(.character("Y"))

    #expect(driver.screen.text.contains("Copy"))
    #expect(driver.screen.text.contains("Id  "))
    #expect(driver.screen.text.contains("JSON"))
    driver.press(.escape)
    #expect(driver.console.detail.isOpen, "Esc closes the menu alone")
  }

  @Test(arguments: ["Y", "J", "y"] as [Character])
  func `a key for which there is nothing says so`(key: Character) throws {
    var driver = Driver.open(EventsTab(), columns: 80)
    driver.answerEvents()

    driver.press(.character(key))

    #expect(driver.console.notice != nil)
  }

  @Test func `W on a user of a directory looks at their sign-in, and asks for no address`() throws {
    var driver = Driver.open(DirectoriesTab(), columns: 80)
    driver.answerRows(SignInTab.directories.rows)
    driver.press(.enter)
    driver.answerRows(
      ["Jane@acme.com", nil].enumerated().map { number, email in
        let address = email.map { #","email":"\#($0)""# } ?? ""
        return TabRow(
          Received(
            DirectoryUser(id: "directory_user_\(number)", email: email),
            json: RawJSON(#"{"id":"directory_user_\#(number)"\#(address)}"#)))
      })

    driver.press(.character("W"))
    #expect(driver.pane == .signIn)
    #expect(driver.console.answers.signIn?.facts.name == .email("jane@acme.com"))

    driver.press(.escape, .down, .character("W"))
    #expect(driver.pane == .signInEmail)
  }

  @Test func `W on an IT contact, or on somebody's event, asks for no address`() throws {
    var portal = Driver.open(PortalTab(), columns: 80)
    portal.answerRows(SignInTab.portal.rows)
    portal.press(.character("W"))
    #expect(portal.pane == .signInEmail, "what can be set up is nobody")
    portal.press(.escape, .character("G"), .character("W"))
    #expect(portal.console.answers.signIn?.facts.name == .email("it@acme.com"))

    var events = Driver.open(EventsTab(), columns: 80)
    events.answerEvents(Self.events)
    events.press(.down, .character("W"))
    #expect(events.console.answers.signIn?.facts.name == .email("jane@acme.com"))
    events.press(.escape, .down, .character("W"))
    #expect(events.pane == .signInEmail, "a domain is nobody")
  }

  @Test func `a write from here says so, and is found by that`() throws {
    var driver = Driver.open(EventsTab(), columns: 80)
    driver.answerEvents(Self.events)
    driver.send(.journal(.read(.success([Self.own]))))

    #expect(driver.screen.text.contains("here: update organization"))
    driver.press(.character("/"))
    driver.type("here")
    #expect(driver.console.events.matches.count == 1)
  }

  @Test func `hostile text in an event is harmless`() throws {
    var driver = Driver.open(EventsTab(), columns: 80)

    driver.answerEvents([
      #""event":"\u001b[2J.x","data":{"email":"\u202eevil\n\u001b]0;x\u0007@acme.com","role":"#
        + #"{"slug":"\u001b[31m"}}"#
    ])

    let text = driver.screen.text
    let controls = text.unicodeScalars.filter { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202e}" }
    #expect(controls.isEmpty)
    #expect(text.contains("evil"))
  }

  @Test func `y copies the JSON of an event, and J shows it`() throws {
    var driver = Driver.open(EventsTab(), columns: 80)
    driver.answerEvents(Self.events)

    driver.press(.character("y"), .character("J"))

    guard case .copy(let text, _)? = driver.commands.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text.text.contains("\"event\": \"organization_membership.updated\""))
    #expect(driver.pane == .json)
  }

  private static let events = [
    #""event":"organization_domain.verified","data":{"domain":"acme.com","state":"verified"}"#,
    #""event":"authentication.sso_failed","data":{"email":"jane@acme.com","status":"failed","#
      + #""error":{"code":"organization_membership_inactive"}}"#,
    #""event":"organization_membership.updated","data":{"user_id":"user_01","role":"#
      + #"{"slug":"admin"},"status":"active"}"#,
  ]

  private static let own = JournalEntry(
    id: Sample.session, time: Sample.now - 5400,
    intent: JournalIntent(
      action: .update,
      author: JournalAuthor(
        user: "sam", host: "api.workos.com", environment: "test", keyEnding: "k3y9"),
      organizationID: Sample.acme.id.rawValue, name: "Acme Corporation", before: nil, change: nil),
    outcome: JournalOutcome(result: .done, status: 200, requestID: "req_1"))
}

/// Tabs with rows to show in them.
enum SignInTab: String, CaseIterable, Sendable {
  case connections, directories, portal

  var tab: any Tab {
    switch self {
    case .connections: ConnectionsTab()
    case .directories: DirectoriesTab()
    case .portal: PortalTab()
    }
  }

  var rows: [TabRow] {
    switch self {
    case .connections:
      [("OktaSAML", "active", "acme.com"), ("GenericOIDC", "validating", "acme.dev")].enumerated()
        .compactMap { number, one in
          Self.row(
            """
            {"id":"conn_0\(number)","name":"Acme Corporation","connection_type":"\(one.0)",
            "state":"\(one.1)","domains":[{"domain":"\(one.2)"}],
            "updated_at":"2026-03-12T09:00:00.000Z"}
            """
          ) { TabRow($0 as Received<Connection>) }
        }
    case .directories:
      [("gsuite directory", "linked"), ("azure scim v2.0", "invalid_credentials")].enumerated()
        .compactMap { number, one in
          Self.row(
            """
            {"id":"directory_0\(number)","name":"Acme Directory","type":"\(one.0)",
            "state":"\(one.1)","domain":"acme.com","metadata":{"users":{"active":22,
            "inactive":2},"groups":3},"updated_at":"2026-03-12T09:00:00.000Z"}
            """
          ) { TabRow($0 as Received<Directory>) }
        }
    case .portal:
      Portal.intents.map(TabRow.init(intent:))
        + [
          Self.row(
            #"{"id":"it_contact_01","email":"it@acme.com","created_at":"2026-03-12T09:00:00.000Z"}"#
          ) { TabRow($0 as Received<ITContact>) }
        ].compactMap(\.self)
    }
  }

  private static func row<Item: Decodable>(
    _ json: String, _ row: (Received<Item>) -> TabRow
  ) -> TabRow? {
    let raw = RawJSON(json)
    return (try? JSONDecoder().decode(Item.self, from: raw.bytes)).map {
      row(Received($0, json: raw))
    }
  }
}

extension Driver {
  /// Acme is open at the only tab there is.
  static func open(_ tab: any Tab, columns: Int) -> Driver {
    var driver = Driver(24, columns, tabs: [tab])
    driver.answerPage([Sample.acme, Sample.globex])
    driver.press(.enter)
    driver.answerRead(.success(Sample.acme))
    driver.press(.character("2"))
    return driver
  }

  /// Answers the newest window with these events, each an hour later than the one before, and all
  /// that is asked besides with none.
  mutating func answerEvents(_ members: [String] = []) {
    var items = members.enumerated().compactMap { number, members in
      let hour = 4 + number
      let json = RawJSON(
        #"{"id":"event_0\#(number)","created_at":"2026-03-14T0\#(hour):00:00.000Z",\#(members)}"#)
      return (try? JSONDecoder().decode(OrganizationEvent.self, from: json.bytes)).map {
        Received($0, json: json)
      }
    }
    while let id = console.events.walk?.pending.id {
      send(.events(.pageArrived(id, .success(Page(items: items)))))
      items = []
    }
  }
}
