import Cells
import Foundation
import JSON
import Testing
import WorkOS

@testable import Frontend
@testable import ViewModel

/// Invitations, roles, flags and API keys, as they are on screen, and what their keys do.
@Suite(.timeLimit(.minutes(20)))
struct RoleAndKeyScreenTests {
  @Test(arguments: Sampled.allCases)
  func `the rows of each, in both widths`(tab: Sampled) throws {
    for columns in [80, 120] {
      let visit = try TabScreen(tab, columns: columns)

      expectScreen("\(tab.rawValue)-rows-\(columns)", of: visit.driver)
    }
  }

  @Test(arguments: Sampled.allCases)
  func `each where there is none`(tab: Sampled) throws {
    for columns in [80, 120] {
      let visit = try TabScreen(tab, isEmpty: true, columns: columns)

      expectScreen("\(tab.rawValue)-empty-\(columns)", of: visit.driver)
    }
  }

  @Test(arguments: Sampled.allCases)
  func `the form of each, and what it will send`(tab: Sampled) throws {
    for columns in [80, 120] {
      var visit = try TabScreen(tab, columns: columns)
      visit.driver.press(.character("a"))
      visit.answerChoices()
      visit.fill()
      expectScreen("\(tab.rawValue)-form-\(columns)", of: visit.driver)

      visit.driver.press(.control("s"))

      expectScreen("\(tab.rawValue)-review-\(columns)", of: visit.driver)
    }
  }

  @Test func `a hint is whole where there is no room beside the field`() throws {
    var visit = try TabScreen(.keys, columns: 40)
    visit.driver.press(.character("a"))
    visit.answerChoices()

    #expect(visit.driver.words.contains("(never; or a day such as 2027-01-31)"))
  }

  @Test(arguments: Sampled.allCases)
  func `what each asks before it takes away`(tab: Sampled) throws {
    for columns in [80, 120] {
      var visit = try TabScreen(tab, columns: columns)

      visit.driver.press(.character("d"))

      expectScreen("\(tab.rawValue)-question-\(columns)", of: visit.driver)
    }
  }

  @Test func `an e-mail is sent only after a question`() throws {
    for columns in [80, 120] {
      var visit = try TabScreen(.invitations, columns: columns)

      visit.driver.press(.character("m"))

      expectScreen("invitations-mail-again-\(columns)", of: visit.driver)
    }
  }

  @Test func `W on an invitation looks at the sign-in of whoever is invited`() throws {
    var visit = try TabScreen(.invitations)

    visit.driver.press(.down, .character("W"))

    #expect(visit.driver.console.answers.signIn?.facts.name == .email("new1@acme.com"))
  }

  @Test func `where rows are not available, nothing is offered to be done to them`() {
    var driver = Driver.tab(.members)

    driver.failTab(Sample.rejection(403, "Not on this plan."))

    #expect(driver.footer.hasPrefix(" r refresh"))
  }

  @Test func `expiring a key says that it cannot be taken back`() throws {
    var visit = try TabScreen(.keys)

    visit.driver.press(.character("x"))

    expectScreen("api-keys-expire", of: visit.driver)
  }

  @Test func `a role of the environment says why it is only read`() throws {
    var visit = try TabScreen(.roles)

    visit.driver.press(.down, .character("p"))

    expectScreen("roles-environment", of: visit.driver)
  }

  @Test func `the permissions of a role are picked`() throws {
    for columns in [80, 120] {
      var visit = try TabScreen(.roles, columns: columns)
      visit.driver.press(.character("p"))
      visit.answerChoices()

      visit.driver.press(.character(" "), .down, .character(" "))

      expectScreen("roles-permissions-\(columns)", of: visit.driver)
    }
  }

  @Test func `text that would break out does not, in any of them`() throws {
    for tab in Sampled.allCases {
      var visit = try TabScreen(tab, isHostile: true)
      let text = visit.driver.screen.text

      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202e}" })
      visit.driver.press(.character("d"))
      let question = visit.driver.screen.text
      #expect(
        !question.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202e}" })
    }
  }

  @Test(arguments: [8, 24])
  func `what is said of the marked choice is whole on a narrow screen`(rows: Int) throws {
    var screen = try TabScreen(.flags, rows: rows, columns: 40)
    screen.driver.press(.character("a"))
    screen.answer(
      .choicePage(
        Page(
          items: (0..<20).map { number in
            TabChoice(
              "f\(number)", "Flag number \(number)", note: "flag-\(number) · off for everybody")
          })))
    #expect(screen.driver.screen.text.contains("Flag  flag-0 · off for everybody"))

    for _ in 0..<19 { screen.driver.press(.down) }

    #expect(screen.driver.screen.text.contains("flag-19 · off for everybody"))
  }
}

/// A tab of Acme on screen.
struct TabScreen {
  let tab: Sampled
  var driver: Driver
  private var answered: Set<String> = []

  init(
    _ tab: Sampled, isEmpty: Bool = false, isHostile: Bool = false, rows: Int = 24,
    columns: Int = 80
  ) throws {
    self.tab = tab
    driver = Driver(
      rows, columns, tabs: [InvitationsTab(), RolesTab(), FlagsTab(), APIKeysTab()])
    driver.answerPage([Sample.acme])
    driver.press(.enter)
    driver.answerRead(.success(Sample.acme))
    driver.press(.character(tab.digit))
    answer(
      .page(
        Page(
          items: isEmpty ? [] : try isHostile ? [tab.row(with: Self.hostile, 0)] : tab.rows)))
  }

  private static let hostile =
    "\\u001b[31mred\\u001b[0m\\nline\\u202eevil " + String(repeating: "W", count: 200)

  /// Answers what a tab asked last.
  mutating func answer(_ answer: TabAnswer) {
    let open = driver.questions.last { effect in
      guard let id = effect.request else { return false }
      return effect.question?.asker == .tabs && !answered.contains("\(id)")
    }
    guard let id = open?.request else { return }
    answered.insert("\(id)")
    driver.send(.tab(.answered(id, .success(answer))))
  }

  /// Answers what the form offers.
  mutating func answerChoices() {
    switch tab {
    case .invitations:
      answer(.choices([TabChoice("", "The environment's default"), TabChoice("admin", "Admin")]))
    case .roles, .keys:
      answer(
        .choicePage(
          Page(items: [
            TabChoice("audit:read", "Read the audit log", note: "audit:read"),
            TabChoice("reports:read", "Read reports", note: "reports:read"),
          ])))
    case .flags:
      answer(
        .choicePage(
          Page(items: [
            TabChoice("beta", "Beta reports", note: "beta"),
            TabChoice("old", "Legacy import", note: "old · off for everybody"),
          ])))
    }
  }

  /// Fills in the form.
  mutating func fill() {
    switch tab {
    case .invitations: driver.type("zoe@acme.com")
    case .roles: driver.type("Reviewer")
    case .flags: driver.press(.character(" "))
    case .keys:
      driver.type("Nightly export")
      driver.press(.tab)
      driver.type("2027-01-31")
      driver.press(.tab, .down, .character(" "))
    }
  }
}

/// A tab with rows to show.
enum Sampled: String, CaseIterable, Sendable {
  case invitations, roles, flags
  case keys = "api-keys"

  var digit: Character {
    switch self {
    case .invitations: "2"
    case .roles: "3"
    case .flags: "4"
    case .keys: "5"
    }
  }

  var rows: [TabRow] {
    get throws { try (0..<4).map { try row(with: Self.names[$0], $0) } }
  }

  private static let names = ["Auditor", "Admin", "Nightly export of everything there is", "販売"]

  /// The row of a thing of this name, which differ in the rest by a number, 0–3.
  func row(with name: String, _ number: Int) throws -> TabRow {
    switch self {
    case .invitations:
      let state = ["pending", "expired", "accepted", "revoked"][number]
      let email = name == Self.names[number] ? "new\(number)@acme.com" : name
      return try Self.made(
        """
        {"id":"invitation_\(number)","email":"\(email)","state":"\(state)",
        "role_slug":\(number == 1 ? "null" : "\"member\""),"token":"…",
        "expires_at":"2026-03-\(14 + number)T12:00:00.000Z"}
        """
      ) { TabRow($0 as Received<Invitation>) }
    case .roles:
      return try Self.made(
        """
        {"slug":"org-role-\(number)","name":"\(name)","description":"What auditors ask for",
        "type":"\(number == 1 ? "EnvironmentRole" : "OrganizationRole")",
        "permissions":["audit:read","reports:read"]}
        """
      ) { TabRow($0 as Received<Role>) }
    case .flags:
      return try Self.made(
        """
        {"slug":"flag-\(number)","name":"\(name)","default_value":\(number == 1),
        "enabled":true,"tags":["beta"],"owner":{"email":"sofia@sandbox.example"}}
        """
      ) { (flag: Received<Flag>) in TabRow(flag.item, json: flag.json) }
    case .keys:
      let used = number == 1 ? "null" : #""2026-03-0\#(number + 1)T10:00:00.000Z""#
      let expires = number == 2 ? #""2027-01-31T23:59:59.000Z""# : "null"
      return try Self.made(
        """
        {"id":"api_key_\(number)","name":"\(name)","obfuscated_value":"sk_…PRY\(number)",
        "permissions":["reports:read"],"last_used_at":\(used),"expires_at":\(expires)}
        """
      ) { (key: Received<OrganizationKey>) in TabRow(key.item, json: key.json) }
    }
  }

  static func made<Item: Decodable>(
    _ json: String, _ row: (Received<Item>) -> TabRow
  ) throws -> TabRow {
    let raw = RawJSON(json)
    return row(Received(try JSONDecoder().decode(Item.self, from: raw.bytes), json: raw))
  }
}
