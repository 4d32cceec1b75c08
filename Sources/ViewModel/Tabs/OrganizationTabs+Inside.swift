import WorkOS

/// What is inside a row, shown in place of its tab while it is open, such as the users of a directory.
package struct TabInside: Equatable, Sendable {
  package let tab: any Tab
  package let row: TabRow.ID

  /// What its rows are kept under.
  var name: String { "\(tab.id) \(row)" }

  package static func == (one: TabInside, other: TabInside) -> Bool { one.name == other.name }
}

extension OrganizationTabs {
  /// Opens what is inside the marked row.
  mutating func goInside(_ turn: inout Turn) {
    guard inside == nil, let row = state?.selected, let tab = current?.inside(row) else { return }
    inside = TabInside(tab: tab, row: row.id)
    showCurrent(&turn)
  }

  /// Back to the rows of the tab.
  mutating func leaveInside(_ turn: inout Turn) {
    guard inside != nil else { return }
    closeInside(&turn)
    showCurrent(&turn)
  }

  /// Gives up what is asked for inside a row.
  mutating func closeInside(_ turn: inout Turn) {
    guard inside != nil else { return }
    if let address {
      states[address]?.stop(&turn)
      states[address]?.look(for: FilterText(""))
      states[address]?.seenAt = turn.now
    }
    inside = nil
  }

  /// The tab of this name, or what is open inside of one.
  func tab(named id: String) -> (any Tab)? {
    inside?.name == id ? inside?.tab : catalog.tabs.first { $0.id == id }
  }
}
