import Cells
import Delivery
import Foundation
import ViewModel

extension PaneName {
  /// What is inside a row of a tab has keys of its own too.
  package static let directoryUsers = PaneName(
    "tab-directory-users", "Users of a directory", [.isRead, .hasTabs, .isTab])

  /// The pane of a tab, below whose name its keys are documented.
  static func tab(_ tab: any Tab) -> PaneName {
    PaneName("tab-" + tab.id, tab.title, [.isRead, .hasTabs, .isTab])
  }
}

extension Action {
  /// Opens a tab; the overview is `tab-overview`.
  static func tab(_ id: String) -> Action { Action("tab-" + id) }

  /// Which tab it opens, 0 for the overview; nil: it is about something else.
  func tabIndex(in console: Console) -> Int? {
    if self == .tab("overview") { return 0 }
    return console.tabs.catalog.tabs.firstIndex { self == .tab($0.id) }.map { $0 + 1 }
  }
}

extension Scene {
  /// The rows of what is open, below the line of its tabs; that of the list where nothing is open.
  var roomBelowTabs: Range<Int> {
    let start = layout.bodyTop + (console.detail.isOpen ? 1 : 0)
    return start..<max(start, layout.bodyTop + layout.bodyRows)
  }

  /// What is known of a row that neither it nor its tab says.
  func factsBeside(_ row: TabRow, _ tab: any Tab) -> [TabFact] {
    guard tab.id == DomainsTab.name else { return [] }
    return [DomainWords.alsoOn(console.tabs.sharedDomains.holders(of: row.name))].compactMap(\.self)
  }

  /// Whom the marked row of a tab, or the marked event, is about.
  var markedPerson: PersonName? {
    if console.isShowingEvents { return console.events.selected?.person }
    return console.tabs.state?.selected.flatMap { console.tabs.current?.person(of: $0) }
  }

  /// When what is on screen was read.
  var shownSince: Date? {
    if let inquest = console.answers.checkInSight ?? console.answers.cardInSight {
      return inquest.facts.asOf
    }
    if console.isShowingEvents { return console.events.loadedAt }
    if hasDetailAlone { return console.detail.readAt ?? console.list.loadedAt }
    return console.tabs.state.map(\.loadedAt) ?? console.list.loadedAt
  }

  /// Whether the open organization stands in place of the list, and not beside it.
  var hasDetailAlone: Bool {
    console.detail.isOpen && console.tabs.current == nil && !layout.hasDetailBeside
  }

  /// The readings of the tabs that the person waits for; those for a write are told with it.
  var awaitedByTabs: [Pending] {
    let tabs = console.tabs
    let walk = console.isShowingEvents ? console.events.walk?.pending : nil
    return tabs.watches.compactMap(\.pending) + (tabs.form?.pending ?? [])
      + [tabs.secretBeingRead?.pending, walk, tabs.state?.load?.pending].compactMap(\.self)
  }

  /// What the tabs wait for, with the words for it.
  var waitingForTab: (words: String, since: Date)? {
    let tabs = console.tabs
    if let watch = tabs.watch {
      // Where something lies over the tab, Esc closes that.
      let others = tabs.watches.count - 1
      let title =
        AddressWords.readable(inSentence: watch.title)
        + (others > 0 ? " and \(others) more" : "")
      return (tabs.doctor == nil ? "\(title), Esc stops" : title, watch.since)
    }
    if let pending = tabs.doctor?.pending.first { return ("looking in DNS", pending.since) }
    if let pending = tabs.form?.lookUp { return ("looking it up", pending.since) }
    if let reading = tabs.secretBeingRead {
      return ("reading \(reading.what)", reading.pending.since)
    }
    for delivery in tabs.underway where delivery.wait(in: console, at: now) == nil {
      switch delivery.phase {
      case .checking(let pending): return ("checking for changes before sending", pending.since)
      case .sending(let pending): return ("sending", pending.since)
      case .verifying(let pending): return ("no answer; looking what became of it", pending.since)
      case .queued, .waiting: break
      }
    }
    if let words = waitingForEvents { return words }
    guard let load = tabs.state?.load, let tab = tabs.current else { return nil }
    let isFirst = tabs.state?.isLoaded != true
    let words =
      isFirst
      ? "loading \(tab.words.many)"
      : load.isRefresh ? "refreshing" : "loading more \(tab.words.many)"
    return (words, load.pending.since)
  }
}
