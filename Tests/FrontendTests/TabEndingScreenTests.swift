import Cells
import Testing
import ViewModel
import WorkOS

@testable import Frontend

/// What the tabs say where there is no row, as no answer came, or the environment has no such thing.
@Suite(.timeLimit(.minutes(20)))
struct TabEndingScreenTests {
  @Test(arguments: EndingTab.allCases, Ending.allCases)
  func `each tab without an answer that could be shown`(tab: EndingTab, ending: Ending) {
    for columns in [80, 120] {
      var driver = Driver.open(tab.tab, columns: columns)
      if tab == .directoryUsers {
        driver.answerRows(SignInTab.directories.rows)
        driver.press(.enter)
      }
      if tab == .events {
        driver.failEvents(ending.error)
      } else {
        driver.failTab(ending.error)
      }

      expectScreen("ending-\(tab.rawValue)-\(ending.rawValue)-\(columns)", of: driver)
    }
  }

  @Test func `a directory without users says so, in both widths`() {
    for columns in [80, 120] {
      var driver = Driver.open(DirectoriesTab(), columns: columns)
      driver.answerRows(SignInTab.directories.rows)
      driver.press(.enter)
      driver.answerRows([])

      expectScreen("tab-directory-users-empty-\(columns)", of: driver)
    }
  }

  enum Ending: String, CaseIterable, Sendable {
    case failed, forbidden
    case notThere = "not-there"

    var error: WorkOSError {
      switch self {
      case .failed: .transport(.timedOut(seconds: 15))
      case .forbidden: Sample.rejection(403, "Not on this plan.")
      case .notThere: Sample.rejection(404, "Not found.")
      }
    }
  }
}

/// The tabs, and what is inside a row of one.
enum EndingTab: String, CaseIterable, Sendable {
  case invitations, roles, flags, connections, directories, events, portal
  case keys = "api-keys"
  case directoryUsers = "directory-users"

  var tab: any Tab {
    switch self {
    case .invitations: InvitationsTab()
    case .roles: RolesTab()
    case .flags: FlagsTab()
    case .keys: APIKeysTab()
    case .connections: ConnectionsTab()
    case .directories, .directoryUsers: DirectoriesTab()
    case .events: EventsTab()
    case .portal: PortalTab()
    }
  }
}

extension Driver {
  /// Fails what is read of the events.
  fileprivate mutating func failEvents(_ error: WorkOSError) {
    guard let id = console.events.walk?.pending.id else { return }
    send(.events(.pageArrived(id, .failure(error))))
  }
}
