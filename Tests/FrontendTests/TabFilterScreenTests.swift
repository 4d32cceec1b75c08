import Cells
import JSON
import Testing
import WorkOS

@testable import Frontend
@testable import ViewModel

/// The tabs while their first rows are awaited, and below a filter that finds some of them, or none.
@Suite(.timeLimit(.minutes(20)))
struct TabFilterScreenTests {
  // Events while they are awaited stand among `SignInTabScreenTests`.
  @Test(arguments: EndingTab.allCases.filter { $0 != .events })
  func `each tab while its first rows are awaited`(tab: EndingTab) {
    for columns in [80, 120] {
      let driver = Driver.awaiting(tab, columns: columns)

      expectScreen("tab-\(tab.rawValue)-loading-\(columns)", of: driver)
    }
  }

  @Test(arguments: EndingTab.allCases)
  func `each tab below a filter that finds some`(tab: EndingTab) throws {
    for columns in [80, 120] {
      var driver = try Driver.showing(tab, columns: columns)

      driver.filterRows(by: tab.found)

      expectScreen("tab-\(tab.rawValue)-filtered-\(columns)", of: driver)
    }
  }

  @Test(arguments: EndingTab.allCases)
  func `each tab below a filter that finds none`(tab: EndingTab) throws {
    for columns in [80, 120] {
      var driver = try Driver.showing(tab, columns: columns)

      driver.filterRows(by: "zzz")

      expectScreen("tab-\(tab.rawValue)-no-match-\(columns)", of: driver)
    }
  }

  @Test(arguments: TabSample.allCases)
  func `domains and members below a filter that finds none`(tab: TabSample) {
    for columns in [80, 120] {
      var driver = Driver.tab(tab, columns: columns)
      driver.answerRows(tab.rows)

      driver.filterRows(by: "zzz")

      expectScreen("tab-\(tab.rawValue)-no-match-\(columns)", of: driver)
    }
  }

  @Test(arguments: TabSample.allCases)
  func `domains and members where an environment has none of them`(tab: TabSample) {
    for columns in [80, 120] {
      var driver = Driver.tab(tab, columns: columns)

      driver.failTab(Sample.rejection(404, "Not found."))

      expectScreen("tab-\(tab.rawValue)-not-there-\(columns)", of: driver)
    }
  }

  @Test(arguments: [80, 120])
  func `the users of a directory`(columns: Int) throws {
    let driver = try Driver.showing(.directoryUsers, columns: columns)

    expectScreen("tab-directory-users-rows-\(columns)", of: driver)
  }
}

extension EndingTab {
  /// What is in some of its rows alone.
  fileprivate var found: String {
    switch self {
    case .invitations: "new1"
    case .roles: "auditor"
    case .flags: "flag-2"
    case .keys: "nightly"
    case .connections: "okta"
    case .directories: "gsuite"
    case .directoryUsers: "jane"
    case .events: "sso"
    case .portal: "directory"
    }
  }

  fileprivate var rows: [TabRow] {
    get throws {
      switch self {
      case .invitations: try Sampled.invitations.rows
      case .roles: try Sampled.roles.rows
      case .flags: try Sampled.flags.rows
      case .keys: try Sampled.keys.rows
      case .connections: SignInTab.connections.rows
      case .directories: SignInTab.directories.rows
      case .portal: SignInTab.portal.rows
      case .directoryUsers: try Self.usersOfDirectory
      case .events: []
      }
    }
  }

  private static var usersOfDirectory: [TabRow] {
    get throws {
      try [("Jane", "Doe", "active"), ("Bob", "Björnsson", "suspended")].enumerated().map {
        number, user in
        try Sampled.made(
          """
          {"id":"directory_user_0\(number)","idp_id":"8\(number)","first_name":"\(user.0)",
          "last_name":"\(user.1)","email":"\(user.0.lowercased())@acme.com","state":"\(user.2)",
          "role":{"slug":"member"},"updated_at":"2026-03-12T09:00:00.000Z"}
          """
        ) { TabRow($0 as Received<DirectoryUser>) }
      }
    }
  }

  fileprivate static let toldEvents = [
    #""event":"organization_domain.verified","data":{"domain":"acme.com","state":"verified"}"#,
    #""event":"authentication.sso_failed","data":{"email":"jane@acme.com","status":"failed"}"#,
  ]
}

extension Driver {
  /// The tab is open, and its first rows are asked for.
  fileprivate static func awaiting(_ tab: EndingTab, columns: Int) -> Driver {
    var driver = Driver.open(tab.tab, columns: columns)
    if tab == .directoryUsers {
      driver.answerRows(SignInTab.directories.rows)
      driver.press(.enter)
    }
    return driver
  }

  /// The same with all of its rows.
  fileprivate static func showing(_ tab: EndingTab, columns: Int) throws -> Driver {
    var driver = Driver.awaiting(tab, columns: columns)
    if tab == .events {
      driver.answerEvents(EndingTab.toldEvents)
    } else {
      driver.answerRows(try tab.rows)
    }
    return driver
  }

  fileprivate mutating func filterRows(by text: String) {
    press(.character("/"))
    type(text)
    press(.enter)
  }
}
