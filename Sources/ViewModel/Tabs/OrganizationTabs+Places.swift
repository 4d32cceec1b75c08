import WorkOS

/// Actions of a tab that an answer pointed to as they may mend it, and the address of whom it is about.
struct TabRemedy: Equatable, Sendable {
  var address: OrganizationTabs.Address
  var actions: [String]
  var email: String
}

/// Where an answer leads: a tab of the open organization, and a row of it.
extension OrganizationTabs {
  /// Shows the tab; the overview where there is no such tab.
  ///
  /// - Parameter email: the address of whom the answer is about, where it is known.
  mutating func show(_ place: AnswerPlace, about email: String? = nil, _ turn: inout Turn) {
    let index = catalog.tabs.firstIndex { $0.id == place.tab }
    show(index.map { $0 + 1 } ?? 0, &turn)
    if let email, let address {
      remedy = TabRemedy(address: address, actions: place.remedies, email: email)
    }
    if place.row != nil, state?.isFiltered == true {
      filter(by: "", &turn)
    }
  }

  /// Marks the row, once rows are there; false: they are yet to come.
  ///
  /// One that is further on than what is loaded is put first, as it was last read.
  mutating func mark(_ place: AnswerPlace, _ turn: inout Turn) -> Bool {
    guard let row = place.row, organization?.id == place.organization, current?.id == place.tab,
      let state
    else { return true }
    guard state.isLoaded else { return state.load == nil }
    let address = Address(organization: place.organization, tab: place.tab)
    if state.table.number(of: TabItem.ID(rawValue: row)) == nil {
      guard let known = place.known else { return true }
      note(known, id: row, in: address)
    }
    states[address]?.selection = row
    return true
  }
}
