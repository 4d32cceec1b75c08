import Cells
import Foundation
import ViewModel
import WorkOS

/// The status line: where in the list this is, how old it is, and what is being waited for.
extension Workspace {
  func drawStatus(_ console: Console, now: Date, on canvas: inout Canvas) {
    let row = layout.statusRow
    let width = layout.columns - 2
    let right = freshness(of: console, now: now)
    canvas.write(
      right, row: row, column: 1 + max(0, width - right.width), width: width)
    canvas.write(
      TextLine(spans: whereabouts(console)), row: row, column: 1,
      width: max(0, width - right.width - 2))
  }

  private func whereabouts(_ console: Console) -> [Span] {
    let list = console.list
    if list.isFiltered {
      return [
        Span("\(list.matches.count) of \(list.loadedCount) loaded rows match "),
        Span(list.filter.trimmed, Palette.accent),
        Span(filterLine == nil ? " · Esc clears the filter" : "", Palette.quiet),
      ]
    }
    var spans: [Span] = []
    if let search = list.search {
      spans.append(Span("server: \(ListWords.question(search.results.source)) · ", Palette.accent))
    }
    spans.append(Span(position(in: list.shown)))
    if list.search != nil { spans.append(Span(" · Esc: whole list", Palette.quiet)) }
    if list.shown.order == .oldestFirst { spans.append(Span(" · oldest first")) }
    return spans
  }

  private func position(in list: PagedOrganizations) -> String {
    guard list.page != nil else { return "page 1" }
    let count = list.rows.count
    guard count > 0 else { return "no rows" }
    let first = list.rowsBefore + 1
    let rows = count == 1 ? "row \(first)" : "rows \(first)–\(first + count - 1)"
    var words = "page \(list.index + 1) · \(rows)"
    words += list.hasNextPage ? " · more →" : " · end"
    return words
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
    if let failure = console.list.shown.failure {
      add(ErrorWords.short(failure), Palette.danger)
    }
    if let limit = console.rateLimit { add(ListWords.rateLimit(limit)) }
    // What is about to happen comes before how old the list is.
    let hasRoom = console.deletions.underway.isEmpty || layout.columns >= 110
    if hasRoom, let page = console.list.shown.page {
      add(TimeWords(timeZone: surroundings.timeZone).freshness(of: page.loadedAt, at: now))
    }
    return TextLine(spans: spans)
  }

  /// The delete that goes on next, wherever its row is, and how many there are besides.
  private func leaving(in console: Console, now: Date) -> String? {
    let underway = console.deletions.underway
    guard
      let next = underway.min(by: { $0.deadline ?? .distantFuture < $1.deadline ?? .distantFuture })
    else { return nil }
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
    let isTyping = pane(in: console).takesText || console.editor.session != nil
    return words + more + (!isRevocable ? "" : isTyping ? " · z in the list" : " · z undoes")
  }

  /// The wait before a request is sent again, when that request is one the person waits for.
  private func retry(in console: Console, now: Date) -> RetryWait? {
    let awaited = [
      console.editor.session?.pending,
      console.list.shown.load.flatMap { $0.isAwaited ? $0.pending : nil },
      console.detail.read,
    ].compactMap { $0.flatMap { console.retries[$0.id] } }
    return ([console.editor.session?.wait].compactMap(\.self) + awaited).first { $0.until > now }
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
    if let load = console.list.shown.load, load.isAwaited {
      let words =
        load.target == console.list.shown.index && !console.list.shown.pages.isEmpty
        ? "refreshing" : "loading page \(load.target + 1)"
      return (words, load.pending.since)
    }
    return console.detail.read.map { ("reading", $0.since) }
  }
}
