import Cells
import JSON
import Testing
import ViewModel
import WorkOS

@testable import Frontend

/// The tabs in each of their states, as they are on screen.
@Suite(.timeLimit(.minutes(20)))
struct TabScreenTests {
  @Test(arguments: TabSample.allCases, TabState.allCases)
  func `each tab in each state, in both widths`(tab: TabSample, state: TabState) {
    for columns in [80, 120] {
      var driver = Driver.tab(tab, columns: columns)

      state.bring(&driver, tab)

      expectScreen("tab-\(tab.rawValue)-\(state.rawValue)-\(columns)", of: driver)
    }
  }

  @Test(arguments: [TabState.loading, .empty, .failed, .forbidden])
  func `what is said in place of rows is whole on a narrow screen`(state: TabState) {
    var driver = Driver.tab(.members, columns: 40)

    state.bring(&driver, .members)

    expectScreen("tab-members-\(state.rawValue)-40", of: driver)
  }

  @Test(arguments: [40, 50])
  func `roles and states stay when there is no room for names and dates`(columns: Int) {
    var driver = Driver.tab(.members, columns: columns)
    driver.answerRows(TabSample.members.rows)

    expectScreen("tab-members-rows-\(columns)", of: driver)
  }

  @Test(arguments: [50, 60])
  func `a name goes before an address beside it is cut to its beginning`(columns: Int) {
    var driver = Driver.tab(.members, columns: columns)
    driver.answerRows(TabSample.members.rows)

    #expect(driver.screen.text.contains("  carol.longworth@customers"))
  }

  @Test func `of an address that has no room the domain is read too`() {
    var driver = Driver.tab(.members, columns: 40)
    let address = "christopher.blackwood@acme-international.example"

    driver.answerRows([TabSample.member(1, "Chris Black", address)])

    #expect(driver.screen.text.contains("  christopher…@acme-i…  member  active"))
    #expect(driver.words.contains("christopher.blackwood@ acme-international. example"))
  }

  /// The domains of Acme, one of which three other organizations have too.
  private static func sharedDomain(columns: Int) -> Driver {
    var driver = Driver(24, columns, tabs: [DomainsTab()])
    let others = (1...3).map { number in
      Organization(
        id: .init(rawValue: "org_01M67FS3C1Q4P6QWEF0TWIN\(number)"),
        name: "Globex Trading \(number)",
        domains: [OrganizationDomain(domain: "acme.com", state: .verified)])
    }
    driver.answerPage([Sample.acme] + others)
    driver.press(.enter)
    driver.answerRead(.success(Sample.acme))
    driver.press(.character("2"))
    driver.answerRows(TabSample.domains.rows)
    return driver
  }

  @Test(arguments: [80, 120])
  func `below a domain stands who else has it, of those loaded`(columns: Int) {
    var driver = Self.sharedDomain(columns: columns)

    #expect(
      driver.screen.text.contains("Globex Trading 1 (verified) and 2 more of those loaded"))
    expectScreen("tab-domains-shared-\(columns)", of: driver)
  }

  @Test(arguments: [80, 120])
  func `of several that have the domain one is chosen, and Esc there leads back`(columns: Int) {
    var driver = Self.sharedDomain(columns: columns)
    #expect(driver.footer.contains("o other organization"))

    driver.press(.character("o"), .down)

    expectScreen("tab-domains-elsewhere-\(columns)", of: driver)
    driver.press(.enter)
    #expect(driver.console.detail.organization?.name == "Globex Trading 2")
    #expect(driver.console.tabs.current?.id == DomainsTab.name)
    driver.press(.escape)
    #expect(driver.console.detail.organization?.name == "Acme Corporation")
    driver.press(.down)
    #expect(!driver.footer.contains("other organization"))
  }

  @Test func `rows that cannot be read again say why below them`() {
    var driver = Driver.tab(.members)
    driver.answerRows(TabSample.members.rows)
    driver.press(.character("r"))

    driver.failTab(Sample.rejection(403, "Not on this plan."))

    #expect(driver.words.contains("The members are as they were read before: The API key may not"))
    driver.wait(4)
    driver.press(.down)
    #expect(driver.words.contains("Not refreshed: The API key may not do this (403): “Not on this"))
    #expect(driver.words.contains("Jane Doe"))
  }

  @Test(arguments: [true, false])
  func `where rows are not there any more it is looked whether their organization is`(
    isGone: Bool
  ) {
    var driver = Driver.tab(.members)
    driver.answerRows(TabSample.members.rows)
    driver.press(.character("r"))

    driver.failTab(Sample.rejection(404))
    driver.answerRead(isGone ? .failure(Sample.rejection(404)) : .success(Sample.acme))

    driver.wait(4)
    driver.press(.down)
    #expect(
      driver.words.contains("Not refreshed: the organization no longer exists") == isGone)
    #expect(
      driver.words.contains("Not refreshed: Not available in this environment (404).") != isGone)
    #expect(!driver.words.contains("may have been deleted"))
  }

  @Test func `a role beside another is offered where somebody has several`() {
    for roles in ["member", "admin, member"] {
      var driver = Driver.tab(.members)
      let several = TabRow(
        id: "om_09", name: "zoe@acme.com",
        cells: [
          .text("Zoe"), .text("zoe@acme.com"), .text(roles), .state("active", .good), .moment(nil),
        ], agreed: [TabFact("Role", roles)], json: RawJSON("{}"))
      driver.answerRows(TabSample.members.rows + [several])
      driver.press(.character("e"))
      driver.answerTab(.choices([TabChoice("admin", "Admin"), TabChoice("member", "Member")]))

      #expect(driver.footer.contains("pick beside") == roles.contains(","))
      driver.press(.down, .control("t"))
      #expect(driver.console.tabs.form?.values.picked("role") == ["admin", "member"])
    }
  }

  @Test(arguments: [80, 40])
  func `why there is nothing to pick is told whole, with the key that asks again`(columns: Int) {
    var driver = Driver.tab(.members, columns: columns)
    driver.answerRows(TabSample.members.rows)
    driver.press(.character("e"))

    driver.failTab(Sample.rejection(403, "Roles are not on the plan of this environment."))

    expectScreen("tab-members-no-roles-\(columns)", of: driver)
    driver.press(.character(" "))
    driver.answerTab(.choices([TabChoice("admin", "Admin"), TabChoice("member", "Member")]))
    driver.press(.up, .character(" "))
    #expect(driver.console.tabs.form?.values.picked("role") == ["admin"])
  }

  enum TabState: String, CaseIterable, Sendable {
    case loading, rows, filtered, empty, failed, forbidden, form, review, question, conflict
    case counting, details, copying

    /// Brings a tab that has just been opened into this state.
    func bring(_ driver: inout Driver, _ tab: TabSample) {
      switch self {
      case .loading: break
      case .empty: driver.answerRows([])
      case .failed: driver.failTab(.transport(.timedOut(seconds: 15)))
      case .forbidden: driver.failTab(Sample.rejection(403, "Not on this plan."))
      case .rows: driver.answerRows(tab.rows)
      case .filtered:
        driver.answerRows(tab.rows, after: "more")
        driver.press(.character("/"))
        driver.type(tab == .members ? "bob" : "dev")
        driver.press(.enter)
      case .form:
        driver.answerRows(tab.rows)
        driver.press(.character("a"))
        if tab == .members { driver.answerTab(.choices(Self.roles)) }
      case .review: review(&driver, tab)
      case .question:
        driver.answerRows(tab.rows)
        driver.press(.down, .character("d"))
      case .conflict:
        review(&driver, tab)
        driver.press(.enter)
        switch tab {
        case .members:
          driver.answerTab(
            .row(TabSample.member(2, "Bob Björnsson", "bob@acme.com", role: "owner")))
        case .domains: driver.answerTab(.row(TabSample.domain(9, "acme.org", state: "pending")))
        }
      case .counting:
        driver.answerRows(tab.rows)
        driver.press(.down, .character("d"), .character("y"))
      case .details:
        driver.answerRows(tab.rows)
        driver.press(.down, .enter)
      case .copying:
        driver.answerRows(tab.rows)
        driver.press(.down, .character("Y"))
      }
    }

    private static let roles = [
      TabChoice("admin", "Admin"), TabChoice("member", "Member", note: "the default"),
    ]

    /// Bob is to be an admin; or a domain is to be added.
    private func review(_ driver: inout Driver, _ tab: TabSample) {
      driver.answerRows(tab.rows)
      switch tab {
      case .members:
        driver.press(.down, .character("e"))
        driver.answerTab(.choices(Self.roles))
        driver.press(.up, .character(" "), .control("s"))
      case .domains:
        driver.press(.character("a"))
        driver.type("acme.org")
        driver.press(.control("s"))
      }
    }
  }
}
