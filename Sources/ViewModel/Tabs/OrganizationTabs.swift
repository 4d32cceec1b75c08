import Delivery
import Foundation
import WorkOS

/// The tabs of the open organization: what each shows, and what is being done in them.
package struct OrganizationTabs: Equatable, Sendable {
  /// The rows of so many tabs are kept, of whichever organizations.
  private static let mostKept = 16
  /// The seconds after which rows that were not on screen are dropped.
  static let longestUnseen: TimeInterval = 600

  package struct Address: Hashable, Sendable {
    package var organization: Organization.ID
    package var tab: String
  }

  package let catalog: TabCatalog
  /// The open organization, as it was last read.
  package internal(set) var organization: Organization?
  /// Which tab is on screen: 0 is the overview.
  package internal(set) var index = 0
  /// What is open inside a row of that tab.
  package internal(set) var inside: TabInside?
  var states: [Address: TabState] = [:]
  package internal(set) var form: TabFormSession?
  package internal(set) var asking: TabAsking?
  /// Writes on their way, in the order in which they were agreed to.
  package internal(set) var underway: [TabDelivery] = []
  package internal(set) var watches: [TabWatching] = []
  /// What was typed before in the form that is wanted.
  package internal(set) var found: FoundTabDraft?
  /// What came up right before something was sent, when nobody could be asked: it is asked the next time.
  var raised: [TabWrite.SubjectKey: TabQuestion] = [:]
  /// Those whose dialogs are open, or wait for the one before.
  var secrets: [TabSecretSession] = []
  var secretReading: TabSecretReading?
  package internal(set) var doctor: DomainDoctor?
  /// Who else has the domains that are on screen.
  package internal(set) var sharedDomains = SharedDomains()
  /// What led to the tab on screen points to, until something is sent there or another tab is shown.
  var remedy: TabRemedy?
  /// Where the marked row leads, until one of several is chosen.
  package internal(set) var references: [TabReference] = []
  /// What was typed in forms that were left.
  var kept: [TabDraft.ID: TabDraft] = [:]
  /// What was refused in those, and whose it is. Of that nothing is on disk.
  var taken: [TabDraft.ID: Taken<TabFault>] = [:]
  /// When what is not sent was last typed in.
  var typedAt: [TabDraft.ID: Date] = [:]
  /// How far the server's clock is ahead of ours, in seconds.
  var serverAhead: TimeInterval = 0
  /// Whether nothing is sent for now, as the person is asked about all of it or cannot see it.
  var isHeld = false

  init(_ tabs: [any Tab]) {
    catalog = TabCatalog(tabs: tabs)
  }

  /// The tab on screen; nil: the overview, or no organization is open.
  package var current: (any Tab)? {
    organization == nil || index == 0 ? nil : inside?.tab ?? catalog.tabs[index - 1]
  }

  /// What the tab on screen shows.
  package var state: TabState? { address.flatMap { states[$0] } }

  var address: Address? {
    guard let organization, let tab = current else { return nil }
    return Address(organization: organization.id, tab: inside?.name ?? tab.id)
  }

  /// What the keys of the tab on screen are about.
  package var subject: TabSubject? {
    guard let organization, let state else { return nil }
    let row = state.selected
    var subject = TabSubject(
      organization: organization, row: row, rows: state.rows, isComplete: state.isComplete,
      asOf: state.loadedAt)
    subject.leaving = address.map(leaving) ?? []
    subject.others = row.map { sharedDomains.holders(of: $0.name) } ?? []
    return subject
  }

  /// The rows of which a write that is on its way may take away what others count on.
  func leaving(_ address: Address) -> Set<TabRow.ID> {
    Set(
      underway.filter { $0.address == address && $0.write.lastQuestion != nil }
        .compactMap(\.write.id))
  }

  package subscript(action id: String) -> TabAction? {
    current?.actions.first { $0.id == id }
  }

  /// Why an action is not possible right now, as a sentence; nil: it is.
  package func hindrance(to action: TabAction) -> TabNotice? {
    guard let subject, let tab = current else { return nil }
    if action.isAboutRow, subject.row == nil { return noRow(of: tab) }
    if action.isAboutRow, let row = subject.row, delivery(to: row.id) != nil {
      return .underway(name: row.name)
    }
    return action.hindrance(subject).map(TabNotice.notPossible)
  }

  /// Why no row is marked: none was read yet, the filter finds none, or there is none.
  private func noRow(of tab: any Tab) -> TabNotice {
    guard let state else { return .noRow(tab.words.one) }
    if state.isAwaited { return .rowsAwaited(tab.words.many) }
    if !state.isLoaded { return .rowsUnread(tab.words.many) }
    return state.rows.isEmpty ? .noRow(tab.words.one) : .noMatch(tab.words.one)
  }

  /// The write that is on its way to a row.
  package func delivery(to row: TabRow.ID) -> TabDelivery? {
    underway.first { $0.write.id == row }
  }

  /// Reads whose waiting time is on screen.
  var pendingReads: [Pending] {
    [state?.load?.pending, secretReading?.pending].compactMap(\.self)
      + watches.compactMap(\.pending)
      + (form?.pending ?? []) + (doctor?.pending ?? [])
  }

  // MARK: Coming and going

  /// Takes in which organization is open: its tab is loaded, and what was for another is given up.
  mutating func follow(_ open: Organization?, _ turn: inout Turn) {
    dropUnseen(turn.now)
    let former = organization
    if former?.id != open?.id, let address { states[address]?.seenAt = turn.now }
    organization = open
    guard former?.id != open?.id else { return }
    for address in states.keys where address.organization != open?.id {
      states[address]?.stop(&turn)
      states[address]?.users.stop(&turn)
      states[address]?.look(for: FilterText(""))
    }
    leaveForm(&turn)
    remedy = nil
    found = nil
    asking = nil
    references = []
    closeDoctor(&turn)
    stopWatches(&turn)
    wipeSecrets(&turn)
    inside = nil
    if open == nil { index = 0 }
    showCurrent(&turn)
  }

  mutating func show(_ index: Int, _ turn: inout Turn) {
    guard organization != nil, (0...catalog.tabs.count).contains(index) else { return }
    closeInside(&turn)
    if let address { states[address]?.seenAt = turn.now }
    wipeSecrets(&turn)
    remedy = nil
    self.index = index
    showCurrent(&turn)
  }

  mutating func step(by distance: Int, _ turn: inout Turn) {
    show(max(0, min(index + distance, catalog.tabs.count)), &turn)
  }

  /// Drops the rows that were not looked at for long.
  private mutating func dropUnseen(_ now: Date) {
    for (address, state) in states
    where address != self.address && state.seenAt.addingTimeInterval(Self.longestUnseen) <= now {
      states[address] = nil
    }
  }

  /// When rows are dropped next, as nobody has looked at them.
  var nextDrop: Date? {
    states.filter { $0.key != address }.map { $0.value.seenAt }.min()?
      .addingTimeInterval(Self.longestUnseen)
  }

  mutating func showCurrent(_ turn: inout Turn) {
    withState(&turn) { $0.show($1, &$2) }
    if let address { askForUsers(in: address, &turn) }
    let excess = states.count - Self.mostKept
    guard excess > 0 else { return }
    let oldest = states.sorted { $0.value.seenAt < $1.value.seenAt }.prefix(excess)
    for (key, _) in oldest where key != address { states[key] = nil }
  }

  /// Does something to the rows on screen.
  mutating func withState(
    _ turn: inout Turn, _ change: (inout TabState, TabState.Ask, inout Turn) -> Void
  ) {
    guard let address, let tab = current, !tab.hasPaneOfItsOwn else { return }
    change(&states[address, default: TabState()], Self.ask(tab, address.organization), &turn)
  }

  /// Shows those of the rows on screen that match a text.
  mutating func filter(by text: String, _ turn: inout Turn) {
    let text = FilterText(text, byHost: current?.isKnownByHost == true)
    withState(&turn) { $0.filter(by: text, $1, &$2) }
  }

  private static func ask(_ tab: any Tab, _ organization: Organization.ID) -> TabState.Ask {
    { page, urgency, turn in
      turn.ask(tab.page(of: organization, page), for: .tabs, urgency) {
        .tab(.answered($0, $1.map(TabAnswer.page)))
      }
    }
  }

  /// Reads rows again that are loaded.
  mutating func refresh(_ address: Address, _ turn: inout Turn) {
    guard states[address]?.isLoaded == true,
      let tab = catalog.tabs.first(where: { $0.id == address.tab })
    else { return }
    states[address]?.refresh(Self.ask(tab, address.organization), &turn)
  }

  /// Gives up what the tab on screen is reading.
  ///
  /// - Parameter error: why it had not come so far; nil: it was on its way.
  mutating func stopLoading(because error: WorkOSError?, _ turn: inout Turn) {
    guard let address else { return }
    let rows = error.flatMap { current?.rows(unread: $0) }
    states[address]?.stop(because: error, orElse: rows, &turn)
  }

  // MARK: Answers

  mutating func answered(
    _ id: RequestID, _ result: Result<TabAnswer, WorkOSError>, _ turn: inout Turn
  ) {
    if let address = states.first(where: { $0.value.load?.pending.id == id })?.key,
      let tab = tab(named: address.tab)
    {
      var rows: [TabRow]?
      if case .failure(let error) = result { rows = tab.rows(unread: error) }
      let page = result.map { namingUsers(of: $0.page, in: address) }
      states[address]?.take(page, orElse: rows, Self.ask(tab, address.organization), &turn)
      askForUsers(in: address, &turn)
    } else if takeUsers(id, result, &turn) {
      return
    } else if takeSecret(id, result, &turn) {
      return
    } else if form?.take(id, result.map(\.choices), &turn) == true
      || form?.takeBeside(id, result.map(\.row)) == true
    {
      return
    } else if watched(id, result.map(\.row), &turn) {
      return
    } else if takeLastQuestion(id, result, &turn) {
      return
    } else {
      deliveryAnswered(id, result.map(\.row), &turn)
    }
  }

  /// Takes in a row as it is by now; nil: it is gone.
  ///
  /// - Parameter email: the address of whom it is about, where it names them by an id alone.
  mutating func note(
    _ row: TabRow?, id: TabRow.ID?, in address: Address, knownAs email: String? = nil
  ) {
    if let row {
      let tab = catalog.tabs.first { $0.id == address.tab }
      let named = named(row.withoutSecrets, in: address, orBy: email)
      states[address]?.put(named, newLast: tab?.putsNewRowsLast == true)
    } else if let id {
      states[address]?.remove(id)
    }
  }
}

/// The tabs there are, in the order of their digits.
package struct TabCatalog: Equatable, Sendable {
  package let tabs: [any Tab]

  package static func == (one: TabCatalog, other: TabCatalog) -> Bool {
    one.tabs.map(\.id) == other.tabs.map(\.id)
  }
}

extension TabAnswer {
  fileprivate var page: Page<TabRow> {
    if case .page(let page) = self { page } else { Page(items: []) }
  }

  fileprivate var row: TabRow? {
    if case .row(let row) = self { row } else { nil }
  }

  fileprivate var choices: Page<TabChoice> {
    switch self {
    case .choices(let all): Page(items: all)
    case .choicePage(let page): page
    case .page, .row, .secret, .question, .users: Page(items: [])
    }
  }
}
