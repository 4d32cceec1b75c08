import Cells
import Delivery
import Foundation
import ViewModel
import WorkOS

/// What cannot wait to be said in the status line.
extension Scene {
  /// What is being waited for, is about to happen, or has failed: the most pressing first.
  var pressing: [StatusPart] {
    var parts: [StatusPart] = []
    if console.quitting == .finishing {
      parts.append(StatusPart(["finishing before quitting"], Palette.warning))
    }
    let leaving = leaving
    if !leaving.isEmpty { parts.append(StatusPart(leaving, Palette.warning)) }
    if let retry {
      // Esc closes what lies over a tab first.
      let isNext = !isFilterNext && console.tabs.doctor == nil
      parts.append(
        StatusPart(ListWords.retries(retry, at: now, isNext: isNext), Palette.warning))
    } else if let waiting {
      let seconds = Int(now.timeIntervalSince(waiting.since))
      let words = seconds < 1 ? waiting.words : "\(waiting.words) · \(seconds) s"
      parts.append(StatusPart([words], Palette.accent))
    }
    // What is waited after may be said already, and what the same was not read for last is newer.
    if let failure = console.isShowingEvents
      ? failure(in: console.events)
      : console.tabs.state.map({ failure(in: $0) }) ?? failure(in: console.list),
      retry.map({ ErrorWords.short($0.error) }) != ErrorWords.short(failure),
      !isReadOfRows(retry)
    {
      parts.append(StatusPart([ErrorWords.short(failure)], Palette.danger))
    }
    if !console.unkeptDrafts.isEmpty {
      parts.append(StatusPart(["typed, and not on disk", "not on disk"], Palette.danger))
    }
    return parts
  }

  /// Why the last reading of a tab failed; one that is not there says so in place of its rows.
  private func failure(in state: TabState) -> WorkOSError? {
    state.isLoaded || state.failure?.isNotAvailable != true ? state.failure : nil
  }

  private func failure(in events: OrganizationEvents) -> WorkOSError? {
    events.isLoaded || events.failure?.isNotAvailable != true ? events.failure : nil
  }

  /// Why the last reading of the list failed; the first page of a search says so among its rows.
  private func failure(in list: OrganizationList) -> WorkOSError? {
    guard let search = list.search else { return list.browsing.failure }
    return search.walked.flatMap { search.questions[$0].failure }
  }

  /// The wait before a request is sent again, when that request is one the person waits for.
  private var retry: RetryWait? {
    if let wait = console.editor.session?.wait, wait.until > now { return wait }
    guard !console.retries.isEmpty else { return nil }
    let loads = console.list.loads.filter(\.isAwaited).map(\.pending)
    let awaited =
      [console.editor.session?.pending].compactMap(\.self) + loads
      + [console.detail.read, console.overview.pending].compactMap(\.self) + awaitedByTabs
      + console.answers.reads
    return awaited.compactMap { console.retries[$0.id] }.first { $0.until > now }
  }

  /// Whether it is the rows on screen that are to be read again after a wait.
  private func isReadOfRows(_ wait: RetryWait?) -> Bool {
    guard let wait else { return false }
    if console.isShowingEvents { return console.events.walk?.pending.id == wait.request }
    if let tab = console.tabs.state { return tab.load?.pending.id == wait.request }
    return console.list.loads.contains { $0.pending.id == wait.request }
  }

  /// Whether Esc drops a filter before it stops what is waited for.
  private var isFilterNext: Bool {
    if top.traits.contains(.isTab) {
      return console.tabs.watch == nil && !console.isTabLoadStoppable(at: now)
        && console.tabs.state?.isFiltered == true
    }
    return top == .list && console.list.isFiltered
  }

  /// The request the person waits for, with the words for it.
  private var waiting: (words: String, since: Date)? {
    if let session = console.editor.session, let pending = session.pending {
      let words =
        switch session.phase {
        case .checking: "checking for changes before saving"
        case .sending: "saving"
        case .verifying: "no answer; checking what was saved"
        case .confirming: "reading what was saved"
        case .finding where session.objection != nil: "refused; looking for one that was created"
        case .finding: "no answer; looking for what was created"
        case .admin(.lookingUp): "looking for the user"
        case .admin(.checking): "looking whether they are a member"
        case .admin(.verifying): "no answer; looking whether they were added"
        case .admin(.asking): ""
        case .editing, .reviewing, .asking, .conflicted, .documentConflicted, .waiting, .found: ""
        }
      return (words, pending.since)
    }
    if let load = console.list.loads.first(where: \.isAwaited) {
      return (words(for: load, in: console.list), load.pending.since)
    }
    if let since = console.answers.reads.map(\.since).min() {
      return ("reading about a person", since)
    }
    return waitingForTab ?? console.detail.read.map { ("reading", $0.since) }
  }

  private func words(for load: PageLoad, in list: OrganizationList) -> String {
    if let search = list.search, !search.unanswered.isEmpty { return "asking the server" }
    if load == list.turning {
      return list.order.flipped == .newestFirst ? "loading the newest" : "loading the oldest"
    }
    if case .refresh = load.purpose { return "refreshing" }
    let isShown = list.search == nil && load.target == list.browsing.index
    if isShown, list.browsing.page != nil { return "refreshing" }
    let page = load.target + 1
    return "loading page \(page)"
      + (list.pagesWanted > 0 ? ", on to \(page + list.pagesWanted)" : "")
  }
}

/// One of the things the status line tells, in several wordings.
struct StatusPart {
  var wordings: [String]
  var style: Style

  init(_ wordings: [String], _ style: Style) {
    self.wordings = wordings
    self.style = style
  }

  /// In the wording of this number, or in the shortest.
  func span(_ wording: Int) -> Span {
    Span(wordings[min(wording, wordings.count - 1)], style)
  }
}
