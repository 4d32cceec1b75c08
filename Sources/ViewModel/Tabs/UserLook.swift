import Delivery
import WorkOS

/// Those whom rows of a tab name by an id alone, as memberships in older answers do, and what was read of
/// them: of an organization a page at a time, never one by one.
struct UserLook: Equatable, Sendable {
  /// Of each user who is not known yet, the row.
  var rows: [User.ID: TabRow.ID] = [:]
  private(set) var pending: Pending?
  private var known: [User.ID: User] = [:]
  /// Where those go on that were not read; nil: that was all.
  private var cursor: PageCursor? = .first
  /// Those that were read since the first.
  private var read: Set<User.ID> = []

  /// How many users were read.
  var knownCount: Int { known.count }

  /// The row with the name of whoever it is about, where that was read.
  func named(_ row: TabRow, in tab: (any Tab)?) -> TabRow? {
    guard let tab, let user = tab.userNamedByID(in: row).flatMap({ known[$0] }) else { return nil }
    return tab.row(row, naming: user)
  }

  /// Asks for the next page, where somebody is not known: no further than the rows are read, as nobody
  /// may come to the rest of them.
  ///
  /// - Parameter rowCount: how many rows are loaded; nil: all there are.
  mutating func ask(
    of organization: Organization.ID, upTo rowCount: Int?, _ turn: inout Turn
  ) {
    guard pending == nil, !rows.isEmpty, let cursor,
      rowCount.map({ read.count < $0 }) ?? true
    else { return }
    let page = PageRequest(cursor: cursor, limit: TabState.pageSize)
    pending = turn.ask(Users.list(of: organization, page), for: .tabs, .ahead) {
      .tab(.answered($0, $1.map { .users(Page(items: $0.items.map(\.item), after: $0.after)) }))
    }
  }

  /// Reads no more for now; what was read stays, to go on from.
  mutating func stop(_ turn: inout Turn) {
    if let pending { turn.cancel(pending) }
    pending = nil
  }

  /// Whoever is not known is looked for from the first user on, as there may be new ones.
  mutating func beginAnew() {
    guard pending == nil else { return }
    (cursor, read, rows) = (.first, [], [:])
  }

  /// Takes in a page; where it cannot be read, ids are what there is.
  mutating func take(_ result: Result<Page<User>, WorkOSError>) {
    pending = nil
    // A list that brings nobody new would go on for ever.
    guard case .success(let page) = result, page.items.contains(where: { !read.contains($0.id) })
    else {
      cursor = nil
      return
    }
    for user in page.items {
      known[user.id] = user
      read.insert(user.id)
    }
    cursor = page.after.map(PageCursor.after)
  }
}

extension OrganizationTabs {
  /// A page of rows that was just read with the names of whom it names by an id alone, as far as they are
  /// known.
  mutating func namingUsers(of page: Page<TabRow>, in address: Address) -> Page<TabRow> {
    guard let tab = tab(named: address.tab), var users = states[address]?.users else { return page }
    if states[address]?.load?.cursor == .first { users.beginAnew() }
    let named = page.map { row in
      guard let user = tab.userNamedByID(in: row) else { return row }
      if let named = users.named(row, in: tab) { return named }
      users.rows[user] = row.id
      return row
    }
    states[address]?.users = users
    return named
  }

  /// A row with the name of whom it names by an id alone: as users were read, as the row was called
  /// before, or by an address.
  func named(_ row: TabRow, in address: Address, orBy email: String?) -> TabRow {
    guard let state = states[address], let tab = tab(named: address.tab),
      let user = tab.userNamedByID(in: row)
    else { return row }
    if let named = state.users.named(row, in: tab) { return named }
    if let former = state.row(row.id), tab.userNamedByID(in: former) == nil {
      return tab.row(
        row,
        naming: User(id: user, email: former.name, firstName: former.cells.first?.searched))
    }
    return tab.row(row, knownAs: email)
  }

  /// Takes in users who were asked for here; false: it was asked for elsewhere.
  mutating func takeUsers(
    _ id: RequestID, _ result: Result<TabAnswer, WorkOSError>, _ turn: inout Turn
  ) -> Bool {
    guard let address = states.first(where: { $0.value.users.pending?.id == id })?.key else {
      return false
    }
    let users = result.map { answer -> Page<User> in
      if case .users(let page) = answer { page } else { Page(items: []) }
    }
    states[address]?.users.take(users)
    let tab = tab(named: address.tab)
    for user in (try? users.get())?.items ?? [] {
      guard let id = states[address]?.users.rows.removeValue(forKey: user.id),
        let row = states[address]?.row(id),
        let named = states[address]?.users.named(row, in: tab)
      else { continue }
      states[address]?.put(named)
    }
    askForUsers(in: address, &turn)
    return true
  }

  /// Asks for some of those whom rows name by an id alone and who are not known yet.
  mutating func askForUsers(in address: Address, _ turn: inout Turn) {
    guard let state = states[address] else { return }
    states[address]?.users.ask(
      of: address.organization, upTo: state.isComplete ? nil : state.rows.count, &turn)
  }
}

extension TabState {
  fileprivate func row(_ id: TabRow.ID) -> TabRow? {
    table.number(of: TabItem.ID(rawValue: id)).map { table.row($0) }
  }
}

extension Tab {
  /// The row with the address of whom it names by an id alone, where that is known from elsewhere.
  func row(_ row: TabRow, knownAs email: String?) -> TabRow {
    guard let user = userNamedByID(in: row), let email, email.contains("@") else { return row }
    return self.row(row, naming: User(id: user, email: email))
  }
}
