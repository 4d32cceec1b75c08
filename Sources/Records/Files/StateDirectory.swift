import Delivery

/// Where the program keeps what outlives it, by the XDG Base Directory Specification.
package struct StateDirectory: Equatable, Sendable {
  package let path: String

  /// Why there is none.
  package static let missing = "neither XDG_STATE_HOME nor HOME is a full path"

  package init(path: String) {
    self.path = path
  }

  /// Nil when neither says where. As the specification wants it, a relative path is ignored.
  ///
  /// - Parameters:
  ///   - stateHome: the value of `XDG_STATE_HOME`.
  ///   - home: the value of `HOME`.
  package init?(stateHome: String?, home: String?) {
    if let stateHome, stateHome.hasPrefix("/") {
      path = StateDirectory.joined(stateHome, "workos-console")
    } else if let home, home.hasPrefix("/") {
      path = StateDirectory.joined(home, ".local/state/workos-console")
    } else {
      return nil
    }
  }

  package var journal: String { StateDirectory.joined(path, JournalFile.name) }
  package var drafts: String { StateDirectory.joined(path, DraftFolder.name) }

  package var tabDrafts: String { StateDirectory.joined(path, "tab-drafts") }

  private static func joined(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
