import Cells
import Foundation
import ViewModel
import WorkOS

/// The status line: where in the list this is, how old it is, and what is being waited for.
extension Workspace {
  func drawStatus(_ console: Console, now: Date, on canvas: inout Canvas) {
    let row = layout.statusRow
    let width = layout.columns - 2
    let left = whereabouts(console)
    var right = isTypingFilter(console) ? .empty : freshness(of: console, now: now)
    func room() -> Int { max(0, width - right.width - (right.width == 0 ? 0 : 2)) }
    // How old it is has to wait where something is going on that does not fit beside it.
    if isAtRest(console), left.allSatisfy({ $0.width > room() }) { right = .empty }
    let fitting = left.first { $0.width <= room() } ?? left.last ?? .empty
    canvas.write(
      right, row: row, column: 1 + max(0, width - right.width), width: width)
    canvas.write(fitting, row: row, column: 1, width: room())
  }

  /// Whether nothing is awaited and nothing has failed, so that the right says only how old it is.
  private func isAtRest(_ console: Console) -> Bool {
    console.list.search != nil && console.list.loads.allSatisfy { !$0.isAwaited }
      && failure(in: console.list) == nil && console.detail.read == nil
      && console.editor.session == nil && console.quitting != .finishing
      && console.deletions.underway.isEmpty
  }

  /// Whether the line is about what is being typed, and how old the rows are has to wait.
  private func isTypingFilter(_ console: Console) -> Bool {
    filterLine != nil && console.list.isFiltered && console.list.loads.allSatisfy { !$0.isAwaited }
  }

  /// Where in the list this is, in several ways, the longest first.
  private func whereabouts(_ console: Console) -> [TextLine] {
    let list = console.list
    if list.isFiltered { return filtered(list) }
    let order = list.order == .oldestFirst ? " · oldest first" : ""
    guard let search = list.search else { return [TextLine(position(in: list.browsing) + order)] }
    return searched(search, order: order)
  }

  private func filtered(_ list: OrganizationList) -> [TextLine] {
    let count = Span("\(list.matches.count) of \(list.loadedCount) loaded rows match")
    guard filterLine != nil else {
      let text = Span(list.filter.trimmed, Palette.accent)
      let escape = Span(" · Esc clears the filter", Palette.quiet)
      return [TextLine(count, Span(" "), text, escape), TextLine(count, escape), TextLine(count)]
    }
    guard let inquiry = list.filterInquiry else { return [TextLine(count)] }
    return [
      TextLine(count, Span(" · Enter asks the server: \(SearchWords.asked(inquiry))")),
      TextLine(count, Span(" · Enter asks: \(SearchWords.asked(inquiry))")),
      TextLine(
        Span("\(list.matches.count)/\(list.loadedCount) · asks: \(SearchWords.asked(inquiry))")),
    ]
  }

  private func searched(_ search: ServerSearch, order: String) -> [TextLine] {
    let sources = search.walked.map { [search.questions[$0].source] } ?? search.inquiry.sources
    let words = SearchWords.asked(sources, leftOut: search.inquiry.leftOut)
    let asked = Span("server: \(words)", Palette.accent)
    let text = Span("server: \(ListWords.shortened(search.inquiry.text))", Palette.accent)
    let escape = Span(" · Esc: whole list", Palette.quiet)
    guard search.unanswered.isEmpty else {
      return [TextLine(asked, escape), TextLine(text, escape), shortened(text, escape)]
    }
    let place = Span(" · \(position(in: search))")
    return [
      TextLine(asked, place, escape, Span(order)), TextLine(asked, place, escape),
      TextLine(asked, escape), TextLine(text, place, escape), TextLine(text, escape),
      shortened(text, escape),
    ]
  }

  /// As much of a text as leaves room for what comes after it.
  private func shortened(_ text: Span, _ rest: Span) -> TextLine {
    let room = max(8, layout.columns - 3 - DisplayWidth.of(rest.text))
    guard DisplayWidth.of(text.text) > room else { return TextLine(text, rest) }
    let start = DisplayWidth.prefix(of: text.text, fitting: room - 1).text
    return TextLine(Span(start + "…", text.style), rest)
  }

  private func position(in search: ServerSearch) -> String {
    position(
      page: search.pageNumber, count: search.rows.count, before: search.rowsBefore,
      hasNextPage: search.hasNextPage)
  }

  private func position(in list: PagedOrganizations) -> String {
    guard list.page != nil else { return "page 1" }
    return position(
      page: list.index + 1, count: list.rows.count, before: list.rowsBefore,
      hasNextPage: list.hasNextPage)
  }

  private func position(page: Int, count: Int, before: Int, hasNextPage: Bool) -> String {
    guard count > 0 else { return "no rows" }
    let first = before + 1
    let rows = count == 1 ? "row \(first)" : "rows \(first)–\(first + count - 1)"
    return "page \(page) · \(rows)" + (hasNextPage ? " · more →" : " · end")
  }

  private func freshness(of console: Console, now: Date) -> TextLine {
    var spans: [Span] = []
    func add(_ text: String, _ style: Style = Palette.quiet) {
      if !spans.isEmpty { spans.append(Span(" · ", Palette.quiet)) }
      spans.append(Span(text, style))
    }

    if console.quitting == .finishing { add("finishing before quitting", Palette.warning) }
    if let words = leaving(in: console, now: now) { add(words, Palette.warning) }
    if let retry = retry(in: console, now: now) {
      add(ListWords.retry(retry, at: now), Palette.warning)
    } else if let waiting = waiting(in: console) {
      let seconds = Int(now.timeIntervalSince(waiting.since))
      add(seconds < 1 ? waiting.words : "\(waiting.words) · \(seconds) s", Palette.accent)
    }
    if let failure = failure(in: console.list) { add(ErrorWords.short(failure), Palette.danger) }
    if let limit = console.rateLimit { add(ListWords.rateLimit(limit)) }
    // What is about to happen comes before how old the list is.
    let hasRoom = console.deletions.underway.isEmpty || layout.columns >= 110
    if hasRoom, let loadedAt = console.list.loadedAt {
      add(TimeWords(timeZone: surroundings.timeZone).freshness(of: loadedAt, at: now))
    }
    return TextLine(spans: spans)
  }

  /// The delete that z takes back, else the one that goes on next, and how many there are besides.
  func leaving(in console: Console, now: Date) -> String? {
    let underway = console.deletions.underway
    let nearest = underway.min {
      $0.deadline ?? .distantFuture < $1.deadline ?? .distantFuture
    }
    guard let next = console.deletions.revocable.last ?? nearest else { return nil }
    let name = ListWords.quoted(next.organization.name, columns: layout.columns >= 110 ? 40 : 16)
    let more = underway.count > 1 ? " · \(underway.count - 1) more" : ""
    let seconds = next.deadline.map { max(0, Int($0.timeIntervalSince(now).rounded(.up))) }
    let words =
      switch next.phase {
      case .queued: "deleting \(name) in \(seconds ?? 0) s"
      case .waiting: "deleting \(name) again in \(seconds ?? 0) s"
      case .checking, .sending, .verifying: "deleting \(name)"
      }
    let isRevocable = !console.deletions.revocable.isEmpty
    let isBound = [.list, .detail].contains(pane(in: console))
    return words + more + (!isRevocable ? "" : isBound ? " · z undoes" : " · z in the list")
  }

  /// Why the last reading of the list failed; the first page of a search says so among its rows.
  private func failure(in list: OrganizationList) -> WorkOSError? {
    guard let search = list.search else { return list.browsing.failure }
    return search.walked.flatMap { search.questions[$0].failure }
  }

  /// The wait before a request is sent again, when that request is one the person waits for.
  private func retry(in console: Console, now: Date) -> RetryWait? {
    if let wait = console.editor.session?.wait, wait.until > now { return wait }
    let loads = console.list.loads.filter(\.isAwaited).map(\.pending)
    let awaited =
      [console.editor.session?.pending].compactMap(\.self) + loads
      + [console.detail.read].compactMap(\.self)
    return awaited.compactMap { console.retries[$0.id] }.first { $0.until > now }
  }

  /// The request the person waits for, with the words for it.
  private func waiting(in console: Console) -> (words: String, since: Date)? {
    if let session = console.editor.session, let pending = session.pending {
      let words =
        switch session.phase {
        case .checking: "reading it again before saving"
        case .sending: "saving"
        case .verifying: "no answer; reading back what was saved"
        case .confirming: "reading what was saved"
        case .finding: "no answer; looking for what was created"
        case .editing, .reviewing, .asking, .conflicted, .waiting, .found: ""
        }
      return (words, pending.since)
    }
    if let load = console.list.loads.first(where: \.isAwaited) {
      return (words(for: load, in: console.list), load.pending.since)
    }
    return console.detail.read.map { ("reading", $0.since) }
  }

  private func words(for load: PageLoad, in list: OrganizationList) -> String {
    if let search = list.search, !search.unanswered.isEmpty { return "asking the server" }
    if case .refresh = load.purpose { return "refreshing" }
    let isShown = list.search == nil && load.target == list.browsing.index
    if isShown, list.browsing.page != nil { return "refreshing" }
    let page = load.target + 1
    return "loading page \(page)"
      + (list.pagesWanted > 0 ? ", on to \(page + list.pagesWanted)" : "")
  }
}
