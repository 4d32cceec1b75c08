import Cells
import Foundation
import ViewModel
import WorkOS

/// The status line: where in the list this is, how old it is, and what is being waited for.
extension Workspace {
  func drawStatus(_ console: Console, now: Date, on canvas: inout Canvas) {
    let width = layout.columns - 2
    let (left, right) = RowWordings(
      left: whereabouts(console) + [Wording(line: .empty, loss: 1_000)],
      right: isTypingFilter(console)
        ? [Wording(line: .empty, loss: 0)] : goingsOn(console, now: now)
    ).fitting(width)
    let column = 1 + max(0, width - right.width)
    canvas.write(right, row: layout.statusRow, column: column, width: width)
    canvas.write(left, row: layout.statusRow, column: 1, width: width)
  }

  /// Whether the line is about what is being typed, and how old the rows are has to wait.
  private func isTypingFilter(_ console: Console) -> Bool {
    filterLine != nil && console.list.isFiltered && console.list.loads.allSatisfy { !$0.isAwaited }
  }

  /// Where in the list this is, in several ways, the longest first.
  private func whereabouts(_ console: Console) -> [Wording] {
    let list = console.list
    if list.isFiltered { return Wording.inOrder(filtered(list)) }
    let order = list.order == .oldestFirst ? " · oldest first" : ""
    guard let search = list.search else {
      let position = position(in: list.browsing)
      return [
        Wording(line: TextLine(position.joined(separator: " · ") + order), loss: 0),
        Wording(line: TextLine(position.joined(separator: " · ")), loss: 3),
        Wording(line: TextLine(position.prefix(2).joined(separator: " · ")), loss: 6),
        Wording(line: TextLine(position[0]), loss: 12),
      ]
    }
    return searched(search, order: order)
  }

  private func filtered(_ list: OrganizationList) -> [TextLine] {
    let count = Span("\(list.matches.count) of \(list.loadedCount) loaded rows match")
    let short = "\(list.matches.count) of \(list.loadedCount) match"
    guard filterLine != nil else {
      let text = Span(list.filter.trimmed, Palette.accent)
      let escape = Span(" · Esc clears the filter", Palette.quiet)
      return [
        TextLine(count, Span(" "), text, escape), TextLine(count, escape),
        TextLine("\(short) · Esc clears", Palette.quiet), TextLine(short),
      ]
    }
    guard let inquiry = list.filterInquiry else { return [TextLine(count)] }
    return [
      TextLine(count, Span(" · Enter asks the server: \(SearchWords.asked(inquiry))")),
      TextLine(count, Span(" · Enter asks: \(SearchWords.asked(inquiry))")),
      TextLine("\(short) · Enter asks: \(SearchWords.asked(inquiry))"),
      TextLine("\(short) · Enter asks: \(SearchWords.taken(inquiry.sources))"),
      TextLine("\(short) · Enter asks the server"),
    ]
  }

  /// What was asked of the server comes before the page, and how to leave it is in each wording.
  private func searched(_ search: ServerSearch, order: String) -> [Wording] {
    let sources = search.walked.map { [search.questions[$0].source] } ?? search.inquiry.sources
    let words = SearchWords.asked(sources, of: search.inquiry)
    let asked = Span("server: \(words)", Palette.accent)
    let text = Span("server: \(SearchWords.taken(sources))", Palette.accent)
    let escape = Span(" · Esc: whole list", Palette.quiet)
    guard search.unanswered.isEmpty else {
      return Wording.inOrder([
        TextLine(asked, escape), TextLine(text, escape), shortened(text, escape),
      ])
    }
    let place = Span(" · " + position(in: search).joined(separator: " · "))
    return [
      Wording(line: TextLine(asked, place, escape, Span(order)), loss: 0),
      Wording(line: TextLine(asked, place, escape), loss: order.isEmpty ? 0 : 1),
      Wording(line: TextLine(asked, escape), loss: 2),
      Wording(line: TextLine(text, place, escape), loss: 13),
      Wording(line: TextLine(text, escape), loss: 14),
      Wording(line: shortened(text, escape), loss: 15),
    ]
  }

  /// As much of a text as leaves room for what comes after it.
  private func shortened(_ text: Span, _ rest: Span) -> TextLine {
    let room = max(8, layout.columns - 3 - DisplayWidth.of(rest.text))
    guard DisplayWidth.of(text.text) > room else { return TextLine(text, rest) }
    let start = DisplayWidth.prefix(of: text.text, fitting: room - 1).text
    return TextLine(Span(start + "…", text.style), rest)
  }

  private func position(in search: ServerSearch) -> [String] {
    position(
      page: search.pageNumber, count: search.rows.count, before: search.rowsBefore,
      hasNextPage: search.hasNextPage)
  }

  private func position(in list: PagedOrganizations) -> [String] {
    guard list.page != nil else { return ["page 1"] }
    return position(
      page: list.index + 1, count: list.rows.count, before: list.rowsBefore,
      hasNextPage: list.hasNextPage)
  }

  /// The page, the rows, and whether there are more.
  private func position(page: Int, count: Int, before: Int, hasNextPage: Bool) -> [String] {
    guard count > 0 else { return ["no rows"] }
    let first = before + 1
    let rows = count == 1 ? "row \(first)" : "rows \(first)–\(first + count - 1)"
    let more = keyMap.name(of: .nextPage, in: .list).map { "more \($0)" } ?? "more"
    return ["page \(page)", rows, hasNextPage ? more : "end"]
  }

  /// What is going on, with how old the rows are, as far as that has room.
  private func goingsOn(_ console: Console, now: Date) -> [Wording] {
    let pressing = pressing(console, now: now)
    let limit = console.rateLimit.map { StatusPart([ListWords.rateLimit($0)], Palette.quiet) }
    // What is about to happen comes before how old the list is.
    let hasRoom = console.deletions.underway.isEmpty || layout.columns >= 110
    let ages = console.list.loadedAt.map {
      TimeWords(timeZone: surroundings.timeZone).freshness(of: $0, at: now)
    }
    let age = (hasRoom ? ages : nil).map { StatusPart($0, Palette.quiet) }
    var wordings: [Wording] = []
    for loss in 0..<max(1, pressing.map(\.wordings.count).max() ?? 1) {
      let spans = pressing.map { $0.span(loss) }
      func add(_ limit: StatusPart?, _ age: Span?, loss more: Int) {
        let spans = spans + [limit?.span(0), age].compactMap(\.self)
        wordings.append(Wording(line: .joined(spans), loss: 4 * loss + more))
      }
      for shorter in 0..<(age?.wordings.count ?? 1) {
        add(limit, age?.span(shorter), loss: shorter)
        add(nil, age?.span(shorter), loss: shorter + 3)
      }
      // Old rows are taken for new ones; but who waits knows that they are about to change.
      add(nil, nil, loss: pressing.isEmpty ? 10 : 3)
    }
    if let first = pressing.first {
      wordings.append(Wording(line: TextLine(first.span(.max)), loss: 100))
    }
    return wordings
  }
}

extension TextLine {
  /// Spans one after another, with a dot between.
  fileprivate static func joined(_ spans: [Span]) -> TextLine {
    TextLine(
      spans: Array(spans.map { [$0] }.joined(separator: [Span(" · ", Palette.quiet)])))
  }
}
